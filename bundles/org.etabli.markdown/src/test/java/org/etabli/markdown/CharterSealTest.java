package org.etabli.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.etabli.model.Charter;
import org.etabli.model.Charter.Adoption;
import org.junit.jupiter.api.Test;

/** What a seal covers, and what it does not. */
class CharterSealTest {
    private static final String HEAD = "---\nschema: etabli/charter/1\nid: c\ntitle: Charte « IA »\nlanguage: fr\nversion: \"1\"\n---\n";
    private static final String BODY = "\nPréambule.\n\n---\n\n# P {#p}\n\nMot à mot : une ligne,\nune autre.\n";
    private static final Adoption ADOPTION = new Adoption(LocalDate.of(2026, 11, 21), "2026-112", "Conseil municipal");
    /** {@code printf '%s\\n' c 'Charte « IA »' 1 "$(sed '1,/^---[[:space:]]*$/d' charter.md | tr -d '\\r')" | sha256sum}, as it was once. */
    private static final String OLDER = "sha256-02de1e078964b0cde1a5f148b6412265194f6a40cebd1b4f7936d205e5e97c25";

    private static String seal(String text) {
        return CharterSeal.of(CharterText.parse("charter.md", text));
    }

    private static String adopted(String text) {
        CharterText charter = CharterText.parse("charter.md", text);
        return CharterEdits.adopt(charter, ADOPTION).apply(charter.text());
    }

    private static boolean holds(String text) {
        CharterText charter = CharterText.parse("charter.md", text);
        return charter.charter().adoption().flatMap(Adoption::text).isPresent() && !CharterSeal.isBroken(charter);
    }

    /** {@code printf 'etabli-seal:1:2\nid:1:c\ntitle:15:Charte « IA »\nversion:1:1\nlanguage:2:fr\ntext:0:\n' | sha256sum} */
    @Test
    void anybodyCanRecomputeIt() {
        assertEquals("sha256-v2-37bec0108925eae719edf4b918e861da9a4b29b854f02778691ab410310b176b", seal(HEAD));
    }

    @Test
    void whatAnEditorDoesToAFileDoesNotCount() {
        String text = adopted(HEAD + BODY);
        assertTrue(holds(text));
        assertTrue(holds(text.replace("\n", "\r\n")), "the line ends of Windows");
        assertTrue(holds(text.replace("\n", "\r\n").replaceFirst("ligne,\r\n", "ligne,\r")), "the line end of old Macs");
        assertTrue(holds(text.stripTrailing()), "no line end at the end");
        assertTrue(holds(text + "\n\n"), "blank lines at the end");
        assertTrue(holds(Normalizer.normalize(text, Normalizer.Form.NFD)), "accents as macOS writes them");
        assertTrue(holds(text.replace("id: c", "# mot\nid: \"c\"").replace("language: fr", "counterpart: c.en.md\nlanguage: fr")), "how the head is written, and where files are");
    }

    @Test
    void whateverWasAdoptedCounts() {
        String text = adopted(HEAD + BODY);
        for (String[] change : new String[][] {{"id: c", "id: d"}, {"IA", "ia"}, {"version: \"1\"", "version: \"2\""}, {"language: fr", "language: en"}, {"language: fr", "language: fr\nbased_on: x@1"},
                {"2026-11-21", "2026-11-20"}, {"2026-112", "2026-113"}, {"Conseil municipal", "Conseil régional"}, {"Préambule.", "Préambule"}, {"# P", "#  P"}, {"ligne,", "ligne, "},
                {"mot :", "mot\r :"}, {"mot :", "mot\u00A0:"}, {"à mot", "à\nmot"}, {"une autre.", "une autre. "}}) {
            assertTrue(text.contains(change[0]), change[0]);
            assertFalse(holds(text.replace(change[0], change[1])), change[0] + " → " + change[1]);
        }
        assertFalse(holds(text.replaceFirst("(?s)^(---\n.*?\n---\n)", "$1\n")), "a line more at the beginning");
    }

