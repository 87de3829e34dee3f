package org.etabli.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.etabli.model.Catalogue;
import org.etabli.model.Certainty;
import org.etabli.model.Condition;
import org.etabli.model.Question;
import org.etabli.model.QuestionGroup;
import org.etabli.model.Rule;
import org.etabli.model.RuleSet;
import org.etabli.model.Text;

/** Question and rule files into records. They are read after validation: a file that breaks its schema does not come here. */
public final class LawReader {

    private LawReader() {
    }

    public static Catalogue catalogue(YamlText text) {
        Node root = text.root();
        return new Catalogue(Reading.wordOr(root, "pack", ""),
                Reading.list(root, "groups", g -> new QuestionGroup(Reading.wordOr(g, "id", ""), Reading.text(g, "title"), Reading.text(g, "meaning"))),
                Reading.list(root, "questions", LawReader::question), Reading.child(root, "short_path").map(ConditionReader::read));
    }

    private static Question question(Node node) {
        return new Question(Reading.wordOr(node, "id", ""), Reading.wordOr(node, "group", ""),
                Question.AnswerType.of(Reading.wordOr(node, "type", "")).orElse(Question.AnswerType.YES_NO),
                Reading.list(node, "options", o -> new Question.Option(Reading.wordOr(o, "id", ""), Reading.text(o, "text"),
                        Reading.text(o, "meaning"), Reading.flag(o, "none"))),
                Reading.wordOr(node, "unit", ""), label(node), Reading.text(node, "text"), Reading.text(node, "meaning"),
                texts(node, "yes"), texts(node, "no"), Reading.words(node, "articles"),
                Reading.child(node, "ask_when").map(ConditionReader::read), Reading.flag(node, "brief"),
                new Question.Range(Reading.flag(node, "whole"), Reading.number(node, "at_least").orElse(null), Reading.number(node, "at_most").orElse(null)),
                Reading.child(node, "identity").map(LawReader::identity), Reading.child(node, "presume").map(LawReader::presumption));
    }

    private static Question.Identity identity(Node node) {
        Map<String, String> answers = new LinkedHashMap<>();
        if (Reading.child(node, "answers").orElse(null) instanceof Node.Mapping mapping)
            mapping.entries().forEach(e -> Reading.word(e.value()).ifPresent(w -> answers.put(e.key().text(), w)));
        return new Question.Identity(Reading.wordOr(node, "field", ""), answers);
    }

    private static Question.Presumption presumption(Node node) {
        return new Question.Presumption(Reading.wordOr(node, "value", ""), Reading.child(node, "when").map(ConditionReader::read), Reading.text(node, "title"),
                Reading.text(node, "doubt"), Reading.text(node, "way_out"), Reading.words(node, "source"), certainty(node));
    }

    private static Text label(Node node) {
        return Reading.text(node, Reading.child(node, "label").isPresent() ? "label" : "text");
    }

    private static List<Text> texts(Node node, String key) {
        return Reading.list(node, key, n -> new Text(Reading.wordOr(n, "fr", ""), Reading.wordOr(n, "en", "")));
    }

    /** @param sha256 of the file's bytes, for the receipt */
    public static RuleSet ruleSet(YamlText text, String sha256) {
        Node root = text.root();
        return new RuleSet(Reading.wordOr(root, "id", ""), Reading.wordOr(root, "version", ""), Reading.text(root, "title"),
                Reading.date(root, "in_force_from").orElseThrow(), Reading.date(root, "in_force_to"),
                Reading.list(root, "texts", t -> new RuleSet.LegalText(Reading.wordOr(t, "id", ""), Reading.text(t, "title"), Reading.wordOr(t, "reference", ""))),
                Reading.list(root, "stages", s -> new RuleSet.Stage(Reading.wordOr(s, "id", ""), Reading.text(s, "title"))),
                Reading.list(root, "rules", LawReader::rule),
                Reading.list(root, "classes", c -> new RuleSet.ClassRule(Reading.wordOr(c, "id", ""), Reading.text(c, "title"), Reading.text(c, "meaning"),
                        Reading.words(c, "requires"), when(c), Reading.words(c, "source"), Reading.flag(c, "fallback"), Reading.flag(c, "absolute"), Reading.wordOr(c, "level", ""))),
                Reading.list(root, "roles", r -> new RuleSet.RoleRule(Reading.wordOr(r, "id", ""), Reading.text(r, "title"), when(r), Reading.words(r, "source"))),
                Reading.list(root, "duties", LawReader::duty),
                Reading.list(root, "doubts", d -> new RuleSet.DoubtRule(Reading.wordOr(d, "id", ""), Reading.text(d, "text"), Reading.words(d, "source"), certainty(d), when(d), Reading.flag(d, "when_open"))),
                Reading.list(root, "unlawful", u -> new RuleSet.UnlawfulRule(Reading.wordOr(u, "id", ""), Reading.text(u, "text"), Reading.text(u, "way_out"), Reading.words(u, "source"), certainty(u), when(u))),
                Reading.list(root, "bearers", x -> new RuleSet.BearerRule(Reading.wordOr(x, "id", ""), Reading.text(x, "title"), Reading.words(x, "roles"), when(x), Reading.words(x, "source"))),
                Reading.child(root, "fria").map(f -> new RuleSet.FriaRule(when(f), Reading.words(f, "source"))),
                Reading.list(root, "tables", t -> new RuleSet.Table(Reading.wordOr(t, "id", ""), Reading.text(t, "title"),
                        Reading.child(t, "given").map(ConditionReader::read).orElse(Condition.ALWAYS), Reading.list(t, "outcomes", ConditionReader::read), Reading.list(t, "never", ConditionReader::read))),
                sha256);
    }

