package io.parley.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.parley.http.Identification.Identity;
import io.parley.identity.XconUri;
import io.parley.identity.XconUserId;
import io.parley.ports.in.ConferenceEvents;
import java.io.IOException;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import javax.net.ssl.SSLException;

/**
 * Registers call-backs (RFC 6503 section 8): {@code POST /callbacks}, {@code GET /callbacks}, {@code GET} and {@code DELETE} of {@code
 * /callbacks/ID}. Everybody sees and removes his own only.
 */
final class CallbacksResource implements Resource {

    private static final int THREADS = 2;
    private static final String PATH = "/callbacks";
    private static final int MOST_BYTES = 16 * 1024;
    private static final int SHORTEST_SECRET = 16;
    private static final int LONGEST_SECRET = 256;
    private static final Set<String> MEMBERS = Set.of("conference", "url", "user", "secret", "password", "after");

    private final CallbackBook book;
    private final Identification identification;
    private final FollowPasswords passwords;
    private final boolean cleartext;

    CallbacksResource(CallbackBook book, Identification identification, FollowPasswords passwords, boolean cleartext) {
        this.book = book;
        this.identification = identification;
        this.passwords = passwords;
        this.cleartext = cleartext;
    }

    /** Call-backs that go out over the network. */
    static CallbacksResource with(
            Callbacks settings,
            Feeds feeds,
            Identification identification,
            FollowPasswords passwords,
            InstantSource clock,
            ServerObserver observer) {
        CallbackBook.World world = new CallbackBook.World(
                new HttpMessenger(settings, InetAddress::getAllByName, tls()),
                InetAddress::getAllByName,
                Executors.newFixedThreadPool(THREADS, new DefaultThreadFactory("parley-callback-work", true)),
                () -> ThreadLocalRandom.current().nextDouble());
        CallbackBook book = new CallbackBook(settings, feeds, clock, observer, world);
        return new CallbacksResource(book, identification, passwords, settings.cleartext());
    }

    private static SslContext tls() {
        try {
            // Clients of Netty compare the name of the host with the certificate, unless told otherwise.
            return SslContextBuilder.forClient()
                    .endpointIdentificationAlgorithm("HTTPS")
                    .build();
        } catch (SSLException e) {
            throw new IllegalStateException("There is no TLS here", e);
        }
    }

    @Override
    public boolean isAt(String path) {
        return path.equals(PATH) || path.startsWith(PATH + "/");
    }

    @Override
    public RequestChecks checks() {
        return new RequestChecks(
                new OnlyMethods(HttpMethod.GET, HttpMethod.POST, HttpMethod.DELETE), // 405
                new NeitherExpectNorRange(), // 501
                new WithinSize(MOST_BYTES)); // 413, connection closed
    }

    @Override
    public Reply answer(Call call) {
        HttpMethod method = call.head().method();
        boolean one = !call.path().equals(PATH);
        if (method.equals(one ? HttpMethod.POST : HttpMethod.DELETE)) {
            String allowed = one ? "GET, DELETE" : "GET, POST";
            return Reply.of(Refusal.of(HttpResponseStatus.METHOD_NOT_ALLOWED).with(HttpHeaderNames.ALLOW, allowed));
        }
        return method.equals(HttpMethod.POST) ? registration(call) : ofHisOwn(call, one);
    }

    private Reply registration(Call call) {
        boolean json = MediaType.parse(String.valueOf(call.head().headers().get(HttpHeaderNames.CONTENT_TYPE)))
                .filter(type -> type.is("application", "json"))
                .isPresent();
        if (!json) {
            return Reply.of(Refusal.of(HttpResponseStatus.UNSUPPORTED_MEDIA_TYPE));
        }
        if (call.body().length > MOST_BYTES) {
            return Reply.of(WithinSize.TOO_LARGE);
        }
        try {
            return register(call, Json.flatObject(call.body()));
        } catch (IllegalArgumentException wrong) {
            return Reply.of(Json.error(HttpResponseStatus.BAD_REQUEST, String.valueOf(wrong.getMessage())));
        }
    }

