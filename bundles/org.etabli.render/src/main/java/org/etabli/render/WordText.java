package org.etabli.render;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.xmlbeans.impl.xb.xmlschema.SpaceAttribute;
import org.openxmlformats.schemas.officeDocument.x2006.sharedTypes.STVerticalAlignRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTHyperlink;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTR;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTText;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STUnderline;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** The text of one paragraph: collected from HTML, with its white space as a browser shows it, then written as runs. */
final class WordText {
    private enum Mark {
        BOLD, ITALIC, STRIKE, UNDERLINE, SUPER, SUB, CODE, NUMBER
    }

    private static final Map<String, Mark> MARKS = Map.ofEntries(Map.entry("b", Mark.BOLD), Map.entry("strong", Mark.BOLD), Map.entry("i", Mark.ITALIC), Map.entry("em", Mark.ITALIC),
            Map.entry("cite", Mark.ITALIC), Map.entry("s", Mark.STRIKE), Map.entry("del", Mark.STRIKE), Map.entry("u", Mark.UNDERLINE), Map.entry("ins", Mark.UNDERLINE),
            Map.entry("sup", Mark.SUPER), Map.entry("sub", Mark.SUB), Map.entry("code", Mark.CODE), Map.entry("kbd", Mark.CODE), Map.entry("samp", Mark.CODE));

    /** Where no French typographer ends a line; Word would. */
    private static final Pattern GLUED = Pattern.compile("(?<=«) | (?=[»:;!?%])");

    /** @param link where the text leads to; empty for most */
    private record Look(Set<Mark> marks, String link) {
        private Look with(Element element) {
            String to = element.getTagName().equals("a") && !element.getAttribute("href").isEmpty() ? element.getAttribute("href") : link;
            Mark mark = element.getAttribute("class").equals("number") ? Mark.NUMBER : MARKS.get(element.getTagName());
            if (mark == null)
                return new Look(marks, to);
            EnumSet<Mark> more = EnumSet.of(mark);
            more.addAll(marks);
            return new Look(more, to);
        }
    }

    /** @param text {@code "\n"} alone for the end of a line */
    private record Piece(String text, Look look) {
        private boolean isBreak() {
            return text.equals("\n");
        }
    }

    private final WordFile file;
    private final boolean preformatted;
    private final List<Piece> pieces = new ArrayList<>();

    /** @param preformatted whether spaces and ends of lines are meant */
    WordText(WordFile file, boolean preformatted) {
        this.file = file;
        this.preformatted = preformatted;
    }

    WordText add(List<Node> nodes) {
        nodes.forEach(n -> add(n, new Look(Set.of(), "")));
        stripEnd();
        return this;
    }

    boolean isEmpty() {
        return pieces.isEmpty();
    }

