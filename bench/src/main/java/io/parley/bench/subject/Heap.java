package io.parley.bench.subject;

/** What lives in the heap of a {@link Subject}: its histogram, for which the JVM collects all garbage first. */
public final class Heap {

    private Heap() {}

    /** The bytes of all objects that are reachable. */
    public static long live(Subject subject) {
        return Jcmd.run(subject, "GC.class_histogram")
                .lines()
                .filter(line -> line.startsWith("Total"))
                .mapToLong(line -> Long.parseLong(line.strip().split(" +", -1)[2]))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("jcmd gives no histogram of " + subject.pid()));
    }
}
