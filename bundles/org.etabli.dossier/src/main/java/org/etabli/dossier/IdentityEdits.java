package org.etabli.dossier;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.etabli.model.InvalidInputException;
import org.etabli.model.Lang;
import org.etabli.model.Text;
import org.etabli.procurement.Identifiers;
import org.etabli.yaml.Node;
import org.etabli.yaml.TextEdit;
import org.etabli.yaml.YamlEdits;
import org.etabli.yaml.YamlEdits.Content;
import org.etabli.yaml.YamlText;

/** What a form changes in {@code dossier.yaml}, as the smallest edit of its text. */
public final class IdentityEdits {
    private static final int LONGEST_COUNT = 9;

    private enum Form {
        WORDS, NEEDED, SIRET, COUNT, MONTHS, AMOUNT, CODE
    }

    /** A field of the identity. */
    public enum Field {
        TITLE(Form.NEEDED, "title"), SYSTEM(Form.WORDS, "system"), NEED(Form.WORDS, "need"),
        WITHOUT_AI(Form.WORDS, "alternatives", "without_ai"), OTHER_WAYS(Form.WORDS, "alternatives", "other"),
        NAME(Form.NEEDED, "authority", "name"), KIND(Form.CODE, "authority", "kind"), SIRET(Form.SIRET, "authority", "siret"),
        INHABITANTS(Form.COUNT, "authority", "inhabitants"), AGENTS(Form.COUNT, "authority", "agents"), COMPETENCE(Form.WORDS, "authority", "competence"),
        ROUTE(Form.CODE, "procedure", "route"), PROCEDURE(Form.CODE, "procedure", "kind"), REFERENCE(Form.WORDS, "procedure", "reference"), AMOUNT(Form.AMOUNT, "procedure", "amount"),
        LAUNCH(Form.CODE, "procedure", "launch"), MONTHS(Form.MONTHS, "procedure", "months"),
        BUYER(Form.WORDS, "people", "buyer"), LEAD(Form.WORDS, "people", "lead"), DPO(Form.WORDS, "people", "dpo"), RSSI(Form.WORDS, "people", "rssi"),
        ETHICS(Form.WORDS, "people", "ethics"), LEGAL(Form.WORDS, "people", "legal"), ELECTED(Form.WORDS, "people", "elected"), OUTSIDE(Form.WORDS, "people", "outside");

        private final Form form;
        private final List<String> path;

        Field(Form form, String... path) {
            this.form = form;
            this.path = List.of(path);
        }

        /** The values of a field that has a list of them, in the order in which to offer them; those of the schema. */
        public List<String> codes() {
            return switch (this) {
                case KIND -> List.of("commune", "epci", "metropole", "departement", "region", "syndicat", "centre-de-gestion", "etablissement", "etat", "other");
                case ROUTE -> List.of("own", "central", "group", "framework-of-another", "direct", "delegation", "experimentation");
                case PROCEDURE -> List.of("adapted", "formal", "innovation", "framework", "none", "unknown");
                default -> List.of();
            };
        }
    }

    private static final List<Field> PRINTED = List.of(Field.NAME, Field.REFERENCE);
    /** What an identity is whole with: whose law applies, and how is bought, decide what is due. */
    private static final List<Field> WANTED = List.of(Field.NAME, Field.KIND, Field.ROUTE, Field.LAUNCH, Field.REFERENCE);
    /** What a new dossier names in the place of an authority. */
    private static final Set<String> NOBODY = Set.of(Examples.nobody(Lang.FR), Examples.nobody(Lang.EN));

    private IdentityEdits() {
    }

    /** What a code stands for. */
    public static Text name(Field field, String code) {
        return DossierMessages.TEXTS.text("identity." + field.path.getFirst() + "." + code);
    }

    /** What a field is called in a sentence. */
    public static Text name(Field field) {
        return DossierMessages.TEXTS.text("identity.field." + String.join(".", field.path));
    }

    /** The fields in whose place documents say "to be completed". */
    static List<Field> unsaid(YamlText text) {
        return PRINTED.stream().filter(f -> said(text, f).filter(w -> !w.isBlank() && !NOBODY.contains(w)).isEmpty()).toList();
    }

    /** The fields that an identity lacks to be whole, in order. */
    public static List<Field> wanted(YamlText text) {
        return WANTED.stream().filter(f -> said(text, f).filter(w -> !w.isBlank() && !NOBODY.contains(w)).isEmpty()).toList();
    }

    /** What a field says, as it is written. */
    public static Optional<String> said(YamlText text, Field field) {
        return text.root().at(field.path).filter(Node.Scalar.class::isInstance).map(n -> ((Node.Scalar) n).text());
    }

    /** Why words cannot stand in a field; empty where they can. */
    public static Optional<Text> refusal(Field field, String words) {
        String plain = plain(field, words);
        if (plain.isEmpty())
            return field.form == Form.NEEDED ? Optional.of(DossierMessages.TEXTS.text("identity.needed")) : Optional.empty();
        return switch (field.form) {
            case SIRET -> Identifiers.isSiret(plain) ? Optional.empty() : Optional.of(DossierMessages.TEXTS.text("siret", words));
            case COUNT -> plain.matches("[0-9]{1," + LONGEST_COUNT + "}") ? Optional.empty() : Optional.of(DossierMessages.TEXTS.text("identity.count", words));
            case MONTHS -> plain.matches("[1-9][0-9]{0,2}") ? Optional.empty() : Optional.of(DossierMessages.TEXTS.text("identity.months", words));
            case AMOUNT -> plain.matches("[0-9]{1,15}(\\.[0-9]{1,2})?") ? Optional.empty() : Optional.of(DossierMessages.TEXTS.text("identity.amount", words));
            default -> Optional.empty();
        };
    }

    /**
     * No words take the field away; nothing happens when it is not there.
     *
     * @throws IllegalArgumentException where there is a {@link #refusal}
     */
    public static Optional<TextEdit> set(YamlText text, Field field, String words) throws InvalidInputException {
        if (refusal(field, words).isPresent())
            throw new IllegalArgumentException(field + " cannot be " + words);
        String plain = plain(field, words);
        if (plain.isEmpty())
            return YamlEdits.remove(text, alone(text, field.path));
        return Optional.of(YamlEdits.set(text, field.path, content(field, plain), null));
    }

    /** The path of an entry, or that of the mapping which would be left with nothing in it. */
    private static List<String> alone(YamlText text, List<String> path) {
        List<String> parent = path.subList(0, path.size() - 1);
        return !parent.isEmpty() && text.root().at(path).isPresent() && text.root().at(parent).orElseThrow() instanceof Node.Mapping mapping && mapping.entries().size() == 1
                ? parent : path;
    }

    private static Content content(Field field, String plain) {
        return switch (field.form) {
            case COUNT, MONTHS, AMOUNT -> new Content.Number(new BigDecimal(plain).toPlainString());
            default -> YamlEdits.words(plain);
        };
    }

    /** Numbers as people write them: blanks between thousands, a comma before the cents. */
    private static String plain(Field field, String words) {
        String closed = words.replaceAll("[\\s\\u00A0\\u202F]", "");
        return switch (field.form) {
            case SIRET, COUNT, MONTHS -> closed;
            case AMOUNT -> closed.replaceFirst("€$", "").replace(',', '.');
            default -> words.strip();
        };
    }
}
