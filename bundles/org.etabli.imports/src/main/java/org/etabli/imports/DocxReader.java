package org.etabli.imports;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.etabli.model.InvalidInputException;

/**
 * DOCX, element by element: every piece of text that the file holds is passed on the way, and is in a block or in the report.
 * A library's view of a document would leave out boxes, controls and tracked changes without a word. A place is the number of
 * a paragraph.
 */
final class DocxReader {
    private static final Pattern LINK = Pattern.compile("\\s*HYPERLINK\\s+(?:\"([^\"]+)\")?.*", Pattern.DOTALL);
    private static final Pattern CONTENTS = Pattern.compile("\\s*TOC\\b.*", Pattern.DOTALL);
    /** Numbers that a program writes when it shows the text, and only then. */
    private static final Pattern COUNTED = Pattern.compile("\\s*(?:LISTNUM|AUTONUM\\w*)\\b.*", Pattern.DOTALL);
    /** Typed, where the list is none of the program's. */
    private static final Pattern BULLET = Pattern.compile("^[-*•–—▪◦●■➢✓\uF0B7\uF0A7][ \\t\\x{A0}]+(?=\\S)");

    private final Report report;
    private final DocxPackage file;
    private final DocxStyles styles;
    private final DocxNumbering numbering;
    private final Map<String, Xml> footnotes;
    private final Map<String, Xml> endnotes;
    private final Map<String, Xml> comments;
    /** Notes and comments that the text refers to. */
    private final Set<Xml> told = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Block> blocks = new ArrayList<>();
    private final StringBuilder contents = new StringBuilder();
    private final Deque<Field> fields = new ArrayDeque<>();
    private int contentsAt;
    private int notes;
    /** Words whose end of paragraph is deleted: the next paragraph goes on with them. */
    private Optional<Passage> open = Optional.empty();
    private Xml openParagraph = Xml.NONE;
    private int number;

    /** What a program computes: its instruction, then what it shows. */
    private static final class Field {
        private final StringBuilder instruction = new StringBuilder();
        private final Optional<Field> around;
        /** Once it is known. */
        private Optional<String> link;
        private boolean contents;

        private Field(Optional<Field> around) {
            this.around = around;
            this.link = around.flatMap(f -> f.link);
            this.contents = around.filter(f -> f.contents).isPresent();
        }

        /** The instruction is over. */
        private void shows() {
            link = address(instruction).or(() -> around.flatMap(f -> f.link));
            contents |= CONTENTS.matcher(instruction).matches();
        }
    }

    private DocxReader(byte[] bytes, Report report) throws InvalidInputException {
        this.report = report;
        this.file = new DocxPackage(bytes, report);
        this.styles = new DocxStyles(file.part("styles"));
        this.numbering = new DocxNumbering(file.part("numbering"), styles);
        this.footnotes = byId(file.part("footnotes"));
        this.endnotes = byId(file.part("endnotes"));
        this.comments = byId(file.part("comments"));
    }

    static Source read(byte[] bytes, Report report) throws InvalidInputException {
        DocxReader reader = new DocxReader(bytes, report);
        report.info("paragraphs", 0);
        reader.body(reader.file.document());
        reader.close();
        reader.rest();
        return new Source(Optional.empty(), reader.blocks);
    }

    private static Map<String, Xml> byId(Xml part) {
        Map<String, Xml> notes = new HashMap<>();
        part.children().forEach(n -> n.attribute("id").ifPresent(id -> notes.put(id, n)));
        return notes;
    }

    /** What stands beside the text, and what nothing in the text refers to. */
    private void rest() throws InvalidInputException {
        if (!contents.toString().isBlank())
            report.info("contents", contentsAt, contents.toString().strip());
        Set<String> margins = new LinkedHashSet<>();
        for (String type : List.of("header", "footer"))
            file.parts(type).forEach(part -> margins.add(part.words()));
        margins.stream().filter(words -> !words.isBlank()).forEach(words -> report.info("header", 0, words));
        comments.values().stream().filter(c -> !told.contains(c)).forEach(this::comment);
        for (Map<String, Xml> all : List.of(footnotes, endnotes))
            all.values().stream().filter(n -> !told.contains(n) && !n.words().isBlank()).forEach(n -> report.warn("unused", 0, n.words()));
        file.others();
    }

    // --- blocks --------------------------------------------------------------------------------------------------

