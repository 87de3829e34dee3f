package org.etabli.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.etabli.markdown.CharterText;
import org.etabli.model.Finding;
import org.junit.jupiter.api.Test;

/** One charter as people write it in each format; what is to come out of it is written by hand. */
class SameCharterTest {
    private static final String CHARTER = """
            ---
            schema: etabli/charter/1
            id: charte-de-l-ia-de-valbrune-metropole
            title: Charte de l’IA de Valbrune Métropole
            language: fr
            version: "1"
            ---

            La métropole emploie des outils d’intelligence artificielle. Cette charte dit *comment*.

            # Dire ce que nous faisons {#dire-ce-que-nous-faisons}

            Rien ne se fait en secret.

            ## Le registre {#le-registre}

            ### Un registre public {#un-registre-public}

            La métropole publie la liste de ses outils.

            ### Chaque courrier préparé par un outil le dit {#chaque-courrier-prepare-par-un-outil-le}

            - en tête de page ;
            - dans la langue de la personne.

            ## Les réponses {#les-reponses}

            ### Toute personne peut demander pourquoi {#toute-personne-peut-demander-pourquoi}

            Un agent répond en trente jours.

            ### Le délai est tenu, ou la métropole dit par écrit à la personne et au conseil… {#le-delai-est-tenu-ou-la-metropole-dit}

            Le délai est tenu, ou la métropole dit par écrit à la personne et au conseil pourquoi il ne l’a pas été.

            # Rester sobres {#rester-sobres}

            ## Engagements {#engagements}

            ### Mesurer avant d’acheter {#mesurer-avant-d-acheter}

            ### Éteindre ce qui ne sert pas : voir le guide {#eteindre-ce-qui-ne-sert-pas-voir-le}

            Éteindre ce qui ne sert pas : voir [le guide](https://valbrune.example/guide).
            """;
    private static final List<String> ASSUMED = List.of("import.commitment-numbers", "import.from-items", "import.from-paragraphs", "import.items-made", "import.language");

    private static void check(String name, byte[] bytes, String charter, List<String> more) throws Exception {
        Imported imported = Importer.read(name, bytes, Optional.empty());
        assertEquals(charter, imported.text());
        assertEquals(Stream.concat(ASSUMED.stream(), more.stream()).sorted().toList(), imported.report().stream().map(Finding::id).sorted().toList());
        // all that is missing is what nobody but the authority can say
        assertEquals(List.of("charter.no-level"), CharterText.parse("charter.md", imported.text()).findings().stream().map(Finding::id).distinct().toList());
    }

    @Test
    void fromMarkdown() throws Exception {
        check("charte.md", """
                # Charte de l’IA de Valbrune Métropole

                La métropole emploie des outils
                d’intelligence artificielle. Cette charte dit _comment_.

                ## Dire ce que nous faisons

                Rien ne se fait en secret.

                ### Le registre
                * **Un registre public.** La métropole publie la liste de ses outils.
                * Chaque courrier préparé par un outil le dit :
                    * en tête de page ;
                    * dans la langue de la personne.

                ### Les réponses ###

                Toute personne peut demander pourquoi. Un agent répond en trente jours.

                Le délai est tenu, ou la métropole dit par écrit à la personne et au conseil pourquoi il ne l’a pas été.

                ## Rester sobres

                1. Mesurer avant d’acheter.
                1. Éteindre ce qui ne sert pas : voir [le guide][g].

                [g]: https://valbrune.example/guide
                """.getBytes(StandardCharsets.UTF_8), CHARTER, List.of("import.title"));
    }

