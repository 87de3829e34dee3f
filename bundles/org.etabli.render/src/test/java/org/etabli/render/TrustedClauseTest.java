package org.etabli.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

import org.etabli.markdown.TrustedAsciidoc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** A clause whose authors are trusted, through the real Asciidoctor: more of its form is left, and still nothing that acts. */
class TrustedClauseTest {
    private static final String HEAD = "= T\n:authority: the secret\n:system: S\n:table-caption!:\n\n";
    private static final String BEHIND = "\n[#behind]\n== Behind\n";
    private static final Set<String> ALLOWED = Set.of("main", "div", "p", "ul", "ol", "li", "strong", "em", "br", "table", "caption", "colgroup", "col", "thead", "tbody", "tr", "th", "td", "code", "sup", "sub", "a", "blockquote",
            "dl", "dt", "dd", "hr", "span");
    private static final Set<String> ATTRIBUTES = Set.of("class", "start", "type", "style", "width", "title", "id", "href");

    private static String clause(String asciidoc) {
        return TrustedAsciidoc.of(asciidoc, note -> note.toUpperCase(Locale.ROOT));
    }

    /** The page of a clause, when nothing in it acts and the document goes on behind it. */
    private static Element html(String asciidoc) throws Exception {
        String inert = clause(asciidoc);
        Element html = Engines.main(HEAD + inert + BEHIND);
        Element behind = Engines.elements(html).stream().filter(e -> e.getAttribute("id").equals("behind")).findFirst().orElse(null);
        assertTrue(behind != null && behind.getTagName().equals("h2") && behind.getParentNode().getParentNode() == html, () -> "the document does not go on behind\n" + inert);
        behind.getParentNode().removeChild(behind);
        for (Element e : Engines.elements(html)) {
            assertTrue(ALLOWED.contains(e.getTagName()), () -> e.getTagName() + " from\n" + inert);
            for (int i = 0; i < e.getAttributes().getLength(); i++) {
                String name = e.getAttributes().item(i).getNodeName();
                assertTrue(ATTRIBUTES.contains(name), () -> name + " from\n" + inert);
                assertTrue(!name.equals("href") || e.getAttribute(name).matches("(?:https?://|mailto:).*|#_footnote(?:def|ref)_\\d+"), () -> e.getAttribute(name) + " from\n" + inert);
            }
        }
        return html;
    }

    private static List<String> tags(Element html, String tag) {
        return Engines.elements(html).stream().filter(e -> e.getTagName().equals(tag)).map(e -> Engines.words(e.getTextContent())).toList();
    }

