package org.etabli.ui.classification;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.Status;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.etabli.annex.Requests;
import org.etabli.annex.Wording;
import org.etabli.dossier.Tasks;
import org.etabli.model.Letters;
import org.etabli.yaml.AtomicFiles;

/** The open questions for one person, copied or saved. */
final class QuestionLetters {
    private final FactsEditor editor;

    QuestionLetters(FactsEditor editor) {
        this.editor = editor;
    }

    /** The open tasks of each person, overdue ones first. */
    static Map<String, List<Tasks.Task>> people(FactsSnapshot.Read read, LocalDate today) {
        return Tasks.byPerson(Tasks.of(read.evaluation(), today));
    }

    private String text(String who, List<Tasks.Task> tasks) {
        FactsModel model = editor.model();
        return new Requests(model.law(), new Wording(model.law(), model.core().lang())).text(editor.dossier(), who, tasks);
    }

    void copy(String who, List<Tasks.Task> tasks) {
        toClipboard(text(who, tasks), tasks.size());
    }

    void copyAll() {
        editor.model().snapshot().read().ifPresent(read -> {
            Map<String, List<Tasks.Task>> people = people(read, editor.model().core().today());
            if (people.isEmpty())
                editor.tell(Messages.tasksNone);
            else
                toClipboard(people.entrySet().stream().map(p -> text(p.getKey(), p.getValue())).collect(Collectors.joining("\n")),
                        people.values().stream().mapToInt(List::size).sum());
        });
    }

    private void toClipboard(String text, int questions) {
        Clipboard clipboard = new Clipboard(editor.getSite().getShell().getDisplay());
        try {
            clipboard.setContents(new Object[] { text }, new Transfer[] { TextTransfer.getInstance() });
        } finally {
            clipboard.dispose();
        }
        editor.tell(NLS.bind(Messages.tasksCopied, questions));
    }

    void save(String who, List<Tasks.Task> tasks) {
        Shell shell = editor.getSite().getShell();
        FileDialog dialog = new FileDialog(shell, SWT.SAVE);
        dialog.setText(Messages.tasksSave);
        dialog.setFileName(fileName(who));
        dialog.setOverwrite(true);
        String file = dialog.open();
        if (file == null)
            return;
        try {
            AtomicFiles.write(Path.of(file), text(who, tasks));
            editor.tell(NLS.bind(Messages.tasksSaved, file));
        } catch (IOException e) {
            ErrorDialog.openError(shell, Messages.tasksSave, NLS.bind(Messages.tasksNotSaved, file), Status.error(String.valueOf(e.getMessage()), e));
        }
    }

    private static String fileName(String who) {
        String plain = Letters.slug(who);
        return "questions" + (plain.isEmpty() ? "" : "-" + plain) + ".md";
    }
}
