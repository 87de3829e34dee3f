package org.etabli.rules;

import static org.etabli.rules.Small.all;
import static org.etabli.rules.Small.any;
import static org.etabli.rules.Small.between;
import static org.etabli.rules.Small.dates;
import static org.etabli.rules.Small.decide;
import static org.etabli.rules.Small.facts;
import static org.etabli.rules.Small.from;
import static org.etabli.rules.Small.inClass;
import static org.etabli.rules.Small.inRole;
import static org.etabli.rules.Small.is;
import static org.etabli.rules.Small.missing;
import static org.etabli.rules.Small.no;
import static org.etabli.rules.Small.not;
import static org.etabli.rules.Small.rule;
import static org.etabli.rules.Small.yes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.Optional;

import org.etabli.model.Certainty;
import org.etabli.model.Condition;
import org.etabli.model.Decision;
import org.etabli.model.Decision.Duty;
import org.etabli.model.Decision.DutyStatus;
import org.etabli.model.Fact;
import org.etabli.model.Facts;
import org.etabli.model.RuleSet;
import org.etabli.model.Text;
import org.etabli.model.Trace;
import org.etabli.model.Truth;
import org.etabli.model.Value;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionTest {

    @Nested
    class Classes {
        /** Strongest first: top, middle, and what remains. */
        private final Law law = new Small().yesNo("a", "b", "gate").rule("open", yes("gate")).classRule("top", yes("a"), "open").classRule("middle", yes("b"), "open").fallback("low", "open").law();

        private Decision on(String facts) {
            return decide(law, facts);
        }

        @Test
        void theStrongestThatAppliesIsTheClassAndTheOthersAreNamed() {
            Decision d = on("gate=yes a=yes b=yes");
            assertEquals("top", d.classId());
            assertEquals(List.of("top", "middle"), d.classes());
            assertTrue(d.isDecided());
        }

        @Test
        void whatRemainsIsTheFallback() {
            assertEquals("low", on("gate=yes a=no b=no").classId());
            assertEquals(List.of("low"), on("gate=yes a=no b=no").classes());
            assertEquals("middle", on("gate=yes a=no b=yes").classId());
        }

        @Test
        void anOpenStrongerClassLeavesTheOneFoundStanding() {
            Decision d = on("gate=yes b=yes");
            assertEquals(Decision.INSUFFICIENT, d.classId());
            assertEquals(List.of("middle"), d.classes());
            assertEquals(List.of("a"), missing(d));
            assertFalse(d.isDecided());
        }

        @Test
        void theFallbackStandsWhileNothingStrongerIsSure() {
            Decision d = on("gate=yes a=no");
            assertEquals(Decision.INSUFFICIENT, d.classId());
            assertEquals(List.of("low"), d.classes());
            assertEquals(List.of("b"), missing(d));
        }

        @Test
        void withoutItsGateNoClassStands() {
            assertEquals(List.of(), on("a=yes").classes(), "the gate is open");
            assertEquals(Decision.INSUFFICIENT, on("a=yes").classId());
            assertEquals("gate", missing(on("a=yes")).get(0));
            assertEquals(List.of(), on("gate=no a=yes b=yes").classes());
        }

        @Test
        void anOpenWeakerClassChangesNothing() {
            Decision d = on("gate=yes a=yes");
            assertEquals("top", d.classId());
            assertEquals(List.of("top"), d.classes());
            assertEquals(List.of(), d.missing());
        }

        @Test
        void gatesAreNoPartOfTheBasis() {
            assertEquals(List.of("class.top"), on("gate=yes a=yes b=no").basis());
            assertEquals(List.of("class.top", "class.middle"), on("gate=yes a=yes b=yes").basis());
            assertEquals(List.of("class.low"), on("gate=yes a=no").basis(), "the class that stands for now");
        }

        @Test
        void thoseThatAreDecidedHaveNothingMissing() {
            for (String facts : List.of("gate=yes a=yes", "gate=yes a=no b=yes", "gate=yes a=no b=no"))
                assertEquals(List.of(), on(facts).missing(), facts);
        }
    }

    @Nested
    class EqualClasses {
        /** prohibited > two that weigh the same > exempt > what remains. */
        private final Law law = new Small().yesNo("ban", "product", "use", "exempt").classRule("prohibited", yes("ban"))
                .level("high").classRule("high_product", yes("product")).classRule("high_use", yes("use")).level("").classRule("exempt", yes("exempt")).fallback("low").law();

        /** Each of the four facts known to be true, known to be false, or unknown; the class, whether it is settled, and what else may come. */
        @ParameterizedTest
        @CsvSource({
                "ban=no use=yes, high_use, high_product, high_use",
                "ban=no product=yes, high_product, high_use, high_product",
                "ban=no product=yes use=yes, high_product, '', high_product",
                "ban=no product=no use=yes, high_use, '', high_use",
                "use=yes, insufficient_information, prohibited high_product, high_use",
                "ban=no exempt=yes, insufficient_information, high_product high_use, exempt",
                "ban=no product=no exempt=yes, insufficient_information, high_use, exempt",
                "ban=no product=no use=no, insufficient_information, exempt, low",
                "ban=yes, prohibited, '', prohibited",
                "'', insufficient_information, prohibited high_product high_use exempt, low"})
        void oneThatIsSureIsAnnouncedAndTheOtherNamed(String facts, String classId, String open, String atLeast) {
            Decision d = decide(law, facts);
            assertEquals(classId, d.classId());
            assertEquals(open.isEmpty() ? List.of() : List.of(open.split(" ")), d.open());
            assertEquals(atLeast, d.atLeast().orElseThrow());
        }

        @Test
        void whatIsMissingIsWhatCouldMakeItHeavier() {
            assertEquals(List.of("ban"), missing(decide(law, "use=yes")), "whether it is a product as well makes it no heavier");
            assertEquals(List.of(), missing(decide(law, "ban=no use=yes")));
        }
    }

    @Nested
    class AbsoluteClasses {
        private final Law law = new Small().yesNo("out", "human", "a").rule("in", all(no("out"), no("human"))).absolute("out_of_scope", yes("out")).absolute("not_ai", yes("human"))
                .classRule("top", yes("a"), "in").fallback("low", "in").law();

        @Test
        void oneThatIsSureIsEnough() {
            assertEquals("out_of_scope", decide(law, "out=yes").classId());
            assertEquals(List.of("out_of_scope"), decide(law, "out=yes a=yes").classes());
            Decision second = decide(law, "human=yes a=yes");
            assertEquals("not_ai", second.classId(), "whether it is out of scope besides makes no difference");
            assertEquals(List.of(), second.missing());
        }

        @Test
        void anOpenOneLeavesTheClassOpen() {
            assertEquals(Decision.INSUFFICIENT, decide(law, "out=no a=yes").classId());
            assertEquals(List.of("human"), missing(decide(law, "out=no a=yes")));
            assertEquals("top", decide(law, "out=no human=no a=yes").classId());
        }

        @Test
        void theFallbackIsNoWayOut() {
            assertEquals("low", decide(law, "out=no human=no a=no").classId());
            assertEquals(List.of("out_of_scope"), decide(law, "out=yes human=no a=no").classes());
        }
    }

    @Nested
    class Basis {
        private final Law law = new Small().yesNo("a", "b", "c").rule("ra", yes("a")).rule("rb", yes("b")).rule("rc", yes("c")).rule("deep", any(rule("ra"), rule("rb")))
                .classRule("top", all(rule("deep"), not(rule("rc")))).fallback("low").law();

        @Test
        void rulesThatHoldSupportTheClassAndTheRulesBelowThemToo() {
            assertEquals(List.of("class.top", "art.deep", "art.ra"), decide(law, "a=yes b=no c=no").basis());
            assertEquals(List.of("class.top", "art.deep", "art.ra", "art.rb"), decide(law, "a=yes b=yes c=no").basis());
        }

        @Test
        void aRuleThatDoesNotHoldIsNoBasis() {
            assertFalse(decide(law, "a=yes b=no c=no").basis().contains("art.rc"));
            assertEquals(List.of("class.low"), decide(law, "a=no b=no").basis());
        }
    }

    @Nested
    class Duties {
        private static final LocalDate APPLIES = LocalDate.of(2026, 8, 2);
        private static final LocalDate OPERATIVE = LocalDate.of(2026, 12, 2);
        private static final LocalDate UNTIL = LocalDate.of(2027, 12, 31);

        private final Law law = new Small().yesNo("a", "b")
                .duty("plain", yes("a"), from("2026-08-02"))
                .duty("bounded", yes("a"), dates(Condition.ALWAYS, "2026-08-02", "2026-12-02", "2027-12-31"))
                .duty("french", true, yes("a"), from("2026-08-02"))
                .duty("chosen", yes("a"), dates(yes("b"), "2025-02-02", null, null), from("2026-08-02"))
                .duty("awaited", yes("a"), Small.awaited())
                .law();

        private Duty duty(String facts, String id, LocalDate day) {
            return law.decide("x", facts(law, facts), day).duties().stream().filter(d -> d.id().equals(id)).findFirst().orElseThrow();
        }

        @ParameterizedTest
        @CsvSource({"2026-08-01,UPCOMING", "2026-08-02,IN_FORCE", "2026-08-03,IN_FORCE", "2099-01-01,IN_FORCE", "1999-01-01,UPCOMING"})
        void bindsFromItsFirstDay(LocalDate day, DutyStatus expected) {
            assertEquals(expected, duty("a=yes", "plain", day).status());
        }

        /** In between the letter of the text applies, but nothing can follow from it. */
        @ParameterizedTest
        @CsvSource({"2026-08-01,UPCOMING", "2026-08-02,UPCOMING", "2026-12-01,UPCOMING", "2026-12-02,IN_FORCE", "2027-12-31,IN_FORCE", "2028-01-01,ENDED"})
        void bindsFromItsOperativeDayToItsLast(LocalDate day, DutyStatus expected) {
            assertEquals(expected, duty("a=yes", "bounded", day).status());
        }

        @Test
        void carriesItsDatesAndSources() {
            Duty duty = duty("a=yes", "bounded", Small.DAY);
            assertEquals(Optional.of(APPLIES), duty.appliesFrom());
            assertEquals(Optional.of(OPERATIVE), duty.operativeFrom());
            assertEquals(Optional.of(UNTIL), duty.until());
            assertEquals(List.of("art.bounded", "art.113"), duty.source());
            assertEquals(Optional.of(APPLIES), duty("a=yes", "plain", Small.DAY).operativeFrom(), "where the text leaves no doubt");
        }

        @ParameterizedTest
        @CsvSource({"1999-01-01", "2026-11-21", "2099-01-01"})
        void isUndeterminedWhileAFactIsMissingWhateverTheDay(LocalDate day) {
            assertEquals(DutyStatus.UNDETERMINED, duty("", "bounded", day).status());
        }

        @Test
        void isNotThereWhereItDoesNotApply() {
            assertEquals(List.of(), decide(law, "a=no").duties());
            assertEquals(List.of(), decide(law, "a=no").frenchLaw());
        }

        @Test
        void frenchOnesStandApart() {
            assertEquals(List.of("french"), decide(law, "a=yes").frenchLaw().stream().map(Duty::id).toList());
            assertEquals(List.of("plain", "bounded", "chosen", "awaited"), decide(law, "a=yes").duties().stream().map(Duty::id).toList());
        }

        @ParameterizedTest
        @CsvSource({"b=yes,2025-02-02,", "b=no,2026-08-02,", "b=unknown,2025-02-02,2026-08-02"})
        void theFirstDateThatHoldsCountsAndAMissingFactLeavesBoth(String fact, LocalDate expected, LocalDate latest) {
            Duty duty = duty("a=yes " + fact, "chosen", Small.DAY);
            assertEquals(Optional.of(expected), duty.appliesFrom());
            assertEquals(Optional.ofNullable(latest), duty.latestFrom());
        }

        @Test
        void isAwaitedWhileNobodyKnowsTheDay() {
            Duty duty = duty("a=yes", "awaited", Small.DAY);
            assertEquals(DutyStatus.AWAITED, duty.status());
            assertEquals(Optional.empty(), duty.appliesFrom());
            assertEquals(DutyStatus.UNDETERMINED, duty("", "awaited", Small.DAY).status());
        }
    }

    @Nested
    class RolesAndFria {
        private final Law law = new Small().yesNo("a", "b").role("provider", yes("a")).role("deployer", yes("b")).fria(all(inRole("deployer"), inClass("top"))).classRule("top", yes("a")).fallback("low").law();

        @Test
        void rolesThatMayBeHeldAreSaidToBeOpen() {
            assertEquals(List.of("provider TRUE", "deployer UNKNOWN"), decide(law, "a=yes").roles().stream().map(r -> r.id() + " " + r.held()).toList());
            assertEquals(List.of(), decide(law, "a=no b=no").roles());
        }

        @Test
        void theAssessmentHasThreeValues() {
            assertEquals(Truth.TRUE, decide(law, "a=yes b=yes").fria());
            assertEquals(Truth.FALSE, decide(law, "b=no").fria());
            assertEquals(Truth.UNKNOWN, decide(law, "b=yes").fria());
            assertEquals(Truth.FALSE, decide(new Small().yesNo("a").fallback("low").law(), "").fria(), "a law that knows none");
        }
    }

    @Nested
    class Doubts {
        private static final Text DOUBT = new Text("doute", "doubt");

        private final Law law = new Small().yesNo("a", "b", "c", "d")
                .rule("firm", yes("a")).rule("draft", "s", Certainty.DRAFT, Text.EMPTY, yes("b"), null).rule("doubtful", "s", Certainty.TEXT, DOUBT, yes("c"), null)
                .rule("aside", "s", Certainty.MEMORY, DOUBT, yes("a"), null).rule("below", rule("draft"))
                .classRule("top", any(all(rule("firm"), rule("below")), all(yes("d"), not(rule("doubtful"))))).fallback("low").doubt("asked", yes("d")).law();

        private List<String> doubts(String facts) {
            return decide(law, facts).doubts().stream().map(Decision.Doubt::id).toList();
        }

        @Test
        void aClassOnWeakGroundSaysSo() {
            Decision.Doubt doubt = decide(law, "a=yes b=yes c=no d=no").doubts().get(0);
            assertEquals("draft", doubt.id());
            assertEquals(List.of("art.draft"), doubt.source());
            assertEquals(Certainty.DRAFT, doubt.certainty());
            assertTrue(doubt.text().fr().contains("Règle draft") && doubt.text().fr().contains("projet"), doubt.text().fr());
            assertTrue(doubt.text().en().contains("Rule draft") && doubt.text().en().contains("draft guidelines"), doubt.text().en());
        }

        @Test
        void aClassThatAWeakRuleExcludedSaysSoInTheRulesOwnWords() {
            Decision d = decide(law, "a=no b=no c=yes d=yes");
            assertEquals("low", d.classId());
            assertEquals(List.of("asked", "doubtful"), d.doubts().stream().map(Decision.Doubt::id).toList());
            assertEquals(DOUBT, d.doubts().get(1).text());
        }

        @Test
        void aWeakRuleThatDecidesNothingIsNotMentioned() {
            assertEquals(List.of(), doubts("a=yes b=no c=no d=no"), "neither draft nor aside hold up a class");
            assertEquals(List.of("asked"), doubts("a=no b=no c=no d=yes"));
        }

        @Test
        void aQuestionOfLawIsRaisedByFactsThatAreKnown() {
            assertFalse(doubts("a=no").contains("asked"));
            assertTrue(doubts("d=yes").contains("asked"));
        }
    }

    @Nested
    class Missing {
        @Test
        void theMostDecisiveComesFirst() {
            // x settles it when it is no (nothing left), and leaves y and z when it is yes; y and z leave two each
            Law law = new Small().yesNo("z", "y", "x").classRule("top", all(yes("x"), any(yes("y"), yes("z")))).fallback("low").law();
            assertEquals(List.of("x", "z", "y"), missing(decide(law, "")));
        }

        @Test
        void whatCouldLeadToTheStrongestClassComesFirst() {
            Law law = new Small().yesNo("low1", "top1", "top2").classRule("top", all(yes("top1"), yes("top2"))).classRule("middle", yes("low1")).fallback("low").law();
            assertEquals(List.of("top1", "top2", "low1"), missing(decide(law, "")));
            assertEquals(List.of(List.of("top"), List.of("top"), List.of("middle")), decide(law, "").missing().stream().map(Decision.Missing::couldBecome).toList());
        }

        @Test
        void whatCanBeAskedNowComesFirst() {
            Law law = new Small().askWhen(yes("first")).yesNo("later").yesNo("first").classRule("top", yes("later")).classRule("middle", yes("first")).fallback("low").law();
            assertEquals(List.of("first", "later"), missing(decide(law, "")));
            assertEquals(List.of("later"), missing(decide(law, "first=yes")));
            assertEquals(Optional.of("first"), law.evaluate(Facts.NONE).nextQuestion());
        }

        @Test
        void whatIsNotAskedIsNotMissing() {
            Law law = new Small().yesNo("first").askWhen(yes("first")).yesNo("later").classRule("top", all(yes("first"), yes("later"))).fallback("low").law();
            assertEquals(List.of(), missing(decide(law, "first=no")));
            assertEquals("low", decide(law, "first=no").classId());
            assertEquals(Truth.FALSE, law.evaluate(facts(law, "first=no")).asks("later"));
            assertEquals(Truth.UNKNOWN, law.evaluate(facts(law, "")).asks("later"));
            assertEquals(Truth.TRUE, law.evaluate(facts(law, "first=yes")).asks("later"));
            assertEquals(Truth.TRUE, law.evaluate(facts(law, "")).asks("first"));
            assertEquals(Truth.FALSE, law.evaluate(facts(law, "")).asks("nobody_asks_this"));
        }

        @Test
        void aQuestionThatIsNotAskedSaysWhichAnswersAreWhy() {
            Law law = new Small().yesNo("first", "other").askWhen(all(yes("first"), rule("behind"))).yesNo("later").rule("behind", any(yes("other"), yes("first")))
                    .classRule("top", all(yes("first"), yes("later"))).fallback("low").law();
            assertEquals(List.of("first"), whyNot(law, "first=no other=yes"));
            assertEquals(List.of("first", "other"), whyNot(law, "first=no other=no").stream().sorted().toList(), "the rule is looked behind");
            assertEquals(List.of(), whyNot(law, "first=yes"));
            assertEquals(List.of(), whyNot(law, ""), "it may still be asked");
        }

        private static List<String> whyNot(Law law, String known) {
            return law.evaluate(facts(law, known)).whyNotAsked("later").stream().map(Trace.Cause.OfFact::fact).toList();
        }

        @Test
        void whatDecidesNothingAnyMoreIsNotMissing() {
            Law law = new Small().yesNo("a", "b", "c", "alone").classRule("top", all(yes("a"), any(yes("b"), yes("c")))).fallback("low").law();
            assertEquals(List.of("b", "c"), missing(decide(law, "a=yes")));
            assertEquals(List.of(), missing(decide(law, "a=no")));
            assertEquals(List.of(), missing(decide(law, "a=yes b=yes")));
            assertEquals(List.of("c"), missing(decide(law, "a=yes b=no")));
        }

        @Test
        void aPartialListIsMissingOnlyWhereItsRestMatters() {
            Law law = new Small().anyOf("m", "p", "q", "none").classRule("top", is("m", "q")).fallback("low").law();
            assertEquals(List.of("m"), missing(decide(law, "m=[p,unknown]")));
            assertEquals(List.of(), missing(decide(law, "m=[p]")));
            assertEquals(List.of(), missing(decide(law, "m=[q,unknown]")));
        }

        @Test
        void throughRulesAndExceptionsTheFactItselfIsNamed() {
            Law law = new Small().yesNo("a", "b").rule("r", "s", Certainty.TEXT, Text.EMPTY, yes("a"), yes("b")).rule("deep", not(not(rule("r")))).classRule("top", rule("deep")).fallback("low").law();
            assertEquals(List.of("b"), missing(decide(law, "a=yes")));
            assertEquals(List.of(), missing(decide(law, "b=yes")));
        }

        @Test
        void nextQuestionIsTheFirstThatIsMissing() {
            Law law = new Small().yesNo("a", "b").classRule("top", yes("b")).classRule("middle", yes("a")).fallback("low").law();
            assertEquals(Optional.of("b"), law.evaluate(Facts.NONE).nextQuestion());
            assertEquals(Optional.of("a"), law.evaluate(facts(law, "b=no")).nextQuestion());
            assertEquals(Optional.empty(), law.evaluate(facts(law, "b=no a=no")).nextQuestion());
        }
    }

    @Nested
    class WhatIfs {
        private List<String> changes(Law law, String facts) {
            return decide(law, facts).whatIf().stream().map(w -> w.fact() + ": " + w.from().code() + " > " + w.to().code() + " = " + w.classId()).toList();
        }

        @Test
        void aYesThatWouldBeANo() {
            Law law = new Small().yesNo("a", "b").classRule("top", yes("a")).classRule("middle", yes("b")).fallback("low").law();
            assertEquals(List.of("a: yes > no = middle"), changes(law, "a=yes b=yes"));
            assertEquals(List.of("a: no > yes = top", "b: no > yes = middle"), changes(law, "a=no b=no"));
        }

        @Test
        void whatIsUnknownIsMissingNotChanged() {
            Law law = new Small().yesNo("a", "b").classRule("top", yes("a")).classRule("middle", yes("b")).fallback("low").law();
            assertEquals(List.of(), changes(law, "b=no"), "open either way");
            assertEquals(List.of("a: yes > no = insufficient_information"), changes(law, "a=yes"));
        }

        @Test
        void oneOptionMoreOrLess() {
            Law law = new Small().anyOf("m", "p", "q", "none").classRule("top", is("m", "p")).classRule("middle", is("m", "q")).fallback("low").law();
            assertEquals(List.of("m: [none] > [p] = top", "m: [none] > [q] = middle"), changes(law, "m=[none]"));
            assertEquals(List.of("m: [p, q] > [q] = middle", "m: [p, q] > [none] = low"), changes(law, "m=[p,q]"));
            assertEquals(List.of("m: [q] > [p, q] = top", "m: [q] > [none] = low"), changes(law, "m=[q]"));
        }

        /** "[none, unknown]" contradicts itself: nobody could give that answer. */
        @Test
        void everyChangeIsAnAnswerThatCanBeGiven() {
            Law law = new Small().anyOf("m", "p", "q", "none").classRule("top", is("m", "p")).classRule("middle", is("m", "q")).fallback("low").law();
            for (String facts : List.of("m=[p,unknown]", "m=[q,unknown]", "m=[p,q,unknown]"))
                for (Decision.WhatIf w : decide(law, facts).whatIf()) {
                    Value.Choices to = (Value.Choices) w.to();
                    assertFalse(to.options().contains("none") && (!to.complete() || to.options().size() > 1), facts + " " + to.code());
                }
        }

        @Test
        void numbersOnTheOtherSideOfABound() {
            Law law = new Small().number("n").classRule("top", between("n", 50, null)).classRule("middle", between("n", null, 9)).fallback("low").law();
            assertEquals(List.of("n: 20 > 50 = top", "n: 20 > 9 = middle"), changes(law, "n=20"));
        }

        @Test
        void whatMakesNoDifferenceIsNotListed() {
            Law law = new Small().yesNo("a", "aside").oneOf("t", "x", "y").classRule("top", all(yes("a"), is("t", "x"))).fallback("low").law();
            assertEquals(List.of(), changes(law, "a=no aside=yes t=y"));
            assertEquals(List.of("a: no > yes = top"), changes(law, "a=no aside=yes t=x"));
        }
    }

    @Nested
    class ReceiptAndTrace {
        private final Law law = new Small().yesNo("a", "b").anyOf("m", "p", "q", "none").number("n").rule("r", yes("a")).classRule("top", rule("r")).fallback("low").law();

        private String hash(String facts) {
            return decide(law, facts).receipt().factsSha256();
        }

        @Test
        void theOrderOfFactsMakesNoDifference() {
            assertEquals(hash("a=yes b=no m=[p,q] n=3"), hash("n=3 m=[q,p] b=no a=yes"));
        }

        @Test
        void whatIsUnknownIsAsGoodAsUnsaid() {
            assertEquals(hash("a=yes"), hash("a=yes b=unknown m=unknown"));
        }

        @Test
        void everyChangeOfAValueChangesIt() {
            assertNotEquals(hash("a=yes"), hash("a=no"));
            assertNotEquals(hash("a=yes"), hash("b=yes"));
            assertNotEquals(hash("m=[p]"), hash("m=[p,unknown]"));
            assertNotEquals(hash("m=[p]"), hash("m=[p,q]"));
        }

        @Test
        void authorsAndNotesAreNotJudged() {
            Fact said = new Fact("a", Value.YES, Optional.of("DPO"), Optional.of(Small.DAY), List.of("x"), "note");
            assertEquals(hash("a=yes"), law.decide("x", Facts.of(List.of(said)), Small.DAY).receipt().factsSha256());
        }

        /** echo -n 'a=yes↵' | sha256sum, the canonical form being one line for each fact. */
        @Test
        void theHashIsThatOfOneLineForEachFact() {
            assertEquals("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", hash(""), "of nothing");
            assertEquals(SHA_OF_A_YES, hash("a=yes"));
        }

        @Test
        void theSameFactsGiveTheSameDecision() {
            assertEquals(decide(law, "a=yes n=3"), decide(law, "a=yes n=3"));
            assertEquals("small@2026-01-01", decide(law, "").law());
            assertEquals(List.of(new Decision.Receipt.Entry("small", "2026-01-01", "0".repeat(64))), decide(law, "").receipt().ruleSets());
        }

        /** What nobody needs to know any more is open too, but a reader of the trace is not to take it for the reason. */
        @Test
        void stepsWaitForAFactStraightOrThroughOtherRules() {
            Small small = new Small().yesNo("a").yesNo("b").rule("straight", yes("a")).rule("through", rule("straight")).rule("other", yes("b"));
            Trace trace = decide(small.law(), "").trace();
            assertEquals(List.of("straight", "through"), trace.waitingFor(Set.of("a")).stream().map(s -> s.rule().id()).toList());
            assertEquals(List.of(), trace.waitingFor(Set.of()));
            assertEquals(List.of(), decide(small.law(), "a=no").trace().waitingFor(Set.of("a")), "a settled step waits for nothing");
        }

        @Test
        void stepsStandInTheOrderOfTheStages() {
            Small small = new Small().yesNo("a");
            small.stages.add(new RuleSet.Stage("first", Text.EMPTY));
            small.stages.add(new RuleSet.Stage("second", Text.EMPTY));
            small.rule("late", "second", Certainty.TEXT, Text.EMPTY, yes("a"), null).rule("lost", "no such stage", Certainty.TEXT, Text.EMPTY, yes("a"), null)
                    .rule("early", "first", Certainty.TEXT, Text.EMPTY, rule("late"), null).rule("later", "second", Certainty.TEXT, Text.EMPTY, yes("a"), null);
            assertEquals(List.of("early", "late", "later", "lost"), decide(small.law(), "a=yes").trace().steps().stream().map(Trace.Step::rule).map(r -> r.id()).toList());
        }
    }

    private static final String SHA_OF_A_YES = "2f03aaaf14f2073a71e0ea709f6de97cbc9981acc2c67bd57796846c2bef44b6";
}
