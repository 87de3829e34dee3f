package org.etabli.ui.charter;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTError;
import org.eclipse.swt.browser.Browser;
import org.eclipse.swt.browser.LocationAdapter;
import org.eclipse.swt.browser.LocationEvent;
import org.eclipse.swt.browser.ProgressListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.IManagedForm;
import org.etabli.annex.AnnexDocument;
import org.etabli.annex.Annexes;
import org.etabli.dossier.CharterFolder;
import org.etabli.dossier.Standing;
import org.etabli.markdown.CharterText;
import org.etabli.model.Assessment;
import org.etabli.model.DocumentTemplate;
import org.etabli.model.Finding;
import org.etabli.model.InvalidInputException;
import org.etabli.model.Involvement;
import org.etabli.ui.Core;
import org.etabli.ui.form.SnapshotPage;
import org.etabli.ui.form.UiThread;

/** The document that is signed, as it would be with the text of this moment, saved or not. */
final class PreviewPage extends SnapshotPage<CharterSnapshot> {
    static final String ID = "preview";
    private static final int DELAY_MILLIS = 150;

    private final CharterModel model;
    private final Job job = Job.createSystem("Établi", (ICoreRunnable) monitor -> render());
    private Browser browser;
    private Label problem;
    private String shown = "";

    PreviewPage(CharterEditor editor, CharterModel model) {
        super(editor, model, ID, Messages.pagePreview);
        this.model = model;
    }

    @Override
    protected void createFormContent(IManagedForm managed) {
        Composite body = managed.getForm().getBody();
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(body);
        problem = managed.getToolkit().createLabel(body, "", SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).indent(12, 12).exclude(true).applyTo(problem);
        try {
            browser = new Browser(body, SWT.NONE);
            browser.setJavascriptEnabled(false);
            // a preview shows its document: links lead out of it, into the user's own browser
            browser.addLocationListener(new LocationAdapter() {
                @Override
                public void changing(LocationEvent event) {
                    if (event.location.startsWith("http")) {
                        event.doit = false;
                        Program.launch(event.location);
                    }
                }
            });
            browser.addProgressListener(ProgressListener.completedAdapter(e -> browser.setData("loaded", Boolean.TRUE)));
            browser.setData("id", "charter.preview");
            // the engine's own menu is that of a web browser, in its own language
            browser.addListener(SWT.MenuDetect, e -> e.doit = false);
            GridDataFactory.fillDefaults().grab(true, true).applyTo(browser);
            follow();
        } catch (SWTError e) {
            say(Messages.noBrowser);
        }
    }

    @Override
    protected void show(CharterSnapshot snapshot) {
        if (shown.isEmpty())
            say(Messages.previewComes);
        job.schedule(DELAY_MILLIS);
    }

    private void render() {
        CharterText text = model.snapshot().charter();
        Display display = model.display();
        try {
            String html = model.core().renderer().render(document(text)).html();
            UiThread.later(display, () -> load(html));
        } catch (IOException e) {
            ILog.get().error(text.name(), e);
        } catch (InvalidInputException e) {
            String reason = e.findings().stream().map(Finding::message).map(m -> m.in(model.core().lang())).findFirst().orElse("");
            UiThread.later(display, () -> say(reason));
        }
    }

    private AnnexDocument document(CharterText text) throws IOException, InvalidInputException {
        Core core = model.core();
        Standing standing = core.standing(model.file().getParent());
        CharterFolder charter = new CharterFolder(Optional.of(text), Optional.of(text.charter()), Assessment.NONE, Optional.empty(), Involvement.NONE, List.of());
        Annexes annexes = new Annexes(core.content(), charter);
        String id = annexes.templates().stream().filter(t -> t.kind().equals(DocumentTemplate.CHARTER)).map(DocumentTemplate::id).findFirst().orElseThrow();
        return annexes.document(id, standing.dossier(), standing.law(), standing.evaluation(), standing.decision(), core.lang());
    }

    private void load(String html) {
        if (browser.isDisposed())
            return;
        say("");
        if (html.equals(shown))
            return;
        shown = html;
        browser.setData("loaded", Boolean.FALSE);
        browser.setText(html);
    }

    private void say(String words) {
        if (problem.isDisposed())
            return;
        problem.setText(words);
        problem.setVisible(!words.isEmpty());
        ((GridData) problem.getLayoutData()).exclude = words.isEmpty();
        problem.getParent().layout(true);
    }

    @Override
    public void dispose() {
        job.cancel();
        super.dispose();
    }
}