    /** The state of the same law that a file amends, as its version. */
    public static Optional<String> amends(YamlText text) {
        return Reading.word(text.root(), "amends");
    }

    /**
     * A file that amends an older state, as a complete state.
     *
     * @param sha256 of the whole chain of files
     */
    public static RuleSet amended(RuleSet older, YamlText text, String sha256) {
        Node root = text.root();
        RuleSet changes = ruleSet(text, sha256);
        return new RuleSet(changes.id(), changes.version(), changes.title(), changes.inForceFrom(), changes.inForceTo(),
                amended(root, "texts", older.texts(), changes.texts(), RuleSet.LegalText::id),
                amended(root, "stages", older.stages(), changes.stages(), RuleSet.Stage::id),
                amended(root, "rules", older.rules(), changes.rules(), Rule::id),
                amended(root, "classes", older.classes(), changes.classes(), RuleSet.ClassRule::id),
                amended(root, "roles", older.roles(), changes.roles(), RuleSet.RoleRule::id),
                amended(root, "duties", older.duties(), changes.duties(), RuleSet.DutyRule::id),
                amended(root, "doubts", older.doubts(), changes.doubts(), RuleSet.DoubtRule::id),
                amended(root, "unlawful", older.unlawful(), changes.unlawful(), RuleSet.UnlawfulRule::id),
                amended(root, "bearers", older.bearers(), changes.bearers(), RuleSet.BearerRule::id),
                changes.fria().or(older::fria), amended(root, "tables", older.tables(), changes.tables(), RuleSet.Table::id), sha256);
    }

    /**
     * Repealed entries go, an entry of a known id takes the place of the old one, a new one stands behind the entry that it names
     * under {@code after}, else at the end.
     *
     * @throws IllegalArgumentException for a repeal or a place that names nothing, or an amendment of what the same file repeals
     */
    private static <T> List<T> amended(Node root, String part, List<T> older, List<T> changes, Function<T, String> id) {
        List<T> list = new ArrayList<>(older);
        for (String gone : Reading.words(Reading.child(root, "repeals").orElse(root), part))
            if (!list.removeIf(t -> id.apply(t).equals(gone)))
                throw new IllegalArgumentException("repeals: " + part + " has no " + gone);
        List<Node> nodes = Reading.items(root, part);
        for (int i = 0; i < changes.size(); i++) {
            T change = changes.get(i);
            Optional<String> after = Reading.word(nodes.get(i), "after");
            int known = index(list, id, id.apply(change));
            if (known >= 0 && after.isEmpty())
                list.set(known, change);
            else if (known >= 0)
                throw new IllegalArgumentException(part + ": " + id.apply(change) + " replaces an entry, so it has no place of its own");
            else if (after.isEmpty())
                list.add(change);
            else if (index(list, id, after.get()) < 0)
                throw new IllegalArgumentException(part + ": " + id.apply(change) + " is to stand after " + after.get() + ", which is not there");
            else
                list.add(index(list, id, after.get()) + 1, change);
        }
        return list;
    }

    private static <T> int index(List<T> list, Function<T, String> id, String wanted) {
        for (int i = 0; i < list.size(); i++)
            if (id.apply(list.get(i)).equals(wanted))
                return i;
        return -1;
    }

    private static Rule rule(Node node) {
        return new Rule(Reading.wordOr(node, "id", ""), Reading.wordOr(node, "stage", ""), Reading.text(node, "title"), Reading.text(node, "summary"),
                Reading.words(node, "source"), certainty(node), Reading.text(node, "doubt"), Reading.date(node, "applies_from"),
                Reading.date(node, "operative_from"), when(node), Reading.child(node, "unless").map(ConditionReader::read));
    }

    private static RuleSet.DutyRule duty(Node node) {
        return new RuleSet.DutyRule(Reading.wordOr(node, "id", ""), Reading.wordOr(node, "path", ""), Reading.wordOr(node, "role", ""),
                Reading.flag(node, "french"), Reading.text(node, "text"), Reading.words(node, "source"), certainty(node), Reading.text(node, "doubt"), when(node),
                Reading.list(node, "dates", d -> new RuleSet.DutyDates(
                        Reading.child(d, "when").map(ConditionReader::read).orElse(Condition.ALWAYS), Reading.date(d, "applies_from"),
                        Reading.date(d, "operative_from"), Reading.date(d, "until"), Reading.words(d, "source"), Reading.word(d, "certainty").flatMap(Certainty::of))));
    }

    static Condition when(Node node) {
        return Reading.child(node, "when").map(ConditionReader::read).orElse(Condition.ALWAYS);
    }

    static Certainty certainty(Node node) {
        return Certainty.of(Reading.wordOr(node, "certainty", "")).orElse(Certainty.MEMORY);
    }
}
