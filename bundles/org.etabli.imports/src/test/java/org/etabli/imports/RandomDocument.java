package org.etabli.imports;

import java.util.List;
import java.util.Random;

/** Documents of every format in which no word comes twice; what begins with w is in the text, what begins with n beside it. */
final class RandomDocument {
    private static final List<String> AROUND = List.of("%s", "%s", "%s", "%s", "%s", "*%s", "%s_", "[%s]", "<%s>", "&%s;", "`%s", "**%s", "#%s", "%s.", "%s!", "niveau : %s", "level: %s", "- %s",
            "1. %s", "%s](#x)", "{%s}", "{#%s}", "\\%s", "«\u00a0%s\u00a0»", "é%s", "+%s", "> %s", "%s|", "~~%s~~", "_%s_", "=%s", "http://a.b/%s", "$%s", "%s --", "(%s)", "\"%s\"", "%s…", "😀%s");
    private final Random random;
    private int count;

    RandomDocument(long seed) {
        this.random = new Random(seed);
    }

    // --- words ---------------------------------------------------------------------------------------------------

    private String word() {
        return "w" + count++ + "x";
    }

    private String note() {
        return "n" + count++ + "x";
    }

    private String words() {
        StringBuilder words = new StringBuilder(word());
        for (int i = random.nextInt(14); i > 0; i--)
            words.append(random.nextInt(25) == 0 ? ". Et " : " ").append(word());
        return words.toString();
    }

    /** Words among signs that mean something somewhere. */
    private String wild() {
        StringBuilder words = new StringBuilder(word());
        for (int i = random.nextInt(8); i > 0; i--)
            words.append(' ').append(AROUND.get(random.nextInt(AROUND.size())).formatted(word()));
        return words.toString();
    }

    private String one(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    // --- the four formats ----------------------------------------------------------------------------------------

    String markdown() {
        StringBuilder out = new StringBuilder(random.nextInt(4) == 0 ? "---\ntitle: " + note() + "\nautre: " + note() + "\n---\n" : "");
        if (random.nextBoolean())
            out.append("# ").append(words()).append("\n\n");
        for (int i = 3 + random.nextInt(20); i > 0; i--)
            out.append(switch (random.nextInt(16)) {
                case 0, 1, 2 -> "#".repeat(1 + random.nextInt(6)) + " " + words() + one("", "", " {#a-" + random.nextInt(5) + "}");
                case 3 -> words() + "\n" + one("====", "----");
                case 4, 5 -> items("- ", "1. ", "* ");
                case 6 -> "> " + words() + "\n> " + words() + "\n>\n> - " + words();
                case 7 -> "| " + words() + " | " + word() + " |\n|---|---|\n| " + words() + " | " + wild().replace("|", "") + " |";
                case 8 -> "```" + word() + "\n" + wild() + "\n```";
                case 9 -> one("<div>" + word() + "</div>", "<!-- " + note() + " -->", "a <b>" + word() + "</b> <!-- " + note() + " --> " + word(), "![" + words() + "](" + note() + ".png)");
                case 10 -> word() + "[^" + count + "].\n\n[^" + count + "]: " + note() + " *" + note() + "*";
                case 11 -> "[" + word() + "](" + one("https://exemple.fr/" + note(), "#" + note(), "javascript:" + note(), note() + " 'titre " + note() + "'") + ") " + word();
                case 12 -> "[r" + count + "]: https://exemple.fr/" + note() + "\n\n" + word() + " [" + word() + "][r" + (count - 2) + "]";
                case 13 -> one("---", "***", "    " + words(), "- niveau : obligatoire\n- preuve : " + word());
                default -> "**" + words() + "** *" + word() + "* `" + word() + "` " + wild() + one("\n", "  \n", "\\\n") + words();
            }).append("\n\n");
        return out.toString();
    }

    private String items(String... marks) {
        StringBuilder out = new StringBuilder();
        String mark = one(marks);
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            out.append(mark).append(one(words(), "**" + words() + "** " + words(), wild())).append('\n');
            if (random.nextInt(3) == 0)
                out.append(" ".repeat(mark.length())).append(one(marks)).append(words()).append('\n');
            if (random.nextInt(5) == 0)
                out.append('\n').append(" ".repeat(mark.length())).append(words()).append("\n\n");
        }
        return out.toString();
    }

