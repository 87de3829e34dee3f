package org.etabli.ui.form;

import java.util.List;

import org.etabli.model.Finding;

/** What a text says. Immutable: computed off the UI thread, shown on it. */
public interface Snapshot {

    String text();

    List<Finding> findings();

    /** Whether forms can show it; the findings say why not. */
    boolean isReadable();
}
