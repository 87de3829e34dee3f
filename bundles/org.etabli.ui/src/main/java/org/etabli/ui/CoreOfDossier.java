package org.etabli.ui;

import java.time.LocalDate;

import org.etabli.dossier.Content;
import org.etabli.dossier.LawLibrary;
import org.etabli.model.Lang;
import org.etabli.render.Renderer;

/** The core with the content of a dossier that has laws, clauses or frames of its own. */
record CoreOfDossier(Core core, Content content, LawLibrary library) implements Core {

    @Override
    public Renderer renderer() {
        return core.renderer();
    }

    @Override
    public Lang lang() {
        return core.lang();
    }

    @Override
    public LocalDate today() {
        return core.today();
    }
}
