package org.etabli.markdown;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What may stand inside a paragraph of somebody else's AsciiDoc; everything else comes out as the characters that were typed. */
enum InertWords {
    /** Names that a document fills in, strong words, stressed words. */
    PLAIN(Marks.PLAIN),
    /** Words in the letters of a machine, too, signs above and below the line, notes at the foot, and links to the web or a mail address. */
    TRUSTED(Marks.MORE + "|" + Marks.PLAIN);

    /** What clauses and frames may have filled in. */
    private static final Set<String> NAMES = Set.of("authority", "system", "dossier-title", "procedure-reference", "class-title", "charter-title", "charter-version", "nbsp", "empty");

    /** As regular expressions; a mark inside a word is none. */
    private static final class Marks {
        private static final String PLAIN = "\\{(?<name>[a-z-]{1,30})\\}|(?<![\\p{L}\\p{N}*_])(?:\\*\\*?(?<strong>[^\\s*][^*]*)\\*\\*?|__?(?<stressed>[^\\s_][^_]*)__?)(?![\\p{L}\\p{N}*_])";
        private static final String MORE = "(?<![\\p{L}\\p{N}`])``?(?<code>[^\\s`][^`]*)``?(?![\\p{L}\\p{N}`])|\\^(?<above>[^\\s^]{1,60})\\^|~(?<below>[^\\s~]{1,60})~|footnote:\\[(?<foot>[^\\]]{1,4000})\\]"
                + "|(?<![\\p{L}\\p{N}:/])(?:link:)?(?<address>(?:https?://|mailto:)[^\\s<>\"\\[\\]]{1,2000})(?:\\[(?<label>[^\\]]{0,2000})\\])?";
    }

    private final Pattern markup;
    private final boolean more;

    InertWords(String markup) {
        this.markup = Pattern.compile(markup);
        this.more = markup.length() > Marks.PLAIN.length();
    }

    String of(String text) {
        StringBuilder out = new StringBuilder();
        Matcher found = markup.matcher(text);
        int from = 0;
        while (found.find()) {
            if (found.group("name") != null && !NAMES.contains(found.group("name")))
                continue;
            out.append(FreeText.keepSpaces(text.substring(from, found.start())));
            from = found.end();
            out.append(marked(found));
        }
        return out.append(FreeText.keepSpaces(text.substring(from))).toString();
    }

    private String marked(Matcher found) {
        if (found.group("name") != null)
            return '{' + found.group("name") + '}';
        if (found.group("strong") != null)
            return FreeText.marked("**", of(found.group("strong")));
        if (found.group("stressed") != null)
            return FreeText.marked("__", of(found.group("stressed")));
        return more ? markedMore(found) : "";
    }

    private String markedMore(Matcher found) {
        if (found.group("code") != null)
            return FreeText.marked("``", FreeText.keepSpaces(found.group("code")));
        if (found.group("above") != null)
            return '^' + Asciidoc.inline(found.group("above")) + '^';
        if (found.group("below") != null)
            return '~' + Asciidoc.inline(found.group("below")) + '~';
        if (found.group("foot") != null)
            return "footnote:[" + PLAIN.of(found.group("foot")).strip() + "]";
        return link(found.group("address"), found.group("label"));
    }

    /** A link without words of its own shows where it leads, and so does one with: on paper nobody can follow it. */
    private static String link(String address, String label) {
        String printed = Asciidoc.inline(address);
        String words = label == null ? "" : Asciidoc.inline(label);
        return "link:" + printed + "[" + (words.isEmpty() ? printed : words) + "]" + (words.isEmpty() || words.equals(printed) ? "" : " &#40;" + printed + ")");
    }
}
