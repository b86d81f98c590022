package io.parley.bench.subject;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** What lives in the heap of a {@link Subject}: its histogram, for which the JVM collects all garbage first. */
public final class Heap {

    private Heap() {}

    /** The bytes of all objects that are reachable. */
    public static long live(Subject subject) {
        try {
            Process jcmd = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            Long.toString(subject.pid()),
                            "GC.class_histogram")
                    .redirectErrorStream(true)
                    .start();
            long bytes = -1;
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(jcmd.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith("Total")) {
                        bytes = Long.parseLong(line.strip().split(" +", -1)[2]);
                    }
                }
            }
            if (jcmd.waitFor() != 0 || bytes < 0) {
                throw new IllegalStateException("jcmd gives no histogram of " + subject.pid());
            }
            return bytes;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
