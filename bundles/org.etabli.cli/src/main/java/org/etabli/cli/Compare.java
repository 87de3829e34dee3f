package org.etabli.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.etabli.annex.ICalendar;
import org.etabli.annex.Wording;
import org.etabli.dossier.DossierFolder;
import org.etabli.dossier.Standing;
import org.etabli.model.Decision;
import org.etabli.model.InvalidInputException;
import org.etabli.rules.Comparison;
import org.etabli.rules.DutyCalendar;
import org.etabli.rules.Law;
import com.fasterxml.jackson.core.JsonGenerator;

/** The same dossier on two days, or under two states of the law; and its duties day by day. */
final class Compare {
    private final Main main;

    Compare(Main main) {
        this.main = main;
    }

    /** One decision with the law that made it. */
    private record Side(Law law, Decision decision) {
    }

    int diff(List<String> words) throws UsageException, IOException, InvalidInputException {
        Arguments args = new Arguments(words, Set.of("date", "law"), Set.of("json"));
        List<LocalDate> dates = args.dates("date");
        List<String> laws = args.options("law");
        if (dates.size() > 2 || laws.size() > 2 || dates.isEmpty() && laws.size() < 2)
            throw new UsageException("diff");
        Standing standing = main.standing(Path.of(args.path()), args);
        main.warn(standing.dossier().findings());
        // one date alone is compared with today, one law alone holds for both days
        LocalDate today = main.today.get();
        LocalDate first = dates.isEmpty() ? today : dates.get(0);
        LocalDate second = dates.size() == 2 ? dates.get(1) : dates.size() == 1 && laws.size() < 2 ? today : first;
        boolean backwards = dates.size() == 1 && first.isAfter(second);
        Side before = side(standing, backwards ? second : first, laws.isEmpty() ? Optional.empty() : Optional.of(laws.get(0)));
        Side after = side(standing, backwards ? first : second, laws.isEmpty() ? Optional.empty() : Optional.of(laws.getLast()));
        Comparison comparison = Comparison.between(before.decision, after.decision);
        if (args.flag("json")) {
            main.out.println(comparison(comparison));
            return Main.OK;
        }
        Wording wording = new Wording(after.law, main.lang);
        Wording wordingBefore = new Wording(before.law, main.lang);
        main.lines(wording.own());
        main.say("diff.side", wording.date(before.decision.date()), wordingBefore.law(), wordingBefore.classTitle(before.decision.classId()));
        main.say("diff.side", wording.date(after.decision.date()), wording.law(), wording.classTitle(after.decision.classId()));
        comparison.changes().forEach(c -> main.out.println("  " + wording.change(comparison, c)));
        main.say(comparison.changes().isEmpty() ? "diff.same" : "diff.count", comparison.changes().size());
        return Main.OK;
    }

    private static Side side(Standing standing, LocalDate date, Optional<String> version) throws IOException, InvalidInputException {
        Standing then = standing.on(Optional.of(date), version);
        return new Side(then.law(), then.decision());
    }

    int calendar(List<String> words) throws UsageException, IOException, InvalidInputException {
        Arguments args = new Arguments(words, Set.of("date", "law"), Set.of("json", "ics"));
        Path folder = Path.of(args.path());
        LocalDate date = args.date("date").orElseGet(main.today);
        Standing standing = main.standing(folder, args);
        DossierFolder dossier = standing.dossier();
        main.warn(dossier.findings());
        // the law of the launch; what is still to come counts from today
        Side side = new Side(standing.law(), standing.evaluation().decision(dossier.dossier().id(), date));
        DutyCalendar calendar = DutyCalendar.of(side.decision);
        Wording wording = new Wording(side.law, main.lang);
        if (args.flag("json"))
            main.out.println(calendar(side.decision, calendar));
        else if (args.flag("ics"))
            events(dossier.dossier().id(), date, calendar, wording);
        else
            print(calendar, date, wording);
        return Main.OK;
    }

    /** A calendar without an event is refused by those who read one (RFC 5545, 3.6): then there is no file, and a word. */
    private void events(String dossier, LocalDate date, DutyCalendar calendar, Wording wording) {
        if (calendar.after(date).isEmpty())
            main.note("calendar.no-event", wording.date(date));
        else
            main.out.writeBytes(ICalendar.of(dossier, date, calendar, wording).getBytes(StandardCharsets.UTF_8));
    }

    private void print(DutyCalendar calendar, LocalDate date, Wording wording) {
        main.lines(wording.own());
        boolean past = true;
        for (DutyCalendar.Day day : calendar.days()) {
            if (past && day.date().isAfter(date)) {
                past = false;
                main.say("calendar.today", wording.date(date));
            }
            main.out.println(wording.date(day.date()));
            for (DutyCalendar.Entry entry : day.entries())
                main.say("calendar.entry", wording.calendarEntry(entry.kind()), wording.articles(List.of(entry.duty().path())), wording.bearer(entry.duty()),
                        entry.duty().text().in(main.lang), DutyCalendar.isSure(entry.duty()) ? "" : " [" + wording.status(entry.duty().status()) + "]");
        }
        if (!calendar.awaited().isEmpty())
            main.say("calendar.awaited");
        for (Decision.Duty duty : calendar.awaited())
            main.say("calendar.awaited-entry", wording.articles(List.of(duty.path())), wording.bearer(duty), duty.text().in(main.lang));
    }

    /** One line: both sides in short, and what differs. */
    private static String comparison(Comparison comparison) {
        return Json.write(json -> {
            json.writeStartObject();
            json.writeStringField("id", comparison.after().id());
            Json.overrides(json, comparison.after());
            side(json, "before", comparison.before());
            side(json, "after", comparison.after());
            json.writeArrayFieldStart("changes");
            for (Comparison.Change change : comparison.changes()) {
                json.writeStartObject();
                json.writeStringField("kind", change.kind().code());
                json.writeStringField("subject", change.subject());
                dates(json, "was", change.was());
                dates(json, "is", change.is());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void side(JsonGenerator json, String name, Decision decision) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("date", decision.date().toString());
        json.writeStringField("law", decision.law());
        json.writeStringField("class", decision.classId());
        Json.words(json, "classes", decision.classes());
        json.writeEndObject();
    }

    private static void dates(JsonGenerator json, String name, Optional<Decision.Duty> duty) throws IOException {
        if (duty.isEmpty())
            return;
        json.writeObjectFieldStart(name);
        Json.dates(json, duty.get());
        json.writeEndObject();
    }

    /** One line: the days in order, and what has no day yet. */
    private static String calendar(Decision decision, DutyCalendar calendar) {
        return Json.write(json -> {
            json.writeStartObject();
            json.writeStringField("id", decision.id());
            Json.overrides(json, decision);
            json.writeStringField("date", decision.date().toString());
            json.writeArrayFieldStart("days");
            for (DutyCalendar.Day day : calendar.days()) {
                json.writeStartObject();
                json.writeStringField("date", day.date().toString());
                json.writeArrayFieldStart("entries");
                for (DutyCalendar.Entry entry : day.entries()) {
                    json.writeStartObject();
                    json.writeStringField("kind", entry.kind().code());
                    json.writeStringField("duty", entry.duty().id());
                    Json.dates(json, entry.duty());
                    json.writeEndObject();
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
            Json.words(json, "awaited", calendar.awaited().stream().map(Decision.Duty::id).toList());
            json.writeEndObject();
        });
    }
}
