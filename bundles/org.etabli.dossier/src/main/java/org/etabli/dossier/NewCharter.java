package org.etabli.dossier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.etabli.markdown.CharterEdits;
import org.etabli.markdown.CharterText;
import org.etabli.model.Dossier;
import org.etabli.model.InvalidInputException;
import org.etabli.model.Lang;
import org.etabli.yaml.FileSet;

/** Starts the charter of a dossier from a model. */
public final class NewCharter {
    private static final String FIRST = "1";

    private NewCharter() {
    }

    /** The name of a charter's file in the other language. */
    public static String counterpart(Lang lang) {
        return "charter." + lang.name().toLowerCase(lang.locale()) + ".md";
    }

    /**
     * Writes the charter; the authority's name gives it its id.
     *
     * @param models one, or the same in two languages: the first becomes {@code charter.md}
     * @return the files written
     * @throws FileAlreadyExistsException when the dossier has such a file: nothing is written then
     * @throws InvalidInputException      when the folder is no dossier
     */
    public static List<Path> create(Path folder, Content content, List<CharterModel> models) throws IOException, InvalidInputException {
        DossierFolder.require(folder);
        // an identity is of no day
        Standing standing = Standing.of(folder, content, new LawLibrary(content), LocalDate.EPOCH);
        String id = id(standing.usable(DossierFile.DOSSIER).value().orElseThrow());
        Map<Path, String> texts = new LinkedHashMap<>();
        Optional<CharterModel> other = models.stream().skip(1).findFirst();
        other.ifPresent(m -> texts.put(folder.resolve(counterpart(m.language())), text(m, id, DossierFile.CHARTER.name())));
        texts.put(folder.resolve(DossierFile.CHARTER.name()), text(models.getFirst(), id, other.map(m -> counterpart(m.language())).orElse("")));
        Map<String, byte[]> files = new LinkedHashMap<>();
        texts.forEach((file, text) -> files.put(file.getFileName().toString(), text.getBytes(StandardCharsets.UTF_8)));
        // a process that was ended had begun: the same again finds it finished
        if (!FileSet.recover(folder) || !FileSet.holds(folder, files)) {
            for (Path file : texts.keySet())
                if (Files.exists(file, LinkOption.NOFOLLOW_LINKS))
                    throw new FileAlreadyExistsException(file.toString());
            FileSet.write(folder, files, List.of());
        }
        return List.copyOf(texts.keySet());
    }

    private static String id(Dossier dossier) {
        String name = dossier.authority().name();
        boolean named = !name.isBlank() && Arrays.stream(Lang.values()).map(Examples::nobody).noneMatch(name::equals);
        return CharterEdits.freshId(Set.of(), named ? name : dossier.id());
    }

    private static String text(CharterModel model, String id, String counterpart) {
        CharterText text = model.text();
        text = with(text, "id", id);
        text = with(text, "based_on", model.reference());
        text = with(text, "version", FIRST);
        return with(text, "counterpart", counterpart).text();
    }

    private static CharterText with(CharterText text, String key, String value) {
        return CharterText.parse(text.name(), CharterEdits.front(text, List.of(key), value).apply(text.text()));
    }
}
