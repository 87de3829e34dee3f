package org.etabli.markdown;

/** What a heading of a charter is, by its depth. */
public enum CharterHeading {
    PRINCIPLE, ITEM, COMMITMENT
}
