package org.etabli.ui.classification;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;
import org.etabli.model.Catalogue;
import org.etabli.model.Decision;
import org.etabli.model.Lang;
import org.etabli.model.Question;
import org.etabli.model.QuestionGroup;
import org.etabli.model.Truth;
import org.etabli.model.Value;

/** The questions as the list shows them: what is unknown first, or all in the order of the law. */
final class QuestionSections {
    /** A heading with its questions. Two of the same id are the same row of the tree, whatever stands beneath. */
    record Section(String id, String title, List<Question> questions, boolean open) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Section s && s.id.equals(id);
        }

        @Override
        public int hashCode() {
            return id.hashCode();
        }
    }

    private final Catalogue catalogue;
    private final Lang lang;
    private boolean unknownFirst = true;
    private boolean briefOnly;
    private List<Section> list = List.of();

    QuestionSections(Catalogue catalogue, Lang lang) {
        this.catalogue = catalogue;
        this.lang = lang;
    }

    boolean isUnknownFirst() {
        return unknownFirst;
    }

    void setUnknownFirst(boolean first) {
        unknownFirst = first;
    }

    /** Whether only those are listed that something still hangs on. */
    void setBriefOnly(boolean only) {
        briefOnly = only;
    }

    List<Section> list() {
        return list;
    }

    /** @return whether a question stands elsewhere than before */
    boolean update(FactsSnapshot.Read read) {
        List<Section> fresh = new ArrayList<>();
        Set<Question> above = new LinkedHashSet<>();
        Progress progress = Progress.of(read);
        if (unknownFirst) {
            add(fresh, "missing", Messages.sectionMissing, questions(progress.decisive()), true);
            add(fresh, "shaping", Messages.sectionShaping, questions(progress.shaping()), true);
            fresh.forEach(s -> above.addAll(s.questions));
            if (!briefOnly) {
                add(fresh, "others", Messages.sectionOthers, catalogue.questions().stream()
                        .filter(q -> !above.contains(q) && asks(read, q) && isUnanswered(read, q)).toList(), true);
                // it is not known yet whether they will be asked at all
                add(fresh, "later", Messages.sectionLater, questions(read.decision().missing().stream().map(Decision.Missing::fact).toList()).stream().filter(q -> !asks(read, q)).toList(), false);
            }
            fresh.forEach(s -> above.addAll(s.questions));
        }
        for (QuestionGroup group : catalogue.groups()) {
            List<Question> questions = catalogue.inGroup(group.id()).stream().filter(q -> !above.contains(q) && isVisible(read, progress, q)).toList();
            if (!questions.isEmpty())
                fresh.add(new Section(group.id(), group.title().in(lang), questions, true));
        }
        boolean moved = !ids(fresh).equals(ids(list));
        list = List.copyOf(fresh);
        return moved;
    }

    private static void add(List<Section> sections, String id, String title, List<Question> questions, boolean open) {
        if (!questions.isEmpty())
            sections.add(new Section(id, NLS.bind(title, questions.size()), questions, open));
    }

    private static List<String> ids(List<Section> sections) {
        return sections.stream().flatMap(s -> Stream.concat(Stream.of(s.id), s.questions.stream().map(Question::id))).toList();
    }

    private static boolean asks(FactsSnapshot.Read read, Question q) {
        return read.evaluation().asks(q.id()) == Truth.TRUE;
    }

    private static boolean isUnanswered(FactsSnapshot.Read read, Question q) {
        return read.facts().value(q.id()) instanceof Value.Unknown;
    }

    /** Asked, or answered although it is no longer asked: an answer never disappears from sight. */
    private boolean isVisible(FactsSnapshot.Read read, Progress progress, Question q) {
        return !isUnanswered(read, q) || !unknownFirst && asks(read, q) && (!briefOnly || progress.decisive().contains(q.id()) || progress.shaping().contains(q.id()));
    }

    private List<Question> questions(List<String> facts) {
        return facts.stream().map(f -> catalogue.get(f).orElseThrow()).toList();
    }

    Section of(Question question) {
        return list.stream().filter(s -> s.questions.contains(question)).findFirst().orElse(null);
    }
}
