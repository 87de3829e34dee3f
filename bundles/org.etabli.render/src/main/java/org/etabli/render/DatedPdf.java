package org.etabli.render;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.GregorianCalendar;

import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/** A PDF whose date and identifier follow from what it says, not from the clock: the same page gives the same bytes. */
final class DatedPdf extends PDDocument {
    private final LocalDate day;
    private int pages;

    /** @param page the whole text it is made of */
    DatedPdf(String page, LocalDate day) {
        this.day = day;
        setDocumentId(identifier(page));
    }

    private static long identifier(String page) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(page.getBytes(StandardCharsets.UTF_8))).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The PDF maker names the present moment here; the metadata take their date from it as well. */
    @Override
    public void setDocumentInformation(PDDocumentInformation information) {
        information.setCreationDate(GregorianCalendar.from(ZonedDateTime.of(day.atStartOfDay(), ZoneOffset.UTC)));
        super.setDocumentInformation(information);
    }

    @Override
    public void save(OutputStream output, CompressParameters compression) throws IOException {
        pages = getNumberOfPages();
        super.save(output, compression);
    }

    /** How many it had when it was saved. */
    int pages() {
        return pages;
    }
}