    @Test
    void fromAsciidoc() throws Exception {
        check("charte.adoc", """
                = Charte de l’IA de {qui}
                :qui: Valbrune Métropole

                La métropole emploie des outils
                d’intelligence artificielle. Cette charte dit _comment_.

                == Dire ce que nous faisons

                Rien ne se fait en secret.

                === Le registre

                * *Un registre public.* La métropole publie la liste de ses outils.
                * Chaque courrier préparé par un outil le dit :
                ** en tête de page ;
                ** dans la langue
                de la personne.

                === Les réponses

                Toute personne peut demander pourquoi. Un agent répond en trente jours.

                Le délai est tenu, ou la métropole dit par écrit à la personne et au conseil pourquoi il ne l’a pas été.

                == Rester sobres

                . Mesurer avant d’acheter.
                . Éteindre ce qui ne sert pas : voir https://valbrune.example/guide[le guide].
                """.getBytes(StandardCharsets.UTF_8), CHARTER, List.of("import.attribute"));
    }

    /** Without formatting; numbers and capitals make the headings. */
    @Test
    void fromPlainText() throws Exception {
        String charter = CHARTER.replace("*", "").replace("\nÉteindre ce qui ne sert pas : voir [le guide](https://valbrune.example/guide).\n", "")
                .replace("voir le guide {", "voir le guide (https://valbrune.example/guide) {").replace("# Dire ce que nous faisons {#", "# Titre I – Dire ce que nous faisons {#titre-i-")
                .replace("## Le registre {#", "## Article 1 – Le registre {#article-1-").replace("## Les réponses {#", "## Article 2 – Les réponses {#article-2-")
                .replace("# Rester sobres {#", "# Titre II – Rester sobres {#titre-ii-");
        check("charte.txt", """
                Charte de l’IA de Valbrune Métropole

                La métropole emploie des outils d’intelligence artificielle.
                Cette charte dit comment.


                Titre I – Dire ce que nous faisons

                Rien ne se fait en secret.

                Article 1 – Le registre
                – Un registre public. La métropole publie
                  la liste de ses outils.
                – Chaque courrier préparé par un outil le dit :
                    • en tête de page ;
                    • dans la langue de la personne.

                Article 2 – Les réponses

                Toute personne peut demander pourquoi. Un agent répond
                en trente jours.

                Le délai est tenu, ou la métropole dit par écrit à la personne et
                au conseil pourquoi il ne l’a pas été.

                Titre II – Rester sobres

                1. Mesurer avant d’acheter.
                2. Éteindre ce qui ne sert pas : voir le guide (https://valbrune.example/guide).
                """.getBytes(StandardCharsets.UTF_8), charter, List.of());
    }

    @Test
    void fromAWordFile() throws Exception {
        byte[] docx = new Docx().address("guide", "https://valbrune.example/guide").styled("Titre", "Charte de l’IA de Valbrune Métropole")
                .paragraph(Docx.run("La métropole emploie des outils ") + Docx.run("d’intelligence artificielle. Cette charte dit ") + Docx.run("<w:i/>", "comment") + Docx.run("."))
                .styled("Titre1", "Dire ce que nous faisons").paragraph(Docx.run("Rien ne se fait en secret.")).styled("Propre", "Le registre")
                .item(1, 0, Docx.run("<w:b/>", "Un registre ") + Docx.run("<w:b w:val=\"1\"/>", "public.") + Docx.run("<w:b w:val=\"0\"/>", " La métropole publie la liste de ses outils."))
                .item(1, 0, Docx.run("Chaque courrier préparé par un outil le dit :")).item(1, 1, Docx.run("en tête de page ;")).item(1, 1, Docx.run("dans la langue de la personne."))
                .styled("Titre2", "Les réponses").paragraph(Docx.run("Toute personne peut demander pourquoi. Un agent répond en trente jours.")).paragraph("")
                .paragraph(Docx.run("Le délai est tenu, ou la métropole dit par écrit à la personne et au conseil pourquoi il ne l’a pas été.")).styled("Titre1", "Rester sobres")
                .item(2, 0, Docx.run("Mesurer avant d’acheter."))
                .item(2, 0, Docx.run("Éteindre ce qui ne sert pas : voir ") + "<w:hyperlink r:id=\"guide\">" + Docx.run("le guide") + "</w:hyperlink>" + Docx.run(".")).bytes();
        check("charte.docx", docx, CHARTER, List.of("import.paragraphs"));
    }
}
