package org.etabli.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.Set;

import org.etabli.markdown.FreeText;
import org.etabli.markdown.InertAsciidoc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** A clause that a dossier brings, through the real Asciidoctor: what a clause needs comes out of it, the rest is read as it was typed. */
class InertClauseTest {
    private static final String HEAD = "= T\n:authority: the secret\n:system: S\n\n";
    private static final Set<String> ALLOWED = Set.of("main", "div", "p", "ul", "ol", "li", "strong", "em", "br");
    /** What Asciidoctor itself writes around what stands before the first heading. */
    private static final Set<String> FREE = Set.of("id=\"preamble\"");
    /** Says whether something has opened a block that goes on behind the clause. */
    private static final String BEHIND = "\n[#behind]\n== Behind\n";

    private static Element html(String asciidoc) throws Exception {
        Element html = Engines.main(HEAD + asciidoc + BEHIND);
        Element behind = Engines.elements(html).stream().filter(e -> e.getAttribute("id").equals("behind")).findFirst().orElse(null);
        assertTrue(behind != null && behind.getTagName().equals("h2"), () -> "the document does not go on behind\n" + asciidoc);
        behind.getParentNode().removeChild(behind);
        for (Element e : Engines.elements(html)) {
            assertTrue(ALLOWED.contains(e.getTagName()), () -> e.getTagName() + " from\n" + asciidoc);
            for (int i = 0; i < e.getAttributes().getLength(); i++)
                assertTrue(FREE.contains(e.getAttributes().item(i).toString()) || Set.of("class", "start", "type").contains(e.getAttributes().item(i).getNodeName()),
                        () -> e.getTagName() + " from\n" + asciidoc);
        }
        return html;
    }

    /** What AsciiDoc can be asked to do, all of it. */
    static final List<String> ATTACKS = List.of("++++\n<script>alert(1)</script>\n++++", "[pass]\n<iframe src=\"file:///etc/hostname\"></iframe>", "[subs=none]\n<script>x</script>", "+++<script>alert(1)</script>+++", "+<b>x</b>+", "$$<b>x</b>$$",
            "pass:[<script>x</script>]", "pass:q,a[<b>{docdir}]", "include::/etc/hostname[]", "include::https://evil.example/x[]", "\\include::x[]", "image::file:///etc/hostname[]", "image:x.png[]", "video::x.mp4[]", "video::abc[youtube]",
            "audio::x.mp3[]", "link:javascript:alert(1)[clic]", "link:file:///etc/passwd[fichier]", "https://evil.example/", "mailto:a@b.fr[x]", "a@b.fr", "<<ancre>>", "<<ancre,texte>>", "xref:autre.adoc[x]", "xref:ancre[]",
            ":docinfo: shared", ":authority: autre", ":!sectids:", ":x: {\n y}", "{set:authority:x}", "{set:docinfo!}", "{counter:n}", "{counter2:n}", "{docdir}", "{user-home}", "{asciidoctor-version}", "{attribute-inconnu}", "ifdef::x[]\ncaché\nendif::[]",
            "ifndef::x[vu]", "ifeval::[1 == 1]\ncaché\nendif::[]", "stem:[x^2]", "[stem]\n++++\nx\n++++", "latexmath:[x]", "asciimath:[x]", "====\nexemple\n====", "--\nouvert\n--", "----\ncode\n----", "....\nlittéral\n....", "////\ncaché\n////",
            "// caché", "```\ncode\n```", "```html\n<b>x</b>\n```", "|===\n| a | b\n|===", ",===\na,b\n,===", "!===\n! a\n!===", "[source,html]\n<b>x</b>", "[quote, moi, ici]\ncité", "> cité", "[verse]\nvers", "[.role]#x#", "[#id]\nx", "[[id]]", "[[[bib]]]",
            "[cols=\"1a\"]\n|===\na|include::x[]\n|===", "= Titre", "== Titre", "=== Titre", "# Titre", ".Titre\nx", "Titre\n~~~~~", "NOTE: lisez", "[WARNING]\nlisez", "[horizontal]\na:: b", "Terme:: définition", "Terme;; définition", "Question??", "[qanda]\nQ:: R",
            "<1> appel", "<.> appel", "code <1>", "toc::[]", "'''", "<<<", "kbd:[Ctrl+C]", "btn:[OK]", "menu:Fichier[Ouvrir]", "icon:bomb[]", "footnote:[x]", "footnoteref:[a,b]", "((index))", "(((a,b)))", "indexterm:[a]", "anchor:x[]",
            "<script>alert(1)</script>", "<link rel=\"stylesheet\" href=\"file:///x\">", "<svg onload=\"alert(1)\"/>", "<!-- -->", "&lt;script&gt;", "&#60;script&#62;", "\"`cité`\"", "'`cité`'", "`code`", "``code``", "#marque#", "##marque##", "x^2^", "H~2~O", "(C) (R) (TM)", "a -> b => c",
            "l'an", "a...", "a -- b", "i) premier", "IV) quatrième", "x) dixième", "a. premier", "1. premier", "12. douzième", "A. premier", "[%interactive]", "image:data:text/html,x[]", "link:++javascript:x++[a]", "a\\");

