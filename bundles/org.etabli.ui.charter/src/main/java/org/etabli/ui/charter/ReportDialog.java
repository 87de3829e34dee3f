package org.etabli.ui.charter;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.etabli.ui.form.Named;

/** Lines to be read, and copied if need be. */
final class ReportDialog extends Dialog {
    private final String title;
    private final String message;
    private final String report;

    ReportDialog(Shell shell, String title, String message, String report) {
        super(shell);
        this.title = title;
        this.message = message;
        this.report = report;
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(title);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        Label label = new Label(area, SWT.WRAP);
        label.setText(message);
        GridDataFactory.fillDefaults().grab(true, false).hint(convertWidthInCharsToPixels(90), SWT.DEFAULT).applyTo(label);
        if (!report.isEmpty()) {
            Text text = new Text(area, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL | SWT.BORDER);
            text.setText(report);
            Named.as(title, text).setData("id", "report.text");
            GridDataFactory.fillDefaults().grab(true, true).hint(convertWidthInCharsToPixels(90), 14 * text.getLineHeight()).applyTo(text);
        }
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, IDialogConstants.OK_LABEL, true);
    }
}
