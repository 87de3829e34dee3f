package org.etabli.benchmarks;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import org.etabli.dossier.LawLibrary;
import org.etabli.model.Catalogue;
import org.etabli.model.Condition;
import org.etabli.model.Decision;
import org.etabli.model.Fact;
import org.etabli.model.Facts;
import org.etabli.model.InvalidInputException;
import org.etabli.model.Question;
import org.etabli.model.RuleSet;
import org.etabli.model.Truth;
import org.etabli.model.Value;
import org.etabli.rules.Evaluation;
import org.etabli.rules.Law;
import org.etabli.rules.LawException;
import org.etabli.yaml.LawReader;
import org.etabli.yaml.Node;
import org.etabli.yaml.YamlText;
import org.kie.api.io.Resource;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/**
 * One table of the law in three forms: inside the whole law, as a law of its own, and as a DMN decision table; with every
 * combination of answers to its questions, in the form that each wants.
 */
final class DerogationTable {
    /** The question of the table that the whole law answers by rules. */
    private static final String GATE = "annex_iii_use";
    private static final String DECISION = "class";

    private final Law whole;
    private final Law own;
    private final List<Law.Test> ownClasses = new ArrayList<>();
    private final DMNRuntime dmn;
    private final DMNModel dmnModel;
    private final List<Row> rows = new ArrayList<>();

    private record Row(Facts whole, Facts own, DMNContext dmn) {
    }

    DerogationTable() throws IOException, InvalidInputException, LawException {
        whole = loadWholeLaw();
        own = loadOwnLaw();
        for (RuleSet.ClassRule rule : own.ruleSets().get(0).classes())
            ownClasses.add(own.test(new Condition.ClassApplies(rule.id())));
        dmn = loadDmn();
        dmnModel = dmn.getModels().get(0);
        if (dmnModel.hasErrors())
            throw new IllegalStateException(dmnModel.getMessages().toString());
        combine();
    }

    static Law loadWholeLaw() throws IOException, InvalidInputException {
        return new LawLibrary(Inputs.content()).law(Inputs.TODAY, Optional.empty());
    }

    static Law loadOwnLaw() throws IOException, InvalidInputException, LawException {
        return Law.compile(LawReader.catalogue(Inputs.text("table-questions.yaml")), List.of(LawReader.ruleSet(Inputs.text("table-rules.yaml"), "")));
    }

    static DMNRuntime loadDmn() throws IOException {
        Resource table = ResourceFactory.newReaderResource(new StringReader(Inputs.resource("table.dmn")));
        table.setSourcePath("table.dmn");
        return DMNRuntimeBuilder.fromDefaults().buildConfiguration().fromResources(List.of(table)).getOrElseThrow(IllegalStateException::new);
    }

    // --- every combination of answers ------------------------------------------------------------------------------

    private void combine() throws IOException, InvalidInputException {
        Map<String, Facts> systems = new HashMap<>();
        for (YamlText text : YamlText.parseAll("systems.yaml", Inputs.resource("systems.yaml")))
            systems.put(id(text), Inputs.facts(text, whole.catalogue()));
        for (Map<String, Value> answers : combinations(own.catalogue())) {
            Facts given = systems.get(answers.get(GATE).code());
            for (Map.Entry<String, Value> answer : answers.entrySet())
                if (!answer.getKey().equals(GATE))
                    given = given.with(answer.getKey(), answer.getValue());
            rows.add(new Row(given, Facts.of(answers.entrySet().stream().map(a -> Fact.of(a.getKey(), a.getValue())).toList()), context(answers)));
        }
        Inputs.mix(rows);
    }

    private static String id(YamlText text) {
        return ((Node.Scalar) ((Node.Mapping) text.root()).get("id").orElseThrow()).text();
    }

    private static List<Map<String, Value>> combinations(Catalogue catalogue) {
        List<Map<String, Value>> all = List.of(Map.of());
        for (Question question : catalogue.questions()) {
            List<Map<String, Value>> longer = new ArrayList<>();
            for (Map<String, Value> answers : all)
                for (Value value : values(question)) {
                    Map<String, Value> more = new LinkedHashMap<>(answers);
                    more.put(question.id(), value);
                    longer.add(more);
                }
            all = longer;
        }
        return all;
    }

    /** Every answer that a file may give to a question. */
    private static List<Value> values(Question question) {
        if (question.type() == Question.AnswerType.YES_NO)
            return List.of(Value.YES, Value.NO, Value.UNKNOWN);
        List<Value> values = new ArrayList<>();
        values.add(Value.UNKNOWN);
        List<String> options = question.options().stream().filter(o -> !o.none()).map(Question.Option::id).toList();
        for (int set = 1; set < 1 << options.size(); set++) {
            TreeSet<String> chosen = new TreeSet<>();
            for (int i = 0; i < options.size(); i++)
                if ((set & 1 << i) != 0)
                    chosen.add(options.get(i));
            values.add(new Value.Choices(chosen, true));
            values.add(new Value.Choices(chosen, false));
        }
        question.options().stream().filter(Question.Option::none).forEach(o -> values.add(new Value.Choices(new TreeSet<>(List.of(o.id())), true)));
        return values;
    }

    /** DMN has no answer of several options: each option is an input with yes, no or unknown. */
    private DMNContext context(Map<String, Value> answers) {
        DMNContext context = dmn.newContext();
        answers.forEach((id, value) -> {
            Question question = own.catalogue().get(id).orElseThrow();
            if (question.type() == Question.AnswerType.YES_NO)
                context.set(id, value.code());
            else
                for (Question.Option option : question.options())
                    context.set(option.id(), word(option, value));
        });
        return context;
    }

    private static String word(Question.Option option, Value value) {
        return !(value instanceof Value.Choices c) ? "unknown" : c.options().contains(option.id()) ? "yes" : c.complete() || option.none() ? "no" : "unknown";
    }

    // --- the three forms -------------------------------------------------------------------------------------------

    int size() {
        return rows.size();
    }

    Decision wholeLaw(int row) {
        return whole.decide("", rows.get(row).whole, Inputs.TODAY);
    }

    Decision ownLaw(int row) {
        return own.decide("", rows.get(row).own, Inputs.TODAY);
    }

    /** The class alone, which is all that a DMN table answers. */
    String ownLawClassOnly(int row) {
        Evaluation evaluation = own.evaluate(rows.get(row).own);
        for (int i = 0; i < ownClasses.size(); i++) {
            Truth truth = evaluation.truth(ownClasses.get(i));
            if (truth == Truth.TRUE)
                return own.ruleSets().get(0).classes().get(i).id();
            if (truth == Truth.UNKNOWN)
                break;
        }
        return Decision.INSUFFICIENT;
    }

    DMNResult dmn(int row) {
        return dmn.evaluateAll(dmnModel, rows.get(row).dmn);
    }

    /** Where the forms do not agree, one line each; none may be left before anything is timed. */
    List<String> disagreements() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            DMNResult result = dmn(i);
            String expected = wholeLaw(i).classId();
            List<String> others = List.of(ownLaw(i).classId(), ownLawClassOnly(i),
                    result.hasErrors() ? result.getMessages().toString() : String.valueOf(result.getDecisionResultByName(DECISION).getResult()));
            if (!others.stream().allMatch(expected::equals))
                lines.add(rows.get(i).dmn.getAll() + ": whole law " + expected + ", own law, its class only, DMN " + others);
        }
        return lines;
    }

    /** How many of the combinations give each class. */
    Map<String, Integer> classes() {
        Map<String, Integer> count = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++)
            count.merge(wholeLaw(i).classId(), 1, Integer::sum);
        return count;
    }
}
