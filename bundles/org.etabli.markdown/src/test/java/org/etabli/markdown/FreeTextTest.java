package org.etabli.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The AsciiDoc that comes out; that Asciidoctor reads it so is tested where Asciidoctor is. */
class FreeTextTest {

    private static void becomes(String asciidoc, String markdown) {
        assertEquals(asciidoc + "\n", FreeText.toAsciidoc(markdown));
    }

    @Test
    void nothingStaysNothing() {
        for (String nothing : new String[] {"", " ", "\n\n", " \t\n"})
            assertEquals("", FreeText.toAsciidoc(nothing));
    }

    @Test
    void paragraphsStayApartAndLinesWithinThemJoin() {
        becomes("un deux\n\ntrois", "un\ndeux\n\ntrois\n");
        becomes("un +\ndeux", "un  \ndeux");
    }

    @Test
    void emphasisStaysWithTheSpacesAroundIt() {
        becomes("un **deux** __trois__ ``quatre`` cinq", "un **deux** *trois* `quatre` cinq");
        becomes("a**b**c", "a**b**c");
        becomes("__**fort**__", "***fort***");
        becomes("**a b c**", "**a __b__ c**".replace("__", "**"));
    }

    @Test
    void lists() {
        becomes("* a\n* b", "- a\n- b");
        becomes(". a\n. b", "1. a\n2. b");
        becomes("* a\n** b\n*** c\n* d", "- a\n  - b\n    - c\n- d");
        becomes("[arabic,start=3]\n. a\n. b", "3. a\n4. b");
        becomes(". a\n[arabic,start=7]\n.. b\n. c", "1. a\n\n   7. b\n2. c");
        becomes("* a\n+\nsuite\n* b", "- a\n\n  suite\n- b");
    }

    /** A paragraph that stands too far to the right is code to Markdown; its words are there all the same. */
    @Test
    void nothingWithinAnItemIsLost() {
        becomes("* a\n+\nsuite\n* b", "- a\n\n      suite\n- b");
        becomes("* suite", "-     suite");
        becomes("* a\n+\nun +\ndeux", "- a\n\n  ```\n  un\n  deux\n  ```");
        becomes("* a\n+\n&#60;div&#62;suite&#60;&#47;div&#62;", "- a\n\n  <div>suite</div>");
        becomes("* &#60;div&#62;suite&#60;&#47;div&#62;", "- <div>suite</div>");
        becomes("* &#91;mot&#93;&#58; suite", "- [mot]: suite");
    }

    /** A level deeper has a marker of its own, also where the kinds alternate. */
    @Test
    void listsOfBothKindsKeepTheirLevels() {
        becomes(". a\n** b\n[arabic]\n... c\n. d", "1. a\n   - b\n     1. c\n2. d");
    }

    @Test
    void twoListsInARowStayTwo() {
        becomes("* a\n\n//-\n\n. b", "- a\n\n1. b");
    }

    @Test
    void quotationsStayInTheirFences() {
        becomes("____\na\n\nb\n\n____", "> a\n>\n> b");
        becomes("____\na\n\n_____\nb\n\n_____\n\n____", "> a\n>\n> > b");
    }

    @Test
    void aHeadingBecomesBoldAndNoChapter() {
        becomes("**Titre**\n\ntexte", "# Titre\n\ntexte");
        becomes("**Titre fort**", "## Titre **fort**");
        becomes("**Titre**", "Titre\n=====");
    }

    @Test
    void codeStaysLineByLineAndEndsItsParagraph() {
        becomes("a +\nb\n\nc", "```\na\nb\n```\nc");
        becomes("a +\n{empty} +\nb", "    a\n\n    b");
    }

