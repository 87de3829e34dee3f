package org.etabli.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of AsciiDoc: bold, italic, code, links, notes and attributes are understood; everything else stays as it is typed. */
final class AsciidocInline {
    private static final Map<String, String> SIGNS = Map.ofEntries(Map.entry("empty", ""), Map.entry("blank", ""), Map.entry("sp", " "), Map.entry("nbsp", "\u00A0"),
            Map.entry("apos", "'"), Map.entry("quot", "\""), Map.entry("lsquo", "‘"), Map.entry("rsquo", "’"), Map.entry("ldquo", "“"), Map.entry("rdquo", "”"), Map.entry("deg", "°"),
            Map.entry("plus", "+"), Map.entry("asterisk", "*"), Map.entry("vbar", "|"), Map.entry("amp", "&"), Map.entry("lt", "<"), Map.entry("gt", ">"));
    /** Attributes may name each other: without a limit a few lines become a gigabyte. */
    private static final int LONGEST_VALUE = 4096;
    private static final int DEEPEST = 20;
    /** How far behind an opening mark its end is looked for. */
    private static final int HORIZON = 4000;
    private static final Pattern ATTRIBUTE = Pattern.compile("\\{([\\w-]+)}");
    private static final Pattern MACRO = Pattern.compile("(link|mailto|xref|image|footnote|pass|indexterm2?|anchor):([^\\s\\[:][^\\s\\[]*)?\\[");
    private static final Pattern URL = Pattern.compile("(?:https?|ftp)://[^\\s\\[\\]<>]*[^\\s\\[\\]<>.,;:!?)'\"»]");
    private static final Pattern CROSS = Pattern.compile("<<([^<>,]+)(?:,([^<>]*))?>>");
    private static final Pattern ANCHOR = Pattern.compile("\\[\\[\\[?([^\\[\\]]+)]]]?");
    private static final Pattern ROLE = Pattern.compile("\\[[.#\\w][^\\[\\]]*](?=#)");
    private static final Pattern INDEX = Pattern.compile("\\(\\(\\(?([^()]+)\\)\\)\\)?");
    private static final Pattern NOT_VISIBLE = Pattern.compile("(?:,\\s*\\w+=.*|\\^)$", Pattern.DOTALL);

    private final Report report;
    private final Map<String, String> attributes = new HashMap<>();
    /** How much text attributes may still become. */
    private int budget = 1 << 20;
    private int line;

    AsciidocInline(Report report) {
        this.report = report;
    }

    void define(String attribute, String value) {
        attributes.put(attribute, expanded(value));
    }

    private String expanded(String value) {
        Matcher reference = ATTRIBUTE.matcher(value);
        StringBuilder out = new StringBuilder();
        int from = 0;
        while (reference.find()) {
            out.append(value, from, reference.start()).append(attributes.getOrDefault(reference.group(1), reference.group()));
            from = reference.end();
            if (out.length() > LONGEST_VALUE)
                return value;
        }
        return out.append(value.substring(from)).toString();
    }

    /** @param text several lines, of which one that ends with a plus is broken there */
    Words words(String text, int atLine) {
        return Words.of(runs(text, atLine));
    }

    List<Run> runs(String text, int atLine) {
        line = atLine;
        List<Run> runs = new ArrayList<>();
        new Scan(text, new Look(false, false, false, Optional.empty()), 0, runs).run();
        return runs;
    }

    private record Look(boolean bold, boolean italic, boolean code, Optional<String> link) {
    }

    /** One pass over a piece of text whose characters look alike, but for what is marked in it. */
    private final class Scan {
        private final String text;
        private final Look look;
        private final int depth;
        private final List<Run> into;
        private final StringBuilder plain = new StringBuilder();
        private int at;

        private Scan(String text, Look look, int depth, List<Run> into) {
            this.text = text;
            this.look = look;
            this.depth = depth;
            this.into = into;
        }

        private void run() {
            while (at < text.length())
                if (!isMarked()) {
                    char c = text.charAt(at++);
                    plain.append(c == '\n' ? ' ' : c);
                }
            flush();
        }

