package org.etabli.annex;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.etabli.markdown.Asciidoc;
import org.etabli.markdown.CharterSeal;
import org.etabli.model.ArticlePath;
import org.etabli.model.Assessment;
import org.etabli.model.Charter;
import org.etabli.model.Clause;
import org.etabli.model.Days;
import org.etabli.model.Decision;
import org.etabli.model.Fact;
import org.etabli.model.Lang;
import org.etabli.model.OwnContent;
import org.etabli.model.Question;
import org.etabli.model.RuleSet;
import org.etabli.model.Text;
import org.etabli.model.Trace;
import org.etabli.model.Value;
import org.etabli.rules.CharterReview;
import org.etabli.rules.Comparison;
import org.etabli.rules.DutyCalendar;
import org.etabli.rules.Law;

/** Ids and values in the words of the reader. Results are plain text: whoever writes AsciiDoc makes them inert. */
public final class Wording {
    private final Law law;
    private final Lang lang;

    public Wording(Law law, Lang lang) {
        this.law = law;
        this.lang = lang;
    }

    public Lang lang() {
        return lang;
    }

    /** What is to be said at the top of every result of a dossier that brings content; empty where all comes with Établi. */
    public List<String> own() {
        return own(law.own(), lang);
    }

    /** The same without a law. */
    public static List<String> own(List<OwnContent> own, Lang lang) {
        List<String> replaced = own.stream().filter(OwnContent::replaces).map(OwnContent::shown).toList();
        List<String> added = own.stream().filter(o -> !o.replaces()).map(OwnContent::shown).toList();
        List<String> said = new ArrayList<>();
        if (!own.isEmpty())
            said.add(AnnexMessages.TEXTS.get(lang, "override"));
        if (!replaced.isEmpty())
            said.add(AnnexMessages.TEXTS.get(lang, "override.replaced", String.join(", ", replaced)));
        if (!added.isEmpty())
            said.add(AnnexMessages.TEXTS.get(lang, "override.added", String.join(", ", added)));
        return said;
    }

    /** The files that a dossier brings, with their checksums, as a receipt lists them. */
    List<List<String>> ownReceipt() {
        return law.own().stream().map(o -> List.of(message("receipt.own", o.shown()), "SHA-256 " + o.sha256())).toList();
    }

    String message(String key, Object... args) {
        return AnnexMessages.TEXTS.get(lang, key, args);
    }

    /** A message of ours, inert in AsciiDoc. */
    String inert(String key, Object... args) {
        return Asciidoc.inline(message(key, args));
    }

    /** A few words that name a question in a list. */
    public String label(String fact) {
        return law.catalogue().get(fact).map(q -> q.label().in(lang)).orElse(fact);
    }

    public String question(String fact) {
        return law.catalogue().get(fact).map(q -> q.text().in(lang)).orElse(fact);
    }

    public String value(String fact, Value value) {
        return switch (value) {
            case Value.Unknown u -> message("value.unknown");
            case Value.YesNo v -> message(v.yes() ? "value.yes" : "value.no");
            case Value.Choice c -> option(fact, c.option());
            case Value.Choices c -> c.options().stream().map(o -> option(fact, o)).collect(Collectors.joining(" ; "))
                    + (c.complete() ? "" : " ; " + message("value.others-unknown"));
            case Value.Quantity q -> q.amount().toPlainString() + law.catalogue().get(fact).map(x -> x.unit().isEmpty() ? "" : " " + x.unit()).orElse("");
        };
    }

    public String option(String fact, String option) {
        if (option.equals("yes") || option.equals("no"))
            return message("value." + option);
        return law.catalogue().get(fact).flatMap(q -> q.option(option)).map(Question.Option::text).map(t -> t.in(lang)).orElse(option);
    }

    public String classTitle(String id) {
        return law.classRule(id).map(c -> c.title().in(lang)).orElseGet(() -> AnnexMessages.TEXTS.has("class." + id) ? message("class." + id) : id);
    }

