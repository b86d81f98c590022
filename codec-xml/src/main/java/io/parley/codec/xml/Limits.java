package io.parley.codec.xml;

/**
 * How much of XML is read before it is refused. What is within the limits is read in a time proportional to its length.
 *
 * @param bytes the length of the whole
 * @param depth how deeply elements may be nested, at most 1000, since trees are compared and written recursively
 * @param attributes how many attributes one element may have
 * @param characters how long one text or attribute value may be
 * @param elements how many elements there may be
 */
public record Limits(int bytes, int depth, int attributes, int characters, int elements) {

    /** Refuses numbers below 1 with an {@link IllegalArgumentException}. */
    public Limits {
        if (bytes < 1 || bytes == Integer.MAX_VALUE) {
            throw new IllegalArgumentException("bytes has to be from 1 to 2147483646, not " + bytes);
        }
        if (depth < 1 || depth > 1000) {
            throw new IllegalArgumentException("depth has to be from 1 to 1000, not " + depth);
        }
        positive("attributes", attributes);
        positive("characters", characters);
        positive("elements", elements);
    }

    /** For messages from strangers: 1 MiB, 256 deep, 64 attributes, 262,144 characters, 100,000 elements. */
    public static Limits defaults() {
        return new Limits(1 << 20, 256, 64, 1 << 18, 100_000);
    }

    private static void positive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " has to be 1 or more, not " + value);
        }
    }
}
