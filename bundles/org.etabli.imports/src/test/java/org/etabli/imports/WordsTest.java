package org.etabli.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

import org.etabli.markdown.FreeText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever the characters and their look: the Markdown says those characters. */
class WordsTest {
    private static final List<String> PIECES = List.of("mot", "a", "1", "1.", "2)", " ", " ", "\n", "  ", "\t", "\u00a0", "*", "**", "_", "__", "`", "``", "[", "]", "](", "(", ")", "![", "<", "<b>", "</b>", "<http://a.b>", "&", "&amp;",
            "&#60;", "#", "# ", "> ", "- ", "+ ", "=", "===", "---", "~~~", "~~", "|", "\\", "\\\\", "!", ":", "niveau : ", "{#a}", "\"", "'", "’", "« ", " »", ".", ",", ";", "é", "😀", "\u200b", "\u2028", "\u0000", "<!--", "-->", "http://a.b", "a_b");
    private static final List<Optional<String>> LINKS = List.of(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("https://a.fr/b_c?d=e&f"), Optional.of("mailto:a@b.fr"), Optional.of("javascript:x(1)"), Optional.of("http://a b"));

    /** Blanks that nobody sees are none where there is nothing else. */
    private static String visible(String text) {
        return text.replaceAll("[\\s\u2028\u00a0\u200b\u0000]+", "").isEmpty() ? "" : text.replaceAll("\u0000", "").replaceAll("[\\s\u2028]+", " ").strip();
    }

    @Test
    void everyCharacterIsRead() {
        int formatted = 0;
        for (int seed = 0; seed < 4000; seed++) {
            Random random = new Random(seed);
            List<Run> runs = new ArrayList<>();
            for (int i = 1 + random.nextInt(5); i > 0; i--) {
                StringBuilder text = new StringBuilder();
                for (int n = 1 + random.nextInt(4); n > 0; n--)
                    text.append(PIECES.get(random.nextInt(PIECES.size())));
                runs.add(new Run(text.toString(), random.nextInt(3) == 0, random.nextInt(3) == 0, random.nextInt(6) == 0, LINKS.get(random.nextInt(LINKS.size()))));
            }
            Words words = Words.of(runs);
            boolean harmless = runs.stream().allMatch(r -> r.link().isEmpty() || r.link().get().startsWith("https:") || r.link().get().startsWith("mailto:"));
            if (harmless)
                assertEquals(visible(runs.stream().map(Run::text).collect(Collectors.joining())), visible(words.plain()), () -> "of " + runs);
            for (Run run : runs)
                if (run.link().isPresent() && !visible(run.text()).isEmpty())
                    assertTrue(words.line().contains(run.link().get()) && words.plain().concat(words.markdown()).contains(run.link().get()), () -> words + " of " + runs);
            formatted += words.markdown().contains("**") ? 1 : 0;
        }
        assertTrue(formatted > 1000, formatted + " have something in bold");
    }

    /** A title begins with a capital; "ii" is the second, and "II" may be another. */
    @ParameterizedTest
    @CsvSource({"le registre,Le registre", "ii. le registre,ii. le registre", "'viii) le registre',viii) le registre", "b) le registre,b) le registre", "bb. le registre,bb. le registre", "état des lieux,État des lieux", "mairie : rôle,Mairie : rôle",
            "ii. 3 usages,ii. 3 usages", "ab. Lettre,Ab. Lettre"})
    void aTitleBeginsWithACapitalAndANumberStaysOne(String text, String title) {
        assertEquals(title, Words.of(text).title());
    }

    /** The usual cases keep their look. */
    @ParameterizedTest
    @CsvSource({"'Un ',registre,' public','Un **registre** public'", "'','Un registre ',public,'**Un registre** public'", "«,Un registre,»,«**Un registre**»", "a,« b »,c,a« b »c", "a,b,c,a**b**c"})
    void boldStaysWhereMarkdownCanSayIt(String before, String bold, String after, String markdown) {
        Words words = Words.of(List.of(Run.plain(before), new Run(bold, true, false, false, Optional.empty()), Run.plain(after)));
        assertEquals(markdown, words.markdown());
        assertEquals(before.isEmpty() ? bold.strip() : "", words.lead());
        assertTrue(FreeText.toAsciidoc(words.markdown()).contains(markdown.contains("**") ? "**" : "b"));
    }

    @Test
    void linksKeepTheirAddress() {
        Run link = new Run(" le guide ", false, false, false, Optional.of("https://a.fr"));
        assertEquals("voir [le guide](https://a.fr) ici", Words.of(List.of(Run.plain("voir"), link, Run.plain("ici"))).markdown());
        assertEquals("voir le guide (https://a.fr) ici", Words.of(List.of(Run.plain("voir"), link, Run.plain("ici"))).line());
        assertEquals("https://a.fr", Words.of(List.of(link.with("https://a.fr"))).markdown());
        assertEquals("le guide (javascript:x)", Words.of(List.of(new Run("le guide", false, false, false, Optional.of("javascript:x")))).markdown());
    }
}
