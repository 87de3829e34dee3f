package org.etabli.ui.charter;

import java.time.LocalDate;
import java.util.Optional;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.etabli.dossier.CharterVersions;
import org.etabli.model.Charter;
import org.etabli.model.Days;
import org.etabli.model.Lang;
import org.etabli.ui.form.DayField;
import org.etabli.ui.form.Named;

/** Asks when, by whom and with which deliberation a charter was adopted. */
final class AdoptDialog extends TitleAreaDialog {
    private final String version;
    private final Lang lang;
    private final LocalDate today;
    private Text on;
    private Text deliberation;
    private Text by;
    private Charter.Adoption adoption;

    AdoptDialog(Shell shell, String version, Lang lang, LocalDate today) {
        super(shell);
        this.version = version;
        this.lang = lang;
        this.today = today;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.adoptTitle);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        setTitle(NLS.bind(Messages.adoptVersion, version));
        setMessage(Messages.adoptHelp);
        Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(12, 12).spacing(10, 8).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        on = field(area, Messages.adoptOn, "adopt.on", Days.digits(today, lang));
        deliberation = field(area, Messages.adoptDeliberation, "adopt.deliberation", "");
        by = field(area, Messages.adoptBy, "adopt.by", "");
        return area;
    }

    private Text field(Composite parent, String label, String id, String words) {
        Label name = new Label(parent, SWT.NONE);
        name.setText(label);
        Text text = Named.by(name, new Text(parent, SWT.BORDER));
        text.setText(words);
        text.setData("id", id);
        GridDataFactory.fillDefaults().grab(true, false).hint(convertWidthInCharsToPixels(50), SWT.DEFAULT).applyTo(text);
        text.addListener(SWT.Modify, e -> check());
        return text;
    }

    private void check() {
        Optional<LocalDate> day = Days.read(on.getText().strip());
        boolean likely = day.filter(d -> CharterVersions.isLikely(d, today)).isPresent();
        setErrorMessage(day.isEmpty() && !on.getText().isBlank() ? DayField.notADay(on.getText().strip()) : day.isPresent() && !likely ? Messages.adoptUnlikely : null);
        getButton(IDialogConstants.OK_ID).setEnabled(likely && !deliberation.getText().isBlank() && !by.getText().isBlank());
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, Messages.adopt, true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
        check();
    }

    @Override
    protected void okPressed() {
        adoption = new Charter.Adoption(Days.read(on.getText().strip()).orElseThrow(), deliberation.getText().strip(), by.getText().strip());
        super.okPressed();
    }

    Charter.Adoption adoption() {
        return adoption;
    }
}
