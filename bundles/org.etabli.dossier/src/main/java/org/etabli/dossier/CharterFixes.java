package org.etabli.dossier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.etabli.markdown.CharterEdits;
import org.etabli.markdown.CharterField;
import org.etabli.markdown.CharterText;
import org.etabli.markdown.CharterText.Field;
import org.etabli.markdown.CharterText.Section;
import org.etabli.model.Charter.Level;
import org.etabli.model.Finding;
import org.etabli.model.Text;
import org.etabli.yaml.TextEdit;

/**
 * Ways to put findings on a charter right, as edits of the text that they were found in. The best one comes first. An edit is
 * offered only where the finding is gone after it, and no heading has moved.
 */
public final class CharterFixes {
    /** The findings of a charter's own that may have a fix; whether one has, its text says. */
    public static final Set<String> KINDS = Set.of("charter.no-id", "charter.id-form", "charter.duplicate-id", "charter.no-level", "charter.level", "charter.no-evidence",
            "charter.unknown-duty", "charter.unknown-clause", "charter.unknown-criterion", "charter.unknown-class", "charter.unknown-fact", "charter.unknown-option",
            "charter.unknown-field", "charter.empty-field", "charter.repeated-field", "charter.dead-anchor", "charter.too-deep", "charter.no-counterpart");

    private static final int MOST = 3;
    /** Two conditions that must hold together, in one line. */
    private static final Pattern AND = Pattern.compile("\\s+(?:et|and)\\s");
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
    private static final Pattern LAST_COMMA = Pattern.compile("(?<=\\S)\\s*,\\s*\\z");
    private static final Pattern LINK = Pattern.compile("\\[([^\\[\\]]*)]\\(");
    /** Signs that mean something inside bold words are left to their author. */
    private static final Pattern DEEP = Pattern.compile("#{4,6}[ \\t]+([^*_`\\\\{}<>\\[\\]]+?)(?:[ \\t]+#+)?");

    private final Finding finding;
    private final CharterText charter;
    private final CharterTerms terms;
    private final String text;
    private final List<Fix> fixes = new ArrayList<>();

    private CharterFixes(Finding finding, CharterText charter, CharterTerms terms) {
        this.finding = finding;
        this.charter = charter;
        this.terms = terms;
        this.text = charter.text();
    }

    /**
     * Nothing for a finding that only its author can put right, and nothing that would change an adopted text. The finding must be
     * of this very text.
     */
    public static List<Fix> of(Finding finding, CharterText charter, CharterTerms terms) {
        CharterFixes fixes = new CharterFixes(finding, charter, terms);
        if (!KINDS.contains(finding.id()))
            fixes.head();
        else if (charter.charter().adoption().isEmpty())
            fixes.find();
        return List.copyOf(fixes.fixes);
    }

    private void find() {
        Optional<Section> section = charter.sectionAt(finding.offset());
        switch (finding.id()) {
            case "charter.no-id", "charter.id-form", "charter.duplicate-id" -> section.ifPresent(this::id);
            case "charter.no-level", "charter.level" -> section.ifPresent(this::levels);
            case "charter.no-evidence" -> section.ifPresent(s -> level(s, Level.SHOULD));
            case "charter.unknown-field" -> section.ifPresent(this::name);
            case "charter.empty-field", "charter.repeated-field" -> section.ifPresent(s -> field(s).ifPresent(f -> line(s, f)));
            case "charter.dead-anchor" -> anchor();
            case "charter.too-deep" -> bold();
            case "charter.no-counterpart" -> offer(DossierMessages.TEXTS.text("fix.remove-key", "counterpart"), () -> CharterEdits.front(charter, List.of("counterpart"), ""), false);
            default -> section.ifPresent(s -> field(s).ifPresent(f -> word(s, f)));
        }
    }

    /** The head is YAML like any other; its places are those of the whole text. */
    private void head() {
        charter.frontMatter().ifPresent(f -> Fixes.of(finding, f, terms.catalogue()).forEach(fix -> offer(fix.label(), fix::edit, false)));
    }

    // --- ids -----------------------------------------------------------------------------------------------------

    private void id(Section section) {
        offer(DossierMessages.TEXTS.text("fix.id", CharterEdits.freshId(charter, section.title())), () -> withLinks(section, CharterEdits.id(charter, section)));
    }

    /** Links that would lead nowhere go with the id. */
    private TextEdit withLinks(Section section, TextEdit edit) {
        StringBuilder after = new StringBuilder(edit.apply(text));
        String id = CharterText.parse(charter.name(), after.toString()).sections().get(section.index()).id();
        List<Finding> orphans = CharterText.parse(charter.name(), after.toString()).findings().stream()
                .filter(f -> f.id().equals("charter.dead-anchor") && f.subject().equals(section.id()) && !section.id().isEmpty())
                .sorted(Comparator.comparingInt(Finding::offset).reversed()).toList();
        if (orphans.isEmpty())
            return edit;
        int from = Math.min(edit.offset(), orphans.getLast().offset());
        int tail = after.length() - Math.max(edit.offset() + edit.replacement().length(), orphans.getFirst().offset() + orphans.getFirst().length());
        orphans.forEach(o -> after.replace(o.offset(), o.offset() + o.length(), "#" + id));
        return new TextEdit(from, text.length() - tail - from, after.substring(from, after.length() - tail));
    }

