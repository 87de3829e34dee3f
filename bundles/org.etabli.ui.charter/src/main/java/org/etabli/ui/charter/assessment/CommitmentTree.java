package org.etabli.ui.charter.assessment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.etabli.rules.CharterReview.Line;

/** Principles, items and commitments as a tree; on demand, what is still to be judged stands above them in a group of its own. */
final class CommitmentTree {
    private boolean openFirst;
    private List<Node> roots = List.of();
    private Map<Node, List<Node>> below = Map.of();
    private Map<Node, Node> above = Map.of();
    private Set<Node> before = Set.of();

    enum Kind {
        OPEN, PRINCIPLE, ITEM, COMMITMENT
    }

    /** @param id of what the charter calls so; empty for the group of what is open */
    record Node(Kind kind, String id, String title) {
    }

    void setOpenFirst(boolean first) {
        openFirst = first;
    }

    /** @return whether anything has another place than before */
    boolean update(AssessmentSnapshot snapshot) {
        List<Node> freshRoots = new ArrayList<>();
        Map<Node, List<Node>> fresh = new LinkedHashMap<>();
        List<Line> open = openFirst ? snapshot.open() : List.of();
        if (!open.isEmpty()) {
            Node group = new Node(Kind.OPEN, "", "");
            freshRoots.add(group);
            open.forEach(l -> fresh.computeIfAbsent(group, g -> new ArrayList<>()).add(commitment(l)));
        }
        for (Line line : snapshot.lines()) {
            if (openFirst && AssessmentSnapshot.isOpen(line))
                continue;
            Node principle = new Node(Kind.PRINCIPLE, line.principle().id(), line.principle().title());
            Node item = new Node(Kind.ITEM, line.item().id(), line.item().title());
            if (!fresh.containsKey(principle))
                freshRoots.add(principle);
            List<Node> items = fresh.computeIfAbsent(principle, p -> new ArrayList<>());
            if (!items.contains(item))
                items.add(item);
            fresh.computeIfAbsent(item, i -> new ArrayList<>()).add(commitment(line));
        }
        if (freshRoots.equals(roots) && fresh.equals(below))
            return false;
        before = Set.copyOf(all());
        roots = freshRoots;
        below = fresh;
        above = new HashMap<>();
        fresh.forEach((parent, children) -> children.forEach(c -> above.put(c, parent)));
        return true;
    }

    private static Node commitment(Line line) {
        return new Node(Kind.COMMITMENT, line.commitment().id(), line.commitment().title());
    }

    List<Node> roots() {
        return roots;
    }

    List<Node> below(Node parent) {
        return below.getOrDefault(parent, List.of());
    }

    Optional<Node> above(Node node) {
        return Optional.ofNullable(above.get(node));
    }

    /** The row of a commitment. */
    Optional<Node> node(String commitment) {
        return above.keySet().stream().filter(n -> n.kind() == Kind.COMMITMENT && n.id().equals(commitment)).findFirst();
    }

    List<Node> all() {
        List<Node> all = new ArrayList<>(roots);
        below.values().forEach(all::addAll);
        return all;
    }

    /** Whether it was there before the last update. */
    boolean was(Node node) {
        return before.contains(node);
    }
}
