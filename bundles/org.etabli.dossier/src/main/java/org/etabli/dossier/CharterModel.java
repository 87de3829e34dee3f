package org.etabli.dossier;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.etabli.markdown.CharterText;
import org.etabli.model.Finding.Severity;
import org.etabli.model.InvalidInputException;
import org.etabli.model.Lang;
import org.etabli.yaml.Node;

/**
 * A charter that others can start from, in one language.
 *
 * @param name the same in both languages, for instance {@code small-commune}
 */
public record CharterModel(String name, CharterText text) {
    private static final String FOLDER = "models";

    /** By name, French before English. */
    static List<CharterModel> all(Content content) throws IOException, InvalidInputException {
        List<CharterModel> models = new ArrayList<>();
        for (String file : content.names(FOLDER))
            if (file.endsWith(".md")) {
                String path = FOLDER + "/" + file;
                CharterText text = CharterText.parse(path, content.text(path));
                if (text.frontMatter().isEmpty())
                    throw new InvalidInputException(text.finding(Severity.ERROR, "model.no-front", new Node.Span(0, 0, 1, 1), DossierMessages.TEXTS.text("model.no-front", path)));
                models.add(new CharterModel(file.substring(0, file.indexOf('.')), text));
            }
        models.sort(Comparator.comparing(CharterModel::name).thenComparing(CharterModel::language));
        return List.copyOf(models);
    }

    public String title() {
        return text.charter().title();
    }

    public Lang language() {
        return text.language();
    }

    public int commitments() {
        return (int) text.charter().commitments().count();
    }

    /** As a charter made from it says where it comes from. */
    String reference() {
        return text.charter().id() + "@" + text.charter().version();
    }
}