    private void body(Xml parent) {
        for (Xml child : parent.children())
            switch (child.name()) {
                case "w:p" -> paragraph(child);
                case "w:tbl" -> {
                    close();
                    table(child);
                }
                case "w:del", "w:moveFrom" -> deleted(child);
                case "w:altChunk", "w:subDoc" -> report.warn("object", number, shown(child).orElse(child.name()));
                case "mc:AlternateContent" -> body(chosen(child));
                default -> body(child);
            }
    }

    private void deleted(Xml block) {
        if (!block.words().isBlank())
            report.warn("deleted", number + 1, block.words());
    }

    /** The newer form, unless only the older one says something. */
    private static Xml chosen(Xml alternatives) {
        return alternatives.children("mc:Choice").filter(c -> c.has("w:t") || c.has("w:drawing")).findFirst()
                .or(() -> alternatives.child("mc:Fallback")).orElse(Xml.NONE);
    }

    private void paragraph(Xml p) {
        number++;
        Passage passage = open.orElseGet(Passage::new);
        boolean inContents = isContents();
        passage.read(p);
        open = Optional.empty();
        if (endIsDeleted(p) && !inContents && !isContents()) {
            open = Optional.of(passage);
            openParagraph = p;
        } else {
            paragraph(p, passage, inContents || isContents());
        }
    }

    /** Nothing is left that words whose end is deleted could go on with. */
    private void close() {
        open.ifPresent(passage -> {
            open = Optional.empty();
            paragraph(openParagraph, passage, false);
        });
    }

    private static boolean endIsDeleted(Xml p) {
        return p.child("w:pPr/w:rPr/w:del").or(() -> p.child("w:pPr/w:rPr/w:moveFrom")).isPresent();
    }

    private void paragraph(Xml p, Passage passage, boolean inContents) {
        Optional<String> style = p.value("w:pPr/w:pStyle");
        String name = styles.name(style);
        Words words = Words.of(passage.runs);
        if (inContents || name.matches("(?:toc|tm) \\d|toc heading")) {
            contentsAt = contentsAt == 0 ? number : contentsAt;
            contents.append(words.line()).append(' ');
        } else if (!words.isEmpty() || !isOff(p)) {
            Optional<DocxNumbering.Mark> mark = mark(p, style);
            int own = p.value("w:pPr/w:outlineLvl").filter(l -> l.matches("[0-8]")).map(l -> Integer.parseInt(l) + 1).orElse(styles.heading(style));
            if (!words.isEmpty()) {
                mark.filter(m -> !m.sure()).ifPresent(m -> report.warn("numbering", number));
                blocks.add(block(name, own, mark, words, passage.runs));
            }
        }
        passage.end();
    }

    /** Without words, a paragraph that is deleted, moved away or hidden is not there at all. */
    private boolean isOff(Xml p) {
        return endIsDeleted(p) || p.isOn("w:pPr/w:rPr/w:vanish");
    }

    /** What a program counts in front of it. */
    private Optional<DocxNumbering.Mark> mark(Xml p, Optional<String> style) {
        Optional<String> list = p.value("w:pPr/w:numPr/w:numId").or(() -> styles.list(style)).filter(numbering::knows);
        return list.map(l -> numbering.next(l, DocxStyles.level(p.value("w:pPr/w:numPr/w:ilvl")).or(() -> styles.level(style, s -> numbering.linked(l, s))).orElse(0)));
    }

    private Block block(String style, int heading, Optional<DocxNumbering.Mark> mark, Words words, List<Run> runs) {
        if (style.equals("title") || style.equals("titre"))
            return new Block.Heading(number, 0, words, Optional.empty());
        if (heading > 0)
            return new Block.Heading(number, heading, labelled(mark, words, runs), Optional.empty());
        if (mark.isPresent())
            return new Block.ListItem(number, mark.get().level() + 1, mark.get().number(), mark.get().number().isEmpty() ? labelled(mark, words, runs) : words);
        Matcher bullet = BULLET.matcher(runs.getFirst().text());
        if (bullet.find()) {
            List<Run> rest = new ArrayList<>(runs);
            rest.set(0, runs.getFirst().with(bullet.replaceFirst("")));
            return new Block.ListItem(number, 1, "", Words.of(rest));
        }
        return new Block.Paragraph(number, 0, style.matches("(?:intense )?quote") ? Block.Kind.QUOTED : Block.Kind.PLAIN, words);
    }

