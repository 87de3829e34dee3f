package org.etabli.imports;

import static org.etabli.imports.Imports.body;
import static org.etabli.imports.Imports.charter;
import static org.etabli.imports.Imports.headings;
import static org.etabli.imports.Imports.lines;
import static org.etabli.imports.Imports.of;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import org.etabli.model.Charter;
import org.etabli.model.Lang;
import org.junit.jupiter.api.Test;

/** What becomes a principle, an item, a commitment, the title and the preamble. */
class OutlineTest {

    @Test
    void levelsThatAreLeftOutDoNotCount() throws Exception {
        Imported imported = of("c.md", "## P\n\n#### I\n\n###### C\n\nmots\n\n## Q\n\n#### J\n\n###### D\n\nmots\n");
        assertEquals(List.of("# P", "## I", "### C", "# Q", "## J", "### D"), headings(imported));
        assertEquals("c", charter(imported).charter().title());
        assertEquals(List.of(0), lines(imported, "no-title"));
    }

    @Test
    void aDeeperHeadingIsALineInBold() throws Exception {
        Imported imported = of("c.md", "# P\n\n## I\n\n### C\n\na\n\n#### D\n\nb\n\n# Q\n");
        assertEquals(List.of("# P", "## I", "### C", "# Q"), headings(imported));
        assertEquals("a\n\n**D**\n\nb", charter(imported).charter().commitments().toList().getFirst().text());
        assertEquals(List.of(9), lines(imported, "too-deep"));
    }

    @Test
    void aPrincipleWithCommitmentsAloneGetsAnItem() throws Exception {
        Imported imported = of("c.md", "# P\n\n### C\n\na\n\n### D\n\na\n\n# Q\n\n## I\n\n### E\n\nb\n");
        assertEquals(List.of("# P", "## Engagements", "### C", "### D", "# Q", "## I", "### E"), headings(imported));
        assertEquals(List.of(1), lines(imported, "item-made"));
    }

    @Test
    void aHeadingAboveThePrinciplesIsOne() throws Exception {
        Imported imported = of("c.md", "### Avant\n\nmot\n\n# P\n\n## I\n\n### C\n\nmot\n\n# Q\n");
        assertEquals(List.of("# Avant", "## Engagements", "### Mot", "# P", "## I", "### C", "# Q"), headings(imported));
        assertEquals(List.of(1), lines(imported, "promoted"));
    }

    @Test
    void theTitleIsTheOnlyHighestHeadingOrTheFirstThatSaysCharter() throws Exception {
        assertEquals("Nos règles", charter(of("c.md", "# Nos règles\n\n## P\n\n- a\n\n## Q\n\n- b\n")).charter().title());
        assertEquals("Charte d’ici", charter(of("c.md", "# Charte d’ici\n\nmots\n\n# P\n\n- a\n")).charter().title());
        assertEquals("ma charte", charter(of("ma_charte.md", "# P\n\n- a\n\n# Q\n\n- b\n")).charter().title());
        assertEquals("De côté", charter(of("c.md", "---\ntitle: De côté\nauteur: X\n---\n\n# P\n\n- a\n\n# Q\n\n- b\n")).charter().title());
    }

    @Test
    void anOpeningSectionIsThePreamble() throws Exception {
        Imported imported = of("c.md", "# Charte\n\nun\n\n## Préambule\n\ndeux\n\n## P\n\n- a\n\n## Préambule\n\n- b\n");
        assertEquals("un\n\n**Préambule**\n\ndeux", charter(imported).charter().preamble());
        assertEquals(List.of("# P", "## Engagements", "### A", "# Préambule", "## Engagements", "### B"), headings(imported));
        assertEquals(List.of(5), lines(imported, "preface"));
    }

    @Test
    void withoutHeadingsThereIsOnePrinciple() throws Exception {
        Imported imported = of("c.md", "Avant.\n\n- a\n- b\n");
        assertEquals(List.of("# c", "## Engagements", "### A", "### B"), headings(imported));
        assertEquals("Avant.", charter(imported).charter().preamble());
        Imported prose = of("c.txt", "Une phrase qui s’arrête.\n\nUne autre.\n");
        assertEquals(List.of(), headings(prose));
        assertEquals("Une phrase qui s’arrête.\n\nUne autre.", charter(prose).charter().preamble());
        assertEquals(1, lines(prose, "nothing").size());
    }

