package org.etabli.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.etabli.dossier.Content;
import org.etabli.dossier.LawLibrary;
import org.etabli.model.Catalogue;
import org.etabli.model.Facts;
import org.etabli.model.Finding;
import org.etabli.model.InvalidInputException;
import org.etabli.model.Lang;
import org.etabli.rules.Law;
import org.etabli.yaml.CaseReader;
import org.etabli.yaml.FactsReader;
import org.etabli.yaml.YamlText;

/** What is decided: the content of {@code charters/}, and texts that lie beside these classes. */
final class Inputs {
    /** The day of decision of whatever names none. */
    static final LocalDate TODAY = LocalDate.parse("2026-11-21");
    private static final String LAW = "ai-act";
    private static final String PROJECTS = "examples/projects.yaml";

    private Inputs() {
    }

    /** One system, with the law it is judged by. */
    record Judged(String id, Law law, Facts facts, LocalDate date) {
    }

    static Content content() {
        return new Content(Path.of(System.getProperty("etabli.charters")));
    }

    /** The example dossiers, the real projects beside them, and every case that was written from the law. */
    static List<Judged> all() throws IOException, InvalidInputException {
        Content content = content();
        LawLibrary library = new LawLibrary(content);
        List<Judged> all = new ArrayList<>();
        Law today = library.law(TODAY, Optional.empty());
        for (String example : content.names("examples")) {
            String path = "examples/" + example + "/facts.yaml";
            if (Files.exists(content.file(path)))
                all.add(new Judged(example, today, facts(content.read(path, "facts"), library.catalogue()), TODAY));
        }
        for (YamlText project : YamlText.parseAll(PROJECTS, Files.readString(content.file(PROJECTS))))
            all.add(new Judged(PROJECTS, today, facts(project, library.catalogue()), TODAY));
        for (String version : library.versions(LAW)) {
            String path = "law/" + LAW + "/" + version + ".cases.yaml";
            if (!Files.exists(content.file(path)))
                continue;
            CaseReader.Cases cases = CaseReader.read(content.read(path, "cases"), new FactsReader(library.catalogue()));
            refuse(cases.findings());
            for (CaseReader.Case one : cases.cases())
                all.add(new Judged(one.id(), library.law(one.date(), Optional.of(version)), one.facts(), one.date()));
        }
        mix(all);
        return all;
    }

    /** So that every second of a run meets cheap and dear ones alike; the same order in every process. */
    static void mix(List<?> list) {
        Collections.shuffle(list, new Random(1));
    }

    static Facts facts(YamlText text, Catalogue catalogue) {
        FactsReader.Result read = new FactsReader(catalogue).read(text);
        refuse(read.findings());
        return read.facts();
    }

    private static void refuse(List<Finding> findings) {
        if (!findings.isEmpty())
            throw new IllegalStateException(findings.get(0).line(Lang.EN));
    }

    static YamlText text(String name) throws IOException, InvalidInputException {
        return YamlText.parse(name, resource(name));
    }

    static String resource(String name) throws IOException {
        try (InputStream in = Inputs.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
