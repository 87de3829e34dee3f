package org.etabli.ui;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPage;
import org.etabli.dossier.DossierFile;
import org.etabli.dossier.Examples;
import org.etabli.dossier.Examples.Example;
import org.etabli.model.Finding;
import org.etabli.model.InvalidInputException;
import org.etabli.model.Letters;
import org.etabli.ui.form.Named;

/** One page: a name, what to start from, and a folder. */
public final class NewDossierWizard extends Wizard implements INewWizard, IExecutableExtension {
    /** What the page proposes at first. */
    public enum Start {
        EMPTY, EXAMPLE, CHARTER
    }

    /** Under which the "New" menus of a workbench know it. */
    static final String ID = "org.etabli.ui.newDossier";

    private Form form;
    private IWorkbenchPage page;

    /** For the "New" menus. */
    public NewDossierWizard() {
        this(null, Start.EMPTY);
    }

    NewDossierWizard(IWorkbenchPage page, Start start) {
        this.page = page;
        form = new Form(start);
        setWindowTitle(Messages.newTitle);
    }

    /** Each start has an entry of its own among what can be made. */
    @Override
    public void setInitializationData(IConfigurationElement element, String property, Object start) {
        if (start instanceof String name)
            form = new Form(Start.valueOf(name));
    }

    @Override
    public void init(IWorkbench workbench, IStructuredSelection selection) {
        page = workbench.getActiveWorkbenchWindow().getActivePage();
    }

    /** @return whether a dossier was made; it is open then */
    public static boolean open(Shell shell, IWorkbenchPage page, Start start) {
        return new WizardDialog(shell, new NewDossierWizard(page, start)).open() == WizardDialog.OK;
    }

    @Override
    public void addPages() {
        addPage(form);
    }

    @Override
    public boolean performFinish() {
        Core core = Core.get();
        try {
            Path folder = form.folder().orElseThrow();
            Optional<Example> example = form.example();
            if (example.isPresent())
                Examples.copy(core.content(), example.get().name(), folder, form.name.getText().strip());
            else
                Examples.create(form.name.getText().strip(), folder, core.lang());
            IProject dossier = Dossiers.open(folder, page);
            if (form.start == Start.CHARTER)
                // once this dialog is gone
                getShell().getDisplay().asyncExec(() -> OpenFile.open(DossierFile.CHARTER, dossier, page));
            return true;
        } catch (InvalidInputException e) {
            form.setErrorMessage(e.findings().stream().map(Finding::message).map(m -> m.in(core.lang())).findFirst().orElse(""));
        } catch (IOException e) {
            ErrorDialog.openError(getShell(), Messages.newTitle, Messages.cannotOpen, Status.error(String.valueOf(e.getMessage()), e));
        } catch (CoreException e) {
            ErrorDialog.openError(getShell(), Messages.newTitle, Messages.cannotOpen, e.getStatus());
        }
        return false;
    }

    private static final class Form extends WizardPage {
        private static final int SENTENCE_LINES = 3;

        private final Start start;
        private final List<Example> examples = new ArrayList<>();
        private Text name;
        private Text folder;
        private Table example;
        private Label sentence;
        /** What was proposed last; another name is the user's own. */
        private String proposed;
        private boolean folderTyped;

        Form(Start start) {
            super("dossier");
            this.start = start;
            proposed = start == Start.CHARTER ? Messages.newNameCharter : Messages.newNameDefault;
            setTitle(Messages.newTitle);
            setDescription(Messages.newDescription);
        }

        @Override
        public void createControl(Composite parent) {
            // without the font's measures a list would ask for the height of all its rows
            initializeDialogUnits(parent);
            Composite body = new Composite(parent, SWT.NONE);
            GridLayoutFactory.swtDefaults().numColumns(3).spacing(8, 8).margins(12, 12).applyTo(body);
            Label nameLabel = label(body, Messages.newName);
            name = Named.by(nameLabel, new Text(body, SWT.BORDER));
            name.setData("id", "new.name");
            GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(name);
            createExamples(body);
            Label folderLabel = label(body, Messages.newFolder);
            folder = Named.by(folderLabel, new Text(body, SWT.BORDER));
            folder.setData("id", "new.folder");
            GridDataFactory.fillDefaults().grab(true, false).applyTo(folder);
            Button browse = new Button(body, SWT.PUSH);
            browse.setText(Messages.newBrowse);
            browse.addListener(SWT.Selection, e -> browse());
            name.setText(proposed);
            name.addListener(SWT.Modify, e -> propose());
            folder.addListener(SWT.Modify, e -> validate());
            folder.addListener(SWT.KeyDown, e -> folderTyped = true);
            setControl(body);
            propose();
        }

