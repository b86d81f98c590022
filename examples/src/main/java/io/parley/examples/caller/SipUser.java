package io.parley.examples.caller;

import io.parley.c3p.C3pEndpoint;
import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pRole;
import io.parley.c3p.C3pUser;
import io.parley.c3p.ConferenceKeys;
import io.parley.c3p.UserCommand.AddUser;
import io.parley.codec.c3p.C3pCodec;
import io.parley.codec.xml.Limits;
import io.parley.identity.SipUri;
import io.parley.inmemory.ThreadScheduler;
import io.parley.sip.dialog.UserAgent;
import io.parley.sip.message.SipBody;
import io.parley.sip.message.SipRequest;
import io.parley.sip.stack.JainSipStack;
import io.parley.sip.stack.Target;
import io.parley.sip.stack.Transport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * A SIP user whose server takes SIP by TCP. He is reached by the connection that he opens, and listens nowhere.
 *
 * <p>May be used by any number of threads at once.
 */
public final class SipUser implements AutoCloseable {

    private static final String C3P = "application/cccp+xml";

    private final SipUri self;
    private final Target server;
    private final C3pCodec codec = new C3pCodec(Limits.defaults());
    private final ThreadScheduler scheduler = ThreadScheduler.start();
    private final ExecutorService turns;
    private final UserAgent agent;
    private final String here;
    private final String contact;

    /**
     * The user {@code self}, whose requests go to {@code server}.
     *
     * @throws UncheckedIOException if no address of this machine leads there
     */
    public SipUser(SipUri self, InetSocketAddress server) {
        this.self = self;
        this.server = Target.of(Transport.TCP, server);
        this.here = host(towards(server));
        this.turns = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "sip-" + self.user().orElse("user"));
            thread.setDaemon(true);
            return thread;
        });
        this.agent = UserAgent.builder(new NoCalls(), scheduler, turns)
                .start(handler -> JainSipStack.builder(handler).threads(1).build());
        // Nobody can open a connection to him: he is reached by the one that he has opened (RFC 5626 section 4.3).
        this.contact = "<sip:" + self.user().map(name -> name + "@").orElse("") + here + ";transport=tcp;ob>";
    }

    /** The address that packets to {@code server} leave from; none is sent. */
    private static InetAddress towards(InetSocketAddress server) {
        try (DatagramSocket probe = new DatagramSocket()) {
            probe.connect(server);
            return probe.getLocalAddress();
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        }
    }

    private static String host(InetAddress address) {
        String text = address.getHostAddress().replaceFirst("%.*", "");
        return address instanceof Inet6Address ? "[" + text + "]" : text;
    }

    /** Who he is. */
    public SipUri self() {
        return self;
    }

    /**
     * Joins the conference of that URI in {@code role}. The future fails with a {@link RefusedException} if he is not let in; 408 and 503
     * stand for no answer.
     */
    public CompletableFuture<Visit> join(SipUri conference, C3pRole role) {
        CompletableFuture<Visit> joined = new CompletableFuture<>();
        C3pEndpoint device = C3pEndpoint.of("{" + UUID.randomUUID() + "}");
        C3pUser user = C3pUser.of(self).withRole(role).withEndpoints(List.of(device));
        AddUser command = new AddUser(ConferenceKeys.of(conference), user, Optional.empty(), false);
        agent.invite(
                request("INVITE", conference).with(body(new C3pRequest("1", self, conference, command))),
                server,
                new Joining(this, conference, joined));
        return joined;
    }

    /**
     * Takes part in the messages of a conference that he is in. The future fails with a {@link RefusedException} if he is not let in.
     *
     * @param mcu the URI of its MCU of messages, which the roster has among the {@code conf-uris}
     * @param reading is given what the others write; must return soon
     */
    public CompletableFuture<Chat> chat(SipUri mcu, Consumer<String> reading) {
        CompletableFuture<Chat> begun = new CompletableFuture<>();
        agent.invite(request("INVITE", mcu).with(Chatting.offer(here)), server, new Chatting(reading, begun));
        return begun;
    }

    SipRequest request(String method, SipUri conference) {
        return SipRequest.of(method, conference.toString())
                .with("From", "<" + self + ">")
                .with("To", "<" + conference + ">")
                .with("Contact", contact);
    }

    SipBody body(C3pRequest request) {
        return SipBody.of(C3P, codec.writeRequest(request));
    }

    C3pCodec codec() {
        return codec;
    }

    /** Ends all without a word to the server; {@link Visit#leave} is said before. Has no effect the second time. */
    @Override
    public void close() {
        agent.close();
        turns.shutdown();
        scheduler.close();
    }
}
