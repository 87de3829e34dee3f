package org.etabli.ui.annex;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A document as the preview shows it: the numbers of its paragraphs lead to where they come from. The file itself has no such links. */
final class Traced {
    /** An address that no program opens: the preview catches it. */
    private static final String SCHEME = "etabli:";
    private static final Pattern NUMBER = Pattern.compile("<span class=\"number\">([0-9.]+)</span>");

    private Traced() {
    }

    static String page(String html, String document) {
        return NUMBER.matcher(html).replaceAll(m -> Matcher.quoteReplacement("<a class=\"number\" href=\"" + SCHEME
                + URLEncoder.encode(document + " " + m.group(1), StandardCharsets.UTF_8) + "\">" + m.group(1) + "</a>"));
    }

    /** What a link of such a page asks about. */
    static Optional<String> id(String location) {
        return location.startsWith(SCHEME) ? Optional.of(URLDecoder.decode(location.substring(SCHEME.length()), StandardCharsets.UTF_8)) : Optional.empty();
    }
}
