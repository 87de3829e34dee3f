package org.etabli.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.stream.Stream;

import org.asciidoctor.Asciidoctor;
import org.asciidoctor.Attributes;
import org.asciidoctor.Options;
import org.asciidoctor.SafeMode;

/**
 * AsciidoctorJ and JRuby in a class loader of their own: JRuby finds its gems by the context class loader, and nobody else
 * sees its thirty jars. The first conversion starts JRuby, which takes seconds; the engine is then kept. One thread at a time.
 */
final class AsciidocEngine implements AutoCloseable {
    private final Path jars;
    private URLClassLoader loader;
    private Asciidoctor asciidoctor;

    /** @param jars the folder with AsciidoctorJ, JRuby and what they need, without the API */
    AsciidocEngine(Path jars) {
        this.jars = jars;
    }

    /** The body of a document as XHTML, without head and title. Nothing outside the text is read: no include, no image, no network. */
    synchronized String toXhtmlBody(String asciidoc) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader());
        try {
            return engine().convert(asciidoc, Options.builder().safe(SafeMode.SECURE).backend("xhtml5").standalone(false)
                    .attributes(Attributes.builder().attribute("idprefix", "s-").attribute("icons", null)
                            // the secure mode would cut names and titles after 4096 bytes, in the middle of an entity
                            .attribute("max-attribute-value-size", Integer.toString(Integer.MAX_VALUE)).build()).build());
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Starts JRuby, so that the first document does not wait for it. */
    synchronized void warm() {
        toXhtmlBody("= Établi\n\nUn paragraphe.\n\n|===\n| a | b\n|===\n");
    }

    private Asciidoctor engine() {
        if (asciidoctor == null) {
            // Ruby's own library as plain files: from a jar, JRuby would ask the network for the name of this machine
            Path ruby = jars.resolve("META-INF/jruby.home").toAbsolutePath();
            if (Files.isDirectory(ruby))
                System.setProperty("jruby.home", ruby.toString());
            asciidoctor = ServiceLoader.load(Asciidoctor.class, loader()).findFirst()
                    .orElseThrow(() -> new IllegalStateException("no AsciidoctorJ in " + jars));
        }
        return asciidoctor;
    }

    private ClassLoader loader() {
        if (loader == null)
            try (Stream<Path> list = Files.list(jars)) {
                loader = new URLClassLoader("asciidoctor", list.filter(p -> p.toString().endsWith(".jar")).sorted().map(AsciidocEngine::url).toArray(URL[]::new),
                        Asciidoctor.class.getClassLoader());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        return loader;
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (asciidoctor != null)
            asciidoctor.shutdown();
        asciidoctor = null;
        if (loader != null)
            loader.close();
        loader = null;
    }
}
