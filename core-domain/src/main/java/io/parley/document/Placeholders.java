package io.parley.document;

/** In the making. */
public final class Placeholders {
    private Placeholders() {}
}
