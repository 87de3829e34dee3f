package org.etabli.ui.charter;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.rules.IToken;
import org.eclipse.jface.text.rules.ITokenScanner;
import org.eclipse.jface.text.rules.Token;
import org.etabli.markdown.CharterField;
import org.etabli.model.Charter.Level;

/** The head of a charter as YAML; below it, line by line, what has a meaning in a charter. Fast, since it is asked at every keystroke. */
final class CharterScanner implements ITokenScanner {
    private static final String FENCE = "---";
    private static final Pattern HEADING = Pattern.compile("( {0,3}#{1,3}(?:[ \\t].*?)?)(\\{#[^{}]*})?[ \\t]*");
    private static final Pattern FIELD = Pattern.compile("[ \\t]*[-*+][ \\t]+([^:]{1,40}?)[ \\t\\x{A0}\\x{202F}]*:(?:[ \\t]+(.*?))?[ \\t]*");
    private static final Pattern ANCHOR = Pattern.compile("]\\((#[^\\s()]*)\\)");

    /** Tokens stand one behind the other, without gaps. */
    private record Piece(int offset, int length, IToken token) {
    }

    private final ITokenScanner head;
    private final IToken heading;
    private final IToken id;
    private final IToken name;
    private final IToken level;
    private final IToken condition;
    private final List<Piece> pieces = new ArrayList<>();
    private int next;
    private int done;

    CharterScanner(ITokenScanner head, IToken heading, IToken id, IToken name, IToken level, IToken condition) {
        this.head = head;
        this.heading = heading;
        this.id = id;
        this.name = name;
        this.level = level;
        this.condition = condition;
    }

    @Override
    public void setRange(IDocument document, int offset, int length) {
        pieces.clear();
        next = 0;
        done = offset;
        try {
            int end = offset + length;
            int body = Math.min(body(document), end);
            if (done < body)
                head(document, body);
            while (done < end) {
                IRegion line = document.getLineInformationOfOffset(done);
                int stop = Math.min(line.getOffset() + line.getLength(), end);
                line(document.get(done, stop - done), done);
                plain(Math.min(line.getOffset() + document.getLineLength(document.getLineOfOffset(line.getOffset())), end));
            }
        } catch (BadLocationException e) {
            throw new IllegalArgumentException("a range of another text", e);
        }
    }

    /** Behind the second line of three dashes; 0 where there is no head. */
    private static int body(IDocument document) throws BadLocationException {
        if (!isFence(document, 0))
            return 0;
        for (int line = 1; line < document.getNumberOfLines(); line++)
            if (isFence(document, line))
                return document.getLineOffset(line) + document.getLineLength(line);
        return 0;
    }

    private static boolean isFence(IDocument document, int line) throws BadLocationException {
        return document.getLineLength(line) >= FENCE.length() && document.get(document.getLineOffset(line), FENCE.length()).equals(FENCE);
    }

    private void head(IDocument document, int end) {
        head.setRange(document, done, end - done);
        for (IToken token = head.nextToken(); !token.isEOF(); token = head.nextToken())
            add(head.getTokenOffset(), head.getTokenOffset() + head.getTokenLength(), token);
        plain(end);
    }

    private void line(String line, int at) {
        Matcher title = HEADING.matcher(line);
        Matcher field = FIELD.matcher(line);
        if (title.matches()) {
            add(title, 1, at, heading);
            add(title, 2, at, id);
        } else if (field.matches() && CharterField.of(field.group(1)).isPresent()) {
            add(field, 1, at, name);
            CharterField kind = CharterField.of(field.group(1)).orElseThrow();
            if (kind.form() == CharterField.Form.CONDITIONS)
                add(field, 2, at, condition);
            else if (kind == CharterField.LEVEL && field.group(2) != null && Level.of(field.group(2)).isPresent())
                add(field, 2, at, level);
        } else {
            for (Matcher anchor = ANCHOR.matcher(line); anchor.find();)
                add(anchor, 1, at, id);
        }
    }

    private void add(Matcher found, int group, int at, IToken token) {
        if (found.start(group) >= 0)
            add(at + found.start(group), at + found.end(group), token);
    }

    private void add(int from, int to, IToken token) {
        plain(from);
        if (to > from)
            pieces.add(new Piece(from, to - from, token));
        done = to;
    }

    private void plain(int to) {
        if (to > done)
            pieces.add(new Piece(done, to - done, Token.WHITESPACE));
        done = to;
    }

    @Override
    public IToken nextToken() {
        return next < pieces.size() ? pieces.get(next++).token() : Token.EOF;
    }

    @Override
    public int getTokenOffset() {
        return pieces.get(next - 1).offset();
    }

    @Override
    public int getTokenLength() {
        return pieces.get(next - 1).length();
    }
}
