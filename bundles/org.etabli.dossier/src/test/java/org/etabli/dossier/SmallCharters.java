package org.etabli.dossier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A small {@code charters/} on disk, right as it stands; tests change one file of it. */
final class SmallCharters {
    static final String QUESTIONS = """
            schema: etabli/questions/1
            pack: small
            groups: [{id: g, title: {fr: G, en: G}}]
            questions:
              - id: a
                group: g
                type: yes-no
                text: {fr: A, en: A}
                meaning: {fr: a, en: a}
                yes: [{fr: x, en: x}, {fr: y, en: y}]
                no: [{fr: x, en: x}, {fr: y, en: y}]
                articles: [art.1]
              - id: t
                group: g
                type: one-of
                text: {fr: T, en: T}
                meaning: {fr: t, en: t}
                options: [{id: x, text: {fr: x, en: x}}, {id: y, text: {fr: y, en: y}}]
                articles: [art.1]
            """;
    static final String RULES = """
            schema: etabli/rules/1
            id: %1$s
            version: "%2$s"
            title: {fr: Loi, en: Law}
            in_force_from: %2$s
            texts: [{id: x, title: {fr: X, en: X}, reference: JO}]
            stages: [{id: s, title: {fr: S, en: S}}]
            rules:
              - {id: r-%1$s, stage: s, title: {fr: R, en: R}, summary: {fr: r, en: r}, source: [art.2], certainty: text, when: {a: yes}}
            """;
    static final String CLASSES = """
            classes:
              - {id: prohibited, title: {fr: P, en: P}, meaning: {fr: p, en: p}, source: [art.5], when: {rule: r-ai-act}}
              - {id: minimal, title: {fr: M, en: M}, meaning: {fr: m, en: m}, source: [art.95], fallback: true, when: {all: []}}
            doubts:
              - {id: kind-y, text: {fr: y, en: y}, source: [art.1], certainty: text, when: {t: y}}
            """;
    static final String OUTLINE = """
            schema: etabli/outline/1
            law: ai-act
            version: 2026-01-01
            source: none
            recitals: 3
            chapters: {I: 2}
            articles: {"1": {"1": [a, {b: [i, ii]}], "1a": []}, "2": {points: ["1", "2"]}, "5": {}, "95": {}}
            annexes: {I: {continuous: true, sections: {A: ["1"], B: ["2"]}}, II: {}}
            """;
    static final String CASES = """
            schema: etabli/cases/1
            law: ai-act
            date: 2026-11-21
            cases:
              - id: one
                title: {fr: un, en: one}
                why: {fr: car, en: because}
                source: [art.5]
                facts: {a: yes}
                expect: {class: prohibited, classes: [prohibited], basis: [art.5, art.2], not_basis: [art.95]}
              - id: two
                title: {fr: deux, en: two}
                why: {fr: car, en: because}
                source: [art.5]
                facts: {t: x}
                expect: {class: insufficient_information, classes: [minimal], missing: [a], fria: no}
            """;
    static final String CONTRASTS = """
            schema: etabli/contrasts/1
            law: ai-act
            traps: [T01]
            contrasts:
              - {trap: T01, error: {fr: e, en: e}, cases: [one, two], differ: [a, t]}
            """;
    static final String CLAUSES = """
            schema: etabli/clauses/1
            document: doc
            clauses:
              - {id: C-1, section: s, title: {fr: C, en: C}, body: {fr: c, en: c}, source: [art.5], certainty: text, when: {rule: r-ai-act}}
            """;
    static final String DOCUMENTS = """
            schema: etabli/documents/1
            documents:
              - {id: doc, kind: clauses, title: {fr: D, en: D}, subtitle: {fr: d, en: d}, intro: {fr: d, en: d}, sections: [{id: s, title: {fr: S, en: S}}]}
            """;

    final Path folder;

    SmallCharters(Path folder) throws IOException {
        this.folder = folder;
        Path schemas = Files.createDirectories(folder.resolve("schemas"));
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("etabli.charters")).resolve("schemas"))) {
            for (Path file : (Iterable<Path>) files::iterator)
                Files.copy(file, schemas.resolve(file.getFileName().toString()));
        }
        write("law/ai-act/questions.yaml", QUESTIONS);
        write("law/ai-act/2026-01-01.yaml", RULES.formatted("ai-act", "2026-01-01") + CLASSES);
        write("law/ai-act/2026-01-01.cases.yaml", CASES);
        write("law/ai-act/2026-01-01.contrasts.yaml", CONTRASTS);
        write("law/ai-act/2026-01-01.outline.yaml", OUTLINE);
        write("clauses/doc.yaml", CLAUSES);
        write("templates/documents.yaml", DOCUMENTS);
        write("examples/one/dossier.yaml", "schema: etabli/dossier/1\nid: one\ntitle: Un\nauthority: {name: A, kind: commune}\n");
        write("examples/one/facts.yaml", "schema: etabli/facts/1\nfacts: {a: no}\n");
    }

    SmallCharters write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    /** One state more of a law. */
    SmallCharters state(String law, String day) throws IOException {
        return write("law/" + law + "/" + day + ".yaml", RULES.formatted(law, day) + (law.equals("ai-act") ? CLASSES : ""));
    }

    Content content() {
        return new Content(folder);
    }
}
