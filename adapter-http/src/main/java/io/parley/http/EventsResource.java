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
    private final FollowPasswords passwords;
    private final Executor executor;
    private final InstantSource clock;
    private final ServerObserver observer;
    private final Places places;
    private final Refusal busy;
    private final Refusal tooMany;
    private final EventText text = new EventText();

    /** Serves {@code feeds} to whom {@code identification} knows, by what else the server is. */
    EventsResource(Feeds feeds, Identification identification, FollowPasswords passwords, ServerSettings server) {
        this.feeds = feeds;
        this.identification = identification;
        this.passwords = passwords;
        this.executor = server.executor();
        this.clock = server.clock();
        this.observer = server.observer();
        this.places = new Places(feeds.maxStreams(), server.bounds());
        this.busy = server.unavailable();
        this.tooMany = server.tooMany();
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
        Identification.Identity identity = identification.identify(call, claimed(call.head()));
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
                call.head().protocolVersion(),
                Sender.of(call.peer()));
    }

    private Reply follow(ConferenceEvents.Follow request, HttpVersion version, Sender sender) {
        Told told = Told.ofConference(request.conference().toString());
        Optional<Refusal> unread = passwords.refuse(request, sender);
        if (unread.isPresent()) {
            return Reply.of(unread.get().response(), told);
        }
        Connections.Admission admission = places.take(sender);
        if (admission != Connections.Admission.SERVED) {
            Refusal refusal = admission == Connections.Admission.NO_ROOM ? busy : tooMany;
            return Reply.of(refusal.response(), told);
        }
        EventStream stream = new EventStream(feeds, executor, clock, text, request.after(), version, told);
        ConferenceEvents.Answer answer;
        try {
            answer = feeds.events().follow(request, stream::wake);
        } catch (RuntimeException fault) {
            places.leave(sender);
            throw fault;
        }
        if (answer instanceof ConferenceEvents.Refused refused) {
            places.leave(sender);
            passwords.remember(refused, sender);
            return Reply.of(Refusal.of(FollowRefusal.status(refused.code())).response(), told);
        }
        observer.streamOpened();
        stream.follow((ConferenceEvents.Following) answer, () -> {
            places.leave(sender);
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