    String asciidoc() {
        StringBuilder out = new StringBuilder(random.nextBoolean() ? "= " + words() + "\n" + one("", note() + " " + note() + "\n") + one("", ":a: " + note() + "\n:b: {a} " + note() + "\n") + "\n" : "");
        for (int i = 3 + random.nextInt(20); i > 0; i--)
            out.append(switch (random.nextInt(18)) {
                case 0, 1, 2 -> one("", "[#a-" + random.nextInt(5) + "]\n", "[discrete]\n", "[[" + note() + ",x]]\n") + "=".repeat(2 + random.nextInt(5)) + " " + words();
                case 3, 4 -> adocItems();
                case 5 -> word() + ":: " + words() + "\n" + word() + "::\n  " + words() + "\n" + word() + "::\n\n" + words();
                case 6 -> "." + words() + "\n" + one("====", "****", "____", "--") + "\n" + words() + "\n\n* " + words() + "\n\n";
                case 7 -> one("", "[cols=\"2*\"," + note() + "]\n") + "|===\n|" + words() + " |" + word() + "\n\n|" + wild().replace("|", "") + "\n2+|" + word() + "\n" + word() + "\n|===";
                case 8 -> one("----", "....", "++++") + "\n" + wild();
                case 9 -> one("// " + note(), "////\n" + note() + "\n\n" + note() + "\n////", "ifdef::" + note() + "[]\n" + word() + "\n\nendif::[]", "include::" + word() + "[]", "ifdef::x[" + note() + "]");
                case 10 -> "image::" + note() + ".png[" + words() + "," + note() + "]";
                case 11 -> word() + " footnote:[" + note() + " *" + note() + "*] " + word() + " image:" + note() + "[" + word() + "] pass:[" + word() + "] {a} {" + word() + "} kbd:[" + word() + "]";
                case 12 -> word() + " https://exemple.fr/" + note() + "[" + words() + "," + "window=" + note() + "] <<" + note() + "," + word() + ">> link:" + note() + "[*" + word() + "*] xref:" + note() + "[" + word() + "]";
                case 13 -> "[" + note() + ",role=" + note() + "]\n" + words();
                case 14 -> "  " + wild() + "\n" + wild();
                case 15 -> one("'''", "<<<", "toc::[]", word() + "::" + word() + "[" + word() + "]", words() + "\n" + "-".repeat(3));
                default -> "*" + words() + "* _" + word() + "_ `" + word() + "` ((" + word() + ")) (((" + note() + "))) **" + word() + "** " + wild() + one("\n", " +\n") + words();
            }).append("\n\n");
        return out.toString();
    }

