package org.etabli.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.etabli.model.Finding.Severity;
import org.junit.jupiter.api.Test;

class ModelTest {

    @Test
    void aFindingIsOneLineOfFileLineColumnSeverityIdAndMessage() {
        Text message = new Text("manque", "missing");
        assertEquals("f.yaml:3:14 erreur facts.value manque", new Finding(Severity.ERROR, "facts.value", "f.yaml", 3, 14, 0, 0, message).line(Lang.FR));
        assertEquals("f.yaml:3:14 error facts.value missing", new Finding(Severity.ERROR, "facts.value", "f.yaml", 3, 14, 0, 0, message).line(Lang.EN));
        assertEquals("f:1:1 avertissement x manque", new Finding(Severity.WARNING, "x", "f", 1, 1, 0, 0, message).line(Lang.FR));
        assertEquals("f:1:1 warning x missing", new Finding(Severity.WARNING, "x", "f", 1, 1, 0, 0, message).line(Lang.EN));
        assertEquals("f:0:0 info x manque", new Finding(Severity.INFO, "x", "f", 0, 0, 0, 0, message).line(Lang.FR));
    }

    /** Quoted input may hold newlines and terminal sequences; other programs read findings line by line. */
    @Test
    void aFindingIsOneLineWhateverItQuotes() {
        assertEquals("f:1:1 error x a b [31mc d", new Finding(Severity.ERROR, "x", "f", 1, 1, 0, 0, Text.same("a\nb\u001b[31mc\r\n\u2028d")).line(Lang.EN));
    }

    @Test
    void invalidInputSaysEverythingThatIsWrong() {
        Finding one = new Finding(Severity.ERROR, "a", "f", 1, 1, 0, 0, Text.same("x"));
        Finding two = new Finding(Severity.ERROR, "b", "f", 2, 1, 0, 0, Text.same("y"));
        assertEquals(List.of(one, two), new InvalidInputException(List.of(one, two)).findings());
        assertEquals("f:1:1 erreur a x\nf:2:1 erreur b y", new InvalidInputException(List.of(one, two)).getMessage());
    }

    @Test
    void aFactThatIsNotThereIsUnknown() {
        assertEquals(Value.UNKNOWN, Facts.NONE.value("x"));
        assertEquals(Optional.empty(), Facts.NONE.get("x"));
    }

    @Test
    void aChangedValueKeepsTheRestOfItsFact() {
        Fact fact = new Fact("a", Value.YES, Optional.of("DPO"), Optional.of(LocalDate.of(2026, 11, 21)), List.of("p. 4"), "note");
        Facts facts = Facts.of(List.of(fact, Fact.of("b", Value.NO)));
        assertEquals(new Fact("a", Value.NO, Optional.of("DPO"), Optional.of(LocalDate.of(2026, 11, 21)), List.of("p. 4"), "note"), facts.with("a", Value.NO).get("a").orElseThrow());
        assertEquals(Value.YES, facts.value("a"), "the facts themselves do not change");
        assertEquals(List.of("a", "b", "c"), List.copyOf(facts.with("a", Value.NO).with("c", Value.YES).byId().keySet()));
        assertThrows(UnsupportedOperationException.class, () -> facts.byId().clear());
    }

    @Test
    void valuesHaveTheWordsOfTheFiles() {
        assertEquals("yes", Value.YES.code());
        assertEquals("no", Value.NO.code());
        assertEquals("unknown", Value.UNKNOWN.code());
        assertEquals("learned", new Value.Choice("learned").code());
        assertEquals("[a, b]", new Value.Choices(new TreeSet<>(Set.of("b", "a")), true).code());
        assertEquals("[a, unknown]", new Value.Choices(new TreeSet<>(Set.of("a")), false).code());
        assertEquals("[unknown]", new Value.Choices(new TreeSet<>(), false).code());
        assertEquals("1000000", new Value.Quantity(new BigDecimal("1e6")).code());
        assertEquals("12.50", new Value.Quantity(new BigDecimal("12.50")).code());
    }

    @Test
    void aListOfAnswersCannotBeChangedFromOutside() {
        TreeSet<String> options = new TreeSet<>(Set.of("a"));
        Value.Choices choices = new Value.Choices(options, true);
        options.add("b");
        assertEquals(Set.of("a"), choices.options());
        assertThrows(UnsupportedOperationException.class, () -> choices.options().add("c"));
    }

    @Test
    void textHasTwoHalvesAndNeitherIsNull() {
        assertEquals("a", new Text("a", "b").in(Lang.FR));
        assertEquals("b", new Text("a", "b").in(Lang.EN));
        assertEquals(new Text("x", "x"), Text.same("x"));
        assertTrue(Text.EMPTY.isEmpty());
        assertFalse(new Text("", "b").isEmpty());
        assertThrows(NullPointerException.class, () -> new Text("a", null));
        assertThrows(NullPointerException.class, () -> new Text(null, "b"));
    }

    @Test
    void messagesAreFilledWithoutTheQuirksOfMessageFormat() {
        Messages messages = Messages.beside(ModelTest.class);
        assertEquals("l'apostrophe reste, {x} et {9} aussi : un, deux, un", messages.get(Lang.FR, "quirks", "un", "deux"));
        assertEquals("it's one, two, one; {x} and {9} stay", messages.get(Lang.EN, "quirks", "one", "two"));
        assertEquals(new Text("« oui »", "\"yes\""), messages.text("nested", new Text("oui", "yes")), "a text gives its half to each language");
        assertEquals("« {0} »", messages.get(Lang.FR, "nested", "{0}"), "what is put in is not filled again");
        assertTrue(messages.has("nested"));
        assertFalse(messages.has("nope"));
        assertThrows(IllegalStateException.class, () -> messages.get(Lang.FR, "nope"));
    }

    @Test
    void anAnswerIsOpenWhileSomethingIsToBeFoundOut() {
        TreeSet<String> a = new TreeSet<>(Set.of("a"));
        assertTrue(Value.UNKNOWN.isOpen() && new Value.Choices(a, false).isOpen());
        for (Value known : List.of(Value.YES, Value.NO, new Value.Choice("a"), new Value.Choices(a, true), new Value.Quantity(BigDecimal.ONE)))
            assertFalse(known.isOpen(), known.code());
    }

    @Test
    void whoIsToBeAskedIsKeptBesideAnotherAnswer() {
        Fact.Ask ask = new Fact.Ask("DPO", Optional.of(LocalDate.of(2026, 12, 1)));
        Facts facts = Facts.of(List.of(new Fact("a", Value.UNKNOWN, Optional.empty(), Optional.empty(), List.of(), "", Optional.of(ask))));
        assertEquals(Optional.of(ask), facts.with("a", Value.NO).get("a").orElseThrow().ask());
    }
}
