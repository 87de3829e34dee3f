package org.etabli.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes office files as small as they can be, part by part. */
final class Docx {
    static final String NAMES = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
            + "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" "
            + "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
            + "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"";
    private static final String TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    final Map<String, String> parts = new LinkedHashMap<>();
    private final StringBuilder relations = new StringBuilder();
    private final StringBuilder body = new StringBuilder();

    Docx() {
        part("styles", "styles", style("Titre", "Title", "") + style("Titre1", "heading 1", "") + style("Titre2", "heading 2", "") + style("Titre3", "heading 3", "")
                + style("Titre4", "heading 4", "") + style("Propre", "Ma rubrique", "<w:basedOn w:val=\"Titre2\"/>") + style("TM1", "toc 1", "") + style("Citation", "Quote", ""));
        part("numbering", "numbering", abstractList(1, "bullet", "•") + abstractList(2, "decimal", "%1.") + abstractList(3, "decimal", "Article %1") + abstractList(4, "lowerLetter", "%1)")
                + list(1) + list(2) + list(3) + list(4));
    }

    private static String style(String id, String name, String more) {
        return "<w:style w:type=\"paragraph\" w:styleId=\"" + id + "\"><w:name w:val=\"" + name + "\"/>" + more + "</w:style>";
    }

    private static String abstractList(int id, String format, String text) {
        StringBuilder levels = new StringBuilder();
        for (int level = 0; level < 3; level++)
            levels.append("<w:lvl w:ilvl=\"").append(level).append("\"><w:start w:val=\"1\"/><w:numFmt w:val=\"").append(format).append("\"/><w:lvlText w:val=\"")
                    .append(text.replace("%1", "%" + (level + 1))).append("\"/></w:lvl>");
        return "<w:abstractNum w:abstractNumId=\"" + id + "\">" + levels + "</w:abstractNum>";
    }

    private static String list(int id) {
        return "<w:num w:numId=\"" + id + "\"><w:abstractNumId w:val=\"" + id + "\"/></w:num>";
    }

    /** A part beside the text, of which the content of the root is given. */
    Docx part(String name, String type, String content) {
        parts.put("word/" + name + ".xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:" + type + " " + NAMES + ">" + content + "</w:" + type + ">");
        relations.append("<Relationship Id=\"").append(name).append("\" Type=\"").append(TYPES).append(type).append("\" Target=\"").append(name).append(".xml\"/>");
        return this;
    }

    Docx address(String id, String url) {
        relations.append("<Relationship Id=\"").append(id).append("\" Type=\"").append(TYPES).append("hyperlink\" Target=\"").append(escape(url)).append("\" TargetMode=\"External\"/>");
        return this;
    }

    Docx xml(String block) {
        body.append(block);
        return this;
    }

    Docx paragraph(String runs) {
        return xml("<w:p>" + runs + "</w:p>");
    }

    Docx styled(String style, String words) {
        return paragraph("<w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>" + run(words));
    }

    Docx item(int list, int level, String runs) {
        return paragraph("<w:pPr><w:numPr><w:ilvl w:val=\"" + level + "\"/><w:numId w:val=\"" + list + "\"/></w:numPr></w:pPr>" + runs);
    }

    static String run(String words) {
        return "<w:r><w:t xml:space=\"preserve\">" + escape(words) + "</w:t></w:r>";
    }

    static String run(String properties, String words) {
        return "<w:r><w:rPr>" + properties + "</w:rPr><w:t xml:space=\"preserve\">" + escape(words) + "</w:t></w:r>";
    }

    static String table(String[]... rows) {
        StringBuilder table = new StringBuilder("<w:tbl>");
        for (String[] row : rows) {
            table.append("<w:tr>");
            for (String cell : row)
                table.append("<w:tc><w:p>").append(run(cell)).append("</w:p></w:tc>");
            table.append("</w:tr>");
        }
        return table.append("</w:tbl>").toString();
    }

    /** A text box as programs write it: once for the new ones, once for the old ones. */
    static String box(String words) {
        String content = "<w:txbxContent><w:p>" + run(words) + "</w:p></w:txbxContent>";
        return "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx>" + content + "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>" + content
                + "</w:pict></mc:Fallback></mc:AlternateContent></w:r>";
    }

    static String picture(String described) {
        return "<w:r><w:drawing><wp:docPr id=\"1\" name=\"Image\" descr=\"" + escape(described) + "\"/><a:blip/></w:drawing></w:r>";
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    byte[] bytes() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
        all.put("_rels/.rels", relations("<Relationship Id=\"d\" Type=\"" + TYPES + "officeDocument\" Target=\"word/document.xml\"/>"));
        all.put("word/_rels/document.xml.rels", relations(relations.toString()));
        all.put("word/document.xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document " + NAMES + "><w:body>" + body + "</w:body></w:document>");
        all.putAll(parts);
        return zip(all);
    }

    private static String relations(String content) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + content + "</Relationships>";
    }

    static byte[] zip(Map<String, String> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