    /**
     * The class as it is announced: with what is presumed, or, while it is not settled, the heaviest that it may still become and the least
     * that is sure.
     */
    public String headline(Decision decision) {
        if (decision.isDecided())
            return Stream.concat(Stream.of(classTitle(decision.classId())), told(decision).map(p -> p.why().title().in(lang))).collect(Collectors.joining(", "));
        // a way out is nothing to be warned of
        Optional<String> warned = decision.open().stream().filter(c -> law.classRule(c).filter(RuleSet.ClassRule::absolute).isEmpty()).findFirst();
        if (warned.isEmpty())
            return classTitle(decision.classId());
        String heaviest = small(classTitle(warned.get()));
        return decision.atLeast().map(least -> message("headline.open-least", heaviest, small(classTitle(least)))).orElseGet(() -> message("headline.open", heaviest));
    }

    /** A few words at the beginning of a sentence. */
    private static String capital(String words) {
        return words.isEmpty() ? words : words.substring(0, words.offsetByCodePoints(0, 1)).toUpperCase(java.util.Locale.ROOT) + words.substring(words.offsetByCodePoints(0, 1));
    }

    /** A title inside a sentence. */
    private static String small(String title) {
        return title.isEmpty() ? title : title.substring(0, title.offsetByCodePoints(0, 1)).toLowerCase(java.util.Locale.ROOT) + title.substring(title.offsetByCodePoints(0, 1));
    }

    /** What has to be known beside the headline: what makes the use unlawful, what is presumed and how to show the contrary, what is still open. */
    public List<String> remarks(Decision decision) {
        List<String> remarks = new ArrayList<>();
        decision.unlawful().forEach(u -> remarks.add(unlawful(u)));
        told(decision).forEach(p -> remarks.add(presumed(p)));
        List<String> others = decision.classes().stream().filter(c -> !c.equals(decision.classId())).map(this::classTitle).toList();
        if (!others.isEmpty())
            remarks.add(message(decision.isDecided() ? "sheet.also" : "sheet.so-far", String.join(" ; ", others)));
        if (!decision.open().isEmpty())
            remarks.add(message(decision.isDecided() ? "sheet.may-come" : "sheet.may-become", decision.open().stream().map(this::classTitle).collect(Collectors.joining(" ; "))));
        return remarks;
    }

    public String unlawful(Decision.Unlawful use) {
        return message("unlawful", use.text().in(lang), use.wayOut().in(lang), articles(use.source()));
    }

    /** The presumptions without which another class would come out. */
    private static Stream<Decision.Presumed> told(Decision decision) {
        return decision.presumed().stream().filter(p -> !p.wayOuts().isEmpty());
    }

    private String presumed(Decision.Presumed presumed) {
        Question.Presumption why = presumed.why();
        return message("presumed", capital(why.title().in(lang)), why.doubt().in(lang), why.wayOut().in(lang), articles(why.source()))
                + (why.certainty().isDoubtful() ? " [" + message("certainty." + why.certainty().code()) + "]" : "");
    }

    public String classMeaning(String id) {
        return law.classRule(id).map(c -> c.meaning().in(lang))
                .orElseGet(() -> AnnexMessages.TEXTS.has("class-meaning." + id) ? message("class-meaning." + id) : "");
    }

    public String role(String id) {
        return law.ruleSets().stream().flatMap(s -> s.roles().stream()).filter(r -> r.id().equals(id)).map(r -> r.title().in(lang)).findFirst()
                .orElseGet(() -> AnnexMessages.TEXTS.has("role." + id) ? message("role." + id) : id);
    }

    /** Who has to fulfil a duty: the role, and whose it is where that is not the authority. */
    public String bearer(Decision.Duty duty) {
        return duty.borneBy().map(b -> message("borne-by", role(duty.role()), b.title().in(lang))).orElseGet(() -> role(duty.role()));
    }

    /** Changes that lead to another class of the Regulation first, then those that leave it, then those that leave all open. */
    public List<Decision.WhatIf> mostTelling(List<Decision.WhatIf> changes) {
        return changes.stream().sorted(Comparator.comparingInt((Decision.WhatIf w) -> w.classId().equals(Decision.INSUFFICIENT) ? 2
                : law.classRule(w.classId()).filter(RuleSet.ClassRule::absolute).isPresent() ? 1 : 0)).toList();
    }

