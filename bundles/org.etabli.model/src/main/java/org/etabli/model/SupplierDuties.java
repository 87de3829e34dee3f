package org.etabli.model;

import java.util.List;

/**
 * Which duties of the law concern whoever supplies the system, and have no clause on purpose.
 *
 * @param roles     the roles whose duties the supplier bears, or answers for
 * @param leftToLaw the duties of these roles that no clause serves
 */
public record SupplierDuties(List<String> roles, List<LeftToLaw> leftToLaw) {

    public SupplierDuties {
        roles = List.copyOf(roles);
        leftToLaw = List.copyOf(leftToLaw);
    }

    /** @param reason why the contract has nothing to say about it */
    public record LeftToLaw(String duty, Text reason) {
    }
}
