package io.parley.bench.load;

import org.HdrHistogram.Histogram;

/**
 * What was seen of a load.
 *
 * @param requests how many were answered in the time that counts
 * @param seconds how long that was
 * @param latency from when a request was due to its whole response, in nanoseconds
 */
public record Measured(long requests, double seconds, Histogram latency) {

    /** Responses a second. */
    public double rate() {
        return requests / seconds;
    }

    /** The latency that {@code percent} of the requests do not exceed, in microseconds. */
    public double micros(double percent) {
        return latency.getValueAtPercentile(percent) / 1e3;
    }
}
