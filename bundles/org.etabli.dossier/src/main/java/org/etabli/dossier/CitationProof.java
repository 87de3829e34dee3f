package org.etabli.dossier;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

import org.etabli.model.InvalidInputException;
import org.etabli.model.RuleSet;
import org.etabli.yaml.Node;
import org.etabli.yaml.OutlineReader;
import org.etabli.yaml.YamlText;

/**
 * Every citation exists in the version of the text that it claims: paths of the Regulation in the numbering of that version, all
 * others in the list of texts that were looked at.
 */
final class CitationProof {
    private static final Pattern REGULATION = Pattern.compile("(art|anx|rec|rec2026|chp)\\..*");
    /** Keys whose values are paths. */
    private static final Set<String> CITING = Set.of("source", "articles", "path", "basis");

    private final Content content;
    private final LawLibrary library;
    private final List<String> problems = new ArrayList<>();
    private int citations;

    CitationProof(Content content, LawLibrary library) {
        this.content = content;
        this.library = library;
    }

    /** How many citations were looked up. */
    int citations() {
        return citations;
    }

    List<String> run() throws IOException, InvalidInputException {
        List<String> versions = library.versions(LawLibrary.BASE);
        Set<String> others = others();
        Set<String> everywhere = new HashSet<>(others);
        for (String version : versions) {
            Set<String> known = new HashSet<>(others);
            known.addAll(outline(version));
            everywhere.addAll(known);
            ruleSet(library.state(LawLibrary.BASE, version), known);
            cases(LawLibrary.BASE, version, known);
        }
        for (String law : content.names("law"))
            for (String version : law.equals(LawLibrary.BASE) ? List.<String>of() : library.versions(law)) {
                ruleSet(library.state(law, version), everywhere);
                cases(law, version, everywhere);
            }
        file("law/" + LawLibrary.BASE + "/questions.yaml", "questions", everywhere);
        Set<String> newest = new HashSet<>(others);
        newest.addAll(outline(versions.getLast()));
        for (String name : content.names("clauses"))
            file("clauses/" + name, "clauses", newest);
        for (String name : content.names("templates"))
            file("templates/" + name, "documents", newest);
        return problems;
    }

    private Set<String> outline(String version) throws IOException, InvalidInputException {
        return OutlineReader.read(content.read("law/" + LawLibrary.BASE + "/" + version + ".outline.yaml", "outline"));
    }

    private Set<String> others() throws IOException, InvalidInputException {
        Set<String> known = new HashSet<>();
        for (String law : content.names("law"))
            if (Files.exists(content.file("law/" + law + "/sources.yaml")))
                walk(content.read("law/" + law + "/sources.yaml", "citations").root(), (line, path) -> known.add(path));
        return known;
    }

    private void cases(String law, String version, Set<String> known) throws IOException, InvalidInputException {
        String path = "law/" + law + "/" + version + ".cases.yaml";
        if (Files.exists(content.file(path)))
            file(path, "cases", known);
    }

    private void file(String path, String kind, Set<String> known) throws IOException, InvalidInputException {
        YamlText text = content.read(path, kind);
        walk(text.root(), (line, citation) -> check(path + ":" + line, citation, known));
    }

    private static void walk(Node node, BiConsumer<Integer, String> citation) {
        switch (node) {
            case Node.Mapping m -> m.entries().forEach(e -> {
                if (!CITING.contains(e.key().text()))
                    walk(e.value(), citation);
                else if (e.value() instanceof Node.Scalar s)
                    citation.accept(s.span().line(), s.text());
                else if (e.value() instanceof Node.Sequence s)
                    s.items().forEach(i -> citation.accept(i.span().line(), ((Node.Scalar) i).text()));
            });
            case Node.Sequence s -> s.items().forEach(i -> walk(i, citation));
            case Node.Scalar s -> { }
        }
    }

    private void ruleSet(RuleSet set, Set<String> known) {
        String name = set.id() + " " + set.version() + ": ";
        set.rules().forEach(r -> check(name + "rule " + r.id(), r.source(), known));
        set.classes().forEach(c -> check(name + "class " + c.id(), c.source(), known));
        set.roles().forEach(r -> check(name + "role " + r.id(), r.source(), known));
        set.doubts().forEach(d -> check(name + "doubt " + d.id(), d.source(), known));
        set.fria().ifPresent(f -> check(name + "fria", f.source(), known));
        set.duties().forEach(d -> {
            check(name + "duty " + d.id(), d.path(), known);
            check(name + "duty " + d.id(), d.source(), known);
            d.dates().forEach(x -> check(name + "dates of duty " + d.id(), x.source(), known));
        });
    }

    private void check(String where, List<String> paths, Set<String> known) {
        paths.forEach(p -> check(where, p, known));
    }

    private void check(String where, String path, Set<String> known) {
        citations++;
        if (!known.contains(path))
            problems.add(where + (REGULATION.matcher(path).matches() ? ": " + path + " does not exist in this version of the Regulation" : ": " + path + " stands in no list of sources"));
    }
}
