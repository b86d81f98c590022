package io.parley.document;

/** Placeholder. */
final class Validation {}
