package org.etabli.yaml;

import java.math.BigDecimal;
import java.util.Optional;

import org.etabli.model.Dossier;

/** {@code dossier.yaml} into a {@link Dossier}. */
public final class DossierReader {

    private DossierReader() {
    }

    public static Dossier read(YamlText text) {
        Node root = text.root();
        Node authority = Reading.child(root, "authority").orElse(root);
        Optional<Dossier.Procedure> procedure = Reading.child(root, "procedure").map(p -> new Dossier.Procedure(
                Reading.word(p, "kind"), Reading.number(p, "amount"), Reading.date(p, "launch"), Reading.word(p, "reference")));
        return new Dossier(Reading.wordOr(root, "id", ""), Reading.wordOr(root, "title", ""),
                new Dossier.Authority(Reading.wordOr(authority, "name", ""), Reading.word(authority, "siret"), Reading.word(authority, "kind"),
                        count(authority, "inhabitants"), count(authority, "agents")),
                Reading.wordOr(root, "need", ""), Reading.wordOr(root, "system", Reading.wordOr(root, "title", "")), procedure,
                Reading.list(root, "actors", a -> new Dossier.Actor(Reading.wordOr(a, "name", ""), Reading.wordOr(a, "role", ""), Reading.wordOr(a, "note", ""))),
                Reading.words(root, "sources"));
    }

    private static Optional<Integer> count(Node node, String key) {
        // a number that does not fit would come out as another one
        return Reading.number(node, key).filter(n -> n.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0).map(BigDecimal::intValue);
    }
}
