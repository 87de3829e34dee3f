package org.etabli.yaml;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.etabli.model.Facts;
import org.etabli.model.Finding;
import org.etabli.model.Text;

/** Cases written from the law beside a rule set, for its proof. */
public final class CaseReader {

    private CaseReader() {
    }

    /**
     * What the law says about a case; what is not named is not asked. Duties are named by article path or by id.
     *
     * @param lists what must be there, by the key of the file
     * @param dates of duties, by duty id
     */
    public record Expectation(Optional<String> classId, List<String> classes, Map<String, List<String>> lists, Optional<String> fria, Map<String, DatesExpected> dates) {
        public List<String> list(String key) {
            return lists.getOrDefault(key, List.of());
        }
    }

    /** What is expected of the dates of a duty; empty asks nothing. */
    public record DatesExpected(Optional<LocalDate> appliesFrom, Optional<LocalDate> operativeFrom, Optional<LocalDate> latestFrom, Optional<LocalDate> until, Optional<String> status) {
    }

    /** @param date the day of the case, or that of its file */
    public record Case(String id, Text title, Text why, List<String> source, LocalDate date, Facts facts, Expectation expect, int line) {
    }

    /** @param findings facts of the cases that no question knows, or answers that do not fit */
    public record Cases(String law, List<Case> cases, List<Finding> findings) {
    }

    public static Cases read(YamlText text, FactsReader facts) {
        List<Finding> findings = new java.util.ArrayList<>();
        LocalDate day = Reading.date(text.root(), "date").orElseThrow();
        List<Case> cases = Reading.list(text.root(), "cases", c -> {
            FactsReader.Result read = facts.read(new YamlText(text.name(), text.text(), c));
            findings.addAll(read.findings());
            Node e = Reading.child(c, "expect").orElse(c);
            return new Case(Reading.wordOr(c, "id", ""), Reading.text(c, "title"), Reading.text(c, "why"), Reading.words(c, "source"),
                    Reading.date(c, "date").orElse(day), read.facts(),
                    new Expectation(Reading.word(e, "class"), Reading.words(e, "classes"), lists(e), Reading.word(e, "fria"), dates(e)), c.span().line());
        });
        return new Cases(Reading.wordOr(text.root(), "law", ""), cases, findings);
    }

    private static Map<String, List<String>> lists(Node expect) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        if (expect instanceof Node.Mapping m)
            for (Node.Entry entry : m.entries())
                if (entry.value() instanceof Node.Sequence)
                    lists.put(entry.key().text(), Reading.words(expect, entry.key().text()));
        return lists;
    }

    private static Map<String, DatesExpected> dates(Node expect) {
        Map<String, DatesExpected> dates = new LinkedHashMap<>();
        if (Reading.child(expect, "dates").orElse(null) instanceof Node.Mapping m)
            for (Node.Entry entry : m.entries())
                dates.put(entry.key().text(), new DatesExpected(Reading.date(entry.value(), "applies_from"), Reading.date(entry.value(), "operative_from"),
                        Reading.date(entry.value(), "latest_from"), Reading.date(entry.value(), "until"), Reading.word(entry.value(), "status")));
        return dates;
    }
}