    public String date(LocalDate date) {
        return Days.inWords(date, lang);
    }

    /** From and until when a duty binds, and where it stands on the day of the decision. */
    public String when(Decision.Duty duty) {
        String status = status(duty.status());
        return duty.operativeFrom().isEmpty() ? message("duty.awaited") + " — " + status : dates(duty) + " — " + status;
    }

    /** Where a duty stands, in a few words. */
    public String status(Decision.DutyStatus status) {
        return message("status." + status.code());
    }

    /** From and until when a duty binds. */
    public String dates(Decision.Duty duty) {
        if (duty.operativeFrom().isEmpty())
            return message("duty.awaited");
        LocalDate operative = duty.operativeFrom().get();
        LocalDate letter = duty.appliesFrom().orElse(operative);
        String from = operative.equals(letter) ? message("duty.from", date(operative)) : message("duty.from-both", date(operative), date(letter));
        return from + duty.latestFrom().map(d -> " " + message("duty.latest", date(d))).orElse("") + duty.until().map(d -> " " + message("duty.until", date(d))).orElse("")
                + duty.dayCertainty().map(c -> " " + message("duty.day-certainty", message("certainty." + c.code()))).orElse("");
    }

    /** Who is to be asked and by when: "le fournisseur, pour le 1 décembre 2026". */
    public String ask(Fact.Ask ask) {
        String who = ask.who().isEmpty() ? message("ask.nobody") : ask.who();
        return ask.by().map(d -> message("ask.by", who, date(d))).orElse(who);
    }

    /** What happens to a duty on a day of the calendar. */
    public String calendarEntry(DutyCalendar.Kind kind) {
        return message("calendar." + kind.code());
    }

    /** One difference between two decisions, in a sentence. */
    public String change(Comparison comparison, Comparison.Change change) {
        String subject = switch (change.kind()) {
            case CLASS, CLASS_ADDED, CLASS_GONE -> classTitle(change.subject());
            case ROLE_ADDED, ROLE_GONE -> role(change.subject());
            case MISSING_ADDED, MISSING_GONE -> question(change.subject());
            case DOUBT_ADDED -> doubt(comparison.after(), change.subject());
            case DOUBT_GONE -> doubt(comparison.before(), change.subject());
            case FRIA -> message("fria." + change.subject());
            default -> change.is().or(change::was).map(d -> articles(List.of(d.path())) + " (" + bearer(d) + ") : " + d.text().in(lang)).orElse("");
        };
        return message("change." + change.kind().code(), subject, classTitle(comparison.before().classId()), change.was().map(this::dates).orElse(""),
                change.is().map(this::dates).orElse(""));
    }

    private String doubt(Decision decision, String id) {
        return decision.doubts().stream().filter(d -> d.id().equals(id)).map(d -> d.text().in(lang)).findFirst().orElse(id);
    }

    public String articles(List<String> paths) {
        return paths.stream().map(p -> ArticlePath.label(p, lang)).collect(Collectors.joining(" ; "));
    }

    /** Who said it, when, on what evidence. */
    public String provenance(Fact fact) {
        List<String> parts = new ArrayList<>();
        fact.by().ifPresent(parts::add);
        fact.on().map(this::date).ifPresent(parts::add);
        parts.addAll(fact.evidence());
        String provenance = parts.isEmpty() ? message("no-provenance") : String.join(" ; ", parts);
        return fact.note().isBlank() ? provenance : provenance + " — " + fact.note().strip();
    }

    /** The law that is applied and the day it is that of, in a sentence. */
    public String lawOf(LocalDate day, Optional<LocalDate> launch) {
        return message("law.sentence", lawOn(day, launch));
    }

    /** The same without « law applied », for a row of that name. */
    String lawOn(LocalDate day, Optional<LocalDate> launch) {
        return message(launch.filter(day::equals).isPresent() ? "law.of-launch" : "law.of-day", law(), date(day));
    }

    /** The law that is applied, in words: each text with the day of its state. */
    public String law() {
        return law.ruleSets().stream().map(s -> s.title().in(lang)).collect(Collectors.joining(" ; "));
    }

