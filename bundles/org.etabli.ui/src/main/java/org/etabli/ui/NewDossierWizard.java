package org.etabli.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchPage;
import org.etabli.dossier.Examples;
import org.etabli.model.Finding;
import org.etabli.model.InvalidInputException;

/** One page: a name, a folder, and an example to start from. */
final class NewDossierWizard extends Wizard {
    private final IWorkbenchPage page;
    private final Form form = new Form();

    NewDossierWizard(IWorkbenchPage page) {
        this.page = page;
        setWindowTitle(Messages.newTitle);
    }

    @Override
    public void addPages() {
        addPage(form);
    }

    @Override
    public boolean performFinish() {
        Core core = Core.get();
        try {
            Path folder = Path.of(form.folder.getText());
            if (form.example.getSelectionIndex() > 0)
                Examples.copy(core.content(), form.examples.get(form.example.getSelectionIndex() - 1), folder);
            else
                Examples.create(form.name.getText().strip(), folder, core.lang());
            Dossiers.open(folder, page);
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
        private final List<String> examples = new ArrayList<>();
        private Text name;
        private Text folder;
        private Combo example;
        private boolean folderTyped;

        Form() {
            super("dossier");
            setTitle(Messages.newTitle);
            setDescription(Messages.newDescription);
        }

        @Override
        public void createControl(Composite parent) {
            Composite body = new Composite(parent, SWT.NONE);
            GridLayoutFactory.swtDefaults().numColumns(3).spacing(8, 8).margins(12, 12).applyTo(body);
            new Label(body, SWT.NONE).setText(Messages.newName);
            name = new Text(body, SWT.BORDER);
            GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(name);
            new Label(body, SWT.NONE).setText(Messages.newExample);
            example = new Combo(body, SWT.READ_ONLY);
            GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(example);
            new Label(body, SWT.NONE).setText(Messages.newFolder);
            folder = new Text(body, SWT.BORDER);
            GridDataFactory.fillDefaults().grab(true, false).applyTo(folder);
            Button browse = new Button(body, SWT.PUSH);
            browse.setText(Messages.newBrowse);

            example.add(Messages.newExampleNone);
            try {
                examples.addAll(Examples.names(Core.get().content()));
            } catch (IOException e) {
                setErrorMessage(e.getMessage());
            }
            examples.forEach(example::add);
            example.select(0);
            example.addListener(SWT.Selection, e -> {
                if (example.getSelectionIndex() > 0)
                    name.setText(examples.get(example.getSelectionIndex() - 1));
            });
            name.setText(Messages.newNameDefault);
            name.addListener(SWT.Modify, e -> propose());
            folder.addListener(SWT.Modify, e -> validate());
            folder.addListener(SWT.KeyDown, e -> folderTyped = true);
            browse.addListener(SWT.Selection, e -> {
                String chosen = new DirectoryDialog(getShell()).open();
                if (chosen != null) {
                    folderTyped = true;
                    folder.setText(chosen);
                }
            });
            name.setData("id", "new.name");
            folder.setData("id", "new.folder");
            example.setData("id", "new.example");
            setControl(body);
            propose();
        }

        private void propose() {
            if (!folderTyped)
                folder.setText(Path.of(System.getProperty("user.home"), "Etabli", folderName(name.getText())).toString());
            validate();
        }

        private static String folderName(String name) {
            String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
            return plain.replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        }

        private void validate() {
            String[] inside = Path.of(folder.getText()).toFile().list();
            setErrorMessage(name.getText().isBlank() ? Messages.newNameMissing
                    : folder.getText().isBlank() || inside != null && inside.length > 0 ? Messages.newFolderOccupied : null);
            setPageComplete(getErrorMessage() == null);
        }
    }
}
