package org.etabli.imports;

import java.util.List;

/** Makes commitments where a document has no headings for them: of list items, and where there are none, of paragraphs. */
final class Commitments {
    private final Report report;
    private final String itemTitle;
    private int ofItems;
    private int ofParagraphs;
    private int itemsMade;

    /** @param itemTitle of an item that a principle needs and does not have */
    Commitments(Report report, String itemTitle) {
        this.report = report;
        this.itemTitle = itemTitle;
    }

    void of(List<Section> principles) {
        for (Section principle : principles)
            if (principle.below.isEmpty())
                of(principle);
            else
                principle.below.stream().filter(item -> item.below.isEmpty()).forEach(this::of);
        if (ofItems > 0)
            report.info("from-items", 0, ofItems);
        if (ofParagraphs > 0)
            report.info("from-paragraphs", 0, ofParagraphs);
        if (itemsMade > 0)
            report.info("items-made", 0, itemsMade, itemTitle);
    }

    /** @param leaf a principle or an item with nothing below it */
    private void of(Section leaf) {
        List<Block> blocks = List.copyOf(leaf.text);
        boolean lists = blocks.stream().anyMatch(Block.ListItem.class::isInstance);
        leaf.text.clear();
        Section item = leaf.level == Section.ITEM ? leaf : null;
        Section last = null;
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (opensList(blocks, i) && leaf.level == Section.PRINCIPLE && last != null) {
                Block.Paragraph words = (Block.Paragraph) block;
                item = leaf.add(words.line(), words.words().title());
                item.text.add(words);
                report.info("item-from-paragraph", words.line(), item.title);
            } else if (isCommitment(block, lists)) {
                item = item == null ? made(leaf) : item;
                last = commitment(item, block);
            } else if (last == null) {
                (item == null ? leaf : item).text.add(block);
            } else {
                below(last, block);
            }
        }
    }

    private static boolean isCommitment(Block block, boolean lists) {
        return lists ? block instanceof Block.ListItem item && item.depth() == 1
                : block instanceof Block.Paragraph p && p.isStatement();
    }

    /** A paragraph right above a list. */
    private static boolean opensList(List<Block> blocks, int i) {
        return i + 1 < blocks.size() && blocks.get(i) instanceof Block.Paragraph p && p.isStatement() && blocks.get(i + 1) instanceof Block.ListItem;
    }

    private Section made(Section principle) {
        itemsMade++;
        return principle.add(principle.line, itemTitle);
    }

    private Section commitment(Section item, Block block) {
        if (block instanceof Block.ListItem words) {
            ofItems++;
            String number = words.number().isEmpty() ? "" : words.number() + ". ";
            Section commitment = item.add(words.line(), number + words.words().title());
            say(commitment, words.line(), words.words().rest());
            return commitment;
        }
        ofParagraphs++;
        Block.Paragraph words = (Block.Paragraph) block;
        Section commitment = item.add(words.line(), words.words().title());
        say(commitment, words.line(), words.words().rest());
        return commitment;
    }

    /** A title that says it all is not said twice. */
    private static void say(Section commitment, int line, Words words) {
        if (!words.isEmpty())
            commitment.text.add(new Block.Paragraph(line, 0, Block.Kind.PLAIN, words));
    }

    /** What belongs to a list item is one level higher without it. */
    private void below(Section commitment, Block block) {
        switch (block) {
            case Block.ListItem item when item.depth() > 1 -> commitment.text.add(new Block.ListItem(item.line(), item.depth() - 1, item.number(), item.words()));
            case Block.Paragraph p when p.depth() > 0 -> commitment.text.add(new Block.Paragraph(p.line(), p.depth() - 1, p.kind(), p.words()));
            case Block.Paragraph p when p.isStatement() -> {
                report.warn("after-list", p.line(), commitment.title);
                commitment.text.add(p);
            }
            default -> commitment.text.add(block);
        }
    }
}