    private static Words labelled(Optional<DocxNumbering.Mark> mark, Words words, List<Run> runs) {
        String label = mark.map(DocxNumbering.Mark::label).orElse("");
        if (label.isEmpty())
            return words;
        List<Run> all = new ArrayList<>(runs);
        all.add(0, Run.plain(label + " "));
        return Words.of(all);
    }

    private boolean isContents() {
        return !fields.isEmpty() && fields.peek().contents;
    }

    /** A table of one cell is a frame. */
    private void table(Xml table) {
        List<Xml> rows = rows(table);
        List<Xml> cells = rows.size() == 1 ? cells(rows.getFirst()) : List.of();
        if (cells.size() == 1) {
            body(cells.getFirst());
            return;
        }
        int from = number + 1;
        report.warn("table", from);
        List<Words> words = new ArrayList<>();
        Passage passage = new Passage();
        for (Xml row : rows)
            if (row.child("w:trPr/w:del").or(() -> row.child("w:trPr/w:moveFrom")).isPresent())
                deleted(row);
            else
                words.add(row(row, passage));
        blocks.add(new Block.Rows(from, words.stream().filter(w -> !w.isEmpty()).toList()));
        passage.end();
    }

    private Words row(Xml row, Passage passage) {
        boolean empty = true;
        List<Run> runs = new ArrayList<>();
        for (Xml cell : cells(row)) {
            if (!runs.isEmpty())
                runs.add(Run.plain(" | "));
            if (cell.child("w:tcPr/w:cellDel").isPresent())
                deleted(cell);
            else
                cell(cell, passage);
            empty &= Words.isBlank(passage.runs);
            // an empty cell is one, too
            runs.addAll(passage.runs.isEmpty() ? List.of(Run.plain(" ")) : passage.runs);
            passage.runs.clear();
        }
        return empty ? Words.NONE : Words.of(runs);
    }

    private static List<Xml> rows(Xml parent) {
        return all(parent, "w:tr");
    }

    private static List<Xml> cells(Xml parent) {
        return all(parent, "w:tc");
    }

    /** The nearest of a kind, whatever stands around them. */
    private static List<Xml> all(Xml parent, String name) {
        List<Xml> found = new ArrayList<>();
        all(parent, name, found);
        return found;
    }

    private static void all(Xml parent, String name, List<Xml> found) {
        for (Xml child : parent.children())
            if (child.name().equals(name))
                found.add(child);
            else
                all(child, name, found);
    }

    /** What is numbered in a table counts with what is numbered around it. */
    private void cell(Xml parent, Passage into) {
        for (Xml child : parent.children())
            if (child.name().equals("w:p")) {
                number++;
                int before = into.runs.size();
                into.read(child);
                boolean empty = Words.isBlank(into.runs.subList(before, into.runs.size()));
                if (!endIsDeleted(child) && !(empty && isOff(child)))
                    mark(child, child.value("w:pPr/w:pStyle")).filter(m -> !empty).ifPresent(mark -> {
                        if (!mark.sure())
                            report.warn("numbering", number);
                        if (!mark.label().isEmpty())
                            into.runs.add(before, Run.plain(mark.label() + " "));
                    });
                if (!endIsDeleted(child))
                    into.runs.add(Run.plain(" "));
            } else {
                cell(child.name().equals("mc:AlternateContent") ? chosen(child) : child, into);
            }
    }

    private void comment(Xml comment) {
        told.add(comment);
        report.warn("note-by", number, comment.attribute("author").orElse("?"), comment.words());
    }

    /** In a box or a note: whether it counts with the text around it, programs do not agree. */
    private void uncounted(Xml p) {
        Optional<String> list = p.value("w:pPr/w:numPr/w:numId").or(() -> styles.list(p.value("w:pPr/w:pStyle"))).filter(numbering::counts);
        if (list.isPresent() && !p.words().isEmpty())
            report.warn("numbering", number);
    }

    private void counted(CharSequence instruction) {
        if (COUNTED.matcher(instruction).matches())
            report.warn("numbering", number);
    }

    private static Optional<String> address(CharSequence instruction) {
        Matcher link = LINK.matcher(instruction);
        return link.matches() ? Optional.ofNullable(link.group(1)) : Optional.empty();
    }

    /** The name of a file that an element shows. */
    private Optional<String> shown(Xml element) {
        return element.attribute("id").or(() -> element.attribute("embed")).or(() -> element.attribute("link")).or(() -> element.attribute("relid")).flatMap(file::shown);
    }

    // --- words ---------------------------------------------------------------------------------------------------

