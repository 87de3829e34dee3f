package org.etabli.ui.form;

import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Consumer;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.widgets.Display;
import org.etabli.model.InvalidInputException;
import org.etabli.yaml.TextEdit;

/**
 * Edits that forms ask for. To prove one, the whole text is read once more: that is done in a job, and the user goes on. Edits are
 * made in the order in which they were asked for, each of the text as it is then, and each is one step of undo.
 */
public final class EditQueue {

    /** The smallest edit of a text; empty where there is nothing to do. */
    public interface Making {
        /** @throws IllegalStateException when the text cannot say so without saying something else as well */
        Optional<TextEdit> edit(String text) throws InvalidInputException;
    }

    /** @param refused is run in the UI thread when the edit cannot be made */
    private record Wish(Making making, Runnable refused) {
    }

    /** @param edit empty where there is nothing to do */
    private record Answer(boolean refused, Optional<TextEdit> edit) {
    }

    private final IDocument document;
    private final Display display;
    private final Deque<Wish> wishes = new ConcurrentLinkedDeque<>();
    private final Job work = Job.createSystem("Établi", (ICoreRunnable) monitor -> prove());

    private final Consumer<TextEdit> change;

    /** @param change makes an edit of the document */
    public EditQueue(IDocument document, Display display, Consumer<TextEdit> change) {
        this.document = document;
        this.display = display;
        this.change = change;
    }

    /** Makes an edit, soon. */
    public void add(Making making, Runnable refused) {
        wishes.add(new Wish(making, refused));
        work.schedule();
    }

    /** Whether no edit waits to be made. */
    boolean isEmpty() {
        return wishes.isEmpty();
    }

    /** Makes every edit that was asked for, now: before the text is saved. */
    public void finish() {
        for (Wish wish = wishes.poll(); wish != null; wish = wishes.poll())
            apply(wish, make(wish, document.get()));
    }

    public void dispose() {
        work.cancel();
        wishes.clear();
    }

    private void prove() {
        Wish wish = wishes.peek();
        if (wish == null)
            return;
        String text = document.get();
        Answer answer = make(wish, text);
        UiThread.later(display, () -> {
            if (wishes.peek() != wish)
                return;
            if (document.get().equals(text)) {
                wishes.poll();
                apply(wish, answer);
            }
            if (!wishes.isEmpty())
                work.schedule();
        });
    }

    private static Answer make(Wish wish, String text) {
        try {
            return new Answer(false, wish.making.edit(text));
        } catch (InvalidInputException | IllegalStateException e) {
            return new Answer(true, Optional.empty());
        } catch (RuntimeException e) {
            // a fault of ours; it must not keep back the edits behind it, nor the save that waits for them
            ILog.get().error("an edit of a form", e);
            return new Answer(true, Optional.empty());
        }
    }

    private void apply(Wish wish, Answer answer) {
        if (answer.refused)
            wish.refused.run();
        else
            answer.edit.ifPresent(change);
    }
}
