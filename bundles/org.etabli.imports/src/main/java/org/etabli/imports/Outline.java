package org.etabli.imports;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.etabli.model.Lang;

/**
 * The blocks of a document as a charter: its title, its preamble, and which heading is a principle, an item or a commitment.
 * Where no heading is a commitment, {@link Commitments} makes some.
 */
final class Outline {
    private static final Pattern CHARTER = Pattern.compile("\\b(?:charte|charter)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern PREFACE = Pattern.compile("(?:[\\dIVX]+\\W+)?(?:préambule|introduction|avant-propos|préface|contexte|édito(?:rial)?|preamble|foreword|preface|context|background)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final int LONGEST_BOLD_HEADING = 100;
    private static final Pattern SIGNED = Pattern.compile("^(?:fait|signé|done|signed)\\s+(?:à|le|en|at|in|on)\\s", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern SIGNATORY = Pattern.compile("(?:le|la|l[’']|the)\\s?(?:maire|présidente?|mayor|president)\\b[^.;:]{0,60}", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final int MOST_SIGNATURES = 10;
    private static final int LONGEST_SIGNATURE = 120;

    private final Report report;
    /** Of an item that a principle needs and does not have. */
    private final String itemTitle;
    private final Set<Section> made = Collections.newSetFromMap(new IdentityHashMap<>());
    private List<Block> blocks;
    private String title = "";
    private final List<Block> preamble = new ArrayList<>();
    private final List<Section> principles = new ArrayList<>();

    private Outline(List<Block> blocks, String itemTitle, Report report) {
        this.blocks = blocks;
        this.itemTitle = itemTitle;
        this.report = report;
    }

    /** @param named a title that stands beside the text, or the name of the file */
    static Outline of(List<Block> blocks, String named, Lang lang, Report report) {
        Outline outline = new Outline(levelled(blocks), ImportMessages.TEXTS.get(lang, "item-title"), report);
        outline.signatures();
        outline.boldHeadings();
        outline.title(named);
        outline.preamble();
        if (outline.headings().isEmpty())
            outline.onePrinciple();
        else
            outline.sections();
        new Commitments(report, outline.itemTitle).of(outline.principles);
        return outline;
    }

    /** A list may begin as if it were within another. */
    private static List<Block> levelled(List<Block> blocks) {
        List<Block> levelled = new ArrayList<>();
        int depth = 0;
        for (Block block : blocks)
            if (block instanceof Block.ListItem item) {
                depth = Math.min(item.depth(), depth + 1);
                levelled.add(new Block.ListItem(item.line(), depth, item.number(), item.words()));
            } else {
                depth = block instanceof Block.Paragraph p && p.depth() > 0 ? depth : 0;
                levelled.add(block);
            }
        return levelled;
    }

    String title() {
        return title;
    }

    List<Block> preambleBlocks() {
        return preamble;
    }

    List<Section> principles() {
        return principles;
    }

    private List<Block.Heading> headings() {
        return blocks.stream().filter(Block.Heading.class::isInstance).map(Block.Heading.class::cast).toList();
    }

    /** Place, day and signatory at the end commit nobody to anything. */
    private void signatures() {
        int from = blocks.size();
        for (int i = blocks.size() - 1; i > 0 && i >= blocks.size() - MOST_SIGNATURES && isSignature(blocks.get(i)); i--)
            if (SIGNED.matcher(((Block.Paragraph) blocks.get(i)).words().plain()).find() || i == blocks.size() - 1 && SIGNATORY.matcher(((Block.Paragraph) blocks.get(i)).words().plain()).matches())
                from = i;
        if (from == blocks.size())
            return;
        List<Block> signed = blocks.subList(from, blocks.size());
        report.warn("signature", signed.getFirst().line(), signed.stream().map(b -> ((Block.Paragraph) b).words().line()).collect(Collectors.joining(" / ")));
        blocks = blocks.subList(0, from);
    }

    private static boolean isSignature(Block block) {
        return block instanceof Block.Paragraph p && p.words().plain().length() <= LONGEST_SIGNATURE;
    }

    /** Who knows no styles makes headings bold. */
    private void boldHeadings() {
        if (headings().stream().anyMatch(h -> h.level() > 0))
            return;
        int first = 0;
        List<Block> seen = new ArrayList<>();
        for (Block block : blocks)
            if (block instanceof Block.Paragraph p && p.isStatement() && isBoldLine(p.words())) {
                first = first == 0 ? p.line() : first;
                seen.add(new Block.Heading(p.line(), 1, p.words(), Optional.empty()));
            } else {
                seen.add(block);
            }
        if (first > 0)
            report.info("bold-headings", first);
        blocks = seen;
    }

    private static boolean isBoldLine(Words words) {
        return !words.isEmpty() && words.lead().equals(words.plain()) && words.plain().length() <= LONGEST_BOLD_HEADING && !words.plain().matches("(?s).*(?:\n.*|[.;,:])");
    }

    private void title(String named) {
        List<Block.Heading> headings = headings();
        Optional<Block.Heading> found = headings.stream().filter(h -> h.level() == 0).findFirst();
        if (found.isEmpty() && !headings.isEmpty()) {
            int top = headings.stream().mapToInt(Block.Heading::level).min().getAsInt();
            Block.Heading first = headings.getFirst();
            boolean alone = headings.stream().filter(h -> h.level() == top).count() == 1;
            if (first.level() == top && (alone || CHARTER.matcher(first.words().plain()).find())) {
                found = Optional.of(first);
                report.info("title", first.line(), first.words().line());
            }
        }
        title = found.map(h -> h.words().line()).filter(words -> !words.isEmpty()).orElse(named);
        if (found.isEmpty())
            report.info("no-title", 0, named);
        found.ifPresent(h -> blocks = blocks.stream().filter(b -> b != h).toList());
    }

    /** What stands before the first heading, and sections at the beginning that are called so. */
    private void preamble() {
        int at = 0;
        while (at < blocks.size()) {
            if (blocks.get(at) instanceof Block.Heading h) {
                if (!isPreface(h, at))
                    break;
                report.info("preface", h.line(), h.words().line());
                preamble.add(new Block.Paragraph(h.line(), 0, Block.Kind.ASIDE, h.words().strong()));
            } else {
                preamble.add(blocks.get(at));
            }
            at++;
        }
        blocks = blocks.subList(at, blocks.size());
    }

    private boolean isPreface(Block.Heading heading, int at) {
        if (!PREFACE.matcher(heading.words().plain().strip()).matches())
            return false;
        for (Block block : blocks.subList(at + 1, blocks.size()))
            if (block instanceof Block.Heading next)
                return next.level() <= heading.level();
        return false;
    }

    /** Without headings a list is all there is to go by. */
    private void onePrinciple() {
        int first = 0;
        while (first < preamble.size() && !(preamble.get(first) instanceof Block.ListItem))
            first++;
        if (first == preamble.size()) {
            report.warn("nothing", 0);
            return;
        }
        Section principle = new Section(Section.PRINCIPLE, preamble.get(first).line(), title, Optional.empty());
        List<Block> rest = preamble.subList(first, preamble.size());
        principle.text.addAll(rest);
        rest.clear();
        principles.add(principle);
        report.info("one-principle", principle.line, title);
    }

    // --- headings ------------------------------------------------------------------------------------------------

    /** @param depth of the heading in the document */
    private record Open(int depth, Section section) {
    }

    private void sections() {
        Map<Integer, Integer> levels = levels();
        Deque<Open> open = new ArrayDeque<>();
        for (Block block : blocks)
            if (block instanceof Block.Heading h) {
                while (!open.isEmpty() && open.peek().depth >= h.level())
                    open.pop();
                heading(h, Math.min(levels.get(h.level()), Section.COMMITMENT), open);
            } else {
                open.peek().section.text.add(block);
            }
    }

    /** Documents leave levels out: the highest that there is becomes 1, the next 2. */
    private Map<Integer, Integer> levels() {
        List<Integer> used = headings().stream().map(Block.Heading::level).distinct().sorted().toList();
        Map<Integer, Integer> levels = new HashMap<>();
        used.forEach(level -> levels.put(level, levels.size() + 1));
        return levels;
    }

    private void heading(Block.Heading h, int level, Deque<Open> open) {
        Section above = open.isEmpty() ? null : open.peek().section;
        String words = h.words().line();
        if (above == null) {
            if (level > Section.PRINCIPLE)
                report.info("promoted", h.line(), words);
            principles.add(new Section(Section.PRINCIPLE, h.line(), words, h.id()));
            open.push(new Open(h.level(), principles.getLast()));
        } else if (above.level == Section.COMMITMENT) {
            report.info("too-deep", h.line(), words);
            above.text.add(new Block.Paragraph(h.line(), 0, Block.Kind.ASIDE, h.words().strong()));
        } else {
            if (level == Section.COMMITMENT && above.level == Section.PRINCIPLE)
                above = item(above);
            open.push(new Open(h.level(), above.add(h.line(), words, h.id())));
        }
    }

    /** The item that a principle without items needs. */
    private Section item(Section principle) {
        if (!principle.below.isEmpty() && made.contains(principle.below.getLast()))
            return principle.below.getLast();
        report.info("item-made", principle.line, principle.title, itemTitle);
        made.add(principle.add(principle.line, itemTitle));
        return principle.below.getLast();
    }
}