        private static Label label(Composite body, String text) {
            Label label = new Label(body, SWT.NONE);
            label.setText(text);
            GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(label);
            return label;
        }

        private void createExamples(Composite body) {
            Label label = label(body, Messages.newExample);
            GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).indent(0, 4).applyTo(label);
            example = Named.by(label, new Table(body, SWT.BORDER | SWT.SINGLE | SWT.V_SCROLL | SWT.FULL_SELECTION));
            example.setData("id", "new.example");
            GridDataFactory.fillDefaults().grab(true, true).span(2, 1).hint(convertWidthInCharsToPixels(80), convertHeightInCharsToPixels(11)).applyTo(example);
            label(body, "");
            sentence = new Label(body, SWT.WRAP);
            GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(convertWidthInCharsToPixels(80), convertHeightInCharsToPixels(SENTENCE_LINES)).applyTo(sentence);
            new TableItem(example, SWT.NONE).setText(Messages.newExampleNone);
            try {
                examples.addAll(Examples.all(Core.get().content()));
            } catch (IOException | InvalidInputException e) {
                ILog.get().error("examples", e);
                setErrorMessage(e.getMessage());
            }
            examples.forEach(e -> new TableItem(example, SWT.NONE).setText(e.title().in(Core.get().lang())));
            example.select(start == Start.EXAMPLE && !examples.isEmpty() ? 1 : 0);
            example.addListener(SWT.Selection, e -> chosen());
            chosen();
        }

        @Override
        public void setVisible(boolean visible) {
            super.setVisible(visible);
            if (!visible)
                return;
            if (start == Start.EXAMPLE)
                example.setFocus();
            else
                name.setFocus();
            // who types replaces the proposal
            name.selectAll();
        }

        /** What an example proposes never replaces what was typed. */
        private void chosen() {
            sentence.setText(example().map(e -> e.summary().in(Core.get().lang())).orElse(Messages.newExampleNoneHelp).replace("&", "&&"));
            String proposal = example().map(e -> e.title().in(Core.get().lang())).orElse(start == Start.CHARTER ? Messages.newNameCharter : Messages.newNameDefault);
            boolean untouched = name.getText().equals(proposed) || name.getText().isBlank();
            proposed = proposal;
            if (untouched)
                name.setText(proposal);
        }

        Optional<Example> example() {
            int index = example.getSelectionIndex();
            return index > 0 ? Optional.of(examples.get(index - 1)) : Optional.empty();
        }

        Optional<Path> folder() {
            try {
                return folder.getText().isBlank() ? Optional.empty() : Optional.of(Path.of(folder.getText().strip()));
            } catch (InvalidPathException e) {
                return Optional.empty();
            }
        }

        private void browse() {
            DirectoryDialog dialog = new DirectoryDialog(getShell());
            dialog.setFilterPath(Recent.home().toString());
            String chosen = dialog.open();
            if (chosen != null) {
                folderTyped = true;
                folder.setText(chosen);
            }
        }

        private void propose() {
            if (folder == null)
                return;
            if (!folderTyped)
                folder.setText(Recent.home().resolve(folderName()).toString());
            validate();
        }

        /** After the name; an example whose name was kept has a short one already. */
        private String folderName() {
            if (example().isPresent() && name.getText().equals(proposed))
                return example().get().name();
            return Letters.slug(name.getText());
        }

        private void validate() {
            String[] inside = folder().map(f -> f.toFile().list()).orElse(null);
            setErrorMessage(name.getText().isBlank() ? Messages.newNameMissing
                    : folder().isEmpty() || inside != null && inside.length > 0 ? Messages.newFolderOccupied : null);
            setPageComplete(getErrorMessage() == null);
        }
    }
}
