package org.etabli.render;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.etabli.annex.AnnexDocument;
import org.etabli.model.Lang;
import org.etabli.model.Messages;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.extend.FSStreamFactory;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;

/** Documents as HTML that needs nothing else, as tagged PDF (PDF/UA, PDF/A) and as Word files. Keeps the engine between documents. */
public final class Renderer implements AutoCloseable {
    private static final Messages TEXTS = Messages.beside(Renderer.class);
    private static final Pattern HEADING = Pattern.compile("<h([23]) id=\"([^\"]+)\">(.*?)</h[23]>", Pattern.DOTALL);
    private static final Pattern PICTURE = Pattern.compile("(<svg [^>]*)>\\s*<title[^>]*>([^<]*)</title>\\s*<desc[^>]*>([^<]*)</desc>");
    private static final Pattern NO_XML = Pattern.compile("[\\p{Cntrl}\\p{Cs}\\x{FFFE}\\x{FFFF}&&[^\t\n\r\\x{85}]]");
    private static final List<String> SCHEMES = List.of("http", "https", "file", "jar");

    /** As in the style sheet of the PDF. */
    private static final String FAMILIES = "\"Liberation Sans\", \"DejaVu Sans\"";

    private final AsciidocEngine engine;
    private final Fonts fonts;

    static {
        // the library writes its progress to standard error
        XRLog.setLoggingEnabled(false);
    }

    /** @param home the folder with {@code engine/} and {@code fonts/} */
    public Renderer(Path home) {
        this.engine = new AsciidocEngine(home.resolve("engine"));
        this.fonts = new Fonts(home.resolve("fonts"));
    }

    /**
     * A document as PDF.
     *
     * @param replaced characters that no embedded font has; another sign stands for them
     */
    public record Pdf(byte[] content, int pages, SortedSet<Integer> replaced) {
    }

    /** A document in its finished forms. */
    public final class Rendered {
        private final AnnexDocument document;
        private final String body;

        private Rendered(AnnexDocument document) {
            this.document = document;
            this.body = engine.toXhtmlBody(document.asciidoc());
        }

        /** HTML with its styles inside, readable in light and dark, without scripts. */
        public String html() {
            return page(document, body, resource("document.css"), "");
        }

        /**
         * Tagged PDF with embedded fonts, title, language and bookmarks. The same document of the same day gives the same bytes.
         *
         * @param day of what the document says; its date of creation
         */
        public Pdf pdf(LocalDate day) throws IOException {
            // a parsed font is for one thread at a time
            synchronized (fonts) {
                String page = page(document, ListIndent.in(described(body)), resource("document.css") + resource("print.css") + runningTitle(), bookmarks(body));
                return make(fonts.shown(PageTables.in(page)), day);
            }
        }

        private Pdf make(Fonts.Shown page, LocalDate day) throws IOException {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            PdfRendererBuilder builder = new PdfRendererBuilder();
            DatedPdf target = new DatedPdf(page.text(), day);
            builder.usePDDocument(target);
            fonts.offer(builder, target);
            builder.usePdfUaAccessibility(true);
            builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_A);
            builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
            SCHEMES.forEach(s -> builder.useProtocolsStreamImplementation(new Nothing(), s));
            builder.useUnicodeLineBreaker(new FrenchLineBreaker());
            builder.withProducer("Établi");
            builder.withHtmlContent(page.text(), null);
            builder.toStream(out);
            try (SvgPictures pictures = new SvgPictures(fonts)) {
                builder.useSVGDrawer(pictures);
                builder.run();
            }
            return new Pdf(out.toByteArray(), target.pages(), page.replaced());
        }

        /** A Word file with real headings, lists and tables, the words of the PDF in the order of the PDF. The same document gives the same bytes. */
        public byte[] docx() throws IOException {
            return WordFile.of(page(document, body, "", ""));
        }

        /** The PDF maker takes the alternative text of a figure from one attribute. */
        private static String described(String body) {
            return PICTURE.matcher(body).replaceAll("$1 alt=\"$2. $3\">");
        }

        /** The title at the head of every page but the first, and what the document wants at its foot. */
        private String runningTitle() {
            return "@page { @top-right { content: " + quoted(document.title()) + "; font-family: " + FAMILIES + "; font-size: 8pt; color: #51596a; }\n"
                    + "@bottom-left { content: " + quoted(document.foot()) + "; font-family: " + FAMILIES + "; font-size: 8pt; color: #51596a; } }\n"
                    + "@page :first { @top-right { content: none; } }\n";
        }

        private static String quoted(String text) {
            return "\"" + NO_XML.matcher(text).replaceAll("").replaceAll("[\"\\\\<>&\\p{Cntrl}]", " ") + "\"";
        }
    }

    public Rendered render(AnnexDocument document) {
        return new Rendered(document);
    }

    /** Starts the engine ahead of the first document. */
    public void warm() {
        engine.warm();
    }

    @Override
    public void close() throws IOException {
        engine.close();
    }

    /** Nothing outside the document is ever fetched, whatever the text says. */
    private static final class Nothing implements FSStreamFactory {
        @Override
        public FSStream getUrl(String url) {
            return new FSStream() {
                @Override
                public InputStream getStream() {
                    return new ByteArrayInputStream(new byte[0]);
                }

                @Override
                public java.io.Reader getReader() {
                    return java.io.Reader.nullReader();
                }
            };
        }
    }

    private static String page(AnnexDocument document, String body, String css, String head) {
        Lang lang = document.lang();
        String title = escape(document.title());
        return """
                <!DOCTYPE html>
                <html xmlns="http://www.w3.org/1999/xhtml" lang="%1$s" xml:lang="%1$s">
                <head>
                <meta charset="UTF-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="generator" content="Établi"/>
                <meta name="author" content="%3$s"/>
                <meta name="subject" content="%4$s"/>
                <meta name="description" content="%4$s"/>
                <title>%2$s</title>
                <style>
                %5$s
                </style>
                %6$s
                </head>
                <body>
                <header class="cover">
                <p class="authority">%3$s</p>
                <h1>%2$s</h1>
                <p class="subtitle">%4$s</p>
                </header>
                <main>
                %7$s
                </main>
                <footer><p>%8$s</p></footer>
                </body>
                </html>
                """.formatted(lang.locale().getLanguage(), title, escape(document.authority()), escape(document.subtitle()), css, head, body,
                TEXTS.get(lang, "footer"));
    }

    /** Section headings as the PDF's outline. */
    private static String bookmarks(String body) {
        StringBuilder out = new StringBuilder("<bookmarks>\n");
        Matcher heading = HEADING.matcher(body);
        boolean inside = false;
        while (heading.find()) {
            boolean chapter = heading.group(1).equals("2");
            String name = heading.group(3).replaceAll("<[^>]*>", "").strip();
            if (chapter) {
                out.append(inside ? "</bookmark>\n" : "").append("<bookmark name=\"").append(name.replace("\"", "&quot;")).append("\" href=\"#")
                        .append(heading.group(2)).append("\">\n");
                inside = true;
            } else if (inside) {
                out.append("<bookmark name=\"").append(name.replace("\"", "&quot;")).append("\" href=\"#").append(heading.group(2)).append("\"/>\n");
            }
        }
        return out.append(inside ? "</bookmark>\n" : "").append("</bookmarks>").toString();
    }

    /** Characters that no XML may hold are left out: escapes of YAML can name them. */
    private static String escape(String text) {
        return NO_XML.matcher(text).replaceAll("").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    private static String resource(String name) {
        try (InputStream in = Renderer.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
