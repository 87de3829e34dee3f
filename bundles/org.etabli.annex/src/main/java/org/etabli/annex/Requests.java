package org.etabli.annex;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.etabli.dossier.Tasks.Task;
import org.etabli.model.Dossier;
import org.etabli.model.Question;
import org.etabli.model.Text;
import org.etabli.rules.Law;

/** The questions for one person, with their examples, as a text to be sent. Markdown that also reads well as it is. */
public final class Requests {
    private final Law law;
    private final Wording wording;

    public Requests(Law law, Wording wording) {
        this.law = law;
        this.wording = wording;
    }

    /**
     * @param dossier empty where its identity cannot be read
     * @param tasks   of one person, in the order in which they are to be asked
     */
    public String text(Optional<Dossier> dossier, String who, List<Task> tasks) {
        StringBuilder out = new StringBuilder("# ").append(dossier.map(Dossier::system).filter(x -> !x.isBlank()).map(x -> wording.message("request.title", line(x)))
                .orElseGet(() -> wording.message("request.title-bare"))).append("\n\n");
        if (!who.isBlank())
            out.append(wording.message("request.to", line(who))).append("\n\n");
        out.append(wording.message("request.intro", dossier.map(d -> line(d.authority().name())).orElseGet(() -> wording.message("request.authority")))).append('\n');
        int number = 1;
        for (Task task : tasks)
            question(out, number++, task, law.catalogue().get(task.fact()).orElseThrow());
        return out.toString();
    }

    private void question(StringBuilder out, int number, Task task, Question question) {
        out.append("\n## ").append(number).append(". ").append(in(question.text())).append("\n\n");
        if (!question.meaning().isEmpty())
            out.append(in(question.meaning())).append("\n\n");
        task.ask().by().ifPresent(d -> out.append(wording.message("request.by", wording.date(d))).append("\n\n"));
        switch (question.type()) {
            case YES_NO -> out.append(wording.message("request.answers", wording.message("request.yes-no")));
            case ONE_OF -> out.append(wording.message("request.answers", options(question)));
            case ANY_OF -> out.append(wording.message("request.answers-many", options(question)));
            case NUMBER -> out.append(wording.message("request.answers", wording.message("request.number", question.unit())));
        }
        out.append("\n\n");
        question.yes().forEach(e -> out.append("- ").append(wording.message("request.example-yes", in(e))).append('\n'));
        question.no().forEach(e -> out.append("- ").append(wording.message("request.example-no", in(e))).append('\n'));
        if (!question.yes().isEmpty() || !question.no().isEmpty())
            out.append('\n');
        out.append(wording.message("request.answer")).append("\n\n").append(wording.message("request.evidence")).append('\n');
    }

    private String options(Question question) {
        return Stream.concat(question.options().stream().map(o -> in(o.text())), Stream.of(wording.message("request.unknown"))).collect(Collectors.joining(" ; "));
    }

    private String in(Text text) {
        return line(text.in(wording.lang()));
    }

    /** A title of several lines would end before its end. */
    private static String line(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
