package org.etabli.annex;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.etabli.annex.AnnexDocument.ParagraphTrace;
import org.etabli.model.DocumentTemplate;

/** The numbered paragraphs of the documents of a tender, found by what is printed beside them. */
final class Printed {
    private final Supplier<List<AnnexDocument>> source;
    private List<Paragraph> paragraphs;

    record Paragraph(String document, ParagraphTrace trace) {
    }

    /** @param documents made when somebody asks about one for the first time */
    Printed(Supplier<List<AnnexDocument>> documents) {
        this.source = documents;
    }

    List<Paragraph> all() {
        if (paragraphs == null) {
            paragraphs = new ArrayList<>();
            for (AnnexDocument document : source.get())
                document.paragraphs().forEach(p -> paragraphs.add(new Paragraph(document.id(), p)));
        }
        return paragraphs;
    }

    List<Paragraph> of(String clause) {
        return all().stream().filter(p -> p.trace().clause().equals(clause)).toList();
    }

    /** By anchor, or by number; of a list, the paragraph that announces it. */
    List<Paragraph> named(String asked) {
        List<Paragraph> byNumber = all().stream().filter(p -> isNumber(p, p.trace().number(), asked)).toList();
        if (!byNumber.isEmpty())
            return byNumber;
        return clauseOfAnchor(asked).flatMap(clause -> of(clause).stream().filter(p -> part(p.trace().anchor()) <= part(asked)).reduce((a, b) -> b)).stream().toList();
    }

    /** The clauses whose heading has this number. */
    List<String> clauses(String asked) {
        return all().stream().filter(p -> isNumber(p, parent(p.trace().number()), asked)).map(p -> p.trace().clause()).distinct().toList();
    }

    boolean isSection(DocumentTemplate template, DocumentTemplate.Section section, String asked) {
        return asked.equals(anchor(template, section)) || all().stream().anyMatch(p -> p.document().equals(template.id())
                && p.trace().section().equals(section.id()) && isNumber(p, parent(parent(p.trace().number())), asked));
    }

    static String anchor(DocumentTemplate template, DocumentTemplate.Section section) {
        return template.id() + "-" + section.id();
    }

    /** The clause of an anchor, whether or not it has such a paragraph. */
    Optional<String> clauseOfAnchor(String asked) {
        int dash = asked.lastIndexOf('-');
        if (dash < 0 || part(asked) <= 0)
            return Optional.empty();
        return all().stream().map(p -> p.trace().clause()).filter(c -> c.equalsIgnoreCase(asked.substring(0, dash))).findFirst();
    }

    private static int part(String anchor) {
        String number = anchor.substring(anchor.lastIndexOf('-') + 1);
        return number.matches("\\d{1,4}") ? Integer.parseInt(number) : 0;
    }

    private static String parent(String number) {
        return number.contains(".") ? number.substring(0, number.lastIndexOf('.')) : "";
    }

    /** {@code 6.2.1}, {@code 6.2.1.}, {@code cctp-ia 6.2.1}, {@code cctp-ia#6.2.1} */
    private static boolean isNumber(Paragraph paragraph, String number, String asked) {
        String bare = asked.endsWith(".") ? asked.substring(0, asked.length() - 1) : asked;
        return !number.isEmpty() && (bare.equals(number) || Stream.of(" ", "#", ", ", ":").anyMatch(s -> bare.equals(paragraph.document() + s + number)));
    }
}