    /** Which charter, and whether it is adopted. */
    public String charter(Charter charter) {
        return message(charter.adoption().isPresent() ? "charter.named" : "charter.named-draft", charter.title(), charter.version());
    }

    /** A commitment as a reason: which one, of which charter. */
    public String commitment(Charter charter, Charter.Commitment commitment) {
        return message(charter.adoption().isPresent() ? "cause.commitment" : "cause.commitment-draft", commitment.title(), commitment.id(), charter.version());
    }

    /** A seal as it is printed. */
    String fingerprint(String seal) {
        return "SHA-256 " + CharterSeal.figures(seal);
    }

    /** A clause by its title, with the id that stands in the trace of the tender. */
    public String clause(Clause clause) {
        return message("clause.named", clause.title().in(lang), clause.id());
    }

    /** How strongly a commitment binds, in a word. */
    public String level(Charter.Commitment commitment) {
        return commitment.level().map(l -> l.word().in(lang)).orElseGet(() -> message("level.none"));
    }

    public String verdict(Assessment.Verdict verdict) {
        return verdict(verdict, lang);
    }

    /** The same without a law. */
    public static String verdict(Assessment.Verdict verdict, Lang lang) {
        return AnnexMessages.TEXTS.get(lang, "verdict." + verdict.code());
    }

    /** How far a principle is kept: one figure where nothing is open, else both bounds. */
    public String share(CharterReview.Share share) {
        return share(share, lang);
    }

    /** The same without a law. */
    public static String share(CharterReview.Share share, Lang lang) {
        if (share.applicable() == 0)
            return AnnexMessages.TEXTS.get(lang, "share.none");
        if (share.unknown() == 0)
            return percent(share.atLeast(), lang);
        return AnnexMessages.TEXTS.get(lang, "share.between", percent(share.atLeast(), lang), percent(share.atMost(), lang));
    }

    /** A part of a whole with at most one decimal. */
    public static String percent(double share, Lang lang) {
        // a third is no decimal: what the computer adds behind the ninth digit must not be rounded up
        BigDecimal percent = BigDecimal.valueOf(share * 100).setScale(9, RoundingMode.HALF_UP).setScale(1, RoundingMode.HALF_UP).stripTrailingZeros();
        String number = (percent.scale() < 0 ? percent.setScale(0) : percent).toPlainString();
        return AnnexMessages.TEXTS.get(lang, "percent", lang == Lang.EN ? number : number.replace('.', ','));
    }

    /** A link of the chain on one line: how it stands, what it is, its id and its words. */
    public String link(Chain.Link link) {
        String sign = message("chain.sign." + (link.isGiven() ? "fact" : link.truth().name().toLowerCase(java.util.Locale.ROOT)));
        if (link.kind() == Chain.Kind.NOTE)
            return sign + " " + link.text();
        return sign + " " + message("chain.line", message("chain.kind." + link.kind().name().toLowerCase(java.util.Locale.ROOT)), link.id(), link.text(),
                link.source().isEmpty() ? "" : " (" + articles(link.source()) + ")");
    }

    /** The same; the facts that exclude it are named on its line. */
    public String shortLink(Chain.Link link) {
        return link(link) + (link.isExcludedByFacts() ? message("chain.excluded-by", link.because().stream().map(Chain.Link::id).collect(Collectors.joining(", "))) : "");
    }

    /** One cause in a sentence. */
    public String cause(Trace.Cause cause) {
        return switch (cause) {
            case Trace.Cause.OfFact f -> message(f.presumed() ? "cause.presumed" : "cause.fact", question(f.fact()), value(f.fact(), f.value()));
            case Trace.Cause.OfRule r -> message(switch (r.truth()) {
                case TRUE -> "cause.rule.true";
                case FALSE -> "cause.rule.false";
                case UNKNOWN -> "cause.rule.unknown";
            }, law.rule(r.rule()).map(x -> x.title()).orElse(Text.same(r.rule())).in(lang));
            case Trace.Cause.OfConclusion c -> message(c.kind().equals("class") ? "cause.class" : "cause.role",
                    c.kind().equals("class") ? classTitle(c.id()) : role(c.id()), message("truth." + c.truth().name().toLowerCase(java.util.Locale.ROOT)));
        };
    }
}
