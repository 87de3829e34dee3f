package org.etabli.annex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.etabli.dossier.Content;
import org.etabli.dossier.LawLibrary;
import org.etabli.dossier.Standing;
import org.etabli.dossier.Tasks.Task;
import org.etabli.model.Dossier;
import org.etabli.model.Fact;
import org.etabli.model.Lang;
import org.etabli.model.Question;
import org.etabli.model.Text;
import org.etabli.rules.Law;
import org.junit.jupiter.api.Test;

/** The letter with the questions for one person, on the real questions. */
class RequestsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private final Content content = new Content(Path.of(System.getProperty("etabli.charters")));
    private final Law law;
    private final Dossier dossier;

    RequestsTest() throws Exception {
        law = new LawLibrary(content).law(TODAY, Optional.empty());
        dossier = Standing.of(content.builtIn().resolve("examples/nantes-cantines"), content, new LawLibrary(content), LocalDate.EPOCH).dossier().dossier();
    }

    private String text(Lang lang, Question question) {
        Task task = new Task(question.id(), new Fact.Ask("Le fournisseur", Optional.of(LocalDate.of(2026, 12, 1))), false);
        return new Requests(law, new Wording(law, lang)).text(Optional.of(dossier), "Le fournisseur", List.of(task));
    }

    @Test
    void everyQuestionComesWithItsMeaningAnswersAndExamples() {
        for (Question question : law.catalogue().questions())
            for (Lang lang : Lang.values()) {
                String text = text(lang, question);
                assertTrue(text.contains("\n## 1. " + question.text().in(lang).strip() + "\n"), text);
                assertTrue(text.contains(question.meaning().in(lang).strip()), text);
                question.options().forEach(o -> assertTrue(text.contains(o.text().in(lang).strip()), text));
                for (Text example : question.yes())
                    assertTrue(text.contains("- " + (lang == Lang.EN ? "Yes, for instance: " : "Oui, par exemple : ") + example.in(lang)), text);
                assertEquals(question.yes().size() + question.no().size(), text.lines().filter(l -> l.startsWith("- ")).count(), text);
            }
    }

    @Test
    void itSaysForWhomForWhatAndByWhen() {
        String text = text(Lang.FR, law.catalogue().questions().get(0));
        assertTrue(text.startsWith("# Questions sur l’outil de prévision du nombre de repas des cantines\n"), text);
        assertTrue(text.contains("Pour : Le fournisseur") && text.contains("1er décembre 2026") && text.contains("Nantes Métropole"), text);
    }
}
