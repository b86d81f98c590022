package io.parley.document;

/** In the making. */
public final class Diff {
    private Diff() {}
}