    /** The words of a paragraph or a table, and what there is to say about them. */
    private final class Passage {
        private final List<Run> runs = new ArrayList<>();
        private final Map<String, StringBuilder> remarks = new LinkedHashMap<>();
        private final List<Xml> boxes = new ArrayList<>();
        private final int from = Math.max(number, 1);

        private void read(Xml paragraph) {
            paragraph.children().forEach(c -> inline(c, Optional.empty()));
        }

        private void remark(String id, String words) {
            if (!words.isBlank())
                remarks.computeIfAbsent(id, k -> new StringBuilder()).append(words).append(' ');
        }

        /** Text boxes come behind the words that hold them. */
        private void end() {
            remarks.forEach((id, words) -> {
                if (id.equals("inserted") || id.equals("formula"))
                    report.info(id, from, words.toString().strip());
                else
                    report.warn(id, from, words.toString().strip());
            });
            for (Xml box : boxes) {
                report.warn("text-box", from, box.words());
                box(box);
            }
        }

        private void box(Xml parent) {
            for (Xml child : parent.children())
                if (child.name().equals("w:p")) {
                    number++;
                    Passage words = new Passage();
                    words.read(child);
                    uncounted(child);
                    if (!Words.of(words.runs).isEmpty())
                        blocks.add(new Block.Paragraph(number, 0, Block.Kind.ASIDE, Words.of(words.runs)));
                    words.end();
                } else if (child.name().equals("w:tbl")) {
                    table(child);
                } else {
                    box(child.name().equals("mc:AlternateContent") ? chosen(child) : child);
                }
        }

        private void inline(Xml node, Optional<String> link) {
            switch (node.name()) {
                case "w:r" -> run(node, link);
                case "w:hyperlink" -> link(node, node.attribute("id").flatMap(file::address).or(() -> inner(node.attribute("anchor"))));
                case "w:fldSimple" -> {
                    counted(node.attribute("instr").orElse(""));
                    inside(node, address(node.attribute("instr").orElse("")).or(() -> link));
                }
                case "w:ins", "w:moveTo" -> {
                    remark("inserted", node.words());
                    inside(node, link);
                }
                case "w:del", "w:moveFrom" -> remark("deleted", node.words());
                case "m:oMath", "m:oMathPara" -> {
                    remark("formula", node.words());
                    runs.add(Run.plain(node.words()));
                }
                case "mc:AlternateContent" -> inside(chosen(node), link);
                default -> {
                    if (!node.name().endsWith("Pr"))
                        inside(node, link);
                }
            }
        }

        private void inside(Xml node, Optional<String> link) {
            node.children().forEach(c -> inline(c, link));
        }

        /** A link of a picture, perhaps, has no words. */
        private void link(Xml node, Optional<String> url) {
            int before = runs.size();
            inside(node, url);
            if (runs.subList(before, runs.size()).stream().allMatch(r -> r.text().isBlank()))
                url.ifPresent(address -> runs.add(Run.plain(address)));
        }

        private Optional<String> inner(Optional<String> anchor) {
            anchor.ifPresent(name -> report.info("inner-link", number, name));
            return Optional.empty();
        }

        private void run(Xml run, Optional<String> link) {
            Optional<Xml> own = run.child("w:rPr");
            Optional<String> style = run.value("w:rPr/w:rStyle");
            Optional<String> leads = link.or(() -> Optional.ofNullable(fields.peek()).flatMap(f -> f.link));
            Run look = new Run("", isOn(own, style, "w:b"), isOn(own, style, "w:i"), false, leads);
            boolean hidden = isOn(own, style, "w:vanish");
            boolean struck = isOn(own, style, "w:strike") || isOn(own, style, "w:dstrike");
            for (Xml child : run.children())
                if (!child.name().equals("w:rPr"))
                    piece(child, look, hidden, struck);
        }

        private boolean isOn(Optional<Xml> own, Optional<String> style, String property) {
            return own.flatMap(p -> p.child(property)).isPresent() ? own.get().isOn(property) : styles.isOn(style, property);
        }

