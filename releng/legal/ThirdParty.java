import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lists what the product ships beside our own code, from the jars themselves. {@code java ThirdParty.java PRODUCT LICENCES}: the folder of
 * a product, and the table of what jars do not say.
 */
public class ThirdParty {
    /** What the words of a manifest or of a pom stand for. Of several, a user may choose. */
    private static final Map<String, String> WORDS = new LinkedHashMap<>();

    static {
        WORDS.put("\\blgpl|GNU Lesser", "LGPL-2.1-or-later");
        WORDS.put("classpath|GPL2 w/ CPE", "GPL-2.0-only WITH Classpath-exception-2.0");
        WORDS.put("GNU General Public License|\\bGPL-2", "GPL-2.0-or-later");
        WORDS.put("apache.*2|ASL 2|Apache-2", "Apache-2.0");
        WORDS.put("epl.2\\.0|Eclipse Public License.*2", "EPL-2.0");
        WORDS.put("Unicode-3\\.0", "Unicode-3.0");
        WORDS.put("BSD-3|3-Clause", "BSD-3-Clause");
        WORDS.put("BSD-2|2-Clause", "BSD-2-Clause");
        WORDS.put("0BSD", "0BSD");
        WORDS.put("\\bmit\\b", "MIT");
    }

    private record Item(String name, String place, String licence, boolean fromJar, List<String> texts) {
    }

    private final Map<String, String> byHand;
    private final Map<String, Item> items = new TreeMap<>();

    private ThirdParty(Map<String, String> byHand) {
        this.byHand = byHand;
    }

    public static void main(String[] args) throws IOException {
        Map<String, String> byHand = new LinkedHashMap<>();
        for (String line : Files.readAllLines(Path.of(args[1])))
            if (!line.isBlank() && !line.startsWith("#"))
                byHand.put(line.split("\t")[0], line.split("\t")[1]);
        ThirdParty list = new ThirdParty(byHand);
        list.walk(Path.of(args[0]).resolve("plugins"));
        list.print();
    }

    private void walk(Path plugins) throws IOException {
        try (Stream<Path> files = Files.list(plugins)) {
            for (Path file : files.sorted().toList())
                if (!file.getFileName().toString().startsWith("org.etabli."))
                    add(file, "plugin");
        }
        for (String inside : List.of("org.etabli.poi", "org.etabli.render.engine"))
            try (Stream<Path> files = Files.walk(folder(plugins, inside))) {
                for (Path file : files.filter(f -> f.toString().endsWith(".jar")).sorted().toList())
                    add(file, inside);
            }
        try (Stream<Path> fonts = Files.list(folder(plugins, "org.etabli.render.engine").resolve("fonts"))) {
            for (String family : fonts.map(f -> f.getFileName().toString()).filter(f -> f.endsWith(".ttf")).map(f -> f.replaceFirst("[-.].*", "")).collect(Collectors.toCollection(java.util.TreeSet::new)))
                items.put(family, new Item(family, "org.etabli.render.engine", hand(family), false, List.of("fonts/LICENSE, fonts/LICENSE-DejaVu")));
        }
    }

    private static Path folder(Path plugins, String bundle) throws IOException {
        try (Stream<Path> files = Files.list(plugins)) {
            return files.filter(f -> f.getFileName().toString().startsWith(bundle + "_")).findFirst().orElseThrow();
        }
    }

    private void add(Path file, String place) throws IOException {
        // a plugin has its version behind an underscore, a jar of another kind behind a hyphen
        String name = file.getFileName().toString().replaceFirst("\\.jar$", "").replaceFirst("_[0-9].*$|-[0-9][0-9.]*(-native)?$", "$1")
                // one row for a plugin and what it has for each platform
                .replaceFirst("(\\.gtk|\\.cocoa)?\\.(linux|win32|macosx)(\\..*)?$", "");
        Set<String> said = new LinkedHashSet<>();
        List<String> texts = new ArrayList<>();
        if (Files.isDirectory(file))
            try (Stream<Path> inside = Files.list(file)) {
                inside.map(p -> p.getFileName().toString()).filter(ThirdParty::isText).sorted().forEach(texts::add);
            }
        else
            read(file, said, texts);
        String words = String.join(" ; ", said);
        String licence = WORDS.entrySet().stream().filter(w -> Pattern.compile(w.getKey(), Pattern.CASE_INSENSITIVE).matcher(words).find()).map(Map.Entry::getValue).collect(Collectors.joining(" OR "));
        if (licence.isEmpty() && name.startsWith("org.eclipse."))
            licence = "EPL-2.0";
        items.merge(name, new Item(name, place, licence.isEmpty() ? hand(name) : licence, !licence.isEmpty(), texts), (one, other) -> one);
    }

    private String hand(String name) {
        return byHand.entrySet().stream().filter(e -> name.matches(e.getKey())).map(Map.Entry::getValue).findFirst().orElse("");
    }

    private static void read(Path file, Set<String> said, List<String> texts) throws IOException {
        try (JarFile jar = new JarFile(file.toFile())) {
            if (jar.getManifest() != null && jar.getManifest().getMainAttributes().getValue("Bundle-License") != null)
                said.add(jar.getManifest().getMainAttributes().getValue("Bundle-License"));
            for (JarEntry entry : Collections.list(jar.entries())) {
                if (isText(entry.getName()))
                    texts.add(entry.getName());
                if (entry.getName().matches("META-INF/maven/.*/pom\\.xml"))
                    try (InputStream in = jar.getInputStream(entry)) {
                        Matcher names = Pattern.compile("(?s)<license>.*?<name>(.*?)</name>").matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                        while (names.find())
                            said.add(names.group(1));
                    }
            }
        }
        Collections.sort(texts);
    }

    private static boolean isText(String name) {
        return name.matches("(?i)(META-INF/|license/)?(licen[sc]e|notice|about|copying)[^/]*");
    }

    private void print() {
        System.out.println("# What the product ships beside our own code\n");
        System.out.println("Made from the jars by `releng/third-party`; not to be edited. Versions stand in `releng/org.etabli.target`. A licence marked with * is not said by");
        System.out.println("the jar: it stands in `releng/legal/licences.tsv`, and is to be checked before a release. \"None\" under *Texts* names what still needs one.\n");
        System.out.println("| Library | In | Licence | Texts in it |\n|---|---|---|---|");
        for (Item item : items.values())
            System.out.println("| " + item.name + " | " + item.place + " | " + (item.licence.isEmpty() ? "**unknown**" : item.licence + (item.fromJar ? "" : " *")) + " | "
                    + (item.texts.isEmpty() ? "none" : item.texts.stream().limit(4).collect(Collectors.joining(", "))) + " |");
        System.out.println("\n" + items.size() + " libraries; without a text of their licence: " + items.values().stream().filter(i -> i.texts.isEmpty()).count() + ".");
    }
}
