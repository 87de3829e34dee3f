package org.etabli.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerminalTest {
    private static final String NASTY = "\u001B]0;x\u0007\u009B31m\u202E\u2066\u200F\u0085\u007F\u061C";
    /** As Unicode lists them: controls but tabs and line ends, and what turns the direction of writing. */
    private static final Pattern OBEYED = Pattern.compile("[\\p{Cc}\\x{61C}\\x{200E}\\x{200F}\\x{2028}-\\x{202E}\\x{2066}-\\x{2069}&&[^\t\n]]");

    @TempDir
    Path folder;

    private static String through(String text, int step) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = Terminal.of(new PrintStream(bytes, false, StandardCharsets.UTF_8));
        byte[] all = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < all.length; i += step)
            out.write(all, i, Math.min(step, all.length - i));
        out.flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Every character of the first plane, and one beyond it, in pieces of any size. */
    @Test
    void whatATerminalObeysIsShownAndAllElseIsAsItWas() {
        StringBuilder all = new StringBuilder("😀");
        for (char c = 0; c < 0xFFFF; c++)
            if (!Character.isSurrogate(c) && c != '\r')
                all.append(c);
        String expected = OBEYED.matcher(all).replaceAll("\uFFFD");
        for (int step : new int[] {1, 2, 3, 7, 1 << 20})
            assertEquals(expected, through(all.toString(), step));
        assertEquals("a\r\nb\uFFFDc\uFFFD", through("a\r\nb\rc\r", 1));
    }

    @Test
    void jsonKeepsWhatItSaysAndHoldsNothingThatATerminalObeys() throws Exception {
        String text = "{\"a\":\"é" + NASTY.replace("\u001B", "\\u001b").replace("\u0007", "\\u0007") + "’\"}";
        assertFalse(OBEYED.matcher(Terminal.inJson(text)).find());
        assertEquals("é" + NASTY + "’", Cli.object(Terminal.inJson(text)).get("a"));
        assertEquals(Terminal.inJson(text), new String(Terminal.inJson(text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8));
    }

    @Test
    void noCommandWritesThemRaw() throws Exception {
        Cli cli = new Cli();
        Path dossier = folder.resolve("d");
        cli.run("new", dossier, "--example", "saint-savin-fuites");
        cli.run("charter", "new", dossier, "--model", "small-commune");
        Path charter = dossier.resolve("charter.md");
        String text = Files.readString(charter);
        Path other = Files.writeString(folder.resolve("other.md"), text.replaceFirst("(?m)^# .*$", "$0 " + NASTY).replaceFirst("(?m)^(title: ).*$", "$1\"x\\\\e]0;y\\\\a\"") + "\n" + NASTY + "\n");
        for (Object[] command : new Object[][] {{"charter", "diff", charter, other}, {"charter", "diff", charter, other, "--json"}, {"charter", "import", other, folder.resolve("none" + NASTY)},
                {"classify", dossier, "--law", NASTY}, {"check", folder.resolve(NASTY.replace("/", ""))}, {"annexes", dossier, "--only", NASTY}, {NASTY}}) {
            cli.run(command);
            assertTrue(!cli.out.isEmpty() || !cli.err.isEmpty());
            assertFalse(OBEYED.matcher(cli.out + cli.err).find(), String.join(" ", java.util.Arrays.stream(command).map(Object::toString).toList()) + cli.out + cli.err);
        }
    }
}
