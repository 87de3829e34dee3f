package org.etabli.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Documents as people write them, in every style that Établi accepts, together with what they say: texts are strings, lists
 * are lists, mappings are maps in the order of the text.
 */
final class RandomYaml {
    static final List<String> WORDS = List.of("yes", "no", "unknown", "education", "agent territorial", "à compléter", "l’été", "x", "Nantes Métropole", "2026-11-21",
            "note: sans guillemets", "quoi ?", "a?b", "cité (p. 4) ; oui !", "50 % & plus", "a|b>c", "x@y.fr", "un 'mot' \"cité\"", "# pas un commentaire", "a #b", "\"cité\"", "l'« objet »", "C:\\temp\\x", "{a: b}", "[x, y]", "- tiret", "? question", "| barre", "> fin",
            "&ancre", "*alias", "!étiquette", "%directive", "@arobase", "`accent", "12", "-3.5", "1e3", "0x1F", "null", "~", "true", "", " ", " devant", "derrière ", "😀", "e\u0301té 👩‍🚒",
            "tab\tulation", "nul\u0000", "del\u007f", "\u0085", "\u2028", "\uFEFFbom", "espace\u00a0insécable", "a:b", "a :b", "a: ", ":", "::", "---", "...", "=", "<<", "a,b", "{}", "[]", "'", "\"", "\\",
            "include::/etc/passwd[]", "<script>alert(1)</script>", "\ud800", "\uFFFE", "\u200bcaché");
    static final List<String> TEXTS = List.of("un\ndeux", "un\ndeux\n", "un\n\ntrois\n", "# un\n- deux: x\n", "a\n  retrait\nb\n", "a: 1\nb: 2", "fin\n\n", "a \nb", "😀\ndeux\n", "\nvide devant",
            "a\r\nb", "a\n\tb\n", "---\na\n...\n", "\n", "a\n\n\n", " devant\nb", "a\u2028b\nc", "\"a\"\n'b'\n");
    private static final List<String> KEYS = List.of("facts", "value", "note", "by", "on", "evidence", "technique", "a", "b", "c", "d", "clé", "clé longue", "k: v", "12", "yes", "😀", "#x", "\"q\"", "'", "x-y");
    private static final List<String> COMMENTS = List.of("", " c’est : sûr", " {[", " ' \"", " - a: b", " 😀 é", " # encore", " | >", " a: &x *y");

    /** Nothing at all, however it is written. */
    static final String NULL = "‹nothing›";

    private final Random random;
    private final StringBuilder out = new StringBuilder();
    /** Every comment of the document; each has a number of its own. */
    final List<String> comments = new ArrayList<>();
    final Map<String, Object> root = new LinkedHashMap<>();
    final String text;
    private int left = 25;

    RandomYaml(Random random) {
        this.random = random;
        if (chance(4))
            lines(0, true);
        if (chance(8))
            out.append("---").append(chance(2) ? " " + comment() : "").append('\n');
        if (chance(8)) {
            Map<String, Object> map = flowMap(2, true);
            root.putAll(map);
            tail();
        } else {
            blockMap(root, 0, 0, true);
        }
        if (chance(3))
            lines(0, !endsWithBlock);
        while (chance(3) && out.length() > 0 && out.charAt(out.length() - 1) == '\n' && !endsWithBlock)
            out.setLength(out.length() - 1);
        text = chance(4) ? out.toString().replace("\n", "\r\n") : out.toString();
    }

    /** The last thing written was a block text: what follows must not look like a part of it. */
    private boolean endsWithBlock;
    /** And blank lines behind it would be a part of it. */
    private boolean keepsBlank;

    private boolean chance(int in) {
        return random.nextInt(in) == 0;
    }