    private Reply register(Call call, Map<String, String> members) {
        members.keySet().stream()
                .filter(name -> !MEMBERS.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException("there is no member but "
                            + String.join(", ", MEMBERS.stream().sorted().toList()));
                });
        Optional<String> claimed =
                Optional.ofNullable(members.get("user")).or(() -> EventsResource.claimed(call.head()));
        Identity identity = identification.identify(call, claimed);
        if (identity instanceof Identity.Unknown unknown) {
            return Reply.of(unknown.refusal());
        }
        Identity.Known who = (Identity.Known) identity;
        XconUri conference = CallbackBook.conference(wanted(members, "conference"));
        CallbackTarget target = CallbackTarget.parse(wanted(members, "url"), cleartext);
        ConferenceEvents.Follow request = new ConferenceEvents.Follow(
                conference,
                who.user(),
                who.authenticated(),
                Optional.ofNullable(members.get("password")),
                after(members));
        Sender sender = Sender.of(call.peer());
        Optional<Refusal> unread = passwords.refuse(request, sender);
        if (unread.isPresent()) {
            return Reply.of(unread.get().response(), Told.ofConference(conference.toString()));
        }
        CallbackBook.Answer answer = book.register(request, wanted(members, "url"), target, secret(members));
        if (answer instanceof CallbackBook.Answer.NotFollowed not) {
            passwords.remember(not.refused(), sender);
        }
        return Reply.of(response(answer), Told.ofConference(conference.toString()));
    }

    private static FullHttpResponse response(CallbackBook.Answer answer) {
        if (answer instanceof CallbackBook.Answer.Registered registered) {
            Callback.Registration registration = registered.callback().registration();
            FullHttpResponse created = Json.response(HttpResponseStatus.CREATED, Json.object(json -> {
                describe(registered.callback(), json);
                json.writeStringField("secret", registration.secret());
            }));
            created.headers().set(HttpHeaderNames.LOCATION, PATH + "/" + registration.id());
            return created;
        }
        if (answer instanceof CallbackBook.Answer.Forbidden forbidden) {
            return Json.error(HttpResponseStatus.FORBIDDEN, forbidden.why());
        }
        if (answer instanceof CallbackBook.Answer.NotFollowed refused) {
            return Json.error(
                    FollowRefusal.status(refused.refused().code()),
                    refused.refused().reason());
        }
        return Json.error(HttpResponseStatus.TOO_MANY_REQUESTS, "there are too many call-backs; delete one first");
    }

    private Reply ofHisOwn(Call call, boolean one) {
        Identity identity = identification.identify(call, EventsResource.claimed(call.head()));
        if (identity instanceof Identity.Unknown unknown) {
            return Reply.of(unknown.refusal());
        }
        XconUserId user = ((Identity.Known) identity).user();
        if (!one) {
            return Reply.of(Json.response(HttpResponseStatus.OK, list(user)));
        }
        Optional<Callback> found = book.find(call.path().substring(PATH.length() + 1), user);
        if (found.isEmpty()) {
            return Reply.of(Resources.NOT_FOUND);
        }
        if (call.head().method().equals(HttpMethod.DELETE)) {
            book.remove(found.get());
            return Reply.of(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.NO_CONTENT));
        }
        return Reply.of(Json.response(HttpResponseStatus.OK, Json.object(json -> describe(found.get(), json))));
    }

    private byte[] list(XconUserId user) {
        return Json.text(json -> {
            json.writeStartArray();
            for (Callback callback : book.of(user)) {
                json.writeStartObject();
                describe(callback, json);
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private static void describe(Callback callback, JsonGenerator json) throws IOException {
        json.writeStringField("id", callback.registration().id());
        json.writeStringField("conference", callback.registration().conference().toString());
        json.writeStringField("url", callback.registration().url());
        json.writeStringField("user", callback.registration().owner().toString());
        OptionalLong acknowledged = callback.acknowledged();
        if (acknowledged.isPresent()) {
            json.writeNumberField("acknowledged", acknowledged.getAsLong());
        }
        json.writeNumberField("failures", callback.failures());
    }

    private static String wanted(Map<String, String> members, String name) {
        return Optional.ofNullable(members.get(name))
                .orElseThrow(() -> new IllegalArgumentException("the member " + name + " is missing"));
    }

    private static Optional<String> secret(Map<String, String> members) {
        Optional<String> secret = Optional.ofNullable(members.get("secret"));
        if (secret.isPresent()
                && (secret.get().length() < SHORTEST_SECRET || secret.get().length() > LONGEST_SECRET)) {
            throw new IllegalArgumentException(
                    "secret: from " + SHORTEST_SECRET + " to " + LONGEST_SECRET + " characters are wanted");
        }
        return secret;
    }

    private static OptionalLong after(Map<String, String> members) {
        String after = members.get("after");
        if (after == null) {
            return OptionalLong.empty();
        }
        if (!after.matches("\\d{1,18}")) {
            throw new IllegalArgumentException("after: a number is wanted");
        }
        return OptionalLong.of(Long.parseLong(after));
    }

    @Override
    public void close() {
        book.close();
    }
}
