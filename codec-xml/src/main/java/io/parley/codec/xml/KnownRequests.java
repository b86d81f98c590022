package io.parley.codec.xml;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.parley.ccmp.Body;
import io.parley.ccmp.CcmpRequest;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What requests say that are likely to come again, byte by byte: a client that polls asks the same each time. Requests with a password are
 * not remembered, so that none stays in memory; nor are those that bring a document, which hardly come twice. Used by all threads.
 */
final class KnownRequests {

    private static final int LONGEST = 4096;
    private static final long REMEMBERED = 4L << 20;

    private final Cache<Octets, Reading> known = Caffeine.newBuilder()
            .maximumWeight(REMEMBERED)
            .<Octets, Reading>weigher((message, reading) -> message.bytes().length)
            .executor(Runnable::run)
            .build();

    /** What {@code message} says, as {@code reader} reads it. */
    Reading read(byte[] message, Function<byte[], Reading> reader) {
        if (message.length > LONGEST) {
            return reader.apply(message);
        }
        @Nullable Reading before = known.getIfPresent(new Octets(message));
        if (before != null) {
            return before;
        }
        Reading reading = reader.apply(message);
        if (reading instanceof Reading.Read read && isWorthIt(read.request())) {
            known.put(new Octets(message.clone()), reading);
        }
        return reading;
    }

    private static boolean isWorthIt(CcmpRequest request) {
        return request.subject().isEmpty()
                && request.conferencePassword().isEmpty()
                && (request.body() instanceof Body.None || request.body() instanceof Body.Filter);
    }

    /** Bytes by their content; in an order, so that strangers cannot make a slow list of a hash table. */
    @SuppressWarnings("ArrayRecordComponent") // equality and order are those of the content
    private record Octets(byte[] bytes) implements Comparable<Octets> {

        private static final VarHandle LONGS =
                MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Octets that && Arrays.equals(bytes, that.bytes);
        }

        /** Eight bytes at a time, since it is asked for every request. */
        @Override
        public int hashCode() {
            long hash = bytes.length;
            int at = 0;
            for (; at + Long.BYTES <= bytes.length; at += Long.BYTES) {
                hash = hash * 31 + (long) LONGS.get(bytes, at);
            }
            for (; at < bytes.length; at++) {
                hash = hash * 31 + bytes[at];
            }
            return Long.hashCode(hash);
        }

        @Override
        public int compareTo(Octets other) {
            return Arrays.compare(bytes, other.bytes);
        }
    }
}
