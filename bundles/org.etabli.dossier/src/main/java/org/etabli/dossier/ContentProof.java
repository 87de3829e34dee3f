package org.etabli.dossier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.etabli.model.Clause;
import org.etabli.model.Decision;
import org.etabli.model.DocumentTemplate;
import org.etabli.model.Finding;
import org.etabli.model.InvalidInputException;
import org.etabli.model.Lang;
import org.etabli.model.Question;
import org.etabli.model.Truth;
import org.etabli.rules.Law;
import org.etabli.rules.LawException;
import org.etabli.yaml.AtomicFiles;
import org.etabli.yaml.CaseReader;
import org.etabli.yaml.ClauseReader;
import org.etabli.yaml.FactsReader;
import org.etabli.yaml.YamlText;

/**
 * Proves the files of {@code charters/}: schemas, references, and the cases that were written from the law beside the rules.
 * For authors of content; messages are one line each and name the file.
 */
public final class ContentProof {
    private static final String LAW = "law";

    private final Content content;
    private final LawLibrary library;
    private final List<String> problems = new ArrayList<>();
    private int cases;

    public ContentProof(Content content) {
        this.content = content;
        this.library = new LawLibrary(content);
    }

    /** How many cases were run by {@link #run()}. */
    public int cases() {
        return cases;
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
            schema("examples/" + name + "/" + DossierFolder.DOSSIER, "dossier");
            if (Files.exists(content.file("examples/" + name + "/" + DossierFolder.FACTS)))
                schema("examples/" + name + "/" + DossierFolder.FACTS, "facts");
        }
        if (!problems.isEmpty())
            return problems;
        try {
            catalogue();
            for (String version : library.versions("ai-act"))
                law(version);
            clauses();
            examples();
        } catch (InvalidInputException e) {
            e.findings().forEach(f -> problems.add(f.line(Lang.EN)));
        }
        return problems;
    }

    /** What a file of a law holds, by its name. */
    private static String kind(String name) {
        if (name.equals("questions.yaml"))
            return "questions";
        if (name.endsWith(".cases.yaml"))
            return "cases";
        return name.endsWith(".outline.yaml") ? "outline" : "rules";
    }

    private void schema(String path, String kind) throws IOException {
        try {
            YamlText text = YamlText.parse(path, AtomicFiles.read(content.file(path), path));
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

    private void law(String version) throws IOException, InvalidInputException {
        Law law = library.law(LocalDate.parse(version), Optional.of(version));
        Set<String> facts = new LinkedHashSet<>();
        law.ruleSets().forEach(s -> {
            if (!s.version().equals(s.inForceFrom().toString()))
                problems.add(s.id() + " " + s.version() + ": the version must be the first day in force");
            Set<String> stages = new LinkedHashSet<>();
            s.stages().forEach(x -> stages.add(x.id()));
            s.rules().stream().filter(r -> !stages.contains(r.stage())).forEach(r -> problems.add("rule " + r.id() + ": no stage " + r.stage()));
        });
        String path = LAW + "/ai-act/" + version + ".cases.yaml";
        if (!Files.exists(content.file(path))) {
            problems.add(path + " is missing");
            return;
        }
        CaseReader.Cases read = CaseReader.read(content.read(path, "cases"), new FactsReader(library.catalogue()));
        for (Finding f : read.findings())
            problems.add(f.line(Lang.EN));
        for (CaseReader.Case one : read.cases()) {
            cases++;
            LocalDate day = one.date().orElse(LocalDate.parse("2026-11-21"));
            Law onDay = library.law(day, Optional.of(version));
            compare(path + ":" + one.line() + " case " + one.id(), one.expect(), onDay.decide(one.id(), one.facts(), day));
        }
    }

    private void compare(String where, CaseReader.Expectation expected, Decision d) {
        expected.classId().filter(c -> !c.equals(d.classId()))
                .ifPresent(c -> problems.add(where + ": class " + c + " expected, " + d.classId() + " found; classes " + d.classes() + ", missing "
                        + d.missing().stream().map(Decision.Missing::fact).toList()));
        if (!expected.classes().isEmpty() && !expected.classes().equals(d.classes()))
            problems.add(where + ": classes " + expected.classes() + " expected, " + d.classes() + " found");
        List<String> duties = d.duties().stream().filter(x -> x.status() != Decision.DutyStatus.UNDETERMINED).map(Decision.Duty::path).toList();
        List<String> french = d.frenchLaw().stream().filter(x -> x.status() != Decision.DutyStatus.UNDETERMINED).map(Decision.Duty::path).toList();
        contains(where, "basis", d.basis(), expected.basis());
        without(where, "basis", d.basis(), expected.notBasis());
        contains(where, "duty", duties, expected.duties());
        without(where, "duty", duties, expected.notDuties());
        contains(where, "missing fact", d.missing().stream().map(Decision.Missing::fact).toList(), expected.missing());
        contains(where, "doubt", d.doubts().stream().map(Decision.Doubt::id).toList(), expected.doubts());
        contains(where, "French provision", french, expected.frenchLaw());
        contains(where, "role", d.roles().stream().filter(r -> r.held() == Truth.TRUE).map(Decision.RoleHeld::id).toList(), expected.roles());
        expected.fria().filter(f -> !f.equals(switch (d.fria()) {
            case TRUE -> "yes";
            case FALSE -> "no";
            case UNKNOWN -> "unknown";
        })).ifPresent(f -> problems.add(where + ": FRIA " + f + " expected, " + d.fria() + " found"));
    }

    private void contains(String where, String what, List<String> found, List<String> expected) {
        expected.stream().filter(e -> !found.contains(e)).forEach(e -> problems.add(where + ": " + what + " " + e + " expected, found " + found));
    }

    private void without(String where, String what, List<String> found, List<String> unwanted) {
        unwanted.stream().filter(found::contains).forEach(u -> problems.add(where + ": " + what + " " + u + " must not be there"));
    }

    private void clauses() throws IOException, InvalidInputException {
        if (library.versions("ai-act").isEmpty() || content.names("templates").isEmpty())
            return;
        Law law = library.law(LocalDate.parse(library.versions("ai-act").getLast()), Optional.empty());
        List<DocumentTemplate> documents = ClauseReader.documents(content.read("templates/documents.yaml", "documents"));
        Set<String> ids = new LinkedHashSet<>();
        for (String name : content.names("clauses"))
            for (Clause clause : ClauseReader.clauses(content.read("clauses/" + name, "clauses"))) {
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

    private void examples() throws IOException, InvalidInputException {
        for (String name : Examples.names(content))
            DossierFolder.load(content.builtIn().resolve("examples").resolve(name), content, library.catalogue()).findings().forEach(f -> problems.add(f.line(Lang.EN)));
    }

    /** {@code ContentProof <charters folder>}: prints the problems; ends with 1 when there are some. */
    public static void main(String[] args) throws IOException {
        ContentProof proof = new ContentProof(new Content(Path.of(args[0])));
        List<String> problems = proof.run();
        problems.forEach(System.out::println);
        System.out.println(proof.cases() + " cases, " + problems.size() + " problems");
        System.exit(problems.isEmpty() ? 0 : 1);
    }
}