    /** The words of a charter moved from one field into another, in every way that two neighbouring fields allow. */
    @Test
    void noTextCanMoveFromOneFieldIntoAnother() {
        String body = "# P {#p}\n\n## I {#i}\n\n# Q {#q}\n";
        String text = adopted(HEAD + body);
        String seal = CharterText.parse("charter.md", text).charter().adoption().orElseThrow().text().orElseThrow();
        String[] lines = body.split("(?<=\n)");
        for (int moved = 1; moved < lines.length; moved++) {
            String words = "1\n" + String.join("", List.of(lines).subList(0, moved)).stripTrailing();
            String rest = String.join("", List.of(lines).subList(moved, lines.length));
            for (String form : new String[] {words, words + "\n", words + "\n\n"})
                assertNotEquals(seal, CharterSeal.of(CharterText.parse("charter.md", text.replace("version: \"1\"", "version: \"" + form.replace("\n", "\\n") + "\"").replace(body, rest))), form);
        }
        assertNotEquals(seal(HEAD.replace("id: c", "id: \"c\\ntitle:1:x\"") + BODY), seal(HEAD.replace("IA", "x") + BODY));
    }

    /** Any change of any characters of the text breaks it, unless it is one that writes the same thing. */
    @Test
    void aThousandChangesAtRandom() {
        Random random = new Random(11);
        String text = adopted(HEAD + BODY);
        int body = CharterText.parse("charter.md", text).body();
        String signs = "aé\n\r\t -#:*{}«»0\u00A0\u0301\u2028\u0085\u0000";
        for (int i = 0; i < 1000; i++) {
            StringBuilder other = new StringBuilder(text);
            int at = body + random.nextInt(text.length() - body);
            switch (random.nextInt(3)) {
                case 0 -> other.deleteCharAt(at);
                case 1 -> other.insert(at, signs.charAt(random.nextInt(signs.length())));
                default -> other.setCharAt(at, signs.charAt(random.nextInt(signs.length())));
            }
            assertEquals(canonical(text.substring(body)).equals(canonical(other.substring(body))), holds(other.toString()), () -> other.substring(body));
        }
    }

    /** Written without the code under test: character by character. */
    private static String canonical(String body) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < body.length(); i++)
            if (body.charAt(i) != '\r')
                out.append(body.charAt(i));
            else if (i + 1 == body.length() || body.charAt(i + 1) != '\n')
                out.append('\n');
        while (!out.isEmpty() && out.charAt(out.length() - 1) == '\n')
            out.setLength(out.length() - 1);
        return Normalizer.normalize(out, Normalizer.Form.NFC);
    }

    @Test
    void fieldsOfAnyWordsNeverCollide() {
        Random random = new Random(3);
        List<String> seen = new ArrayList<>();
        List<String> parts = List.of("\n", ":", "1", "a", "text:0:", "id:1:a");
        for (int i = 0; i < 400; i++) {
            String[] words = random.ints(4, 0, 1296).mapToObj(n -> parts.get(n % 6) + parts.get(n / 6 % 6) + parts.get(n / 36 % 6)).toArray(String[]::new);
            String quoted = "---\nschema: etabli/charter/1\nid: \"" + words[0].replace("\n", "\\n") + "\"\ntitle: \"" + words[1].replace("\n", "\\n") + "\"\nlanguage: fr\nversion: \""
                    + words[2].replace("\n", "\\n") + "\"\n---\n" + words[3];
            CharterText text = CharterText.parse("charter.md", quoted);
            Charter charter = text.charter();
            String what = String.join("\u0000", charter.id(), charter.title(), charter.version(), canonical(quoted.substring(text.body())));
            String pair = CharterSeal.of(text) + " " + what;
            for (String other : seen)
                assertEquals(other.substring(other.indexOf(' ')).equals(pair.substring(pair.indexOf(' '))), other.substring(0, other.indexOf(' ')).equals(pair.substring(0, pair.indexOf(' '))));
            seen.add(pair);
        }
    }

    @Test
    void anOlderSealIsStillReadAndKnownForWhatItIs() {
        String head = HEAD.replace("---\nschema", "---\nadoption: {on: 2026-11-21, deliberation: x, by: y, text: " + OLDER + "}\nschema");
        CharterText older = CharterText.parse("charter.md", head);
        assertFalse(CharterSeal.isBroken(older));
        assertTrue(CharterSeal.isOfOlderForm(older));
        assertEquals(OLDER, CharterSeal.shown(older));
        assertTrue(CharterSeal.isBroken(CharterText.parse("charter.md", head + "\nEt plus.\n")));
        assertFalse(CharterSeal.isOfOlderForm(CharterText.parse("charter.md", adopted(HEAD + BODY))));
        assertFalse(CharterSeal.isBroken(CharterText.parse("charter.md", head.replace(", text: " + OLDER, "") + "\nEt plus.\n")), "nobody knows what was adopted");
    }

    @Test
    void theLengthsAreThoseOfBytes() {
        assertEquals(15, "Charte « IA »".getBytes(StandardCharsets.UTF_8).length);
    }
}
