package org.etabli.cli;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

import org.etabli.yaml.YamlText;

/**
 * Text that ends where a line is longer than any text that is read: whoever reads line by line sees that it is too long, and no device
 * and no huge file fills the memory.
 */
final class LineLimit extends FilterReader {
    /** Characters since the last line end. */
    private long length;

    private LineLimit(Reader in) {
        super(in);
    }

    /** UTF-8, strictly. */
    static BufferedReader reader(InputStream in) {
        return new BufferedReader(new LineLimit(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder())));
    }

    @Override
    public int read(char[] some, int offset, int count) throws IOException {
        if (length > 2L * YamlText.MAX_LENGTH)
            return -1;
        int read = super.read(some, offset, count);
        int last = read - 1;
        while (last >= 0 && some[offset + last] != '\n' && some[offset + last] != '\r')
            last--;
        length = last < 0 ? length + Math.max(0, read) : read - 1L - last;
        return read;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }
}