    static <T> T any(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private String comment() {
        String comment = "# c" + comments.size() + "." + any(random, COMMENTS);
        comments.add(comment);
        return comment;
    }

    /** Blank lines and comments on lines of their own. */
    private void lines(int indent, boolean deep) {
        for (int i = random.nextInt(3); i >= 0; i--)
            out.append(chance(3) && !keepsBlank ? "" : " ".repeat(deep && chance(3) ? random.nextInt(9) : indent) + comment()).append('\n');
    }

    /** The end of a line that has said something. */
    private void tail() {
        out.append(chance(3) ? " ".repeat(1 + random.nextInt(3)) + comment() : chance(9) ? "  " : "").append('\n');
        endsWithBlock = false;
        keepsBlank = false;
    }

    private void blockMap(Map<String, Object> map, int indent, int depth, boolean startsOnItsLine) {
        int size = 1 + random.nextInt(depth == 0 ? 5 : 3);
        for (int i = 0; i < size; i++) {
            if ((i > 0 || startsOnItsLine) && chance(4))
                lines(indent, !endsWithBlock);
            if (i > 0 || startsOnItsLine)
                out.append(" ".repeat(indent));
            String key = freshKey(map);
            out.append(key(key, false)).append(chance(12) ? " :" : ":");
            map.put(key, blockValue(indent, depth));
        }
    }

    private String freshKey(Map<String, Object> map) {
        String key = any(random, KEYS);
        while (map.containsKey(key))
            key = any(random, KEYS) + random.nextInt(99);
        return key;
    }

    private Object blockValue(int indent, int depth) {
        left--;
        if (depth < 4 && left > 0)
            switch (random.nextInt(6)) {
                case 0, 1 -> {
                    tail();
                    if (chance(5))
                        lines(indent, true);
                    Map<String, Object> map = new LinkedHashMap<>();
                    blockMap(map, indent + 1 + random.nextInt(4), depth + 1, true);
                    return map;
                }
                case 2 -> {
                    tail();
                    if (chance(5))
                        lines(indent, true);
                    return blockList(indent + random.nextInt(4), depth);
                }
                default -> { }
            }
        switch (random.nextInt(9)) {
            case 0 -> {
                out.append(' ');
                Object value = chance(2) ? flowMap(depth, true) : flowList(depth, true);
                tail();
                return value;
            }
            case 1 -> {
                out.append(any(random, List.of("", "", " ~", " null")));
                tail();
                return NULL;
            }
            case 2 -> {
                return blockText(indent + 1 + random.nextInt(3), indent);
            }
            case 3 -> {
                // on a line of its own
                tail();
                if (chance(3))
                    lines(indent, true);
                out.append(" ".repeat(indent + 1 + random.nextInt(3)));
            }
            default -> out.append(" ".repeat(1 + random.nextInt(2)));
        }
        String word = any(random, WORDS);
        out.append(scalar(word, false));
        tail();
        return word;
    }

    private List<Object> blockList(int indent, int depth) {
        List<Object> list = new ArrayList<>();
        int size = 1 + random.nextInt(4);
        for (int i = 0; i < size; i++) {
            if (chance(4))
                lines(indent, !endsWithBlock);
            out.append(" ".repeat(indent)).append("-");
            int pad = 1 + random.nextInt(3);
            if (depth < 3 && left > 0 && chance(4)) {
                out.append(" ".repeat(pad));
                Map<String, Object> map = new LinkedHashMap<>();
                blockMap(map, indent + 1 + pad, depth + 1, false);
                list.add(map);
            } else if (chance(8)) {
                list.add(blockText(indent + 1 + random.nextInt(3), indent));
            } else if (chance(10)) {
                out.append(' ');
                list.add(chance(2) ? flowMap(3, true) : flowList(3, true));
                tail();
            } else {
                String word = any(random, WORDS);
                out.append(" ".repeat(pad)).append(scalar(word, false));
                tail();
                list.add(word);
            }
        }
        return list;
    }

    private String blockText(int indent, int parent) {
        boolean folded = chance(4);
        boolean indicator = chance(6);
        String chomp = any(random, List.of("", "-", "+"));
        out.append(folded ? " >" : " |").append(indicator ? String.valueOf(indent - parent) : "").append(chomp);
        out.append(chance(4) ? " " + comment() : "").append('\n');
        int lines = 1 + random.nextInt(3);
        List<String> said = new ArrayList<>();
        for (int i = 0; i < lines; i++) {
            String line = "ligne " + any(random, List.of("a", "b: c", "# d", "- e", "{f", "😀"));
            said.add(line);
            out.append(" ".repeat(indent)).append(line).append('\n');
        }
        int blank = random.nextInt(3);
        out.append("\n".repeat(blank));
        endsWithBlock = true;
        keepsBlank = chomp.equals("+");
        return String.join(folded ? " " : "\n", said) + switch (chomp) {
            case "-" -> "";
            case "+" -> "\n".repeat(1 + blank);
            default -> "\n";
        };
    }

    private void flowGap(boolean multiline) {
        if (multiline && chance(6))
            out.append(chance(2) ? " " + comment() : "").append('\n').append(" ".repeat(1 + random.nextInt(8)));
        else
            out.append(chance(3) ? " " : "");
    }

    private Map<String, Object> flowMap(int depth, boolean multiline) {
        Map<String, Object> map = new LinkedHashMap<>();
        out.append('{');
        int size = random.nextInt(4);
        for (int i = 0; i < size; i++) {
            flowGap(multiline);
            String key = freshKey(map);
            out.append(key(key, true));
            if (chance(9)) {
                map.put(key, NULL);
                out.append(chance(2) ? "" : ":");
            } else {
                out.append(": ");
                map.put(key, flowValue(depth, multiline));
            }
            flowGap(multiline);
            out.append(i < size - 1 ? ", " : chance(6) ? "," : "");
        }
        flowGap(multiline);
        out.append('}');
        return map;
    }

    private List<Object> flowList(int depth, boolean multiline) {
        List<Object> list = new ArrayList<>();
        out.append('[');
        int size = random.nextInt(4);
        for (int i = 0; i < size; i++) {
            flowGap(multiline);
            list.add(flowValue(depth, multiline));
            flowGap(multiline);
            out.append(i < size - 1 ? ", " : chance(6) ? "," : "");
        }
        flowGap(multiline);
        out.append(']');
        return list;
    }

    private Object flowValue(int depth, boolean multiline) {
        if (depth < 3 && chance(5))
            return chance(2) ? flowMap(depth + 1, multiline) : flowList(depth + 1, multiline);
        String word = any(random, WORDS);
        out.append(scalar(word, true));
        return word;
    }

    private String key(String key, boolean flow) {
        return scalar(key, flow);
    }

    /** Without quotes where every reader agrees, else in one of the two kinds of quotes. */
    private String scalar(String word, boolean flow) {
        boolean plain = word.matches("[\\p{L}][\\p{L}\\p{N} ’_-]*[\\p{L}\\p{N}]|x|a|b|c|d") && !word.equals("null") && !word.equals("true")
                || word.equals("12") || word.equals("-3.5") || word.equals("1e3") || word.equals("2026-11-21");
        if (plain && !chance(4))
            return word;
        boolean printable = word.chars().allMatch(c -> c >= ' ' && c < 0x7F || c >= 0xA1 && c < 0x2000);
        if (printable && chance(2))
            return "'" + word.replace("'", "''") + "'";
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : word.toCharArray())
            quoted.append(c == '"' || c == '\\' ? "\\" + c : c < ' ' || c >= 0x7F && c < 0xA1 || c == 0x2028 || c >= 0xD800 && c < 0xE000 || c >= 0xFEFF || c == 0x200b
                    ? String.format("\\u%04x", (int) c) : String.valueOf(c));
        return quoted.append('"').toString();
    }

    /** What a tree says. */
    static Object said(Node node) {
        return switch (node) {
            case Node.Scalar s -> s.isNull() ? NULL : s.text();
            case Node.Sequence s -> s.items().stream().map(RandomYaml::said).toList();
            case Node.Mapping m -> {
                Map<String, Object> map = new LinkedHashMap<>();
                m.entries().forEach(e -> map.put(e.key().text(), said(e.value())));
                yield map;
            }
        };
    }

    /** Like {@code String.valueOf}, with the order of keys and the borders of words visible. */
    static String show(Object said) {
        return switch (said) {
            case Map<?, ?> m -> m.entrySet().stream().map(e -> show(e.getKey()) + "=" + show(e.getValue())).toList().toString();
            case List<?> l -> l.stream().map(RandomYaml::show).toList().toString();
            default -> "‹" + said + "›";
        };
    }
}
