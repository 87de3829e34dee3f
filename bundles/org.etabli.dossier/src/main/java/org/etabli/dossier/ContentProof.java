package org.etabli.dossier;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.etabli.markdown.CharterText;
import org.etabli.model.Clause;
import org.etabli.model.Decision;
import org.etabli.model.DocumentTemplate;
import org.etabli.model.Finding;
import org.etabli.model.InvalidInputException;
import org.etabli.model.Lang;
import org.etabli.model.Question;
import org.etabli.rules.Law;
import org.etabli.rules.LawException;
import org.etabli.rules.LawProof;
import org.etabli.yaml.CaseReader;
import org.etabli.yaml.ClauseReader;
import org.etabli.yaml.ContrastReader;
import org.etabli.yaml.FactsReader;
import org.etabli.yaml.YamlText;

/**
 * Proves the files of {@code charters/}: schemas, references, the cases that were written from the law beside the rules, and the
 * pairs of them that stand for known errors.
 * For authors of content; messages are one line each and name the file.
 */
public final class ContentProof {
    private static final String LAW = "law";
    private static final String BASE = LawLibrary.BASE;

    private final Content content;
    private final LawLibrary library;
    private final List<String> problems = new ArrayList<>();
    private final Map<String, BigInteger> combinations = new LinkedHashMap<>();
    private int cases;
    private int citations;

    public ContentProof(Content content) {
        this.content = content;
        this.library = new LawLibrary(content);
    }

    /** How many cases were run by {@link #run()}. */
    public int cases() {
        return cases;
    }

    /** How many citations were looked up. */
    public int citations() {
        return citations;
    }

    /** How many combinations of answers each law was proved for. */
    public Map<String, BigInteger> combinations() {
        return combinations;
    }

    /** Every problem found; empty when all is proved. */
    public List<String> run() throws IOException {
        for (String law : content.names(LAW))
            for (String name : content.names(LAW + "/" + law))
                schema(LAW + "/" + law + "/" + name, kind(name));
        for (String name : content.names("clauses"))
            schema("clauses/" + name, "clauses");
        for (String name : content.names("templates"))
            schema("templates/" + name, "documents");
        for (String name : Examples.names(content)) {
            schema("examples/" + name + "/" + DossierFile.DOSSIER.name(), "dossier");
            if (Files.exists(content.file("examples/" + name + "/" + DossierFile.FACTS.name())))
                schema("examples/" + name + "/" + DossierFile.FACTS.name(), "facts");
        }
        if (!problems.isEmpty())
            return problems;
        try {
            catalogue();
            for (String law : content.names(LAW))
                for (String version : library.versions(law))
                    law(law, version);
            clauses();
            models();
            examples();
            proofs();
        } catch (InvalidInputException e) {
            e.findings().forEach(f -> problems.add(f.line(Lang.EN)));
        }
        return problems;
    }

    private static String kind(String name) {
        return name.equals("questions.yaml") ? "questions" : name.equals("sources.yaml") ? "citations" : name.endsWith(".outline.yaml") ? "outline"
                : name.endsWith(".cases.yaml") ? "cases" : name.endsWith(".contrasts.yaml") ? "contrasts" : "rules";
    }

    private void schema(String path, String kind) throws IOException {
        try {
            YamlText text = YamlText.parse(path, content.text(path));
            content.schemas().validate(text, kind).forEach(f -> problems.add(f.line(Lang.EN)));
        } catch (InvalidInputException e) {
            e.findings().forEach(f -> problems.add(f.line(Lang.EN)));
        }
    }

    private void catalogue() throws IOException, InvalidInputException {
        Set<String> groups = new LinkedHashSet<>();
        library.catalogue().groups().forEach(g -> groups.add(g.id()));
        for (Question q : library.catalogue().questions()) {
            boolean closed = q.type() == Question.AnswerType.ONE_OF || q.type() == Question.AnswerType.ANY_OF;
            if (!groups.contains(q.group()))
                problems.add("question " + q.id() + ": no group " + q.group());
            if (closed == q.options().isEmpty())
                problems.add("question " + q.id() + ": options and type do not fit");
            if (q.type() == Question.AnswerType.YES_NO && (q.yes().size() < 2 || q.no().size() < 2))
                problems.add("question " + q.id() + ": two examples of yes and two of no are expected");
        }
    }

    private void law(String id, String version) throws IOException, InvalidInputException {
        Law law = id.equals(BASE) ? library.law(LocalDate.parse(version), Optional.of(version)) : library.law(LocalDate.parse(version), Optional.empty());
        law.ruleSets().stream().filter(s -> s.id().equals(id)).forEach(s -> {
            if (!s.version().equals(s.inForceFrom().toString()))
                problems.add(s.id() + " " + s.version() + ": the version must be the first day in force");
            Set<String> stages = new LinkedHashSet<>();
            s.stages().forEach(x -> stages.add(x.id()));
            s.rules().stream().filter(r -> !stages.contains(r.stage())).forEach(r -> problems.add("rule " + r.id() + ": no stage " + r.stage()));
        });
        String path = LAW + "/" + id + "/" + version + ".cases.yaml";
        Map<String, ContrastProof.Decided> decided = new LinkedHashMap<>();
        if (Files.exists(content.file(path)))
            decided.putAll(cases(path, id.equals(BASE) ? Optional.of(version) : Optional.empty()));
        else if (id.equals(BASE))
            problems.add(path + " is missing");
        String contrasts = LAW + "/" + id + "/" + version + ".contrasts.yaml";
        if (Files.exists(content.file(contrasts)))
            problems.addAll(new ContrastProof(contrasts, ContrastReader.read(content.read(contrasts, "contrasts")), decided).run());
        if (id.equals(BASE) && !Files.exists(content.file(outline(id, version))))
            problems.add(outline(id, version) + " is missing");
    }