    static List<String> attacks() {
        return ATTACKS;
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void anAttackIsReadAsItWasTyped(String text) throws Exception {
        for (String clause : new String[] {text, "Avant.\n\n" + text, "Avant\n" + text, "Avant " + text, "{authority} " + text}) {
            String seen = clause.startsWith("{authority}") ? "the secret" + clause.substring("{authority}".length()) : clause;
            assertEquals(Engines.words(seen), Engines.words(html(InertAsciidoc.of(clause)).getTextContent()), () -> InertAsciidoc.of(clause));
        }
        for (String marker : new String[] {"* ", "** ", ". ", "- "}) {
            String item = InertAsciidoc.of("* un\n" + marker + text.replace('\n', ' ') + "\n* deux");
            assertEquals(Engines.words("un " + text + " deux"), Engines.words(html(item).getTextContent()), () -> item);
        }
        for (String mark : new String[] {"*", "**", "_", "__"})
            if (!text.contains(mark.substring(0, 1)) && !text.contains("\n")) {
                String marked = InertAsciidoc.of(mark + text + mark);
                Element html = html(marked);
                assertEquals(Engines.words(text), Engines.words(html.getTextContent()), () -> marked);
                assertTrue(Engines.elements(html).stream().anyMatch(e -> e.getTagName().equals(mark.startsWith("*") ? "strong" : "em")), () -> marked);
            }
    }

    /** A list goes on behind "+" in AsciiDoc, and any block could hang there. */
    @Test
    void nothingHangsOnAnItem() throws Exception {
        assertEquals("un + ++++ <script>x</script> ++++", Engines.words(html(InertAsciidoc.of("* un\n+\n++++\n<script>x</script>\n++++\n")).getTextContent()));
    }

    /** Signs that are dropped since nobody sees them would leave two marks alone, and those open a block of AsciiDoc. */
    @ParameterizedTest
    @ValueSource(strings = {"*\u0001*", "**\u0001**", "_\u0007_", "__\u0007__", "*\u001c*", "*\u2003*", "*\u001c a*", "*a\u2003*", "*_\u0001_*", "_*\u0001*_", "*\uFFFE*", "* *\u0001*", "*\u0001* suite"})
    void marksAroundNothingOpenNothing(String text) throws Exception {
        String inert = InertAsciidoc.of(text);
        assertEquals(Engines.visible(text).replaceAll("[*_]", "").strip(), Engines.words(html(inert).getTextContent()), () -> inert);
    }

    @ParameterizedTest
    @ValueSource(strings = {"**&#1;**", "*&#1;*", "*&#7;* suite", "`\u0001`", "#", "##\n", "# #", "# &#1;", "- #", "> #", "i) premier", "XII\\) douzième"})
    void inAFieldNeither(String markdown) throws Exception {
        String asciidoc = FreeText.toAsciidoc("Avant\n\n" + markdown + "\n\nAprès\n");
        Set<String> blocks = Set.of("main", "div", "p", "strong", "em", "code", "ul", "li", "blockquote");
        Element html = Engines.main(HEAD + asciidoc + BEHIND);
        for (Element e : Engines.elements(html)) {
            assertTrue(blocks.contains(e.getTagName()) || e.getAttribute("id").equals("behind"), () -> e.getTagName() + " from\n" + asciidoc);
            assertFalse(e.getAttribute("class").contains("sidebar"), asciidoc);
        }
        assertTrue(Engines.words(html.getTextContent()).endsWith("Après Behind"), asciidoc);
    }

    @Test
    void whatAClauseNeedsComesOut() throws Exception {
        Element html = html(InertAsciidoc.of("Le *titulaire* de {authority} +\nlivre _vite_ :\n\n* un\n** deux\n. trois\n"));
        assertEquals("Le titulaire de the secret livre vite : un deux trois", Engines.words(html.getTextContent()));
        for (String tag : new String[] {"strong", "em", "br", "ul", "ol"})
            assertTrue(Engines.elements(html).stream().anyMatch(e -> e.getTagName().equals(tag)), tag);
    }

    @Test
    void nothingElseComesOutOfAnyMixture() throws Exception {
        for (int seed = 0; seed < 120; seed++) {
            Random random = new Random(20_000 + seed);
            StringBuilder clause = new StringBuilder();
            for (int i = 0; i < 6; i++)
                clause.append(HostileTextTest.random(random)).append(random.nextInt(3) == 0 ? "\n\n" : random.nextInt(2) == 0 ? "\n" : " ");
            String typed = clause.toString().replace("{authority}", "{autre}").replace("{empty}", "{vide}");
            String inert = InertAsciidoc.of(typed);
            assertEquals(letters(typed), letters(html(inert).getTextContent()), () -> typed + "\n-----\n" + inert);
        }
    }

    /** Without the signs that may be marks of a list, of stress or of a line break. */
    private static String letters(String text) {
        return Engines.visible(text).replaceAll("[*_.+\\s-]", "");
    }
}
