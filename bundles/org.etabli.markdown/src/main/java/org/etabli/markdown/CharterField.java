package org.etabli.markdown;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.etabli.model.Charter;
import org.etabli.model.Lang;
import org.etabli.model.Letters;
import org.etabli.model.Text;

/** A field of a commitment, in the order in which fields are written. */
public enum CharterField {
    LEVEL(Form.ONE, "niveau", "level"),
    RESPONSIBLE(Form.ONE, "responsable", "responsible"),
    EVIDENCE(Form.SEVERAL, "preuve", "evidence"),
    DUTIES(Form.IDS, "devoirs", "duties"),
    CRITERIA(Form.IDS, "critères", "criteria"),
    CLAUSES(Form.IDS, "clauses", "clauses"),
    SUPPLIER(Form.ONE, "titulaire", "supplier"),
    RESPECTED_IF(Form.CONDITIONS, "respecté si", "respected if"),
    BROKEN_IF(Form.CONDITIONS, "contraire si", "broken if");

    /** How often a field may stand and what its lines hold. */
    public enum Form {
        /** A line at most. */
        ONE,
        /** Any number of lines. */
        SEVERAL,
        /** Ids on a line, separated by commas. */
        IDS,
        /** Any number of lines, a condition on each. */
        CONDITIONS
    }

    private static final Pattern SPACES = Pattern.compile("[\\s\u00A0\u202F]+");
    private static final Map<String, CharterField> BY_NAME = new LinkedHashMap<>();

    static {
        for (CharterField field : values()) {
            BY_NAME.put(field.names.fr(), field);
            BY_NAME.put(field.names.en(), field);
        }
    }

    private final Form form;
    private final Text names;

    CharterField(Form form, String fr, String en) {
        this.form = form;
        this.names = new Text(fr, en);
    }

    public Form form() {
        return form;
    }

    /** As it is written in a charter of that language. */
    public String in(Lang lang) {
        return names.in(lang);
    }

    /** What a commitment says there; empty where it says nothing. */
    List<?> in(Charter.Commitment c) {
        return switch (this) {
            case LEVEL -> c.level().stream().toList();
            case RESPONSIBLE -> c.responsible().stream().toList();
            case EVIDENCE -> c.evidence();
            case DUTIES -> c.duties();
            case CRITERIA -> c.criteria();
            case CLAUSES -> c.clauses();
            case SUPPLIER -> c.supplier().stream().toList();
            case RESPECTED_IF -> c.respectedIf();
            case BROKEN_IF -> c.brokenIf();
        };
    }

    /** The field of that name in either language; case, the number of spaces and the form of accents do not count. */
    public static Optional<CharterField> of(String name) {
        CharterField known = BY_NAME.get(name);
        return Optional.ofNullable(known != null ? known : BY_NAME.get(plain(name)));
    }

    /** The language in which a name is written; French where both have the same. */
    public static Lang language(String name) {
        return of(name).filter(f -> !f.names.fr().equals(plain(name))).isPresent() ? Lang.EN : Lang.FR;
    }

    private static String plain(String name) {
        return SPACES.matcher(Letters.composed(name.strip())).replaceAll(" ").toLowerCase(Locale.ROOT);
    }

    static Set<String> names() {
        return BY_NAME.keySet();
    }
}
