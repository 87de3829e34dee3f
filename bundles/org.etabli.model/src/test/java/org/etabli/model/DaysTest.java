package org.etabli.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class DaysTest {

    @Test
    void aDayMayBeTypedAsInFilesOrAsOnPaper() {
        for (String typed : List.of("2026-08-02", "2026-8-2", "02/08/2026", "2/8/2026", "2.8.2026", " 02 08 2026 "))
            assertEquals(Optional.of(LocalDate.of(2026, 8, 2)), Days.read(typed), typed);
    }

    @Test
    void whatNoCalendarHasIsNoDay() {
        for (String typed : List.of("", "demain", "2026-02-30", "31/11/2026", "13/13/2026", "02/08/26", "2026", "2026-08-02 x", "99999999999-01-01"))
            assertEquals(Optional.empty(), Days.read(typed), typed);
    }

    @Test
    void aDayIsReadInBothLanguages() {
        assertEquals(new Text("2 août 2026", "2 August 2026"), Days.inWords(LocalDate.of(2026, 8, 2)));
        assertEquals(new Text("1er janvier 2027", "1 January 2027"), Days.inWords(LocalDate.of(2027, 1, 1)));
        assertEquals("02/08/2026", Days.digits(LocalDate.of(2026, 8, 2), Lang.FR));
        for (Lang lang : Lang.values())
            assertEquals(Optional.of(LocalDate.of(2026, 8, 2)), Days.read(Days.digits(LocalDate.of(2026, 8, 2), lang)), "what is shown can be read");
    }
}
