package org.etabli.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Article paths for people: {@code art.6.3.d} becomes "RIA, art. 6(3), d)". Anything else, such as {@code CRPA L.311-3-1},
 * is shown as it is. The grammar is that of the rule files: {@code art.<n>[.<paragraph>][.<point>]…}, {@code rec.<n>},
 * {@code rec2026.<n>}, {@code anx.<ROMAN>[.<section>][.<point>]…}, {@code chp.<ROMAN>[.<section>]}.
 */
public final class ArticlePath {
    private static final Pattern ARTICLE = Pattern.compile("art\\.(\\d+[a-z]*)((?:\\.[0-9a-z]+)*)");
    private static final Pattern ANNEX = Pattern.compile("anx\\.([IVX]+)((?:\\.[0-9A-Za-z]+)*)");
    private static final Pattern RECITAL = Pattern.compile("rec(2026)?\\.(\\d+)");
    private static final Pattern CHAPTER = Pattern.compile("chp\\.([IVX]+)(?:\\.(\\d+))?");

    private ArticlePath() {
    }

    public static String label(String path, Lang lang) {
        boolean en = lang == Lang.EN;
        String act = en ? "AI Act, " : "RIA, ";
        Matcher m = ARTICLE.matcher(path);
        if (m.matches())
            return act + (en ? "Art. " : "art. ") + m.group(1) + steps(m.group(2), en);
        m = ANNEX.matcher(path);
        if (m.matches())
            return act + (en ? "Annex " : "annexe ") + m.group(1) + annexSteps(m.group(2), en);
        m = RECITAL.matcher(path);
        if (m.matches())
            return (m.group(1) != null ? en ? "Reg. (EU) 2026/1744, " : "Règl. (UE) 2026/1744, " : act) + (en ? "recital " : "cons. ") + m.group(2);
        m = CHAPTER.matcher(path);
        if (m.matches())
            return act + (en ? "Chapter " : "chap. ") + m.group(1) + (m.group(2) == null ? "" : en ? ", Section " + m.group(2) : ", sect. " + m.group(2));
        return path;
    }

    /** Numbers in brackets in both languages: whether one is a paragraph or a point depends on the article. */
    private static String steps(String rest, boolean en) {
        StringBuilder out = new StringBuilder();
        for (String step : rest.split("\\."))
            if (!step.isEmpty())
                out.append(en || Character.isDigit(step.charAt(0)) ? "(" + step + ")" : ", " + step + ")");
        return out.toString();
    }

    private static String annexSteps(String rest, boolean en) {
        StringBuilder out = new StringBuilder();
        boolean first = true;
        for (String step : rest.split("\\.")) {
            if (step.isEmpty())
                continue;
            if (step.matches("[A-Z]"))
                out.append(en ? ", Section " : ", section ").append(step);
            else if (Character.isDigit(step.charAt(0)))
                out.append(first ? ", point " : " ").append(step);
            else
                out.append(en ? "(" + step + ")" : " " + step + ")");
            first = first && step.matches("[A-Z]");
        }
        return out.toString();
    }
}
