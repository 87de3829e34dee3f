package org.etabli.model;

/** A heading under which questions stand, in the order of the law. */
public record QuestionGroup(String id, Text title, Text meaning) {
}