        private void flush() {
            if (!plain.isEmpty())
                into.add(new Run(plain.toString(), look.bold, look.italic, look.code, look.link));
            plain.setLength(0);
        }

        private void inside(String words, Look other) {
            if (depth == DEEPEST) {
                plain.append(words.replace('\n', ' '));
                return;
            }
            flush();
            new Scan(words, other, depth + 1, into).run();
        }

        /** Whether something with a meaning begins here; it is then read. */
        private boolean isMarked() {
            return switch (text.charAt(at)) {
                case '\\' -> escape();
                case '{' -> attribute();
                case '+' -> passed("+++") || passed("++") || passed("+");
                case ' ' -> lineBreak();
                case '*' -> formatted("*", new Look(true, look.italic, look.code, look.link));
                case '_' -> formatted("_", new Look(look.bold, true, look.code, look.link));
                case '`' -> quoted('`', '"', '”') || quoted('`', '\'', '’') || formatted("`", new Look(look.bold, look.italic, true, look.link));
                case '#' -> formatted("#", look);
                case '^', '~' -> raised();
                case '"' -> quoted('"', '`', '“');
                case '\'' -> quoted('\'', '`', '‘');
                case '<' -> cross();
                case '[' -> bracket();
                case '(' -> index();
                default -> isWordStart() && (macro() || url());
            };
        }

