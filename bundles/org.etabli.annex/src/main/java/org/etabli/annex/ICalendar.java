package org.etabli.annex;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

import org.etabli.rules.DutyCalendar;

/** The days to come as an iCalendar file (RFC 5545), which every agenda can import. */
public final class ICalendar {
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    /** Octets of a line, before it has to be folded. */
    private static final int FOLD = 75;

    private final StringBuilder text = new StringBuilder();

    private ICalendar() {
    }

    /** @param date the day on which it is made: events before it are left out */
    public static String of(String dossier, LocalDate date, DutyCalendar calendar, Wording wording) {
        ICalendar out = new ICalendar();
        out.line("BEGIN:VCALENDAR");
        out.line("VERSION:2.0");
        out.line("PRODID:-//Etabli//Etabli//FR");
        String own = String.join(" ", wording.own());
        if (!own.isEmpty())
            out.line("X-WR-CALDESC:" + escaped(own));
        for (DutyCalendar.Day day : calendar.after(date))
            for (DutyCalendar.Entry entry : day.entries()) {
                out.line("BEGIN:VEVENT");
                out.line("UID:" + escaped(dossier + "-" + entry.duty().id() + "-" + entry.kind().code()) + "@etabli");
                out.line("DTSTAMP:" + date.format(DAY) + "T000000Z");
                out.line("DTSTART;VALUE=DATE:" + day.date().format(DAY));
                out.line("SUMMARY:" + escaped(dossier + " : " + wording.articles(List.of(entry.duty().path())) + " " + wording.calendarEntry(entry.kind())));
                out.line("DESCRIPTION:" + escaped(entry.duty().text().in(wording.lang()) + " (" + wording.bearer(entry.duty()) + ") " + wording.when(entry.duty())
                        + (own.isEmpty() ? "" : "\n" + own)));
                out.line("TRANSP:TRANSPARENT");
                out.line("END:VEVENT");
            }
        out.line("END:VCALENDAR");
        return out.text.toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replaceAll("\\R", "\\\\n").replaceAll("\\p{Cntrl}", "");
    }

    /** Lines end with CR LF; longer ones go on behind a space, never inside a character. */
    private void line(String line) {
        int octets = 0;
        for (int i = 0; i < line.length(); i += Character.charCount(line.codePointAt(i))) {
            String character = Character.toString(line.codePointAt(i));
            int length = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > FOLD) {
                text.append("\r\n ");
                octets = 1;
            }
            text.append(character);
            octets += length;
        }
        text.append("\r\n");
    }
}
