package org.etabli.dossier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.regex.Pattern;

import org.etabli.model.Catalogue;
import org.etabli.model.Dossier;
import org.etabli.model.Finding;
import org.etabli.model.Finding.Severity;
import org.etabli.model.InvalidInputException;
import org.etabli.model.RuleSet;
import org.etabli.model.Text;
import org.etabli.rules.Law;
import org.etabli.rules.LawException;
import org.etabli.yaml.LawReader;
import org.etabli.yaml.YamlText;

/**
 * The rule sets under {@code law/}: a folder for each law, a file for each state of it, named by the day from which that state
 * is in force. {@code ai-act} carries the questions; the others are laid over it.
 */
public final class LawLibrary {
    /** The law that carries the questions. */
    static final String BASE = "ai-act";
    private static final Pattern STATE = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})\\.yaml");

    private final Content content;
    private final Map<List<String>, Law> compiled = new ConcurrentHashMap<>();
    private volatile Catalogue catalogue;
    private volatile CharterTerms terms;

    public LawLibrary(Content content) {
        this.content = content;
    }

    public Catalogue catalogue() throws IOException, InvalidInputException {
        if (catalogue == null)
            catalogue = LawReader.catalogue(content.read("law/" + BASE + "/questions.yaml", "questions"));
        return catalogue;
    }

    /** Everything that a charter may refer to. */
    public CharterTerms terms() throws IOException, InvalidInputException {
        if (terms == null)
            terms = CharterTerms.of(content, this);
        return terms;
    }

    /** Ids of the packs whose questions can be listed. */
    public List<String> packs() {
        return List.of(BASE);
    }

    /** The states of a law, oldest first, as ISO dates. */
    public List<String> versions(String law) {
        List<String> versions = new ArrayList<>();
        for (String name : content.names("law/" + law)) {
            var matcher = STATE.matcher(name);
            if (matcher.matches())
                versions.add(matcher.group(1));
        }
        return versions;
    }

    /**
     * The law in force on a day.
     *
     * @param version a state of the base law asked for by name, {@code 2026-07-27} or {@code ai-act@2026-07-27}
     * @throws InvalidInputException when no state is known for that day or under that name; the message names those there are
     */
    public Law law(LocalDate day, Optional<String> version) throws IOException, InvalidInputException {
        List<String> paths = new ArrayList<>();
        paths.add(path(BASE, version.map(v -> v.startsWith(BASE + "@") ? v.substring(BASE.length() + 1) : v), day)
                .orElseThrow(() -> unknown(day, version)));
        for (String law : content.names("law"))
            if (!law.equals(BASE))
                path(law, Optional.empty(), day).ifPresent(paths::add);
        Law known = compiled.get(paths);
        if (known != null)
            return known;
        Law law = compile(paths);
        compiled.put(paths, law);
        return law;
    }

    /**
     * The day whose law applies to a dossier: the one on which its procedure is launched; today while that is not known, or where no
     * state of the law is old enough.
     */
    public LocalDate day(Dossier dossier, LocalDate today) {
        return dossier.launch().filter(day -> path(BASE, Optional.empty(), day).isPresent()).orElse(today);
    }

    private InvalidInputException unknown(LocalDate day, Optional<String> version) {
        String states = String.join(", ", versions(BASE));
        return new InvalidInputException(new Finding(Severity.ERROR, "law.unknown", "law/" + BASE, 0, 0, 0, 0, version.isPresent()
                ? DossierMessages.TEXTS.text("law.unknown-version", version.get(), states)
                : DossierMessages.TEXTS.text("law.unknown-day", day, states)));
    }

    private Optional<String> path(String law, Optional<String> version, LocalDate day) {
        return versions(law).stream().filter(v -> version.isPresent() ? v.equals(version.get()) : !LocalDate.parse(v).isAfter(day))
                .reduce((older, newer) -> newer).map(v -> "law/" + law + "/" + v + ".yaml");
    }

    /** One state of one law, with everything that it keeps of older ones. */
    RuleSet state(String law, String version) throws IOException, InvalidInputException {
        return state("law/" + law + "/" + version + ".yaml");
    }

    private Law compile(List<String> paths) throws IOException, InvalidInputException {
        // the questions are read beside the rules: a command that has just started has nothing else to do
        FutureTask<Catalogue> questions = new FutureTask<>(this::catalogue);
        Thread.ofPlatform().daemon().name("questions").start(questions);
        List<RuleSet> sets = new ArrayList<>();
        for (String path : paths)
            sets.add(state(path));
        try {
            return Law.compile(result(questions), sets, content.own());
        } catch (LawException e) {
            throw new InvalidInputException(e.problems().stream().map(p -> new Finding(Severity.ERROR, "law.broken", String.join(", ", paths), 0, 0, 0, 0,
                    DossierMessages.TEXTS.text("law.broken", p))).toList());
        }
    }

    private static Catalogue result(FutureTask<Catalogue> questions) throws IOException, InvalidInputException {
        try {
            return questions.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException x -> throw x;
                case InvalidInputException x -> throw x;
                case RuntimeException x -> throw x;
                default -> throw new IllegalStateException(e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** A file that amends is read with the states it builds on. Their hash is that of the files one behind the other, oldest first. */
    private RuleSet state(String path) throws IOException, InvalidInputException {
        Deque<YamlText> chain = new ArrayDeque<>();
        chain.push(content.read(path, "rules"));
        for (Optional<String> older = LawReader.amends(chain.peek()); older.isPresent(); older = LawReader.amends(chain.peek())) {
            String folder = path.substring(0, path.lastIndexOf('/') + 1);
            if ((folder + older.get() + ".yaml").compareTo(chain.peek().name()) >= 0)
                throw broken(path, DossierMessages.TEXTS.text("law.amends-later", chain.peek().name(), older.get()));
            chain.push(content.read(folder + older.get() + ".yaml", "rules"));
        }
        StringBuilder all = new StringBuilder(chain.peek().text());
        try {
            RuleSet set = LawReader.ruleSet(chain.peek(), sha256(chain.pop().text()));
            for (YamlText amendment : chain) {
                all.append(amendment.text());
                set = LawReader.amended(set, amendment, sha256(all.toString()));
            }
            return set;
        } catch (IllegalArgumentException e) {
            throw broken(path, DossierMessages.TEXTS.text("law.broken", e.getMessage()));
        }
    }

    private static InvalidInputException broken(String path, Text message) {
        return new InvalidInputException(new Finding(Severity.ERROR, "law.broken", path, 0, 0, 0, 0, message));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
