package org.etabli.ui;

import java.nio.file.Path;
import java.time.LocalDate;

import org.etabli.dossier.Content;
import org.etabli.dossier.DossierFolder;
import org.etabli.dossier.LawLibrary;
import org.etabli.model.Lang;
import org.etabli.render.Renderer;

/** The core with the content of a dossier, which may have laws, clauses or frames of its own, and with the day that it is judged for. */
record CoreOfDossier(Core core, Path dossier, Content content, LawLibrary library) implements Core {

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

    /** Read each time: somebody may be writing the day. */
    @Override
    public LocalDate lawDay() {
        return DossierFolder.identity(dossier).map(d -> library.day(d, today())).orElseGet(this::today);
    }
}
