package io.parley.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.List;
import java.util.Optional;

/** One {@code Content-Type}, and it names CCMP in UTF-8 (RFC 6503 sections 9 and 12.3); the charset may be left out. */
final class CcmpContent implements RequestCheck {

    /** What most clients write, which need not be taken apart. */
    private static final String USUAL = "application/ccmp+xml";

    @Override
    public Optional<Refusal> refuse(HttpRequest request) {
        List<String> types = request.headers().getAll(HttpHeaderNames.CONTENT_TYPE);
        boolean ours = types.size() == 1 && (types.get(0).equals(USUAL) || isCcmp(types.get(0)));
        return ours ? Optional.empty() : Optional.of(Refusal.of(HttpResponseStatus.NOT_ACCEPTABLE));
    }

    private static boolean isCcmp(String mediaType) {
        return MediaType.parse(mediaType)
                .filter(type -> type.is("application", "ccmp+xml") && type.allows("charset", "utf-8"))
                .isPresent();
    }
}
