package org.etabli.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import org.etabli.markdown.Asciidoc;
import org.etabli.markdown.FreeText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Text from anywhere through the real Asciidoctor: the reader sees the characters that were typed, and nothing comes of them. */
class HostileTextTest {
    private static final List<String> PIECES = List.of("include::", "/etc/passwd", "image::", "image:", "x.png", "[]", "[x]", "pass:[", "pass:q[", "]", "+++", "++", "+", "{", "}", "{set:a:b}", "{counter:x}", "{authority}",
            "{empty}", "<script>", "</script>", "<b>", "<<", "<<x>>", ">>", "&", "&amp;", "&#60;", "&#x3c;", "&hellip;", "http://", "https://a.b", "mailto:", "a@b.fr", "link:", "xref:", "|===", "|", "!===", "NOTE:", "TIP: ", "= ", "== ",
            "* ", "** ", "- ", ". ", ".. ", "a. ", "i) ", "XIV) ", "1. ", "<1>", "<.>", "footnote:[", "kbd:[", "btn:[", "menu:", "stem:[", "latexmath:[", "icon:", "anchor:", "indexterm:[", "[[", "]]", "[#id]", "[.role]#", "[source]", "[quote]", "#", "##", "_",
            "__", "*", "**", "`", "``", "^", "~", "'", "''", "\"", "\"`", "`\"", "'`", "...", "--", "---", "----", "====", "....", "****", "____", "++++", "//", "////", "(C)", "(c)", "(TM)", "(R)", "->", "=>", "<-", "<=", "::", ":: ", ";;",
            ":a: b", ":!a:", "!", "?", "\\", "\\\\", "\n", "\r\n", "\n\n", "\t", " ", "  ", "a", "é", "😀", "mot", "1", "L’", "«\u00a0", "\u00a0»", "\u2028", "\u200b", "\u0000", "\u0007", "ifdef::a[]", "endif::[]", "%", "$$", "€", "toc::[]", "+\n",
            " +\n", "'''", "<<<", "e\u0301", "((", "(((", "))", "Term:: def", "\ud83d", "\uFFFE", "\uFEFF", "a--b", "( C )", "a_b_c", "2*3*4", "x^2^", "{lang}", "\u0085", "\u202e");
    private static final Set<String> FRAME = Set.of("main", "div", "p", "ul", "li", "table", "colgroup", "col", "thead", "tbody", "tr", "th", "td", "h2", "strong");