    @Test
    void linesInBoldAreHeadingsWhereThereAreNone() throws Exception {
        Imported imported = of("c.md", "**Charte d’ici**\n\nmots\n\n**Informer**\n\n- a\n\n**Nous disons tout.**\n");
        assertEquals("Charte d’ici", charter(imported).charter().title());
        assertEquals(List.of("# Informer", "## Engagements", "### A"), headings(imported));
        assertEquals(List.of(1), lines(imported, "bold-headings"));
        assertEquals(List.of(9), lines(imported, "after-list"));
    }

    @Test
    void aParagraphThatIntroducesAnotherListIsAnItem() throws Exception {
        Imported imported = of("c.md", "# P\n\nNous :\n\n- a\n\nEux, de leur côté :\n\n- b\n\n# Q\n");
        assertEquals(List.of("# P", "## Engagements", "### A", "## Eux, de leur côté", "### B", "# Q"), headings(imported));
        assertEquals(List.of(7), lines(imported, "item-from-paragraph"));
    }

    @Test
    void noLevelIsInvented() throws Exception {
        Imported imported = of("c.md", "# P\n\n- Nous devons obligatoirement répondre.\n\n# Q\n");
        assertEquals(List.of(Optional.<Charter.Level>empty()), charter(imported).charter().commitments().map(Charter.Commitment::level).toList());
    }

    @Test
    void whatLooksLikeAFieldIsOneOnlyWhereAFieldMayStand() throws Exception {
        String fields = "- niveau : obligatoire\n- preuve : le registre\n";
        Charter.Commitment taken = charter(of("c.md", "# P\n\n## I\n\n### C\n\nmots\n\n" + fields + "\n# Q\n")).charter().commitments().toList().getFirst();
        assertEquals(Optional.of(Charter.Level.MUST), taken.level());
        assertEquals(List.of("le registre"), taken.evidence());
        for (String other : List.of(fields.replace("obligatoire", "fort"), fields + "- autre chose\n", fields + "- niveau : possible\n", fields + "\nsuite\n", "- mots\n" + fields.replaceAll("(?m)^", "  "))) {
            Charter.Commitment escaped = charter(of("c.md", "# P\n\n## I\n\n### C\n\nmots\n\n" + other + "\n# Q\n")).charter().commitments().toList().getFirst();
            assertEquals(Optional.empty(), escaped.level(), other);
            assertEquals(List.of(), escaped.evidence(), other);
            assertTrue(escaped.text().contains("le registre"), other);
        }
        assertEquals("\n# P {#p}\n\n- niveau \\: obligatoire\n- preuve \\: le registre\n\n## I {#i}\n", body(of("c.md", "# P\n\n" + fields + "\n## I\n\n# Q\n")).replace("\n# Q {#q}\n", ""));
        assertEquals("\n# P {#p}\n\n## Engagements {#engagements}\n\n### Niveau : possible {#niveau-possible}\n\n# Q {#q}\n", body(of("c.txt", "Article 1 : P\n\n- niveau : possible\n\nArticle 2 : Q\n"))
                .replaceAll("Article \\d : ", "").replaceAll("article-\\d-", ""));
    }

    @Test
    void idsOfTheAuthorStayWhereTheyCan() throws Exception {
        assertEquals("\n# B {#b-2}\n\n# P {#a}\n\n# Q {#q}\n\n# Non {#X} {#non-x}\n\n# R {#b}\n", body(of("c.md", "# B\n\n# P {#a}\n\n# Q {#a}\n\n# Non {#X}\n\n# R {#b}\n")));
        assertEquals("\n# P {#a}\n\n# Q {#q}\n", body(of("c.adoc", "[#a]\n== P\n\n== Q\n")));
    }

    @Test
    void theLanguageIsGuessedUnlessItIsGiven() throws Exception {
        String english = "# The rules\n\nWe shall publish the list of our tools and this is for the people.\n\n## P\n\n- a\n";
        assertEquals(Lang.EN, charter(of("c.md", english)).language());
        assertEquals(Lang.FR, charter(of("c.md", "# P\n\nLa liste de nos outils est dans le registre pour les habitants.\n")).language());
        Imported given = Importer.read("c.md", english.getBytes(StandardCharsets.UTF_8), Optional.of(Lang.FR));
        assertEquals(Lang.FR, charter(given).language());
        assertEquals(List.of(), lines(given, "language"));
    }

