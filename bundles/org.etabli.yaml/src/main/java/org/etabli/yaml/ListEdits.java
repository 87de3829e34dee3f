package org.etabli.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import org.etabli.model.InvalidInputException;
import org.etabli.yaml.YamlEdits.Content;

/**
 * Items of a list put in, taken away and moved, as the smallest change of the text. Other items stay as they are written. The
 * comments right above an item go where it goes; they stay when it is taken away. Proved before anybody sees it, as in
 * {@link YamlEdits}.
 */
public final class ListEdits {
    private final YamlEdits edits;
    private final Node.Sequence list;
    private final List<String> path;

    private ListEdits(YamlEdits edits, Node.Sequence list, List<String> path) {
        this.edits = edits;
        this.list = list;
        this.path = path;
    }

    /** Puts an item before the one at that index, or at the end. A list that is not there yet, or is empty, is made. */
    public static TextEdit insert(YamlText document, List<String> path, int index, Content item) throws InvalidInputException {
        boolean inList = document.root().at(path.subList(0, path.size() - 1)).filter(Node.Sequence.class::isInstance).isPresent();
        if (!(document.root().at(path).orElse(null) instanceof Node.Sequence list) || list.items().isEmpty() && !inList)
            return YamlEdits.set(document, path, new Content.Items(List.of(item)), null);
        return YamlEdits.first(document, refusal(document, path, "no item can be put"), YamlEdits.ways(document).map(way -> () -> new ListEdits(way, list, path).insert(index, item)),
                after -> after.at(path).filter(n -> n instanceof Node.Sequence s && s.items().size() == list.items().size() + 1 && YamlEdits.is(s.items().get(index), item)).isPresent()
                        && YamlEdits.same(document.root(), changed(after, path, items -> without(items, index))));
    }

    /** Takes an item away, with its lines. */
    public static TextEdit remove(YamlText document, List<String> path, int index) throws InvalidInputException {
        Node.Sequence list = list(document, path);
        return YamlEdits.first(document, refusal(document, path, "item " + index + " cannot be taken away"),
                YamlEdits.ways(document).map(way -> () -> new ListEdits(way, list, path).remove(index)),
                after -> YamlEdits.same(changed(document.root(), path, items -> without(items, index)), after));
    }

    /** Moves an item to where another one stands, which makes room. */
    public static TextEdit move(YamlText document, List<String> path, int from, int to) throws InvalidInputException {
        Node.Sequence list = list(document, path);
        if (from == to)
            return new TextEdit(list.span().offset(), 0, "");
        return YamlEdits.first(document, refusal(document, path, "item " + from + " cannot be moved"),
                YamlEdits.ways(document).map(way -> () -> new ListEdits(way, list, path).move(from, to)),
                after -> YamlEdits.same(changed(document.root(), path, items -> moved(items, from, to)), after));
    }

    private static Node.Sequence list(YamlText document, List<String> path) {
        if (document.root().at(path).orElse(null) instanceof Node.Sequence list)
            return list;
        throw new IllegalStateException("there is no list at " + path + " of " + document.name());
    }

    private static String refusal(YamlText document, List<String> path, String what) {
        return what + " in the list " + path + " of " + document.name() + " by a small edit";
    }

    // --- the text ------------------------------------------------------------------------------------------------

    /**
     * An item in the text.
     *
     * @param lead  where the comments right above it begin
     * @param start of its first line; between brackets, of the item itself
     * @param end   behind its last line; between brackets, of the item itself
     */
    private record Piece(int lead, int start, int end) {
    }