    static String random(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 1 + random.nextInt(7); i > 0; i--)
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        return text.toString();
    }

    /** In every place where our documents put text of others. */
    @Test
    void aLineIsReadAsItWasTyped() throws Exception {
        int next = 0;
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            List<String> texts = new ArrayList<>();
            while (texts.size() < 12) {
                String text = random(random);
                if (!Engines.visible(text).isEmpty())
                    texts.add(text);
            }
            StringBuilder doc = new StringBuilder("= T\n:lang: fr\n:authority: the secret\n");
            for (int i = 0; i < texts.size(); i++)
                doc.append(":value-").append(i).append(": ").append(Asciidoc.inline(texts.get(i))).append('\n');
            StringBuilder expected = new StringBuilder();
            for (int i = 0; i < texts.size(); i++) {
                String inert = Asciidoc.inline(texts.get(i));
                doc.append("\n[#h").append(next++).append("]\n== ").append(inert).append("\n\n").append(inert).append("\n\n[.role]\nbefore ").append(inert).append(" after\n\n* ").append(inert)
                        .append("\n** ").append(inert).append("\n\n[.x%header,cols=\"1,1\"]\n|===\n| ").append(inert).append("\n| H\n\n| ").append(inert).append("\n| C\n|===\n\nof {value-").append(i)
                        .append("}, and **{value-").append(i).append("}**\n");
                String seen = Engines.visible(texts.get(i));
                expected.append(String.join(" ", " ", seen, seen, "before", seen, "after", seen, seen, seen, "H", seen, "C of", seen + ", and", seen));
            }
            Element html = Engines.main(doc.toString());
            assertEquals(Engines.words(expected.toString()), Engines.words(html.getTextContent()), () -> "of " + texts);
            Set<String> elements = new TreeSet<>();
            Engines.elements(html).forEach(e -> elements.add(e.getTagName()));
            elements.removeAll(FRAME);
            assertEquals(Set.of(), elements, () -> "of " + texts);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"include::/etc/passwd[]", "image::http://evil/x.png[]", "image:x.png[]", "pass:[<script>alert(1)</script>]", "+++<script>alert(1)</script>+++", "{authority}", "{set:authority:x}", "<script>alert(1)</script>",
            "link:javascript:alert(1)[x]", "https://evil.example/", "<<anchor>>", "|===", "NOTE: lisez", "= Titre", "* item", ". item", "i) item", "IV) item", "Terme:: définition", "a <1>", "footnote:[note]", "xref:a[b]", "   devant", "....", "----",
            "[source]", "ifdef::x[]", "// commentaire", "////", "(C) (R) (TM) -> ... --", "l'an d'avant", "\"`cité`\"", "a +", "toc::[]", ":authority: x", "[[id]]", "((index))", "stem:[x]", "<<<", "'''", "\\{authority}", "&lt;b&gt;"})
    void aKnownAttackIsReadAsItWasTyped(String text) throws Exception {
        String inert = Asciidoc.inline(text);
        Element html = Engines.main("= T\n:authority: the secret\n\n" + inert + "\n\n* " + inert + "\n\n|===\n| " + inert + "\n|===\n\n== " + inert + "\n");
        String seen = Engines.visible(text);
        assertEquals(String.join(" ", seen, seen, seen, seen), Engines.words(html.getTextContent()));
        Engines.elements(html).forEach(e -> assertTrue(FRAME.contains(e.getTagName()), e.getTagName()));
    }

    // --- fields in Markdown --------------------------------------------------------------------------------------

    /** Everything that has a meaning in Markdown behind a backslash: what stays is the text. */
    private static String escaped(String text) {
        return Engines.visible(text).replaceAll("([!-/:-@\\[-`{-~])", "\\\\$1");
    }

    /** Structure is written by us, text by somebody hostile: the structure comes out, and the text as it was typed. */
    @Test
    void structureStaysAndTextIsText() throws Exception {
        for (int seed = 0; seed < 80; seed++) {
            Random random = new Random(1000 + seed);
            StringBuilder markdown = new StringBuilder();
            StringBuilder expected = new StringBuilder();
            String last = "";
            for (int i = 0; i < 8; i++) {
                String kind = List.of("p", "ul", "ol", "strong", "em", "quote", "mixed").get(random.nextInt(7));
                // in Markdown a list goes on behind a blank line
                if (kind.equals(last))
                    kind = "p";
                last = kind;
                String a = text(random);
                String b = text(random);
                String c = text(random);
                switch (kind) {
                    case "ul", "ol" -> {
                        String marker = kind.equals("ul") ? "- " : "1. ";
                        String inner = kind.equals("ul") ? "  1. " : "   - ";
                        markdown.append(marker).append(escaped(a)).append('\n').append(inner).append(escaped(b)).append('\n').append(marker).append(escaped(c)).append("\n\n");
                        String other = kind.equals("ul") ? "ol" : "ul";
                        expected.append("<" + kind + "><li>" + a + "<" + other + "><li>" + b + "</li></" + other + "></li><li>" + c + "</li></" + kind + ">");
                    }
                    case "strong" -> {
                        markdown.append("x **y").append(escaped(a)).append("y** z").append("\n\n");
                        expected.append("<p>x <strong>y" + a + "y</strong> z</p>");
                    }
                    case "em" -> {
                        markdown.append("x *y").append(escaped(a)).append("y* z\n\n");
                        expected.append("<p>x <em>y" + a + "y</em> z</p>");
                    }
                    case "quote" -> {
                        markdown.append("> ").append(escaped(a)).append("\n>\n> ").append(escaped(b)).append("\n\n");
                        expected.append("<blockquote><p>" + a + "</p><p>" + b + "</p></blockquote>");
                    }
                    case "mixed" -> {
                        markdown.append(escaped(a)).append(" **f** *g* ").append(escaped(b)).append('\n').append(escaped(c)).append("\n\n");
                        expected.append("<p>" + a + " <strong>f</strong> <em>g</em> " + b + " " + c + "</p>");
                    }
                    default -> {
                        markdown.append(escaped(a)).append("\n\n");
                        expected.append("<p>" + a + "</p>");
                    }
                }
            }
            String asciidoc = FreeText.toAsciidoc(markdown.toString());
            assertEquals(Engines.words(expected.toString()), Engines.words(skeleton(Engines.main("= T\n:authority: the secret\n\n" + asciidoc))), () -> markdown + "\n-----\n" + asciidoc);
        }
    }

    private static String text(Random random) {
        String text = "";
        while (text.isEmpty())
            text = Engines.visible(random(random));
        // a space beside a tag cannot be told from none once white space is one
        return "w" + text + "w";
    }

    /** Tags that have a meaning, and the text. */
    private static String skeleton(Node node) {
        StringBuilder out = new StringBuilder();
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling())
            if (child instanceof Element e) {
                String inside = skeleton(e);
                boolean tag = Set.of("p", "ul", "ol", "li", "strong", "em", "blockquote", "code").contains(e.getTagName()) && !(e.getTagName().equals("p") && node.getNodeName().equals("li"));
                assertTrue(tag || Set.of("div", "p").contains(e.getTagName()), e.getTagName());
                out.append(tag ? "<" + e.getTagName() + ">" + inside.strip() + "</" + e.getTagName() + ">" : inside);
            } else {
                String text = child.getTextContent();
                out.append(text.isBlank() && !inline(node) ? "" : text);
            }
        return out.toString();
    }

    private static boolean inline(Node node) {
        return Set.of("p", "strong", "em", "li").contains(node.getNodeName()) && !(node.getNodeName().equals("li"));
    }

    /** Whatever somebody types without backslashes may become paragraphs, lists, emphasis, quotations; never anything else. */
    @Test
    void nothingButWhatAFieldMayHaveComesOut() throws Exception {
        Set<String> allowed = Set.of("main", "div", "p", "ul", "ol", "li", "strong", "em", "code", "blockquote", "br");
        Set<String> seen = new TreeSet<>();
        for (int seed = 0; seed < 150; seed++) {
            Random random = new Random(5000 + seed);
            StringBuilder markdown = new StringBuilder();
            for (int i = 0; i < 6; i++)
                markdown.append(random(random)).append(random.nextInt(3) == 0 ? "\n\n" : random.nextInt(2) == 0 ? "\n" : " ");
            String asciidoc = FreeText.toAsciidoc(markdown.toString());
            Element html = Engines.main("= T\n:authority: the secret\n\n" + asciidoc);
            for (Element e : Engines.elements(html)) {
                assertTrue(allowed.contains(e.getTagName()), () -> e.getTagName() + " from\n" + markdown + "\n-----\n" + asciidoc);
                seen.add(e.getTagName());
                for (int i = 0; i < e.getAttributes().getLength(); i++)
                    assertTrue(Set.of("class", "start", "type").contains(e.getAttributes().item(i).getNodeName()), () -> e.getTagName() + " " + e.getAttributes() + " from\n" + markdown);
            }
            assertTrue(!html.getTextContent().contains("the secret"), () -> "an attribute came through: " + markdown);
        }
        assertTrue(seen.size() > 7, seen.toString());
    }

    /** In a charter links can be followed: to its own headings, to the web and to a mail address, each to what is written and nowhere else. */
    @Test
    void aLinkLeadsWhereItSaysOrNowhere() throws Exception {
        Map<String, String> leads = new LinkedHashMap<>();
        leads.put("#here", "#c-here");
        for (String address : List.of("https://a.b/c_d_e?x=*1*&y=2#z", "http://a.b/{authority}", "https://a.b/`m`^u^~d~", "HTTPS://A.B/++p++", "https://a.b/x,y;z", "mailto:a@b.fr", "https://a.b/[c]", "https://a.b/pass:[x]", "https://a.b/'q'"))
            leads.put(address, address);
        for (String address : List.of("#there", "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "vbscript:x", "//a.b", "etc/passwd", "httpsx://a.b", "jAvAsCrIpT:x"))
            leads.put(address, "");
        int seed = 9000;
        for (Map.Entry<String, String> lead : leads.entrySet())
            for (int i = 0; i < 4; i++) {
                String words = text(new Random(seed++));
                String asciidoc = FreeText.toAsciidoc("before [" + escaped(words) + "](<" + lead.getKey() + ">) after\n", Map.of("here", "c-here"));
                Element html = Engines.main("= T\n:authority: the secret\n\n" + asciidoc + "\n[#c-here]\n== Here\n");
                List<Element> links = Engines.elements(html).stream().filter(e -> e.getTagName().equals("a")).toList();
                assertEquals(lead.getValue().isEmpty() ? List.of() : List.of(lead.getValue()), links.stream().map(a -> a.getAttribute("href")).toList(), () -> "of " + asciidoc);
                String shown = lead.getValue().startsWith("#") ? "" : " (" + lead.getKey() + ")";
                assertEquals(Engines.words("before " + words + shown + " after Here"), Engines.words(html.getTextContent()), () -> "of " + asciidoc);
                for (Element link : links)
                    assertEquals(words, Engines.words(link.getTextContent()));
                for (Element e : Engines.elements(html))
                    assertTrue(Set.of("main", "div", "p", "a", "h2").contains(e.getTagName()), () -> e.getTagName() + " from " + asciidoc);
            }
    }
}
