package org.etabli.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Articles as lawyers cite them in each language. */
class ArticlePathTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "art.4             | RIA, art. 4                       | AI Act, Art. 4",
            "art.6.3.d         | RIA, art. 6(3), d)                | AI Act, Art. 6(3)(d)",
            "art.5.1.ba        | RIA, art. 5(1), ba)               | AI Act, Art. 5(1)(ba)",
            "art.50.1          | RIA, art. 50(1)                   | AI Act, Art. 50(1)",
            "art.4a.1          | RIA, art. 4a(1)                   | AI Act, Art. 4a(1)",
            "art.113.a         | RIA, art. 113, a)                 | AI Act, Art. 113(a)",
            "art.3.63          | RIA, art. 3(63)                   | AI Act, Art. 3(63)",
            "rec.12            | RIA, cons. 12                     | AI Act, recital 12",
            "rec2026.3         | Règl. (UE) 2026/1744, cons. 3     | Reg. (EU) 2026/1744, recital 3",
            "anx.III           | RIA, annexe III                   | AI Act, Annex III",
            "anx.III.5.a       | RIA, annexe III, point 5 a)       | AI Act, Annex III, point 5(a)",
            "anx.I.A           | RIA, annexe I, section A          | AI Act, Annex I, Section A",
            "anx.I.A.1         | RIA, annexe I, section A, point 1 | AI Act, Annex I, Section A, point 1",
            "chp.III           | RIA, chap. III                    | AI Act, Chapter III",
            "chp.III.2         | RIA, chap. III, sect. 2           | AI Act, Chapter III, Section 2"})
    void isCitedInBothLanguages(String path, String french, String english) {
        assertEquals(french, ArticlePath.label(path, Lang.FR));
        assertEquals(english, ArticlePath.label(path, Lang.EN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CRPA L.311-3-1", "CSI L.251-2", "RGPD art. 22", "art.", "art.x", "anx.3", "", "article 6"})
    void whatIsNoPathStaysAsItIs(String path) {
        assertEquals(path, ArticlePath.label(path, Lang.FR));
        assertEquals(path, ArticlePath.label(path, Lang.EN));
    }

    @Test
    void frenchIsTheDefaultLanguage() {
        assertEquals(Lang.FR, Lang.of(null));
        assertEquals(Lang.FR, Lang.of("de-DE"));
        assertEquals(Lang.FR, Lang.of("fr"));
        assertEquals(Lang.EN, Lang.of("en"));
        assertEquals(Lang.EN, Lang.of("EN_gb.UTF-8"));
    }
}