    @Test
    void aLinkShowsWhereItLeads() {
        becomes("texte &#40;https&#58;&#47;&#47;x&#46;fr&#47;a&#95;b)", "[texte](https://x.fr/a_b)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<b>gras</b>", "<script>alert(1)</script>", "<!-- caché -->", "a <img src=x onerror=alert(1)> b", "<div>\n\ntexte\n\n</div>", "<?php x ?>", "&lt;b&gt;", "<a href='javascript:x'>y</a>"})
    void htmlNeverComesThrough(String markdown) {
        String asciidoc = FreeText.toAsciidoc(markdown);
        assertFalse(asciidoc.contains("<") || asciidoc.contains(">"), asciidoc);
        assertTrue(asciidoc.contains("&#60;"), asciidoc);
    }

    @ParameterizedTest
    @ValueSource(strings = {"include::/etc/passwd[]", "image::x.png[]", "pass:[<b>]", "{authority}", "+++<b>+++", "<<x>>", "|===", "NOTE: x", "= Titre", "== Titre", "....\nx\n....", "----", "//// x", "[source]", ":a: b",
            "link:x[y]", "https://x.fr", "footnote:[x]", "kbd:[x]", "stem:[x]", "a::b", "Terme:: x", "(C) -- ... ->", "[[x]]", "((x))", "`\"x\"`", "a^b^ a~b~", "#x#", "toc::[]", "ifdef::a[]", "<<<", "'''", "\\{x}"})
    void noMacroAttributeOrBlockOfAsciidocComesThrough(String text) {
        String asciidoc = FreeText.toAsciidoc(text);
        // what is left of signs are our own: emphasis, the escapes, the join of a line
        String signs = asciidoc.replaceAll("&#\\d{2,3};", "").replaceAll(" \\+\n", "").replaceAll("[\\p{L}\\p{N}\\s,?%.!)]", "").replaceAll("\\*\\*|__|``", "");
        assertEquals("", signs, asciidoc);
    }

    // --- single lines --------------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Nantes Métropole|Nantes Métropole", "50 % des agents, soit 12 ?|50 % des agents, soit 12 ?", "L’été : oui ; non !|L’été : oui ; non !",
            "aide-soignant|aide&#45;soignant", "un aide-soignant|un aide-soignant", "a < b|a &#60; b"})
    void ordinaryTextStaysReadable(String text, String expected) {
        assertEquals(expected, Asciidoc.inline(text));
    }

    @Test
    void aLineIsOneLine() {
        assertEquals("a b c d e", Asciidoc.inline("  a \r\n\r\n b\nc\u2028d\u0085e\t"));
        assertEquals("a b c d", Asciidoc.inline("a\tb\fc\u000bd"));
    }

    @Test
    void whatNoXmlAllowsIsLeftOut() {
        assertEquals("abc", Asciidoc.inline("a\u0000\u0007\u001b\u007f\u0080\u009fb\ud800\udc00\ud800\uFFFE\uFFFFc".replace("\ud800\udc00", "")));
        assertEquals("😀", Asciidoc.inline("😀"), "whole pairs are letters like any other");
    }

    /** No word is lost, however deep it stands. */
    @Test
    void depthHasALimit() {
        for (String deep : List.of("> ".repeat(3000), "> ".repeat(90), "- ".repeat(3000), "1. ".repeat(300), "*a _".repeat(3000), "**".repeat(5000))) {
            String asciidoc = FreeText.toAsciidoc(deep + "mot");
            assertTrue(asciidoc.contains("mot"), deep.substring(0, 10));
        }
        StringBuilder emphasis = new StringBuilder("mot");
        for (int i = 0; i < 3000; i++)
            emphasis.insert(0, i % 2 == 0 ? "*a " : "**a ").append(i % 2 == 0 ? " b*" : " b**");
        assertTrue(FreeText.toAsciidoc(emphasis.toString()).contains("mot"));
        StringBuilder list = new StringBuilder();
        for (int level = 0; level < 60; level++)
            list.append("  ".repeat(level)).append("- mot").append(level).append("x\n");
        String asciidoc = FreeText.toAsciidoc(list.toString());
        for (int level = 0; level < 60; level++)
            assertTrue(asciidoc.contains("mot" + level + "x"));
    }
}
