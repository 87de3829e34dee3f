package org.etabli.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

import org.eclipse.ui.PlatformUI;
import org.etabli.dossier.Content;
import org.etabli.dossier.LawLibrary;
import org.etabli.dossier.Standing;
import org.etabli.model.InvalidInputException;
import org.etabli.model.Lang;
import org.etabli.render.Renderer;
import org.etabli.rules.Law;

/** The core as the workbench uses it. A service, so that a test can put its own in place. */
public interface Core {

    Content content();

    LawLibrary library();

    /** One for the whole session; serialises its work itself. */
    Renderer renderer();

    Lang lang();

    LocalDate today();

    /** The day whose law applies. */
    default LocalDate lawDay() {
        return today();
    }

    /** The law of that day. */
    default Law law() throws IOException, InvalidInputException {
        return library().law(lawDay(), Optional.empty());
    }

    /**
     * The core as a dossier sees it: its own files under {@code charters/} win, and the law is that of the day on which its procedure is
     * launched. To be kept by whoever asks more than once.
     */
    default Core of(Path dossier) {
        Content content = content().of(dossier);
        return new CoreOfDossier(this, dossier, content, content.isOwn() ? new LawLibrary(content) : library());
    }

    /**
     * A dossier as its files say now.
     *
     * @param dossier whose core this is
     */
    default Standing standing(Path dossier) {
        return Standing.of(dossier, content(), library(), today());
    }

    static Core get() {
        return PlatformUI.getWorkbench().getService(Core.class);
    }
}
