package org.etabli.ui;

import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.jface.preference.RadioGroupFieldEditor;
import org.eclipse.jface.preference.StringFieldEditor;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;

/** The settings of Établi among the preferences. */
public final class SettingsPage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {

    public SettingsPage() {
        super(GRID);
    }

    @Override
    public void init(IWorkbench workbench) {
        setPreferenceStore(Settings.store());
        getPreferenceStore().setDefault(Settings.SHORT_PATH, Settings.Path.SMALL_COMMUNES.name());
        setDescription(Messages.settingsHelp);
    }

    @Override
    protected void createFieldEditors() {
        StringFieldEditor author = new StringFieldEditor(Settings.AUTHOR, Messages.settingsAuthor, getFieldEditorParent());
        author.getTextControl(getFieldEditorParent()).setMessage(System.getProperty("user.name"));
        addField(author);
        addField(new RadioGroupFieldEditor(Settings.SHORT_PATH, Messages.settingsPath, 1, new String[][] {
                { Messages.settingsPathSmall, Settings.Path.SMALL_COMMUNES.name() },
                { Messages.settingsPathAlways, Settings.Path.ALWAYS.name() },
                { Messages.settingsPathNever, Settings.Path.NEVER.name() } }, getFieldEditorParent(), true));
    }
}
