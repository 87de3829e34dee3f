package org.etabli.ui.charter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.etabli.dossier.CharterTerms;
import org.etabli.markdown.CharterConditions;
import org.etabli.markdown.CharterField;
import org.etabli.model.Condition;
import org.etabli.model.Lang;
import org.etabli.model.Question;
import org.etabli.model.Text;

/** What a charter refers to, in words. */
final class Terms {

    private Terms() {
    }

    /** Everything that a field may refer to: ids with their words. */
    static Map<String, String> all(CharterTerms terms, CharterField field, Lang lang) {
        Map<String, Text> texts = switch (field) {
            case DUTIES -> terms.duties();
            case CLAUSES -> terms.clauses();
            case CRITERIA -> terms.criteria();
            default -> Map.of();
        };
        Map<String, String> words = new LinkedHashMap<>();
        texts.forEach((id, text) -> words.put(id, text.in(lang)));
        return words;
    }

    /** A value of a field as it is read aloud; as it is written where nobody knows it. */
    static String words(CharterTerms terms, CharterField field, String value, Lang lang) {
        return switch (field) {
            case RESPECTED_IF, BROKEN_IF -> CharterConditions.read(value).map(c -> words(terms, c, lang)).orElse(value);
            default -> all(terms, field, lang).getOrDefault(value, value);
        };
    }

    static String words(CharterTerms terms, Condition condition, Lang lang) {
        String and = lang == Lang.EN ? " and " : " et ";
        String or = lang == Lang.EN ? " or " : " ou ";
        return switch (condition) {
            case Condition.All all -> all.of().stream().map(c -> words(terms, c, lang)).collect(Collectors.joining(and));
            case Condition.Any any -> any.of().stream().map(c -> words(terms, c, lang)).collect(Collectors.joining(or));
            case Condition.ClassApplies c -> Messages.theClass + " = " + Optional.ofNullable(terms.classes().get(c.classId())).map(t -> t.in(lang)).orElse(c.classId());
            case Condition.FactIs f -> terms.catalogue().get(f.fact())
                    .map(q -> q.label().in(lang) + " = " + f.options().stream().map(o -> option(q, o, lang)).collect(Collectors.joining(or)))
                    .orElse(f.fact() + " = " + String.join(or, f.options()));
            default -> condition.toString();
        };
    }

    static String option(Question question, String option, Lang lang) {
        return switch (option) {
            case "yes" -> Messages.yes;
            case "no" -> Messages.no;
            default -> question.option(option).map(o -> o.text().in(lang)).orElse(option);
        };
    }
}
