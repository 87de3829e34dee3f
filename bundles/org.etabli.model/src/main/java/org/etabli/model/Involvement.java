package org.etabli.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Who was consulted on a project, and what became of what they asked. Free in form: a village asks on the market, a métropole holds a convention. */
public record Involvement(List<Consultation> consultations) {
    public static final Involvement NONE = new Involvement(List.of());

    public Involvement {
        consultations = List.copyOf(consultations);
    }

    /**
     * @param who    inhabitants, staff, an association, the comité social territorial: in the author's words
     * @param how    a meeting, a survey, a visit
     * @param when   a day, or a time in words
     * @param people how many, when somebody counted
     * @param note   free text, Markdown; untrusted
     */
    public record Consultation(String who, String how, String when, Optional<LocalDate> on, Optional<Integer> people, List<Point> points, String note) {
        public Consultation {
            points = List.copyOf(points);
        }
    }

    /** @param answered empty while nobody has answered */
    public record Point(String asked, String answered) {
    }
}
