package org.etabli.yaml;

import java.util.HashSet;
import java.util.Set;

/** The numbering of a legal text as the article paths that exist in it. */
public final class OutlineReader {
    private final Set<String> paths = new HashSet<>();

    private OutlineReader() {
    }

    /** Every path of the text, in the grammar of {@link org.etabli.model.ArticlePath}. */
    public static Set<String> read(YamlText text) {
        OutlineReader reader = new OutlineReader();
        Node root = text.root();
        reader.numbers("rec", root, "recitals");
        reader.numbers("rec2026", root, "amending_recitals");
        each(root, "chapters", (chapter, sections) -> {
            reader.paths.add("chp." + chapter);
            for (int i = 1; i <= Integer.parseInt(Reading.word(sections).orElse("0")); i++)
                reader.paths.add("chp." + chapter + "." + i);
        });
        each(root, "articles", (number, article) -> reader.article("art." + number, article));
        each(root, "annexes", (number, annex) -> reader.annex("anx." + number, annex));
        return Set.copyOf(reader.paths);
    }

    private interface Visitor {
        void visit(String key, Node value);
    }

    private static void each(Node node, String key, Visitor visitor) {
        Reading.child(node, key).ifPresent(n -> each(n, visitor));
    }

    private static void each(Node node, Visitor visitor) {
        if (node instanceof Node.Mapping m)
            m.entries().forEach(e -> visitor.visit(e.key().text(), e.value()));
    }

    private void numbers(String prefix, Node root, String key) {
        for (int i = 1; i <= Integer.parseInt(Reading.wordOr(root, key, "0")); i++)
            paths.add(prefix + "." + i);
    }

    /** Paragraphs with their points, or points alone. */
    private void article(String path, Node article) {
        paths.add(path);
        each(article, (key, points) -> {
            if (!key.equals("points"))
                paths.add(path + "." + key);
            points(key.equals("points") ? path : path + "." + key, points);
        });
    }

    private void annex(String path, Node annex) {
        paths.add(path);
        Reading.child(annex, "points").ifPresent(p -> points(path, p));
        each(annex, "sections", (section, points) -> {
            paths.add(path + "." + section);
            points(path + "." + section, points);
            if (Reading.flag(annex, "continuous"))
                points(path, points);
        });
    }

    private void points(String path, Node points) {
        if (points instanceof Node.Sequence list)
            for (Node point : list.items()) {
                Reading.word(point).ifPresent(p -> paths.add(path + "." + p));
                each(point, (key, below) -> {
                    paths.add(path + "." + key);
                    points(path + "." + key, below);
                });
            }
    }
}
