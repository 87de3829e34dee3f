package org.etabli.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.etabli.annex.Wording;
import org.etabli.ui.Core;
import org.etabli.ui.testkit.Bot;
import org.etabli.ui.testkit.FactsForm;
import org.etabli.ui.testkit.NoErrorLogged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The calendar of duties and the comparison of two dates. */
@ExtendWith(NoErrorLogged.class)
class DutyPagesTest {
    private static final int CALENDAR = 3;
    private static final int COMPARE = 4;
    private static final int DUTY = 4;
    private static final String CALENDAR_TABLE = "calendar.table";
    private static final String CHANGES = "compare.table";

    private final Bot bot = new Bot();
    private final FactsForm form = new FactsForm(bot);

    /** AI literacy, Article 4, has applied since 2 February 2025; the day of the decision stands among the days. */
    @Test
    void theCalendarOfNantesHasItsDays() throws Exception {
        try (OpenDossier dossier = new OpenDossier(bot, "nantes-cantines")) {
            List<List<String>> rows = form.page(CALENDAR).rows(CALENDAR_TABLE);
            assertTrue(rows.stream().anyMatch(r -> r.subList(0, 4).equals(List.of("2 février 2025", "commence", "RIA, art. 4(1)", "Déployeur"))), rows.toString());
            String today = new Wording(Core.get().law(), Core.get().lang()).date(Core.get().today());
            List<String> decision = rows.stream().filter(r -> r.get(1).equals("décision")).findFirst().orElseThrow();
            assertEquals(today, decision.getFirst());
            int now = rows.indexOf(decision);
            assertTrue(rows.subList(0, now).stream().noneMatch(r -> r.getLast().equals("à venir")), rows.toString());
            assertTrue(rows.subList(now + 1, rows.size()).stream().noneMatch(r -> r.get(1).equals("commence") && r.getLast().equals("en vigueur")), rows.toString());
            bot.screenshot("calendar");
        }
    }

    /** What is to be done, when and by whom can be read without a click: each line fits its column, and each row is as high as its lines. */
    @Test
    void everyDutyIsShownWhole() throws Exception {
        try (OpenDossier dossier = new OpenDossier(bot, "aides-sociales")) {
            form.page(CALENDAR).rows(CALENDAR_TABLE);
            Table table = bot.find(Table.class, CALENDAR_TABLE);
            bot.waitUntil("a duty on several lines", () -> Arrays.stream(table.getItems()).anyMatch(i -> i.getText(DUTY).contains("\n")));
            bot.run(() -> {
                GC gc = new GC(table);
                for (TableItem item : table.getItems())
                    for (int column = 0; column < table.getColumnCount(); column++) {
                        String[] lines = item.getText(column).split("\n");
                        Rectangle cell = item.getBounds(column);
                        for (String line : lines)
                            assertTrue(!line.contains(" ") || gc.stringExtent(line).x <= cell.width, line);
                        assertTrue(cell.height >= lines.length * gc.stringExtent("É").y, () -> lines.length + " lines in " + cell);
                    }
                gc.dispose();
            });
            bot.screenshot("calendar-whole");
        }
    }

    @Test
    void thePictureAndTheTableChooseTheSameDay() throws Exception {
        try (OpenDossier dossier = new OpenDossier(bot, "nantes-cantines")) {
            form.page(CALENDAR);
            Canvas line = bot.find(Canvas.class, "calendar.line");
            Table table = bot.find(Table.class, CALENDAR_TABLE);
            bot.run(() -> {
                line.setFocus();
                Event home = new Event();
                home.keyCode = SWT.HOME;
                line.notifyListeners(SWT.KeyDown, home);
            });
            bot.waitUntil("the first day", () -> table.getSelectionIndex() == 0);
            assertFalse(bot.ui(() -> bot.find(Text.class, "calendar.detail").getText()).isBlank());
        }
    }

    /** A public authority's high-risk system that was in service before keeps its time until 2 August 2030 (Article 111). */
    @Test
    void twoDatesAreComparedAndWhatBeginsBetweenThemIsListed() throws Exception {
        try (OpenDossier dossier = new OpenDossier(bot, "aides-sociales")) {
            form.page(COMPARE).choose("compare.day.before", "01/08/2030").choose("compare.day.after", "2030-08-02");
            bot.waitUntil("duties that begin", () -> form.rows(CHANGES).stream().anyMatch(r -> r.get(1).startsWith("Obligation qui commence, à compter du 2 août 2030")));
            assertTrue(form.rows(CHANGES).stream().allMatch(r -> r.get(0).equals("Obligation")), form.rows(CHANGES).toString());
            bot.screenshot("compare");
            form.choose("compare.day.after", "01/08/2030");
            bot.waitUntil("no change", () -> form.rows(CHANGES).equals(List.of(List.of("", "Rien ne change entre les deux."))));
        }
    }

    @Test
    void whatIsNoDateIsSaidAndNothingIsCompared() throws Exception {
        try (OpenDossier dossier = new OpenDossier(bot, "nantes-cantines")) {
            form.page(COMPARE).choose("compare.day.after", "demain");
            Text problem = bot.find(Text.class, "compare.problem");
            assertTrue(bot.ui(problem::getText).contains("« demain »"));
            assertEquals(List.of(), form.rows(CHANGES));
            form.choose("compare.day.after", "01/01/1990");
            bot.waitUntil("the states of the law that there are", () -> problem.getText().contains("1990") && problem.getText().contains("2026-07-27"));
        }
    }
}
