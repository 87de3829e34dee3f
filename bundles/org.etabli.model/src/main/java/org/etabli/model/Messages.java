package org.etabli.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/**
 * Sentences of a package, from {@code messages.properties} (French) and {@code messages_en.properties} beside its classes.
 * Placeholders are {@code {0}}, {@code {1}}; an apostrophe is an apostrophe, which {@code MessageFormat} does not grant.
 */
public final class Messages {
    private final Properties fr;
    private final Properties en;

    private Messages(Class<?> beside) {
        this.fr = load(beside, "messages.properties");
        this.en = load(beside, "messages_en.properties");
    }

    public static Messages beside(Class<?> type) {
        return new Messages(type);
    }

    private static Properties load(Class<?> beside, String name) {
        Properties properties = new Properties();
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null)
                throw new IllegalStateException(name + " is missing beside " + beside.getName());
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    /** The sentence in both languages, placeholders filled; a {@link Text} argument gives its half to each. */
    public Text text(String key, Object... args) {
        return new Text(get(Lang.FR, key, args), get(Lang.EN, key, args));
    }

    public String get(Lang lang, String key, Object... args) {
        String pattern = (lang == Lang.EN ? en : fr).getProperty(key);
        if (pattern == null)
            throw new IllegalStateException("no message " + key + " in " + lang);
        return fill(pattern, lang, args);
    }

    public boolean has(String key) {
        return fr.containsKey(key);
    }

    private static String fill(String pattern, Lang lang, Object... args) {
        StringBuilder out = new StringBuilder(pattern.length() + 32);
        int from = 0;
        while (true) {
            int open = pattern.indexOf('{', from);
            int close = open < 0 ? -1 : pattern.indexOf('}', open);
            if (close < 0)
                return out.append(pattern, from, pattern.length()).toString();
            String inside = pattern.substring(open + 1, close);
            out.append(pattern, from, open);
            if (inside.length() == 1 && Character.isDigit(inside.charAt(0)) && inside.charAt(0) - '0' < args.length) {
                Object arg = args[inside.charAt(0) - '0'];
                out.append(arg instanceof Text t ? t.in(lang) : String.valueOf(arg));
            } else {
                out.append(pattern, open, close + 1);
            }
            from = close + 1;
        }
    }
}
