package io.parley.http;

import io.parley.identity.XconUserId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers with what it got, in angle brackets, and remembers it. */
final class Echo implements Exchange {

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final List<Origin> origins = new CopyOnWriteArrayList<>();

    @Override
    public Answered answer(byte[] body, Origin origin) {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        seen.add(text);
        origins.add(origin);
        return new Answered(("<" + text + ">").getBytes(StandardCharsets.ISO_8859_1), Told.NOTHING);
    }

    /** The bodies that arrived. */
    List<String> seen() {
        return List.copyOf(seen);
    }

    /** Who had proved to have sent them; empty for nobody. */
    List<String> users() {
        return origins.stream()
                .map(origin -> origin.user().map(XconUserId::toString).orElse(""))
                .toList();
    }

    /** A server around it, everything else as it is by default. */
    CcmpHttpServerBuilder server() {
        return CcmpHttpServer.builder().exchange(this).threads(1);
    }
}
