package io.parley.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers with what it got, in angle brackets, and remembers it. */
final class Echo implements Exchange {

    private final List<String> seen = new CopyOnWriteArrayList<>();

    @Override
    public byte[] answer(InputStream body) {
        try {
            String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
            seen.add(text);
            return ("<" + text + ">").getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bodies that arrived. */
    List<String> seen() {
        return List.copyOf(seen);
    }
}