    private static String outline(String law, String version) {
        return LAW + "/" + law + "/" + version + ".outline.yaml";
    }

    private Map<String, ContrastProof.Decided> cases(String path, Optional<String> version) throws IOException, InvalidInputException {
        CaseReader.Cases read = CaseReader.read(content.read(path, "cases"), new FactsReader(library.catalogue()));
        for (Finding f : read.findings())
            problems.add(f.line(Lang.EN));
        Map<String, ContrastProof.Decided> decided = new LinkedHashMap<>();
        for (CaseReader.Case one : read.cases()) {
            cases++;
            Law law = library.law(one.date(), version);
            Decision decision = law.decide(one.id(), one.facts(), one.date());
            String where = path + ":" + one.line() + " case " + one.id() + ": ";
            Expected.unmet(one.expect(), decision).forEach(p -> problems.add(where + p));
            Expected.unknown(one.expect(), law).forEach(p -> problems.add(where + p));
            if (decided.put(one.id(), new ContrastProof.Decided(one, decision)) != null)
                problems.add(where + "another case has this id");
        }
        return decided;
    }

    /** For every combination of answers: each state of the base law with what is laid over it on its first day and today's newest. */
    private void proofs() throws IOException, InvalidInputException {
        if (library.versions(BASE).stream().allMatch(v -> Files.exists(content.file(outline(BASE, v))))) {
            CitationProof citationProof = new CitationProof(content, library);
            problems.addAll(citationProof.run());
            citations = citationProof.citations();
        }
        Set<String> done = new LinkedHashSet<>();
        Set<String> idle = new LinkedHashSet<>();
        library.catalogue().questions().forEach(q -> idle.add(q.id()));
        for (String version : library.versions(BASE))
            for (LocalDate day : List.of(LocalDate.parse(version), LocalDate.MAX)) {
                Law law = library.law(day, Optional.of(version));
                if (done.add(law.name())) {
                    LawProof proof = new LawProof(law);
                    combinations.put(law.name(), proof.combinations());
                    proof.run().forEach(d -> problems.add(law.name() + ": " + d));
                    idle.retainAll(proof.idleQuestions());
                }
            }
        // a question may serve one state of the law only
        idle.forEach(q -> problems.add("idle question " + q + ": it decides nothing in any state of the law"));
    }

    private void clauses() throws IOException, InvalidInputException {
        if (library.versions(BASE).isEmpty() || content.names("templates").isEmpty())
            return;
        Law law = library.law(LocalDate.parse(library.versions(BASE).getLast()), Optional.empty());
        List<DocumentTemplate> documents = ClauseReader.documents(content.read("templates/documents.yaml", "documents"));
        Set<String> ids = new LinkedHashSet<>();
        DutiesProof duties = new DutiesProof(library);
        for (String name : content.names("clauses")) {
            YamlText text = content.read("clauses/" + name, "clauses");
            duties.read("clauses/" + name, text);
            for (Clause clause : ClauseReader.clauses(text)) {
                if (!ids.add(clause.id()))
                    problems.add("clauses/" + name + ": two clauses have the id " + clause.id());
                if (documents.stream().filter(d -> d.id().equals(clause.document())).flatMap(d -> d.sections().stream()).noneMatch(s -> s.id().equals(clause.section())))
                    problems.add("clauses/" + name + ": clause " + clause.id() + " stands in no section of " + clause.document());
                try {
                    law.test(clause.when());
                } catch (LawException e) {
                    problems.add("clauses/" + name + ": clause " + clause.id() + ": " + e.getMessage());
                }
            }
        }
        problems.addAll(duties.run());
    }

    private void models() throws IOException, InvalidInputException {
        for (String name : content.names("models")) {
            String path = "models/" + name;
            CharterText model = CharterText.parse(path, content.text(path));
            CharterCheck.findings(model, n -> content.text("models/" + n), content, library).forEach(f -> problems.add(f.line(Lang.EN)));
        }
    }

    private void examples() throws IOException, InvalidInputException {
        for (String name : Examples.names(content)) {
            Path folder = content.builtIn().resolve("examples").resolve(name);
            // what they say is read, whatever the day
            Standing standing = Standing.of(folder, content, library, LocalDate.EPOCH);
            standing.dossier().findings().forEach(f -> problems.add(f.line(Lang.EN)));
            standing.charter().findings().forEach(f -> problems.add(f.line(Lang.EN)));
        }
    }

    /** {@code ContentProof <charters folder>}: prints the problems; ends with 1 when there are some. */
    public static void main(String[] args) throws IOException {
        ContentProof proof = new ContentProof(new Content(Path.of(args[0])));
        List<String> problems = proof.run();
        problems.forEach(System.out::println);
        proof.combinations().forEach((law, count) -> System.out.printf(java.util.Locale.ROOT, "%s: about %.1e combinations of complete answers examined, and every part of them%n", law, count.doubleValue()));
        System.out.println(proof.cases() + " cases, " + proof.citations() + " citations, " + problems.size() + " problems");
        System.exit(problems.isEmpty() ? 0 : 1);
    }
}