        private boolean isWordStart() {
            return Character.isLetter(text.charAt(at)) && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)));
        }

        private boolean escape() {
            if (at + 1 == text.length() || "*_`#^~{<[+(".indexOf(text.charAt(at + 1)) < 0)
                return false;
            plain.append(text.charAt(at + 1));
            at += 2;
            return true;
        }

        private boolean attribute() {
            Matcher name = ATTRIBUTE.matcher(text).region(at, Math.min(at + HORIZON, text.length()));
            if (!name.lookingAt())
                return false;
            String value = attributes.getOrDefault(name.group(1), SIGNS.get(name.group(1)));
            if (value == null || budget < value.length()) {
                report.warn("unknown-attribute", line, name.group());
                return false;
            }
            budget -= value.length();
            plain.append(value);
            at = name.end();
            return true;
        }

        private int find(String mark, int from) {
            return text.indexOf(mark, Math.min(from, text.length()), Math.min(from + HORIZON, text.length()));
        }

        private boolean passed(String mark) {
            int end = at + mark.length();
            int close = text.startsWith(mark, at) ? find(mark, end) : -1;
            boolean alone = mark.length() > 1 || close > 0 && isConstrained(at, close);
            if (close <= end || !alone)
                return false;
            plain.append(text.substring(end, close).replace('\n', ' '));
            at = close + mark.length();
            return true;
        }

        private boolean lineBreak() {
            if (!text.startsWith(" +\n", at))
                return false;
            plain.append('\n');
            at += 3;
            return true;
        }

        /** Two marks anywhere, or one mark around whole words. */
        private boolean formatted(String mark, Look other) {
            String twice = mark + mark;
            if (text.startsWith(twice, at)) {
                int close = find(twice, at + 2);
                if (close > at + 2) {
                    String words = text.substring(at + 2, close);
                    at = close + 2;
                    inside(words, other);
                    return true;
                }
                return false;
            }
            for (int close = find(mark, at + 1); close > 0 && close < at + HORIZON; close = find(mark, close + 1))
                if (close > at + 1 && isConstrained(at, close)) {
                    String words = text.substring(at + 1, close);
                    at = close + 1;
                    inside(words, other);
                    return true;
                }
            return false;
        }

        private boolean isConstrained(int open, int close) {
            return (open == 0 || !isWord(text.charAt(open - 1))) && !Character.isWhitespace(text.charAt(open + 1)) && !Character.isWhitespace(text.charAt(close - 1))
                    && (close + 1 == text.length() || !isWord(text.charAt(close + 1)));
        }

        private static boolean isWord(char c) {
            return Character.isLetterOrDigit(c) || c == '_';
        }

        private boolean raised() {
            int close = find(text.substring(at, at + 1), at + 1);
            if (close < at + 2 || text.substring(at, close).chars().anyMatch(Character::isWhitespace))
                return false;
            plain.append(text, at + 1, close);
            at = close + 1;
            return true;
        }

        private boolean quoted(char first, char second, char sign) {
            if (!text.startsWith("" + first + second, at))
                return false;
            plain.append(sign);
            at += 2;
            return true;
        }

        private boolean cross() {
            Matcher cross = CROSS.matcher(text).region(at, Math.min(at + HORIZON, text.length()));
            if (!cross.lookingAt())
                return false;
            report.info("inner-link", line, cross.group(1));
            at = cross.end();
            inside(cross.group(2) == null ? cross.group(1) : cross.group(2).stripLeading(), look);
            return true;
        }

        private boolean bracket() {
            Matcher anchor = ANCHOR.matcher(text).region(at, Math.min(at + HORIZON, text.length()));
            Matcher role = ROLE.matcher(text).region(at, Math.min(at + HORIZON, text.length()));
            Matcher found = anchor.lookingAt() ? anchor : role;
            if (found == role && !role.lookingAt())
                return false;
            report.info("attributes", line, found.group());
            at = found.end();
            return true;
        }

        private boolean index() {
            Matcher term = INDEX.matcher(text).region(at, Math.min(at + HORIZON, text.length()));
            if (!term.lookingAt() || term.group().startsWith("(((") != term.group().endsWith(")))"))
                return false;
            if (term.group().startsWith("((("))
                report.info("attributes", line, term.group());
            else
                plain.append(term.group(1));
            at = term.end();
            return true;
        }

        private boolean macro() {
            Matcher macro = MACRO.matcher(text).region(at, Math.min(at + HORIZON, text.length()));
            int close = macro.lookingAt() ? closing(macro.end()) : -1;
            if (close < 0)
                return false;
            String target = macro.group(2) == null ? "" : macro.group(2);
            String words = text.substring(macro.end(), close).replace("\\]", "]");
            at = close + 1;
            switch (macro.group(1)) {
                case "link" -> link(target, words);
                case "mailto" -> link("mailto:" + target, words.isEmpty() ? target : words);
                case "xref" -> {
                    report.info("inner-link", line, target);
                    inside(words.isEmpty() ? target : words, look);
                }
                case "image" -> {
                    report.warn("image", line, target);
                    plain.append(visible(words));
                }
                case "footnote" -> {
                    report.info("footnote", line, target);
                    if (!words.isEmpty()) {
                        plain.append(" (");
                        inside(words, look);
                        plain.append(')');
                    }
                }
                case "pass" -> plain.append(words);
                default -> report.info("attributes", line, macro.group() + words + "]");
            }
            return true;
        }

        private int closing(int from) {
            int open = 1;
            for (int i = from; i < Math.min(from + HORIZON, text.length()); i++)
                if (text.charAt(i) == '\\')
                    i++;
                else if (text.charAt(i) == '[')
                    open++;
                else if (text.charAt(i) == ']' && --open == 0)
                    return i;
            return -1;
        }

        private boolean url() {
            Matcher url = URL.matcher(text).region(at, Math.min(at + HORIZON, text.length()));
            if (!url.lookingAt())
                return false;
            int close = url.end() < text.length() && text.charAt(url.end()) == '[' ? closing(url.end() + 1) : -1;
            at = close < 0 ? url.end() : close + 1;
            link(url.group(), close < 0 ? "" : text.substring(url.end() + 1, close));
            return true;
        }

        private void link(String url, String words) {
            flush();
            Look linked = new Look(look.bold, look.italic, look.code, Optional.of(url));
            if (words.isBlank())
                into.add(new Run(url, look.bold, look.italic, false, linked.link));
            else
                inside(visible(words), linked);
        }

        /** What stands behind the words in a macro says how to show them. */
        private String visible(String words) {
            Matcher hidden = NOT_VISIBLE.matcher(words);
            if (!hidden.find())
                return words;
            if (hidden.group().length() > 1)
                report.info("attributes", line, hidden.group());
            return words.substring(0, hidden.start());
        }
    }
}
