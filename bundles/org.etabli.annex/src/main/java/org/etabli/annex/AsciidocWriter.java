package org.etabli.annex;

import java.util.List;
import java.util.stream.Collectors;

import org.etabli.dossier.DossierFolder;
import org.etabli.markdown.Asciidoc;
import org.etabli.model.Charter;
import org.etabli.model.Decision;
import org.etabli.model.DocumentTemplate;

/** Builds the text of one document. Arguments named {@code asciidoc} are ours; all others are made inert here. */
final class AsciidocWriter {
    private final StringBuilder out = new StringBuilder(16_384);

    /** Title, language and the attributes that clauses may refer to. */
    AsciidocWriter header(DocumentTemplate template, DossierFolder folder, Decision decision, Wording wording) {
        head(template.title().in(wording.lang()), folder, wording);
        attribute("class-title", Asciidoc.inline(wording.headline(decision)));
        return begin(wording);
    }

    /** The same for a document about a charter. */
    AsciidocWriter header(String title, DossierFolder folder, Charter charter, Wording wording) {
        head(title, folder, wording);
        attribute("charter-title", Asciidoc.inline(charter.title()));
        attribute("charter-version", Asciidoc.inline(charter.version()));
        return begin(wording);
    }

    private void head(String title, DossierFolder folder, Wording wording) {
        out.append("= ").append(Asciidoc.inline(title)).append('\n');
        attribute("lang", wording.lang().locale().getLanguage());
        attribute("authority", Asciidoc.inline(folder.dossier().authority().name()));
        attribute("system", Asciidoc.inline(folder.dossier().system()));
        attribute("dossier-title", Asciidoc.inline(folder.dossier().title()));
        attribute("procedure-reference", folder.dossier().procedure().flatMap(p -> p.reference()).map(Asciidoc::inline)
                .orElse(wording.inert("no-reference")));
    }

    private AsciidocWriter begin(Wording wording) {
        attribute("toc", "macro");
        attribute("toc-title", wording.inert("contents"));
        attribute("toclevels", "2");
        attribute("sectanchors!", "");
        attribute("table-caption!", "");
        out.append('\n');
        if (!wording.own().isEmpty())
            paragraph("override", String.join(" ", wording.own()));
        return this;
    }

    private void attribute(String name, String value) {
        out.append(':').append(name).append(':').append(value.isEmpty() ? "" : " " + value).append('\n');
    }

    AsciidocWriter section(int level, String id, String title) {
        out.append("[#").append(id).append("]\n").append("=".repeat(level + 1)).append(' ').append(Asciidoc.inline(title)).append("\n\n");
        return this;
    }

    /** @param role what the section is, for its layout */
    AsciidocWriter section(int level, String id, String role, String title) {
        return section(level, id + "." + role, title);
    }

    AsciidocWriter paragraph(String text) {
        return asciidoc(Asciidoc.inline(text));
    }

    AsciidocWriter paragraph(String role, String text) {
        out.append("[.").append(role).append("]\n");
        return paragraph(text);
    }

    AsciidocWriter asciidoc(String asciidoc) {
        if (!asciidoc.isBlank())
            out.append(asciidoc.strip()).append("\n\n");
        return this;
    }

    AsciidocWriter item(String text) {
        out.append("* ").append(Asciidoc.inline(text)).append('\n');
        return this;
    }

    /** Several paragraphs of ours that belong together; asciidoc: as it is. */
    AsciidocWriter block(String role, String title, String asciidoc) {
        out.append("[.").append(role).append("]\n--\n**").append(Asciidoc.inline(title)).append("**\n\n").append(asciidoc.strip()).append("\n--\n\n");
        return this;
    }

    /** Markup of ours that is HTML already; every line begins with a tag. */
    AsciidocWriter html(String markup) {
        out.append("++++\n").append(markup.strip()).append("\n++++\n\n");
        return this;
    }

    AsciidocWriter end() {
        out.append('\n');
        return this;
    }

    /**
     * A table with a header row.
     *
     * @param widths column widths as AsciiDoc writes them, {@code 3,1,2}
     * @param cells  each row as long as the header
     */
    AsciidocWriter table(String role, String widths, List<String> header, List<List<String>> rows) {
        out.append("[.").append(role).append("%header,cols=\"").append(widths).append("\"]\n|===\n");
        header.forEach(h -> out.append("| ").append(Asciidoc.inline(h)).append('\n'));
        for (List<String> row : rows) {
            out.append('\n');
            row.forEach(c -> out.append("| ").append(Asciidoc.inline(c)).append('\n'));
        }
        out.append("|===\n\n");
        return this;
    }

    /**
     * A table with a header row, of cells that are AsciiDoc already.
     *
     * @param columns as AsciiDoc writes them, {@code 3,1,2a}; a cell with several blocks needs an {@code a}
     */
    AsciidocWriter richTable(String role, String columns, List<String> header, List<List<String>> rows) {
        out.append("[.").append(role).append("%header,cols=\"").append(columns).append("\"]\n|===\n");
        header.forEach(h -> out.append("| ").append(Asciidoc.inline(h)).append('\n'));
        for (List<String> row : rows) {
            out.append('\n');
            row.forEach(c -> out.append("| ").append(c.strip()).append('\n'));
        }
        out.append("|===\n\n");
        return this;
    }

    /** Labels, each with AsciiDoc. */
    AsciidocWriter fields(List<List<String>> rows) {
        out.append("[.fields,cols=\"2h,7a\"]\n|===\n");
        for (List<String> row : rows)
            out.append("| ").append(Asciidoc.inline(row.get(0))).append("\n| ").append(row.get(1).strip()).append("\n\n");
        out.append("|===\n\n");
        return this;
    }

    /** One line as it is, several as a list. */
    static String lines(List<String> asciidoc) {
        return asciidoc.size() == 1 ? asciidoc.get(0) : asciidoc.stream().map(l -> "* " + l + "\n").collect(Collectors.joining());
    }

    /** Pairs of a label and what it stands for. */
    AsciidocWriter pairs(List<List<String>> rows) {
        out.append("[.pairs,cols=\"1h,2\"]\n|===\n");
        for (List<String> row : rows)
            out.append("| ").append(Asciidoc.inline(row.get(0))).append("\n| ").append(Asciidoc.inline(row.get(1))).append("\n\n");
        out.append("|===\n\n");
        return this;
    }

    @Override
    public String toString() {
        return out.toString().stripTrailing() + "\n";
    }
}
