package org.etabli.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.etabli.dossier.IdentityEdits.Field;
import org.etabli.model.Lang;
import org.etabli.yaml.Node;
import org.etabli.yaml.SchemaValidator;
import org.etabli.yaml.YamlText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a person who looks at dossier.yaml finds after a form has changed it. */
class IdentityEditsTest {
    private static final Path CHARTERS = Path.of(System.getProperty("etabli.charters"));
    private static final String FRESH = """
            schema: etabli/dossier/1
            id: chatbot
            title: Chatbot

            # Qui achète ?
            authority:
              name: à compléter
              # kind: commune

            # Le besoin, avant toute technologie.
            need: ""
            """;

    private static YamlText parse(String text) throws Exception {
        return YamlText.parse("dossier.yaml", text);
    }

    private static String set(String text, Field field, String words) throws Exception {
        String after = IdentityEdits.set(parse(text), field, words).map(e -> e.apply(text)).orElse(text);
        assertEquals(List.of(), new SchemaValidator(CHARTERS.resolve("schemas")).validate(parse(after), "dossier"), after);
        return after;
    }

    @Test
    void aNewDossierIsFilledInWithoutLosingAComment() throws Exception {
        String text = set(FRESH, Field.NAME, "Commune de Saint-Savin");
        text = set(text, Field.KIND, "commune");
        text = set(text, Field.SIRET, "356 000 000 00048");
        text = set(text, Field.INHABITANTS, "1\u202F024");
        text = set(text, Field.AMOUNT, "89 999,99 €");
        text = set(text, Field.LAUNCH, "2026-12-02");
        text = set(text, Field.NEED, "Répondre aux habitants.\nLe soir aussi.");
        assertEquals("Commune de Saint-Savin", word(text, "authority", "name"));
        assertEquals("commune", word(text, "authority", "kind"));
        assertEquals("35600000000048", word(text, "authority", "siret"));
        assertEquals("1024", word(text, "authority", "inhabitants"));
        assertEquals("89999.99", word(text, "procedure", "amount"));
        assertEquals("2026-12-02", word(text, "procedure", "launch"));
        assertEquals("Répondre aux habitants.\nLe soir aussi.", word(text, "need").strip());
        for (String comment : List.of("# Qui achète ?", "# Le besoin, avant toute technologie."))
            assertTrue(text.contains(comment), text);
    }

    @Test
    void aProcedureOfWhichNothingIsLeftGoes() throws Exception {
        String text = set(set(FRESH, Field.REFERENCE, "MAPA-1"), Field.PROCEDURE, "adapted");
        text = set(text, Field.REFERENCE, "");
        assertEquals("adapted", word(text, "procedure", "kind"));
        text = set(text, Field.PROCEDURE, "");
        assertEquals(List.of(), parse(text).root().at(List.of("procedure")).stream().toList());
        assertEquals(text, set(text, Field.PROCEDURE, ""), "nothing to take away");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            TITLE, ''
            NAME, ' '
            SIRET, 35600000000049
            SIRET, 1234
            INHABITANTS, -3
            INHABITANTS, 12.5
            AGENTS, beaucoup
            AMOUNT, -1
            AMOUNT, 1e9
            """)
    void whatCannotBeIsRefusedInWords(Field field, String words) throws Exception {
        assertTrue(IdentityEdits.refusal(field, words).isPresent());
        assertThrows(IllegalArgumentException.class, () -> IdentityEdits.set(parse(FRESH), field, words));
    }

    @ParameterizedTest
    @EnumSource(value = Field.class, names = {"KIND", "PROCEDURE", "ROUTE"})
    void theCodesAreThoseOfTheSchemaAndHaveNames(Field field) throws Exception {
        String parent = field == Field.KIND ? "authority" : "procedure";
        String name = field == Field.ROUTE ? "route" : "kind";
        YamlText schema = YamlText.parse("schema", Files.readString(CHARTERS.resolve("schemas/dossier-1.schema.json")));
        Node list = schema.root().at(List.of("properties", parent, "properties", name, "enum")).orElseThrow();
        assertEquals(((Node.Sequence) list).items().stream().map(n -> ((Node.Scalar) n).text()).toList(), field.codes());
        for (Lang lang : Lang.values())
            assertEquals(field.codes().size(), field.codes().stream().map(c -> IdentityEdits.name(field, c).in(lang)).distinct().count());
    }

    /** Whatever a form writes, the schema takes. */
    @ParameterizedTest
    @EnumSource(Field.class)
    void whatAFieldWritesKeepsToTheSchema(Field field) throws Exception {
        String words = switch (field) {
            case SIRET -> "24440040400129";
            case INHABITANTS, AGENTS, MONTHS -> "12";
            case AMOUNT -> "90 000,50";
            case LAUNCH -> "2026-12-14";
            case KIND, PROCEDURE, ROUTE -> field.codes().getLast();
            default -> "Des mots : « avec » des signes # et des retours\nà la ligne";
        };
        YamlText text = parse(FRESH);
        YamlText written = parse(IdentityEdits.set(text, field, words).orElseThrow().apply(text.text()));
        assertEquals(List.of(), new Content(CHARTERS).schemas().validate(written, "dossier"), written.text());
        assertTrue(IdentityEdits.said(written, field).isPresent());
        YamlText taken = field == Field.TITLE || field == Field.NAME ? written : parse(IdentityEdits.set(written, field, "").orElseThrow().apply(written.text()));
        assertEquals(field == Field.TITLE || field == Field.NAME, IdentityEdits.said(taken, field).isPresent());
    }

    private static String word(String text, String... path) throws Exception {
        return ((Node.Scalar) parse(text).root().at(List.of(path)).orElseThrow()).text();
    }
}