        private void piece(Xml piece, Run look, boolean hidden, boolean struck) {
            switch (piece.name()) {
                case "w:t" -> text(piece.text(), look, hidden, struck);
                case "w:delText" -> remark("deleted", piece.text());
                case "w:tab", "w:ptab" -> runs.add(look.with(" "));
                case "w:br" -> runs.add(look.with(piece.attribute("type").filter(t -> !t.equals("textWrapping")).isPresent() ? " " : "\n"));
                case "w:cr" -> runs.add(look.with("\n"));
                case "w:noBreakHyphen" -> text("\u2011", look, hidden, struck);
                case "w:sym" -> remark("symbol", piece.attribute("font").orElse("") + " " + piece.attribute("char").orElse(""));
                case "w:fldChar" -> field(piece.attribute("fldCharType").orElse(""));
                case "w:instrText" -> {
                    if (!fields.isEmpty())
                        fields.peek().instruction.append(piece.text());
                }
                case "w:footnoteReference" -> note(footnotes.get(piece.attribute("id").orElse("")), look);
                case "w:endnoteReference" -> note(endnotes.get(piece.attribute("id").orElse("")), look);
                case "w:commentReference" -> Optional.ofNullable(comments.get(piece.attribute("id").orElse(""))).ifPresent(DocxReader.this::comment);
                case "w:drawing", "w:pict", "w:object" -> picture(piece, look);
                case "mc:AlternateContent" -> chosen(piece).children().forEach(c -> piece(c, look, hidden, struck));
                default -> text(piece.words(), look, hidden, struck);
            }
        }

        private void text(String words, Run look, boolean hidden, boolean struck) {
            if (hidden)
                remark("hidden", words);
            else
                runs.add(look.with(words.replace('\n', ' ')));
            if (struck && !hidden)
                remark("struck", words);
        }

        private void field(String type) {
            switch (type) {
                case "begin" -> fields.push(new Field(Optional.ofNullable(fields.peek())));
                case "separate" -> {
                    if (!fields.isEmpty())
                        fields.peek().shows();
                }
                case "end" -> {
                    if (!fields.isEmpty())
                        counted(fields.poll().instruction);
                }
                default -> {
                    // nothing that shows
                }
            }
        }

        /** The words of a note stand where the text refers to it. */
        private void note(Xml note, Run look) {
            if (note == null || !told.add(note))
                return;
            int count = ++notes;
            report.info("footnote", number, count);
            runs.add(look.with(" (" + count + " : "));
            boolean first = true;
            for (Xml p : note.children()) {
                if (!first)
                    runs.add(Run.plain(" "));
                uncounted(p);
                inside(p, Optional.empty());
                first = false;
            }
            runs.add(look.with(")"));
        }

        private void picture(Xml picture, Run look) {
            String described = picture.find(x -> described(x).isPresent()).flatMap(Passage::described).orElse("");
            Set<String> files = new LinkedHashSet<>();
            Set<String> objects = new LinkedHashSet<>();
            boolean[] shows = new boolean[1];
            picture.each(x -> {
                switch (x.name()) {
                    case "a:blip", "imagedata" -> {
                        shows[0] = true;
                        shown(x).ifPresent(files::add);
                    }
                    case "OLEObject" -> objects.add(Stream.concat(x.attribute("ProgID").stream(), shown(x).stream()).collect(Collectors.joining(", ")));
                    case "textpath" -> x.attribute("string").ifPresent(objects::add);
                    case "chart", "relIds", "control", "videoFile", "audioFile", "wavAudioFile", "contentPart" -> shown(x).ifPresent(objects::add);
                    default -> {
                        // nothing that would be lost
                    }
                }
            });
            if (picture.name().equals("w:object") && objects.isEmpty())
                objects.add("OLE");
            objects.stream().filter(o -> !o.isBlank()).forEach(o -> report.warn("object", number, described.isEmpty() ? o : described + " (" + o + ")"));
            if (objects.isEmpty() && (shows[0] || !described.isEmpty()))
                report.warn("image", number, Stream.concat(Stream.of(described).filter(d -> !d.isEmpty()), files.stream()).collect(Collectors.joining(", ")));
            if (!described.isBlank())
                runs.add(look.with(" " + described + " "));
            boxes(picture);
        }

        /** What its author says of a picture. */
        private static Optional<String> described(Xml element) {
            return switch (element.name()) {
                case "docPr", "cNvPr" -> element.attribute("descr").or(() -> element.attribute("title"));
                case "shape", "rect", "group" -> element.attribute("alt");
                default -> Optional.empty();
            };
        }

        private void boxes(Xml parent) {
            for (Xml child : parent.children())
                switch (child.name()) {
                    case "w:txbxContent" -> boxes.add(child);
                    case "a:t" -> runs.add(Run.plain(child.text() + " "));
                    case "mc:AlternateContent" -> boxes(chosen(child));
                    default -> boxes(child);
                }
        }
    }
}
