package org.etabli.render;

import java.math.BigInteger;

import org.apache.poi.xwpf.usermodel.XWPFNumbering;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTNumLvl;
import org.w3c.dom.Element;

/** Bullets and numbers as Word counts them: every numbered list starts anew. */
final class WordLists {
    /** The levels that Word has. */
    static final int LEVELS = 9;
    /** How far each level stands to the right, in twentieths of a point. */
    static final int STEP = 340;

    /** The definitions in {@code numbering.xml}, in their order. */
    private enum Kind {
        BULLET, DECIMAL, LOWER_ALPHA, UPPER_ALPHA, LOWER_ROMAN, UPPER_ROMAN;

        private static Kind of(Element list) {
            if (list.getTagName().equals("ul"))
                return BULLET;
            return switch (list.getAttribute("type")) {
                case "a" -> LOWER_ALPHA;
                case "A" -> UPPER_ALPHA;
                case "i" -> LOWER_ROMAN;
                case "I" -> UPPER_ROMAN;
                default -> DECIMAL;
            };
        }

        private BigInteger definition() {
            return BigInteger.valueOf(ordinal());
        }
    }

    private final XWPFNumbering numbering;
    private BigInteger bullets;

    WordLists(XWPFNumbering numbering) {
        this.numbering = numbering;
    }

    /** The number by which the paragraphs of this list name it. */
    BigInteger numberOf(Element list, int level) {
        Kind kind = Kind.of(list);
        if (kind == Kind.BULLET) {
            if (bullets == null)
                bullets = numbering.addNum(kind.definition());
            return bullets;
        }
        BigInteger number = numbering.addNum(kind.definition());
        CTNumLvl restart = numbering.getNum(number).getCTNum().addNewLvlOverride();
        restart.setIlvl(BigInteger.valueOf(level));
        String first = list.getAttribute("start");
        restart.addNewStartOverride().setVal(first.matches("\\d{1,5}") ? new BigInteger(first) : BigInteger.ONE);
        return number;
    }
}
