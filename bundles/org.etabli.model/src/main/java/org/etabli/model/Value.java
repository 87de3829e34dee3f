package org.etabli.model;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What somebody answered to a question. */
public sealed interface Value {

    /** "Je ne sais pas", or nothing said at all. */
    Value UNKNOWN = new Unknown();
    Value YES = new YesNo(true);
    Value NO = new YesNo(false);

    /** The word of files and of the command line: {@code yes}, {@code unknown}, an option, a number. */
    String code();

    /** Whether something about the question is still to be found out. */
    default boolean isOpen() {
        return this instanceof Unknown || this instanceof Choices c && !c.complete();
    }

    record Unknown() implements Value {
        @Override
        public String code() {
            return "unknown";
        }
    }

    record YesNo(boolean yes) implements Value {
        @Override
        public String code() {
            return yes ? "yes" : "no";
        }
    }

    /** One option of a closed list. */
    record Choice(String option) implements Value {
        @Override
        public String code() {
            return option;
        }
    }

    /**
     * Some options of a closed list.
     *
     * @param options  the options that are known to hold
     * @param complete false when others may hold too: the options not named are then unknown, not excluded
     */
    record Choices(SortedSet<String> options, boolean complete) implements Value {
        public Choices {
            options = Collections.unmodifiableSortedSet(new TreeSet<>(options));
        }

        @Override
        public String code() {
            String known = options.stream().collect(Collectors.joining(", "));
            return "[" + (complete ? known : known.isEmpty() ? "unknown" : known + ", unknown") + "]";
        }
    }

    record Quantity(BigDecimal amount) implements Value {
        @Override
        public String code() {
            return amount.toPlainString();
        }
    }
}