    private String adocItems() {
        StringBuilder out = new StringBuilder();
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            out.append(one("* ", "** ", ". ", ".. ", "- ", "1. ", "a. ")).append(one(words(), "*" + words() + "* " + words(), wild())).append('\n');
            if (random.nextInt(4) == 0)
                out.append(words()).append('\n');
            if (random.nextInt(4) == 0)
                out.append("+\n").append(one(words(), "----\n" + words() + "\n----", "[" + note() + "]\n" + words())).append("\n");
        }
        return out.toString();
    }

    String text() {
        StringBuilder out = new StringBuilder();
        int article = 1;
        for (int i = 3 + random.nextInt(20); i > 0; i--)
            out.append(switch (random.nextInt(12)) {
                case 0 -> "Article " + article++ + " – " + words();
                case 1 -> "Titre II : " + words() + "\n" + words();
                case 2 -> words().toUpperCase() + "\n" + words();
                case 3 -> words() + "\n" + one("======", "------------------------------");
                case 4 -> article++ + ". " + words();
                case 5 -> "1." + article++ + " " + words();
                case 6, 7 -> textItems();
                case 8 -> one("-----", "* * *", "Page 3/4", "12");
                default -> wild() + "\n" + wild() + "\n" + one("", "    ") + words();
            }).append(one("\n\n", "\n\n\n", "\f"));
        return out.toString();
    }

    private String textItems() {
        StringBuilder out = new StringBuilder();
        for (int i = 1 + random.nextInt(5); i > 0; i--)
            out.append(one("", "", "   ", "\t")).append(one("- ", "• ", "– ", "a) ", "1. ", "2) ", "* ")).append(wild()).append(one("\n", "\n", "\n  " + words() + "\n", "\n\n"));
        return out.toString();
    }

    byte[] docx() {
        Docx docx = new Docx();
        StringBuilder notes = new StringBuilder();
        StringBuilder comments = new StringBuilder();
        docx.part("header1", "header", "<w:p>" + Docx.run(note()) + "</w:p>");
        if (random.nextBoolean())
            docx.styled("Titre", words());
        for (int i = 3 + random.nextInt(20); i > 0; i--)
            switch (random.nextInt(15)) {
                case 0, 1, 2 -> docx.styled(one("Titre1", "Titre2", "Titre3", "Titre4", "Propre"), words());
                case 3, 4 -> docx.item(1 + random.nextInt(4), random.nextInt(3), Docx.run(wild()));
                case 5 -> docx.xml(Docx.table(new String[] {words(), wild()}, new String[] {word(), words()}));
                case 6 -> docx.paragraph(Docx.run(word()) + Docx.box(words()) + Docx.run(" " + note()));
                case 7 -> docx.paragraph("<w:ins>" + Docx.run(words()) + "</w:ins><w:del><w:r><w:delText>" + note() + "</w:delText></w:r></w:del>" + Docx.run(" " + word()));
                case 8 -> {
                    notes.append("<w:footnote w:id=\"" + i + "\"><w:p>" + Docx.run(note()) + "</w:p></w:footnote>");
                    docx.paragraph(Docx.run(word()) + "<w:r><w:footnoteReference w:id=\"" + one("" + i, "999") + "\"/></w:r>" + Docx.run(words()));
                }
                case 9 -> {
                    comments.append("<w:comment w:id=\"" + i + "\" w:author=\"" + note() + "\"><w:p>" + Docx.run(note()) + "</w:p></w:comment>");
                    docx.paragraph(Docx.run(word()) + "<w:r><w:commentReference w:id=\"" + one("" + i, "999") + "\"/></w:r>");
                }
                case 10 -> docx.address("out" + i, "https://exemple.fr/" + note()).paragraph("<w:hyperlink r:id=\"out" + i + "\">" + Docx.run(words()) + "</w:hyperlink><w:hyperlink w:anchor=\"" + note() + "\">" + Docx.run(" " + word()) + "</w:hyperlink>"
                        + Docx.picture(word()) + Docx.run(" ") + "<m:oMath><m:r><m:t>" + word() + "</m:t></m:r></m:oMath>");
                case 11 -> docx.xml("<w:sdt><w:sdtPr/><w:sdtContent><w:p><w:smartTag>" + Docx.run(words()) + "</w:smartTag></w:p></w:sdtContent></w:sdt>");
                case 12 -> docx.paragraph("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>HYPERLINK \"https://exemple.fr\"</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
                        + Docx.run(word()) + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>" + Docx.run("<w:vanish/>", note()) + Docx.run("<w:strike/>", " " + word()));
                case 13 -> docx.xml(Docx.table(new String[] {words()})).styled("TM1", note());
                default -> docx.paragraph(Docx.run("<w:b/>", words()) + Docx.run(one(" ", "", "-") + wild()) + Docx.run("<w:i/>", wild()) + "<w:r><w:br/></w:r>" + Docx.run("<w:b/><w:i/>", wild()));
            }
        return docx.part("footnotes", "footnotes", notes.toString()).part("comments", "comments", comments.toString()).bytes();
    }
}
