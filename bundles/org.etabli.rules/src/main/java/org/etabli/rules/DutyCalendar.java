package org.etabli.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.etabli.model.Decision;
import org.etabli.model.Decision.Duty;
import org.etabli.model.Decision.DutyStatus;

/**
 * The days on which something changes for a project.
 *
 * @param days    in order, past ones included; duties that a missing fact still decides are in it, with that status
 * @param awaited duties whose day nobody knows yet
 */
public record DutyCalendar(List<Day> days, List<Duty> awaited) {

    public record Day(LocalDate date, List<Entry> entries) {
    }

    public record Entry(Kind kind, Duty duty) {
    }

    /** What happens to a duty on a day. */
    public enum Kind {
        /** The letter of the text applies it from here, though it can only work later. */
        BY_LETTER("by_letter"),
        /** It binds from here. */
        BEGINS("begins"),
        /** At the latest from here: a missing fact decides between this day and an earlier one. */
        BEGINS_AT_LATEST("begins_at_latest"),
        /** It binds on this day for the last time. */
        LAST_DAY("last_day");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /** Duties of the Regulation and provisions of French law together. */
    public static DutyCalendar of(Decision decision) {
        TreeMap<LocalDate, List<Entry>> days = new TreeMap<>();
        List<Duty> awaited = new ArrayList<>();
        Stream.concat(decision.duties().stream(), decision.frenchLaw().stream()).forEach(duty -> {
            if (duty.operativeFrom().isEmpty())
                awaited.add(duty);
            if (!duty.appliesFrom().equals(duty.operativeFrom()))
                note(days, duty.appliesFrom(), Kind.BY_LETTER, duty);
            note(days, duty.operativeFrom(), Kind.BEGINS, duty);
            note(days, duty.latestFrom(), Kind.BEGINS_AT_LATEST, duty);
            note(days, duty.until(), Kind.LAST_DAY, duty);
        });
        return new DutyCalendar(days.entrySet().stream().map(e -> new Day(e.getKey(), List.copyOf(e.getValue()))).toList(), List.copyOf(awaited));
    }

    private static void note(TreeMap<LocalDate, List<Entry>> days, Optional<LocalDate> day, Kind kind, Duty duty) {
        day.ifPresent(d -> days.computeIfAbsent(d, x -> new ArrayList<>()).add(new Entry(kind, duty)));
    }

    /** The days after one, which is what is still to be prepared. */
    public List<Day> after(LocalDate date) {
        return days.stream().filter(d -> d.date().isAfter(date)).toList();
    }

    /** Whether a duty of this calendar is sure, not waiting for a missing fact. */
    public static boolean isSure(Duty duty) {
        return duty.status() != DutyStatus.UNDETERMINED;
    }
}