    private void add(Node node, Look look) {
        if (node instanceof Text text) {
            if (preformatted)
                lines(text.getData(), look);
            else
                append(text.getData().replaceAll("[ \t\n\f\r]+", " "), look);
        } else if (node instanceof Element element) {
            file.comesTo(element);
            switch (element.getTagName()) {
                case "br" -> lineBreak(look);
                // what a reader hears of a picture
                case "img" -> append(element.getAttribute("alt"), look);
                case "svg" -> append(heard(element), look);
                default -> {
                    for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling())
                        add(child, look.with(element));
                }
            }
        }
    }

    /** Its title and description; where it has neither, the words in it. */
    private static String heard(Element picture) {
        String heard = Stream.of("title", "desc").map(part -> picture.getElementsByTagName(part).item(0)).filter(Objects::nonNull)
                .map(n -> n.getTextContent().strip()).collect(Collectors.joining(". "));
        return heard.isEmpty() ? picture.getTextContent().strip() : heard;
    }

    private void lines(String text, Look look) {
        String[] lines = text.split("\r?\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0)
                pieces.add(new Piece("\n", look));
            if (!lines[i].isEmpty())
                pieces.add(new Piece(lines[i], look));
        }
    }

    private void append(String text, Look look) {
        boolean open = !pieces.isEmpty() && !pieces.getLast().isBreak() && !pieces.getLast().text.endsWith(" ");
        String more = open || !text.startsWith(" ") ? text : text.substring(1);
        if (more.isEmpty())
            return;
        if (!pieces.isEmpty() && !pieces.getLast().isBreak() && pieces.getLast().look.equals(look))
            more = pieces.removeLast().text + more;
        pieces.add(new Piece(more, look));
    }

    private void lineBreak(Look look) {
        if (!preformatted && !pieces.isEmpty() && pieces.getLast().text.endsWith(" ")) {
            Piece last = pieces.removeLast();
            append(last.text.substring(0, last.text.length() - 1), last.look);
        }
        pieces.add(new Piece("\n", look));
    }

    private void stripEnd() {
        while (!pieces.isEmpty() && (pieces.getLast().isBreak() || pieces.getLast().text.endsWith(" "))) {
            Piece last = pieces.removeLast();
            String rest = last.text.substring(0, last.text.length() - 1);
            if (!rest.isEmpty())
                pieces.add(new Piece(rest, last.look));
        }
    }

    void write(CTP paragraph) {
        CTHyperlink link = null;
        for (int i = 0; i < pieces.size(); i++) {
            Look look = pieces.get(i).look;
            if (i == 0 || !look.link.equals(pieces.get(i - 1).look.link))
                link = look.link.isEmpty() ? null : hyperlink(paragraph, look.link).orElse(null);
            run(link != null ? link.addNewR() : paragraph.addNewR(), pieces.get(i), link != null);
        }
    }

    private String typeset(Piece piece) {
        boolean prose = file.isFrench() && !preformatted && !piece.look.marks.contains(Mark.CODE);
        return prose ? GLUED.matcher(piece.text).replaceAll("\u00A0") : piece.text;
    }

    private Optional<CTHyperlink> hyperlink(CTP paragraph, String to) {
        if (to.startsWith("#"))
            return file.bookmark(to.substring(1)).map(name -> {
                CTHyperlink link = paragraph.addNewHyperlink();
                link.setAnchor(name);
                return link;
            });
        return file.relation(to).map(id -> {
            CTHyperlink link = paragraph.addNewHyperlink();
            link.setId(id);
            return link;
        });
    }

    private void run(CTR run, Piece piece, boolean linked) {
        Set<Mark> marks = piece.look.marks;
        if (linked || !marks.isEmpty())
            look(run.addNewRPr(), marks, linked);
        if (piece.isBreak()) {
            run.addNewBr();
            return;
        }
        CTText text = run.addNewT();
        text.setStringValue(typeset(piece));
        text.setSpace(SpaceAttribute.Space.PRESERVE);
    }

    /** In the order that Word's schema wants. */
    private static void look(CTRPr properties, Set<Mark> marks, boolean linked) {
        if (linked || marks.contains(Mark.NUMBER) || marks.contains(Mark.CODE))
            properties.addNewRStyle().setVal(linked ? "Hyperlink" : marks.contains(Mark.NUMBER) ? "Number" : "CodeText");
        if (marks.contains(Mark.BOLD))
            properties.addNewB();
        if (marks.contains(Mark.ITALIC))
            properties.addNewI();
        if (marks.contains(Mark.STRIKE))
            properties.addNewStrike();
        if (marks.contains(Mark.UNDERLINE))
            properties.addNewU().setVal(STUnderline.SINGLE);
        if (marks.contains(Mark.SUPER) || marks.contains(Mark.SUB))
            properties.addNewVertAlign().setVal(marks.contains(Mark.SUPER) ? STVerticalAlignRun.SUPERSCRIPT : STVerticalAlignRun.SUBSCRIPT);
    }
}