    private List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        int behind = list.span().offset();
        for (Node item : list.items()) {
            if (list.flow()) {
                pieces.add(new Piece(item.span().offset(), item.span().offset(), item.span().end()));
                continue;
            }
            int dash = dash(behind);
            int start = edits.startOfLine(dash);
            if (!edits.text.substring(start, dash).isBlank())
                throw new IllegalStateException("an item that does not begin its line, at line " + item.span().line());
            int lead = start;
            while (lead > (pieces.isEmpty() ? 0 : behind) && edits.text.substring(edits.startOfLine(lead - 1), lead).stripLeading().startsWith("#"))
                lead = edits.startOfLine(lead - 1);
            behind = edits.endOfLine(Math.max(edits.end(item), dash + 1));
            pieces.add(new Piece(lead, start, behind));
        }
        return pieces;
    }

    /** The next dash, comments passed over. */
    private int dash(int from) {
        int at = from;
        while (at < edits.text.length() && edits.text.charAt(at) != '-')
            if (edits.text.charAt(at) == '#')
                at = edits.endOfLine(at + 1);
            else if (Character.isWhitespace(edits.text.charAt(at)))
                at++;
            else
                break;
        if (at == edits.text.length() || edits.text.charAt(at) != '-')
            throw new IllegalStateException("no dash before an item of " + path);
        return at;
    }

    private TextEdit insert(int index, Content item) {
        List<Piece> pieces = pieces();
        boolean last = index == pieces.size();
        if (pieces.isEmpty())
            return new TextEdit(list.span().offset() + 1, 0, YamlEdits.flow(item));
        if (list.flow())
            return last ? new TextEdit(pieces.getLast().end, 0, ", " + YamlEdits.flow(item)) : new TextEdit(pieces.get(index).start, 0, YamlEdits.flow(item) + ", ");
        int dash = dash(pieces.getFirst().start);
        int behind = dash + 1;
        while (behind < edits.text.length() && edits.text.charAt(behind) == ' ')
            behind++;
        String gap = list.items().getFirst().span().offset() == behind ? edits.text.substring(dash + 1, behind) : " ";
        YamlEdits.Written written = edits.item(item, dash - pieces.getFirst().start, gap);
        int at = index == 0 ? pieces.getFirst().lead : pieces.get(index - 1).end;
        boolean fresh = at == 0 || edits.text.charAt(at - 1) == '\n';
        return new TextEdit(at, 0, (fresh ? "" : edits.newline) + written.head() + written.rest() + (fresh ? edits.newline : written.last()));
    }

    private TextEdit remove(int index) {
        List<Piece> pieces = pieces();
        if (list.flow())
            return edits.removeFromFlow(list.items().stream().map(Node::span).toList(), index, list.span().end() - 1);
        Piece piece = pieces.get(index);
        if (pieces.size() > 1)
            return new TextEdit(piece.start, piece.end - piece.start, "");
        int colon = edits.colon(edits.entry(path).key().span().end());
        if (colon < 0)
            throw new IllegalStateException("a list without a colon before it, at line " + list.span().line());
        // the brackets follow the key; comments in between stay below it
        return new TextEdit(colon + 1, piece.end - colon - 1, " []" + edits.text.substring(colon + 1, piece.start));
    }

    /** What stands between two items stays where it is. */
    private TextEdit move(int from, int to) {
        List<Piece> pieces = pieces();
        List<Piece> order = moved(pieces, from, to);
        int low = Math.min(from, to);
        int high = Math.max(from, to);
        StringBuilder out = new StringBuilder();
        for (int i = low; i <= high; i++) {
            out.append(edits.text, order.get(i).lead, order.get(i).end);
            if (!list.flow() && out.charAt(out.length() - 1) != '\n')
                out.append(edits.newline);
            if (i < high)
                out.append(edits.text, pieces.get(i).end, pieces.get(i + 1).lead);
        }
        int start = pieces.get(low).lead;
        int end = pieces.get(high).end;
        if (!list.flow() && edits.text.charAt(end - 1) != '\n')
            out.setLength(out.length() - edits.newline.length());
        return new TextEdit(start, end - start, out.toString());
    }

    // --- what it says --------------------------------------------------------------------------------------------

    private static <T> List<T> without(List<T> items, int index) {
        List<T> fewer = new ArrayList<>(items);
        fewer.remove(index);
        return fewer;
    }

    private static <T> List<T> moved(List<T> items, int from, int to) {
        List<T> order = new ArrayList<>(items);
        order.add(to, order.remove(from));
        return order;
    }

    /** The same tree with other items in one list. */
    private static Node changed(Node node, List<String> path, UnaryOperator<List<Node>> change) {
        if (path.isEmpty())
            return node instanceof Node.Sequence s ? new Node.Sequence(change.apply(s.items()), s.flow(), s.span()) : node;
        List<String> rest = path.subList(1, path.size());
        return switch (node) {
            case Node.Mapping m -> new Node.Mapping(m.entries().stream()
                    .map(e -> e.key().text().equals(path.getFirst()) ? new Node.Entry(e.key(), changed(e.value(), rest, change)) : e).toList(), m.flow(), m.span());
            case Node.Sequence s -> new Node.Sequence(IntStream.range(0, s.items().size())
                    .mapToObj(i -> String.valueOf(i).equals(path.getFirst()) ? changed(s.items().get(i), rest, change) : s.items().get(i)).toList(), s.flow(), s.span());
            case Node.Scalar s -> s;
        };
    }
}
