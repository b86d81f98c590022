package io.parley.http;

import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.parley.identity.XconUri;
import io.parley.ports.in.ConferenceEvents;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Server-sent events of a conference, at {@code /events/} and its percent-encoded XCON-URI. The asker names himself by {@code ?user=} or
 * the field {@value #USER}, and says where he stands by {@code Last-Event-ID} or {@code ?after=}.
 */
final class EventsResource implements Resource {

    static final String USER = "Conf-User-ID";
    static final String PASSWORD = "Conference-Password";

    private static final String PREFIX = "/events/";

    private final Feeds feeds;
    private final Identification identification;
    private final Executor executor;
    private final InstantSource clock;
    private final ServerObserver observer;
    private final Refusal busy;
    private final EventText text = new EventText();
    private final AtomicInteger streams = new AtomicInteger();

    EventsResource(Feeds feeds, Executor executor, InstantSource clock, ServerObserver observer, Refusal busy) {
        this.feeds = feeds;
        this.identification = feeds.identification();
        this.executor = executor;
        this.clock = clock;
        this.observer = observer;
        this.busy = busy;
    }

    @Override
    public boolean isAt(String path) {
        return path.startsWith(PREFIX);
    }

    @Override
    public RequestChecks checks() {
        return new RequestChecks(
                new OnlyMethods(HttpMethod.GET), // 405
                new NeitherExpectNorRange(), // 501
                new AdmitsEvents(), // 406
                new WithinSize(0)); // 413, connection closed
    }

    @Override
    public Reply answer(Call call) {
        Optional<XconUri> conference = conference(call.path());
        if (conference.isEmpty()) {
            return Reply.of(Resources.NOT_FOUND);
        }
        Optional<OptionalLong> after = after(call.head());
        if (after.isEmpty()) {
            return Reply.of(Refusal.of(HttpResponseStatus.BAD_REQUEST));
        }
        Identification.Identity identity = identification.identify(call.head(), claimed(call.head()));
        if (identity instanceof Identification.Identity.Unknown unknown) {
            return Reply.of(unknown.refusal());
        }
        Identification.Identity.Known who = (Identification.Identity.Known) identity;
        return follow(
                new ConferenceEvents.Follow(
                        conference.get(),
                        who.user(),
                        who.authenticated(),
                        Optional.ofNullable(call.head().headers().get(PASSWORD)),
                        after.get()),
                call.head().protocolVersion());
    }

    private Reply follow(ConferenceEvents.Follow request, HttpVersion version) {
        Told told = Told.ofConference(request.conference().toString());
        if (streams.incrementAndGet() > feeds.maxStreams()) {
            streams.decrementAndGet();
            return Reply.of(busy.response(), told);
        }
        EventStream stream = new EventStream(feeds, executor, clock, text, request.after(), version, told);
        ConferenceEvents.Answer answer;
        try {
            answer = feeds.events().follow(request, stream::wake);
        } catch (RuntimeException fault) {
            streams.decrementAndGet();
            throw fault;
        }
        if (answer instanceof ConferenceEvents.Refused refused) {
            streams.decrementAndGet();
            return Reply.of(Refusal.of(FollowRefusal.status(refused.code())).response(), told);
        }
        observer.streamOpened();
        stream.follow((ConferenceEvents.Following) answer, () -> {
            streams.decrementAndGet();
            observer.streamClosed();
        });
        return stream;
    }

    private static Optional<XconUri> conference(String path) {
        try {
            return XconUri.parse(new QueryStringDecoder(path).path().substring(PREFIX.length()));
        } catch (IllegalArgumentException badlyEncoded) {
            return Optional.empty();
        }
    }

    static Optional<String> claimed(HttpRequest head) {
        return Optional.ofNullable(head.headers().get(USER)).or(() -> parameter(head, "user"));
    }

    /** The number behind which to go on, if it is one, and none if none is given. */
    private static Optional<OptionalLong> after(HttpRequest head) {
        Optional<String> given =
                Optional.ofNullable(head.headers().get("Last-Event-ID")).or(() -> parameter(head, "after"));
        if (given.isEmpty() || given.get().isEmpty()) {
            return Optional.of(OptionalLong.empty());
        }
        return given.get().matches("\\d{1,18}")
                ? Optional.of(OptionalLong.of(Long.parseLong(given.get())))
                : Optional.empty();
    }

    private static Optional<String> parameter(HttpRequest head, String name) {
        try {
            List<String> values =
                    new QueryStringDecoder(head.uri()).parameters().getOrDefault(name, List.of());
            return values.stream().findFirst();
        } catch (IllegalArgumentException badlyEncoded) {
            return Optional.empty();
        }
    }
}
