package org.etabli.annex;

import java.util.List;

import org.etabli.model.Lang;

/**
 * A generated document.
 *
 * @param id        stem of the file name
 * @param asciidoc  the whole text, header included
 * @param paragraphs what each numbered paragraph rests on
 * @param foot      what stands at the foot of every page; may be empty
 */
public record AnnexDocument(String id, Lang lang, String title, String subtitle, String authority, String asciidoc, List<ParagraphTrace> paragraphs, String foot) {

    public AnnexDocument {
        paragraphs = List.copyOf(paragraphs);
    }

    public AnnexDocument(String id, Lang lang, String title, String subtitle, String authority, String asciidoc, List<ParagraphTrace> paragraphs) {
        this(id, lang, title, subtitle, authority, asciidoc, paragraphs, "");
    }

    /**
     * Why a paragraph stands in the document.
     *
     * @param number  as printed, {@code 2.1.3}
     * @param anchor  its id in the text
     * @param clause  the clause it comes from
     * @param section the section of the frame it stands in
     * @param source  article paths
     * @param because facts, rules and classes that selected the clause, in words; empty for a clause that is always there
     * @param settled false while a missing fact decides whether the clause stays
     */
    public record ParagraphTrace(String number, String anchor, String clause, String section, List<String> source, List<String> because, boolean settled) {
    }
}
