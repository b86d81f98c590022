package io.parley.document;

/** In the making. */
public final class Merge {
    private Merge() {}
}
