package org.etabli.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.etabli.annex.Wording;
import org.etabli.dossier.CharterModel;
import org.etabli.dossier.CharterVersions;
import org.etabli.dossier.Content;
import org.etabli.dossier.LawLibrary;
import org.etabli.dossier.NewCharter;
import org.etabli.markdown.CharterDiff;
import org.etabli.markdown.CharterText;
import org.etabli.model.Charter;
import org.etabli.model.Days;
import org.etabli.model.Finding;
import org.etabli.model.Finding.Severity;
import org.etabli.model.InvalidInputException;
import org.etabli.model.Lang;
import org.etabli.model.Text;
import org.etabli.yaml.AtomicFiles;
import com.fasterxml.jackson.core.JsonGenerator;

/** {@code etabli charter …}: a charter from its model to the version after the one that was adopted. */
final class CharterCommand {
    private final Main main;

    CharterCommand(Main main) {
        this.main = main;
    }

    int run(List<String> words) throws UsageException, IOException, InvalidInputException {
        if (words.isEmpty())
            throw new UsageException("charter");
        List<String> rest = words.subList(1, words.size());
        return switch (words.getFirst()) {
            case "models" -> models(rest);
            case "new" -> create(rest);
            case "import" -> new CharterImport(main).run(rest);
            case "adopt" -> adopt(rest);
            case "revise" -> revise(rest);
            case "diff" -> diff(rest);
            default -> throw new UsageException("unknown-command", "charter " + words.getFirst());
        };
    }

    // --- a first version -----------------------------------------------------------------------------------------

    private int models(List<String> words) throws UsageException, IOException, InvalidInputException {
        Arguments args = new Arguments(words, Set.of(), Set.of("json"));
        if (args.paths().size() > 1)
            throw new UsageException("too-many-paths");
        Content content = args.paths().isEmpty() ? main.content() : main.contentOf(Path.of(args.path()));
        if (!args.flag("json"))
            main.lines(Wording.own(content.own(), main.lang));
        for (CharterModel m : content.models())
            if (args.flag("json"))
                main.out.println(model(m));
            else
                main.say("charter.model", m.name(), m.language().name().toLowerCase(m.language().locale()), m.title(), m.commitments());
        return Main.OK;
    }

    private int create(List<String> words) throws UsageException, IOException, InvalidInputException {
        Arguments args = new Arguments(words, Set.of("model"), Set.of("both"));
        Path folder = Path.of(args.path());
        Content content = main.contentOf(folder);
        List<CharterModel> known = content.models();
        main.lines(Wording.own(content.own(), main.lang));
        List<CharterModel> models = new ArrayList<>();
        models.add(model(known, args.option("model"), main.lang));
        if (args.flag("both"))
            models.add(model(known, args.option("model"), main.lang == Lang.FR ? Lang.EN : Lang.FR));
        try {
            for (Path file : NewCharter.create(folder, content, models))
                main.say("charter.created", file);
        } catch (FileAlreadyExistsException e) {
            throw new UsageException("charter.exists", e.getFile());
        }
        return Main.OK;
    }

    private static CharterModel model(List<CharterModel> models, Optional<String> name, Lang lang) throws UsageException {
        String names = models.stream().filter(m -> m.language() == lang).map(CharterModel::name).distinct().collect(Collectors.joining(", "));
        if (name.isEmpty())
            throw new UsageException("charter.no-model", names);
        return models.stream().filter(m -> m.name().equals(name.get()) && m.language() == lang).findFirst()
                .orElseThrow(() -> new UsageException("charter.unknown-model", name.get(), lang.name().toLowerCase(lang.locale()), names));
    }

    // --- adopting and revising -----------------------------------------------------------------------------------

    private int adopt(List<String> words) throws UsageException, IOException, InvalidInputException {
        Arguments args = new Arguments(words, Set.of("on", "deliberation", "by"), Set.of());
        Path folder = Path.of(args.path());
        Optional<LocalDate> on = args.date("on");
        if (on.isEmpty() || args.option("deliberation").isEmpty() || args.option("by").isEmpty())
            throw new UsageException("charter.adopt");
        if (!CharterVersions.isLikely(on.get(), main.today.get()))
            throw new UsageException("charter.adopt-day", on.get());
        Charter.Adoption adoption = new Charter.Adoption(on.get(), filled(args, "deliberation"), filled(args, "by"));
        Content content = main.contentOf(folder);
        CharterVersions versions = new CharterVersions(folder);
        versions.adopt(adoption, content, new LawLibrary(content));
        CharterVersions.Version adopted = versions.current();
        main.say("charter.adopted", adopted.version(), Days.inWords(adoption.on(), main.lang), adopted.adoption().flatMap(Charter.Adoption::text).orElseThrow());
        return Main.OK;
    }

    private static String filled(Arguments args, String option) throws UsageException {
        String value = args.option(option).orElse("").strip();
        if (value.isEmpty())
            throw new UsageException("option-value", "--" + option);
        return value;
    }

    private int revise(List<String> words) throws UsageException, IOException, InvalidInputException {
        Arguments args = new Arguments(words, Set.of("version"), Set.of());
        Optional<String> version = args.option("version").isPresent() ? Optional.of(filled(args, "version")) : Optional.empty();
        CharterVersions versions = new CharterVersions(Path.of(args.path()));
        String old = versions.current().version();
        main.say("charter.revised", versions.revise(version), old, Path.of(args.path()).resolve(CharterVersions.FOLDER));
        return Main.OK;
    }