    @Test
    void anAdoptionIsSaidButNotTaken() throws Exception {
        Imported imported = of("c.md", "# Charte\n\nmots\n\nAdoptée par délibération n° 12 du 3 mars 2026.\n\n## P\n\n- a\n");
        assertEquals(Optional.empty(), charter(imported).charter().adoption());
        assertEquals(List.of(5), lines(imported, "adoption"));
    }

    @Test
    void aCharterOfOursIsCopied() throws Exception {
        String ours = "---\nschema: etabli/charter/1\nid: c\ntitle: C\nlanguage: fr\nversion: \"7\"\n---\n\n# P {#p}\n\n- niveau: rien\n";
        Imported imported = of("c.md", ours);
        assertEquals(ours, imported.text());
        assertEquals(1, lines(imported, "already").size());
    }

    @Test
    void titlesAreTheBeginningOfTheWords() {
        assertEquals("Publier la liste", Words.of("publier la liste ;").title());
        assertEquals("Nous répondons à tous", Words.of("Nous répondons à tous. En trente jours.").title());
        assertEquals("Voir l’art. L. 123 du code", Words.of("Voir l’art. L. 123 du code.").title());
        assertEquals("a) oui", Words.of("a) oui").title());
        assertEquals("X" + "x".repeat(39) + "…", Words.of("x".repeat(200)).title());
        assertEquals("m".repeat(39) + " " + "n".repeat(39), Words.of("m".repeat(39) + " " + "n".repeat(39)).title().toLowerCase());
        assertEquals("M" + "m".repeat(38) + "…", Words.of("m".repeat(39) + " " + "n".repeat(41)).title());
    }

    /** What a title says is not said again; an address is not lost with it. */
    @Test
    void aTitleIsNotRepeated() throws Exception {
        String text = "# P\n\n## I\n\n- Publier la liste des outils.\n- **Registre.** La liste est publique.\n- Voir [le guide](https://a.fr) pour cela.\n- Répondre à toute personne. Un agent le fait.\n\n# Q\n";
        assertEquals(List.of("Publier la liste des outils=", "Registre=La liste est publique.", "Voir le guide pour cela=Voir [le guide](https://a.fr) pour cela.", "Répondre à toute personne=Un agent le fait."),
                charter(of("c.md", text)).charter().commitments().map(c -> c.title() + "=" + c.text()).toList());
    }

    @Test
    void numbersOfCommitmentsGoOnlyWhereAllOfThemTellTheirPlace() throws Exception {
        assertEquals(List.of("### Dire cela", "### Faire ceci", "### Penser aussi"), headings(of("c.md", "# P\n\n1. Dire cela\n2. Faire ceci\n\n# Q\n\n1. Penser aussi\n")).stream().filter(h -> h.startsWith("###")).toList());
        Imported goesOn = of("c.md", "# P\n\n1. Dire cela\n2. Faire ceci\n\n# Q\n\n3. Penser aussi\n");
        assertEquals(List.of("### 1. Dire cela", "### 2. Faire ceci", "### 3. Penser aussi"), headings(goesOn).stream().filter(h -> h.startsWith("###")).toList());
        assertEquals(List.of(), lines(goesOn, "commitment-numbers"));
    }

    @Test
    void placeDayAndSignatureAreNoCommitment() throws Exception {
        for (String end : List.of("Fait à Saint-Ouen, le 3 mars 2026\n\nLe maire,\n\nJean Martin", "Fait le 3 mars 2026", "Le maire, Jeanne Martin", "Signed at Lille, 3 March 2026")) {
            Imported imported = of("c.txt", "Article 1 : Dire\n\nNous disons tout.\n\nArticle 2 : Faire\n\nNous faisons peu.\n\n" + end + "\n");
            assertEquals(List.of("### Nous disons tout", "### Nous faisons peu"), headings(imported).stream().filter(h -> h.startsWith("###")).toList(), end);
            assertEquals(List.of(9), lines(imported, "signature"), end);
        }
        assertEquals(List.of(), lines(of("c.txt", "Article 1 : Dire\n\nFait à la main, ce courrier est relu.\n\nArticle 2 : Faire\n\nLe maire répond à tous les habitants.\n"), "signature"));
    }

    @Test
    void whatIsRefusedIsNamed() {
        try {
            of("vide.txt", "\n");
        } catch (org.etabli.model.InvalidInputException e) {
            assertTrue(e.findings().getFirst().message().fr().startsWith("vide.txt : ") && e.findings().getFirst().message().en().startsWith("vide.txt: "));
            return;
        }
        throw new AssertionError("it was read");
    }
}