    static List<String> attacks() {
        return InertClauseTest.ATTACKS;
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void anAttackDoesNothing(String text) throws Exception {
        for (String typed : List.of(text, "Avant.\n\n" + text, "Avant\n" + text, "* un\n" + text, "====\n" + text + "\n====", "|===\n| " + text + "\n|===", "NOTE: " + text, "terme:: " + text, "`" + text + "`", "footnote:[" + text + "]", "https://a.fr[" + text + "]"))
            html(typed);
    }

    /** What would read, run or fetch is still there to be read, so that its author sees that it was not taken. */
    @ParameterizedTest
    @ValueSource(strings = {"include::/etc/hostname[]", "image::file:///etc/hostname[]", "link:file:///etc/passwd[fichier]", "link:javascript:alert(1)[clic]", "+++<script>alert(1)</script>+++", "pass:[<script>x</script>]", "{docdir}", "{set:authority:x}",
            ":authority: autre", "ifdef::x[]", "<<ancre,texte>>", "<script>alert(1)</script>", "stem:[x+2]", "toc::[]"})
    void whatActsIsReadAsItWasTyped(String text) throws Exception {
        assertEquals(Engines.words(text), Engines.words(html(text).getTextContent()));
    }

    @Test
    void aTableIsATable() throws Exception {
        Element html = html("Les délais :\n\n.Délais de reprise\n[%header,cols=\"1,2\"]\n|===\n| Incident | Délai\n| grave | 4 heures, *samedi compris*\n| autre\n| 3 jours \\| ouvrés\n|===\n\nSuite.");
        assertEquals(List.of("Délais de reprise"), tags(html, "caption"));
        assertEquals(List.of("Incident", "Délai"), tags(html, "th"));
        assertEquals(List.of("grave", "4 heures, samedi compris", "autre", "3 jours | ouvrés"), tags(html, "td"));
        assertEquals(List.of("samedi compris"), tags(html, "strong"));
    }

    /** AsciiDoc itself drops a last row that is too short. */
    @Test
    void noCellIsLost() throws Exception {
        assertEquals(List.of("a", "b", "c", ""), tags(html("|===\n| a | b\n| c\n|==="), "td"));
        assertEquals(List.of("a", "b", "c"), tags(html("|===\n| a\n| b\n| c\n"), "td"));
        assertEquals(List.of("b", "c"), tags(html("|===\n| Tête | de\n\n| b | c\n|===\n"), "td"));
    }

    @Test
    void theOtherFormsAreLeft() throws Exception {
        assertEquals(List.of("RGPD (https://www.cnil.fr/rgpd)"), List.of(Engines.words(html("https://www.cnil.fr/rgpd[RGPD]").getTextContent())));
        assertEquals(List.of("RGPD"), tags(html("Voir link:https://www.cnil.fr/rgpd[RGPD]."), "a"));
        assertEquals(List.of("2"), tags(html("CO~2~ et m^2^"), "sub"));
        assertEquals(List.of("2"), tags(html("CO~2~ et m^2^"), "sup"));
        assertEquals(List.of("etabli check"), tags(html("la commande `etabli check`"), "code"));
        assertEquals(List.of("{", "a", "}"), tags(html("----\n{\n\n    a\n}\n----"), "code"));
        assertEquals(List.of("SLA"), tags(html("SLA:: engagement de service\nsur l'année\nRTO:: délai"), "dt").subList(0, 1));
        assertEquals(List.of("engagement de service sur l'année", "délai"), tags(html("SLA:: engagement de service\nsur l'année\nRTO:: délai"), "dd"));
        assertEquals("WARNING Attention au délai.", Engines.words(html("WARNING: Attention\nau délai.").getTextContent()));
        assertEquals("NOTE Titre Un. Deux.", Engines.words(html("[NOTE]\n.Titre\n====\nUn.\n\nDeux.\n====").getTextContent()));
        assertEquals(List.of("Le droit. — Montesquieu, De l'esprit"), tags(html("[quote, Montesquieu, De l'esprit]\n____\nLe droit.\n____"), "blockquote"));
        assertEquals(List.of("Objet"), tags(html("== Objet\n\nLe *titulaire*."), "strong").subList(0, 1));
        assertEquals(1, tags(html("Un.\n\n'''\n\nDeux."), "hr").size());
        assertTrue(Engines.words(html("Un footnote:[voir l'annexe] mot").getTextContent()).contains("voir l'annexe"));
    }

    /** In AsciiDoc an open fence takes the rest of the document with it, and a comment hides it. */
    @ParameterizedTest
    @ValueSource(strings = {"====", "____", "|===", "----", "////", "--", "****", "```", "....", "++++", "[NOTE]\n====\n====\n____", "|===\n| a\n====", "____\n====\n____\n====", "====\n|===\n====\n|===", "a\n----", "[quote]\n", ".Titre", "[NOTE]", "SLA::", "* un\n+"})
    void whatIsOpenIsClosed(String text) throws Exception {
        html("Avant.\n\n" + text);
        html(text + "\n\nAprès.");
        html(text + "\nAprès.\n\nEncore.");
    }

    @Test
    void blocksStayWhole() {
        List<String> blocks = TrustedAsciidoc.blocksOf(clause("Un.\n\n====\nDeux.\n\n____\nTrois.\n\nQuatre.\n____\n====\n\n|===\n| a | b\n\n| c | d\n|===\n\n* cinq\n"));
        assertEquals(4, blocks.size(), blocks::toString);
        assertEquals(List.of(false, true, true, false), blocks.stream().map(TrustedAsciidoc::isFramed).toList());
        assertFalse(blocks.get(3).contains("="));
    }

    @Test
    void nothingActsInAnyMixture() throws Exception {
        String[] marks = {"====\n", "____\n", "|===\n", "| ", "----\n", "////\n", "--\n", "[NOTE]\n", ".T\n", "a:: ", "== ", "* ", "`", "^", "~", "footnote:[", "]", "https://a.fr[", "'''\n", "\n", "\n\n", "[cols=\"2*\"]\n", "+\n"};
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(30_000 + seed);
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 12; i++)
                text.append(random.nextInt(3) == 0 ? HostileTextTest.random(random) : marks[random.nextInt(marks.length)]).append(random.nextInt(4) == 0 ? "\n" : "");
            html(text.toString());
        }
    }
}
