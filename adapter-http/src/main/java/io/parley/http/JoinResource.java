package io.parley.http;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.parley.http.join.JoinPage;
import io.parley.http.join.JoinPath;
import io.parley.http.join.OcsmeetDocument;
import io.parley.ports.in.MeetingDirectory;
import io.parley.ports.in.MeetingDirectory.Meeting;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Join URLs (MS-CONFBAS section 2.2.6): below {@value JoinPath#PREFIX} the page, and the ocsmeet document for who prefers that or puts {@value
 * JoinPath#SUFFIX} behind the URL. At a URL that cannot be parsed the document comes first, with an empty {@code conf-uri}, and the page is for
 * who names it. Who accepts neither gets what there is, as the client of section 4.1 does.
 *
 * @param meetings what the URLs name
 * @param nanos the time that passes, in nanoseconds
 */
record JoinResource(MeetingDirectory meetings, LongSupplier nanos) implements Resource {

    private static final MediaType DOCUMENT =
            MediaType.parse(OcsmeetDocument.MEDIA_TYPE).orElseThrow();
    private static final MediaType PAGE = new MediaType("text", "html", Map.of());

    @Override
    public boolean isAt(String path) {
        return path.startsWith(JoinPath.PREFIX);
    }

    @Override
    public RequestChecks checks() {
        return new RequestChecks(
                new OnlyMethods(HttpMethod.GET, HttpMethod.HEAD), // 405
                new NeitherExpectNorRange(), // 501
                new WithinSize(0)); // 413, connection closed
    }

    /** What a URL says, and the meeting that it names. */
    private record Found(JoinPath path, Meeting meeting) {}

    @Override
    public Reply answer(Call call) {
        long began = nanos.getAsLong();
        Optional<Found> found = JoinPath.parse(call.path())
                .flatMap(path ->
                        meetings.find(path.organizer(), path.conferenceId()).map(meeting -> new Found(path, meeting)));
        FullHttpResponse response = wantsDocument(call, found.isPresent())
                ? document(found, requested(call), began)
                : page(found, requested(call));
        response.headers()
                .set(HttpHeaderNames.CACHE_CONTROL, "private")
                .set(HttpHeaderNames.VARY, HttpHeaderNames.ACCEPT)
                .set("X-Content-Type-Options", "nosniff")
                .set("Referrer-Policy", "no-referrer");
        return Reply.to(call.head(), response);
    }

    private static boolean wantsDocument(Call call, boolean parsed) {
        int preference = Acceptable.to(call.head()).compare(DOCUMENT, PAGE);
        return JoinPath.isOfDocument(call.path()) || preference > 0 || (preference == 0 && !parsed);
    }

    private FullHttpResponse document(Optional<Found> found, String requested, long began) {
        Optional<String> id = found.map(named -> named.path().conferenceId());
        OcsmeetDocument document = new OcsmeetDocument(
                found.map(named -> named.meeting().uri()),
                Duration.ofNanos(Math.max(0, nanos.getAsLong() - began)),
                requested,
                id);
        FullHttpResponse response = ok(OcsmeetDocument.MEDIA_TYPE, document.xml());
        String file = id.filter(name -> name.matches("[\\w-]{1,64}")).orElse("meeting");
        response.headers()
                .set(HttpHeaderNames.CONTENT_DISPOSITION, "attachment; filename=\"" + file + JoinPath.SUFFIX + "\"")
                .set(HttpHeaderNames.CONTENT_SECURITY_POLICY, "default-src 'none'");
        return response;
    }

    private static FullHttpResponse page(Optional<Found> found, String requested) {
        JoinPage page = found.map(named -> JoinPage.of(
                        named.path(), named.meeting().uri(), named.meeting().connected()))
                .orElseGet(() -> JoinPage.ofUnparsed(requested));
        FullHttpResponse response = ok("text/html; charset=utf-8", page.html());
        HttpHeaders fields = response.headers();
        fields.set(HttpHeaderNames.CONTENT_SECURITY_POLICY, JoinPage.SECURITY_POLICY)
                .set(HttpHeaderNames.X_FRAME_OPTIONS, "DENY")
                .set("Cross-Origin-Opener-Policy", "same-origin")
                .set("Cross-Origin-Resource-Policy", "same-origin");
        return response;
    }

    private static FullHttpResponse ok(String type, String text) {
        FullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                HttpResponseStatus.OK,
                Unpooled.wrappedBuffer(text.getBytes(StandardCharsets.UTF_8)));
        response.headers().set(HttpHeaderNames.CONTENT_TYPE, type);
        return response;
    }

    /** The URL as the client asked for it (RFC 9112 section 3.3); only the target where a client of HTTP/1.0 says no more. */
    private static String requested(Call call) {
        HttpRequest head = call.head();
        String host = head.headers().get(HttpHeaderNames.HOST, "");
        boolean complete = !head.uri().startsWith("/") || host.isEmpty();
        return complete ? head.uri() : (call.encrypted() ? "https://" : "http://") + host + head.uri();
    }
}