    // --- comparing -----------------------------------------------------------------------------------------------

    private int diff(List<String> words) throws UsageException, IOException, InvalidInputException {
        Arguments args = new Arguments(words, Set.of(), Set.of("json"));
        List<CharterText> sides = sides(args.paths());
        for (CharterText side : sides)
            refuseErrors(side);
        CharterDiff diff = CharterDiff.between(sides.getFirst().charter(), sides.getLast().charter());
        if (args.flag("json"))
            main.out.println(charterDiff(diff));
        else
            print(sides, diff);
        return Main.OK;
    }

    /** Two files, or two versions of a dossier's charter: the second is the present one where only one is named. */
    private static List<CharterText> sides(List<String> paths) throws UsageException, IOException, InvalidInputException {
        if (paths.isEmpty() || paths.size() > 3)
            throw new UsageException("charter.diff");
        if (!Files.isDirectory(Path.of(paths.getFirst()))) {
            if (paths.size() != 2)
                throw new UsageException("charter.diff");
            return List.of(read(paths.get(0)), read(paths.get(1)));
        }
        List<CharterVersions.Version> all = new CharterVersions(Path.of(paths.getFirst())).all();
        if (paths.size() == 1 && all.size() == 1)
            throw new UsageException("charter.one-version", all.getFirst().version());
        CharterText before = paths.size() > 1 ? version(all, paths.get(1)) : all.get(all.size() - 2).text();
        return List.of(before, paths.size() > 2 ? version(all, paths.get(2)) : all.getLast().text());
    }

    private static CharterText version(List<CharterVersions.Version> all, String version) throws UsageException {
        return all.stream().filter(v -> v.version().equals(version)).findFirst().map(CharterVersions.Version::text).orElseThrow(() -> new UsageException("charter.unknown-version", version,
                all.stream().map(CharterVersions.Version::version).collect(Collectors.joining(", "))));
    }

    private static CharterText read(String file) throws IOException, InvalidInputException {
        return CharterText.parse(file, AtomicFiles.read(Path.of(file), file));
    }

    /** What is not understood is in no charter, and would pass for removed. */
    private static void refuseErrors(CharterText text) throws InvalidInputException {
        List<Finding> errors = text.findings().stream().filter(f -> f.severity() == Severity.ERROR).toList();
        if (!errors.isEmpty())
            throw new InvalidInputException(errors);
    }

    private void print(List<CharterText> sides, CharterDiff diff) {
        for (CharterText side : sides)
            main.say("charter.side", side.name(), side.charter().version(), side.charter().adoption().map(a -> Days.inWords(a.on(), main.lang)).orElse("–"));
        for (CharterDiff.Change change : diff.changes()) {
            main.out.println("  " + change.text().in(main.lang));
            if (change.kind() == CharterDiff.Kind.TEXT || change.kind() == CharterDiff.Kind.PREAMBLE) {
                lines("    - ", change.was());
                lines("    + ", change.is());
            }
        }
        main.say(diff.changes().isEmpty() ? "diff.same" : "charter.changes", diff.changes().size());
    }

    private void lines(String sign, Optional<CharterDiff.Side> side) {
        side.map(CharterDiff.Side::values).orElse(List.of()).stream().map(Text::fr).flatMap(String::lines).forEach(line -> main.out.println(sign + line));
    }

    private static String model(CharterModel model) {
        return Json.write(json -> {
            json.writeStartObject();
            json.writeStringField("name", model.name());
            json.writeStringField("language", model.language().name().toLowerCase(Locale.ROOT));
            json.writeStringField("title", model.title());
            json.writeNumberField("commitments", model.commitments());
            json.writeEndObject();
        });
    }

    private static String charterDiff(CharterDiff diff) {
        return Json.write(json -> {
            json.writeStartObject();
            charter(json, "before", diff.before());
            charter(json, "after", diff.after());
            json.writeArrayFieldStart("changes");
            for (CharterDiff.Change change : diff.changes()) {
                json.writeStartObject();
                json.writeStringField("kind", change.kind().code());
                if (change.heading().isPresent())
                    json.writeStringField("heading", change.heading().get().name().toLowerCase(Locale.ROOT));
                if (!change.key().isEmpty())
                    json.writeStringField("key", change.key());
                charterSide(json, "was", change.was());
                charterSide(json, "is", change.is());
                Json.text(json, "text", change.text());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void charter(JsonGenerator json, String name, Charter charter) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("id", charter.id());
        json.writeStringField("version", charter.version());
        if (charter.adoption().isPresent())
            json.writeStringField("adopted", charter.adoption().get().on().toString());
        json.writeEndObject();
    }

    private static void charterSide(JsonGenerator json, String name, Optional<CharterDiff.Side> side) throws IOException {
        if (side.isEmpty())
            return;
        json.writeObjectFieldStart(name);
        json.writeStringField("id", side.get().id());
        json.writeStringField("title", side.get().title());
        Json.texts(json, "values", side.get().values());
        json.writeEndObject();
    }
}
