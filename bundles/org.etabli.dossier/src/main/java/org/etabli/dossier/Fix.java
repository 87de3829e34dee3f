package org.etabli.dossier;

import org.etabli.model.Text;
import org.etabli.yaml.TextEdit;

/** A way to put a finding right. */
public record Fix(Text label, TextEdit edit) {
}
