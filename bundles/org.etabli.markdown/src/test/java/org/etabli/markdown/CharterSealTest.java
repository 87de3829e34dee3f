package org.etabli.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What a seal covers, and what it does not. */
class CharterSealTest {
    private static final String HEAD = "---\nschema: etabli/charter/1\nid: c\ntitle: Charte « IA »\nlanguage: fr\nversion: \"1\"\n---\n";
    private static final String BODY = "\nPréambule.\n\n---\n\n# P {#p}\n";
    /** {@code printf '%s\\n' c 'Charte « IA »' 1 "$(sed '1,/^---[[:space:]]*$/d' charter.md | tr -d '\\r')" | sha256sum} */
    private static final String SEAL = "sha256-c2971897850d0f36adfd1fe8d12b7096d62acb958645bdda6382f272c331c0e3";

    private static String seal(String text) {
        return CharterSeal.of(CharterText.parse("charter.md", text));
    }

    @Test
    void anybodyCanRecomputeIt() {
        assertEquals(SEAL, seal(HEAD + BODY));
        assertEquals("sha256-02de1e078964b0cde1a5f148b6412265194f6a40cebd1b4f7936d205e5e97c25", seal(HEAD), "printf '%s\\n' c 'Charte « IA »' 1 '' | sha256sum");
    }

    @Test
    void whatAnEditorDoesToAFileDoesNotCount() {
        assertEquals(SEAL, seal((HEAD + BODY).replace("\n", "\r\n")), "the line ends of Windows");
        assertEquals(SEAL, seal(HEAD + BODY.stripTrailing()), "no line end at the end");
        assertEquals(SEAL, seal(HEAD + BODY + "\n\n"), "blank lines at the end");
        assertEquals(SEAL, seal("\uFEFF" + HEAD + BODY), "a byte order mark");
        assertEquals(SEAL, seal(HEAD.replace("id: c", "# mot\nid: \"c\"").replace("language: fr", "counterpart: c.en.md\nlanguage: fr") + BODY), "how the head is written, and where files are");
    }

    @Test
    void whatWasAdoptedCounts() {
        for (String other : new String[] { HEAD.replace("id: c", "id: d") + BODY, HEAD.replace("IA", "ia") + BODY, HEAD.replace("\"1\"", "\"2\"") + BODY, HEAD + BODY.replace(".", ""),
                HEAD + BODY.replace("# P", "#  P"), HEAD + "\n" + BODY, HEAD + BODY + " \n" })
            assertNotEquals(SEAL, seal(other), other);
    }

    @Test
    void aSealIsBrokenByAChange() {
        String adopted = HEAD.replace("---\nschema", "---\nadoption: {on: 2026-11-21, deliberation: x, by: y, text: " + SEAL + "}\nschema") + BODY;
        assertFalse(CharterSeal.isBroken(CharterText.parse("charter.md", adopted)));
        assertTrue(CharterSeal.isBroken(CharterText.parse("charter.md", adopted + "\nEt plus.\n")));
        assertFalse(CharterSeal.isBroken(CharterText.parse("charter.md", adopted.replace(", text: " + SEAL, "") + "\nEt plus.\n")), "nobody knows what was adopted");
    }
}
