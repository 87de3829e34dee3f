package org.etabli.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days as people type and read them; files have the ISO form only. */
public final class Days {
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    /** The day first, as everywhere in Europe. */
    private static final Pattern EUROPEAN = Pattern.compile("(\\d{1,2})[/. ](\\d{1,2})[/. ](\\d{4})");

    private Days() {
    }

    /** {@code 2026-11-21}, {@code 21/11/2026} or {@code 21.11.2026}; empty for anything else, and for a day that no calendar has. */
    public static Optional<LocalDate> read(String typed) {
        Matcher iso = ISO.matcher(typed.strip());
        if (iso.matches())
            return day(iso.group(1), iso.group(2), iso.group(3));
        Matcher european = EUROPEAN.matcher(typed.strip());
        return european.matches() ? day(european.group(3), european.group(2), european.group(1)) : Optional.empty();
    }

    /** {@code 21 novembre 2026}, {@code 1er janvier 2027} */
    public static String inWords(LocalDate day, Lang lang) {
        String number = day.getDayOfMonth() == 1 && lang == Lang.FR ? "1er" : String.valueOf(day.getDayOfMonth());
        return number + day.format(DateTimeFormatter.ofPattern(" MMMM yyyy", lang.locale()));
    }

    public static Text inWords(LocalDate day) {
        return new Text(inWords(day, Lang.FR), inWords(day, Lang.EN));
    }

    /** As it may be typed: {@code 21/11/2026} in French, {@code 2026-11-21} in English, where the order of the others is in doubt. */
    public static String digits(LocalDate day, Lang lang) {
        return lang == Lang.EN ? day.toString() : day.format(DateTimeFormatter.ofPattern("dd/MM/yyyy"));
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