    private void anchor() {
        finding.near().stream().limit(MOST).forEach(n -> offer(writing(n), () -> new TextEdit(finding.offset(), finding.length(), "#" + n)));
        Matcher before = LINK.matcher(text).region(Math.max(0, text.lastIndexOf('[', finding.offset())), finding.offset());
        if (before.matches() && text.startsWith(")", end()))
            offer(DossierMessages.TEXTS.text("fix.remove-link"), () -> new TextEdit(before.start(), end() + 1 - before.start(), before.group(1)));
    }

    // --- levels --------------------------------------------------------------------------------------------------

    /** With three to choose from all are offered, however far away. */
    private void levels(Section commitment) {
        Stream.concat(finding.near().stream().flatMap(n -> Level.of(n).stream()), Arrays.stream(Level.values())).distinct().forEach(l -> level(commitment, l));
    }

    private void level(Section commitment, Level level) {
        offer(DossierMessages.TEXTS.text("fix.level", level.word()), () -> CharterEdits.level(charter, commitment, Optional.of(level)));
    }

    // --- fields --------------------------------------------------------------------------------------------------

    private Optional<Field> field(Section commitment) {
        return commitment.fields().stream().filter(f -> f.item().offset() <= finding.offset() && finding.offset() <= f.item().end()).findFirst();
    }

    private void name(Section commitment) {
        finding.near().stream().filter(n -> CharterField.of(n).filter(k -> k.form() == CharterField.Form.ONE && commitment.fields(k).findAny().isPresent()).isEmpty()).limit(MOST)
                .forEach(n -> offer(DossierMessages.TEXTS.text("fix.rename", finding.subject(), n), () -> new TextEdit(finding.offset(), finding.length(), n)));
    }

    /** A line without a level would only be another finding. */
    private void line(Section commitment, Field field) {
        if (field.kind().equals(Optional.of(CharterField.LEVEL)) && commitment.fields(CharterField.LEVEL).count() == 1)
            levels(commitment);
        else
            offer(DossierMessages.TEXTS.text("fix.remove-line"), () -> CharterEdits.remove(charter, commitment, field));
    }

    private void word(Section commitment, Field field) {
        List<String> there = charter.words(field).stream().map(CharterText.Word::text).toList();
        finding.near().stream().filter(n -> !there.contains(n)).limit(MOST).forEach(n -> offer(writing(n), () -> new TextEdit(finding.offset(), finding.length(), n)));
        Optional<TextEdit> outOfList = finding.id().equals("charter.unknown-fact") ? Optional.empty() : outOfList(field);
        // a condition that asks for what nobody can answer never holds: without it the charter says the same
        outOfList.ifPresentOrElse(e -> offer(DossierMessages.TEXTS.text("fix.remove-word", finding.subject()), () -> e),
                () -> offer(DossierMessages.TEXTS.text("fix.remove-line"), () -> CharterEdits.remove(charter, commitment, field)));
    }

    /** The word with its comma; nothing where it stands alone between its neighbours. */
    private Optional<TextEdit> outOfList(Field field) {
        int from = Math.max(field.valueAt().offset(), text.lastIndexOf('=', finding.offset()) + 1);
        Matcher and = AND.matcher(text).region(end(), field.valueAt().end());
        int to = field.kind().filter(k -> k.form() == CharterField.Form.CONDITIONS).isPresent() && and.find() ? and.start() : field.valueAt().end();
        Matcher behind = COMMA.matcher(text).region(end(), to);
        if (behind.lookingAt() && behind.end() < to)
            return Optional.of(new TextEdit(finding.offset(), behind.end() - finding.offset(), ""));
        Matcher before = LAST_COMMA.matcher(text).region(from, finding.offset());
        if (before.find())
            return Optional.of(new TextEdit(before.start(), end() - before.start(), ""));
        return Optional.empty();
    }

    // --- headings ------------------------------------------------------------------------------------------------

    private void bold() {
        Matcher deep = DEEP.matcher(text).region(finding.offset(), end());
        if (!deep.matches())
            return;
        String newline = text.contains("\r\n") ? "\r\n" : "\n";
        int line = text.lastIndexOf('\n', finding.offset() - 1) + 1;
        int above = text.lastIndexOf('\n', line - 2) + 1;
        int below = text.indexOf('\n', end()) + 1;
        boolean open = below > 0 && !text.substring(below, nextLine(below)).isBlank();
        String before = text.substring(above, line).isBlank() ? text.substring(line, finding.offset()) : newline + text.substring(line, finding.offset());
        offer(DossierMessages.TEXTS.text("fix.bold"), () -> new TextEdit(line, end() - line, before + "**" + deep.group(1) + "**" + (open ? newline : "")));
    }

    private int nextLine(int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    // --- what they have in common --------------------------------------------------------------------------------

    private int end() {
        return finding.offset() + finding.length();
    }

    private static Text writing(String word) {
        return DossierMessages.TEXTS.text("fix.set", Text.same(word));
    }

    private void offer(Text label, Supplier<TextEdit> making) {
        offer(label, making, true);
    }

    /** @param own whether the finding is seen in the text alone, so that it can be seen to be gone */
    private void offer(Text label, Supplier<TextEdit> making, boolean own) {
        try {
            TextEdit edit = making.get();
            CharterText after = CharterText.parse(charter.name(), edit.apply(text));
            if (headings(after).equals(headings(charter)) && (!own || CharterCheck.count(finding.id(), after, terms) < CharterCheck.count(finding.id(), charter, terms)))
                fixes.add(new Fix(label, edit));
        } catch (IllegalStateException e) {
            // the text itself stays the way to put it right
        }
    }

    private static List<String> headings(CharterText text) {
        return text.sections().stream().map(s -> s.level() + " " + s.title()).toList();
    }
}
