package io.parley.sip.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.parley.sip.message.NameAddress;
import io.parley.sip.message.SipBody;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What every {@link SipStack} does, whatever lies below it. */
interface SipStackContract {

    /** Opens a stack that listens by {@link #transport()}, in the network of all others of this test; closed behind the test. */
    SipStack open(SipHandler handler);

    /** By what the test goes. */
    Transport transport();

    /** Lets the network work until nothing is on its way, where it does not do so by itself. */
    default void settle() {}

    private Answers answers() {
        return new Answers(this::settle);
    }

    private Received silent() {
        return Received.silent().in(this::settle);
    }

    private Received answering(SipResponse response) {
        return Received.answering(response).in(this::settle);
    }

    private Received doing(Consumer<ServerTransaction> answer) {
        return Received.doing(answer).in(this::settle);
    }

    private SipStack client() {
        return open(silent());
    }

    private Target to(SipStack stack) {
        return Target.of(transport(), stack.listening(transport()).orElseThrow());
    }

    private static SipResponse ok() {
        return SipResponse.of(200, "OK");
    }

    @Test
    default void itTellsWhereItListens() {
        assertThat(client().listening(transport()))
                .hasValueSatisfying(address -> assertThat(address.getPort()).isPositive());
    }

    @Test
    default void aRequestArrivesAsItWasSent() {
        Received received = answering(ok());
        SipRequest sent = Requests.of("INFO")
                .and("X-Note", "first")
                .and("X-Note", "second, with \"a; comma\"")
                .with(SipBody.of("text/plain;charset=utf-8", "Grüße"));
        client().send(sent, to(open(received)), answers());
        ServerTransaction transaction = received.next();
        SipRequest come = transaction.request();
        assertThat(come.method()).isEqualTo("INFO");
        assertThat(come.uri()).isEqualTo(sent.uri());
        assertThat(come.body()).isEqualTo(sent.body());
        for (String name : List.of("From", "To", "Call-ID", "CSeq", "Contact", "X-Note")) {
            assertThat(come.headers().all(name))
                    .as(name)
                    .isEqualTo(sent.headers().all(name));
        }
        assertThat(come.headers().all("Via")).hasSize(1);
        assertThat(come.header("Max-Forwards")).isPresent();
        assertThat(come.header("Content-Type")).isEmpty();
        assertThat(come.header("Content-Length")).isEmpty();
        assertThat(transaction.peer().transport()).isEqualTo(transport());
        assertThat(transaction.peer().connection().isPresent())
                .isEqualTo(transport().isReliable());
    }

    @Test
    default void aResponseArrivesAsItWasSentAndWithWhatTheRequestSays() {
        SipResponse sent = SipResponse.of(202, "Accepted for now")
                .and("Expires", "60")
                .and("To", "<sip:bob@example.com>;tag=b")
                .with(SipBody.of("application/octet-stream", new byte[] {0, 13, 10, 13, 10, (byte) 0xFF}));
        Answers answers = answers();
        SipRequest request = Requests.of("SUBSCRIBE");
        client().send(request, to(open(answering(sent))), answers);
        SipResponse come = answers.response();
        assertThat(come.status()).isEqualTo(202);
        assertThat(come.reason()).isEqualTo("Accepted for now");
        assertThat(come.body()).isEqualTo(sent.body());
        assertThat(come.header("Expires")).hasValue("60");
        assertThat(come.headers().all("To")).containsExactly("<sip:bob@example.com>;tag=b");
        for (String name : List.of("From", "Call-ID", "CSeq")) {
            assertThat(come.headers().all(name))
                    .as(name)
                    .isEqualTo(request.headers().all(name));
        }
    }

    @Test
    default void aResponseThatSaysNothingOfToGetsATag() {
        Answers answers = answers();
        client().send(Requests.of("OPTIONS"), to(open(answering(ok()))), answers);
        assertThat(answers.response().header("To").flatMap(NameAddress::parse).flatMap(NameAddress::tag))
                .isPresent();
    }

    @Test
    default void aRequestOfAMethodThatNobodyKnowsArrives() {
        Received received = answering(SipResponse.of(501, "Not Implemented"));
        Answers answers = answers();
        client().send(Requests.of("BENOTIFY"), to(open(received)), answers);
        assertThat(answers.response().status()).isEqualTo(501);
        assertThat(received.next().request().method()).isEqualTo("BENOTIFY");
    }

    @Test
    default void provisionalResponsesComeBeforeTheFinalOneInOrder() {
        Answers answers = answers();
        SipStack server = open(doing(transaction -> {
            transaction.respond(SipResponse.of(180, "Ringing"));
            transaction.respond(SipResponse.of(183, "Session Progress"));
            transaction.respond(ok());
        }));
        client().send(Requests.of("INVITE"), to(server), answers);
        assertThat(answers.response().status()).isEqualTo(180);
        assertThat(answers.response().status()).isEqualTo(183);
        assertThat(answers.response().status()).isEqualTo(200);
    }

    @Test
    default void aResponseBehindTheFinalOneIsDropped() {
        Answers answers = answers();
        SipStack server = open(doing(transaction -> {
            transaction.respond(SipResponse.of(404, "Not Found"));
            transaction.respond(ok());
            transaction.respond(SipResponse.of(180, "Ringing"));
        }));
        SipStack client = client();
        client.send(Requests.of("OPTIONS"), to(server), answers);
        assertThat(answers.response().status()).isEqualTo(404);
        Answers later = answers();
        client.send(Requests.of("OPTIONS"), to(server), later);
        later.response();
        assertThat(answers.soFar()).isEmpty();
    }

    @Test
    default void anInviteIsAcceptedAndAcknowledged() {
        Received received = answering(ok());
        SipStack server = open(received);
        SipStack client = client();
        SipRequest invite = Requests.of("INVITE");
        Answers answers = answers();
        client.send(invite, to(server), answers);
        assertThat(answers.finalResponse().status()).isEqualTo(200);
        client.sendOnce(Requests.ackTo(invite), to(server));
        Received.Ack ack = received.ack();
        assertThat(ack.request().method()).isEqualTo("ACK");
        assertThat(ack.request().header("Call-ID")).isEqualTo(invite.header("Call-ID"));
        assertThat(ack.peer().transport()).isEqualTo(transport());
    }

    @Test
    default void a2xxToAnInviteCanBeSentAgainAndIsHeardAgain() {
        Received received = answering(ok());
        Answers answers = answers();
        client().send(Requests.of("INVITE"), to(open(received)), answers);
        assertThat(answers.finalResponse().status()).isEqualTo(200);
        received.next().respond(ok());
        assertThat(answers.finalResponse().status()).isEqualTo(200);
    }

    @Test
    default void aRefusedInviteIsAcknowledgedByTheStack() {
        Received received = answering(SipResponse.of(486, "Busy Here"));
        SipStack server = open(received);
        SipStack client = client();
        Answers answers = answers();
        client.send(Requests.of("INVITE"), to(server), answers);
        assertThat(answers.finalResponse().status()).isEqualTo(486);
        Answers later = answers();
        client.send(Requests.of("INVITE"), to(server), later);
        later.finalResponse();
        assertThat(received.acksSoFar()).isEmpty();
    }

    @Test
    default void aCancelReachesWhoeverHandlesTheInvite() {
        SipStack server = open(doing(transaction -> {
            transaction.onCancel(() -> transaction.respond(SipResponse.of(487, "Request Terminated")));
            transaction.respond(SipResponse.of(180, "Ringing"));
        }));
        Answers answers = answers();
        ClientTransaction call = client().send(Requests.of("INVITE"), to(server), answers);
        assertThat(answers.response().status()).isEqualTo(180);
        call.cancel();
        assertThat(answers.finalResponse().status()).isEqualTo(487);
    }

    @Test
    default void aCancelWaitsForAProvisionalResponse() {
        Received received = silent();
        SipStack server = open(received);
        Answers answers = answers();
        ClientTransaction call = client().send(Requests.of("INVITE"), to(server), answers);
        call.cancel();
        ServerTransaction transaction = received.next();
        CompletableFuture<Void> cancelled = new CompletableFuture<>();
        transaction.onCancel(() -> {
            cancelled.complete(null);
            transaction.respond(SipResponse.of(487, "Request Terminated"));
        });
        transaction.respond(SipResponse.of(180, "Ringing"));
        assertThat(answers.finalResponse().status()).isEqualTo(487);
        assertThat(cancelled).isCompleted();
    }

    @Test
    default void whoAsksAfterTheCancelIsToldAtOnce() {
        CompletableFuture<Void> first = new CompletableFuture<>();
        Received received = doing(transaction -> {
            transaction.onCancel(() -> first.complete(null));
            transaction.respond(SipResponse.of(180, "Ringing"));
        });
        SipStack server = open(received);
        Answers answers = answers();
        ClientTransaction call = client().send(Requests.of("INVITE"), to(server), answers);
        answers.response();
        call.cancel();
        settle();
        first.orTimeout(Answers.PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        ServerTransaction transaction = received.next();
        List<String> told = new ArrayList<>();
        transaction.onCancel(() -> told.add("cancelled"));
        assertThat(told).containsExactly("cancelled");
        transaction.respond(SipResponse.of(487, "Request Terminated"));
        answers.finalResponse();
    }

    @Test
    default void aCancelThatComesTooLateHasNoEffect() {
        Received received = answering(ok());
        SipStack server = open(received);
        SipStack client = client();
        Answers answers = answers();
        SipRequest invite = Requests.of("INVITE");
        ClientTransaction call = client.send(invite, to(server), answers);
        answers.finalResponse();
        List<String> told = new ArrayList<>();
        received.next().onCancel(() -> told.add("cancelled"));
        call.cancel();
        client.sendOnce(Requests.ackTo(invite), to(server));
        received.ack();
        assertThat(told).isEmpty();
        assertThat(answers.soFar()).isEmpty();
    }

    @Test
    default void aRequestThatIsSentOnceArrivesAndItsAnswerIsDropped() {
        Received received = answering(ok());
        client().sendOnce(Requests.of("BENOTIFY"), to(open(received)));
        assertThat(received.next().request().method()).isEqualTo("BENOTIFY");
    }

    @Test
    default void whatTheHandlerThrowsIsAnswered500() {
        SipStack server = open(doing(transaction -> {
            throw new IllegalStateException("thrown by a test");
        }));
        Answers answers = answers();
        client().send(Requests.of("OPTIONS"), to(server), answers);
        assertThat(answers.finalResponse().status()).isEqualTo(500);
    }

    @Test
    default void aRequestGoesBackByTheConnectionThatOneCameBy() {
        if (!transport().isReliable()) {
            return;
        }
        Received atServer = answering(ok());
        SipStack server = open(atServer);
        Received atClient = answering(ok());
        SipStack client = open(atClient);
        client.send(Requests.of("SUBSCRIBE"), to(server), answers());
        Peer peer = atServer.next().peer();
        InetSocketAddress nobody = new InetSocketAddress(peer.address().getAddress(), 9);
        Answers answers = answers();
        server.send(Requests.of("NOTIFY"), new Target(transport(), nobody, peer.connection()), answers);
        assertThat(answers.finalResponse().status()).isEqualTo(200);
        assertThat(atClient.next().request().method()).isEqualTo("NOTIFY");
    }

    @Test
    default void aPeerThatIsNotThereIsUnreachable() {
        if (!transport().isReliable()) {
            return;
        }
        SipStack gone = open(silent());
        Target target = to(gone);
        gone.close();
        Answers answers = answers();
        client().send(Requests.of("OPTIONS"), target, answers);
        assertThat(answers.failure()).isEqualTo(ResponseListener.Failure.UNREACHABLE);
    }

    @Test
    default void aConnectionThatBreaksMakesWhatWaitsForAnAnswerFail() {
        if (!transport().isReliable()) {
            return;
        }
        Received received = silent();
        SipStack server = open(received);
        Answers answers = answers();
        client().send(Requests.of("OPTIONS"), to(server), answers);
        received.next();
        server.close();
        assertThat(answers.failure()).isEqualTo(ResponseListener.Failure.UNREACHABLE);
    }

    @Test
    default void largeBodiesArriveWhole() {
        byte[] large = new byte[transport().isReliable() ? 500_000 : 30_000];
        for (int i = 0; i < large.length; i++) {
            large[i] = (byte) i;
        }
        SipBody body = SipBody.of("application/octet-stream", large);
        Received received = doing(transaction ->
                transaction.respond(ok().with(transaction.request().body())));
        Answers answers = answers();
        client().send(Requests.of("MESSAGE").with(body), to(open(received)), answers);
        assertThat(answers.finalResponse().body()).isEqualTo(body);
    }

    @Test
    default void whatComesInOneCallIsTakenInOrder() {
        Received received = answering(ok());
        SipStack server = open(received);
        SipStack client = client();
        SipRequest first = Requests.of("INFO");
        List<Answers> all = new ArrayList<>();
        for (int i = 1; i <= 50; i++) {
            Answers answers = answers();
            all.add(answers);
            client.send(first.with("CSeq", i + " INFO"), to(server), answers);
        }
        all.forEach(answers -> assertThat(answers.finalResponse().status()).isEqualTo(200));
        if (transport().isReliable()) {
            for (int i = 1; i <= 50; i++) {
                assertThat(received.next().request().header("CSeq")).hasValue(i + " INFO");
            }
        }
    }

    @Test
    default void manyRequestsAreAnsweredEach() {
        SipStack server = open(doing(transaction -> transaction.respond(
                ok().with("X-Echo", transaction.request().header("Call-ID").orElse("")))));
        SipStack client = client();
        record Sent(SipRequest request, Answers answers) {}
        List<Sent> all = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            Sent sent = new Sent(Requests.of("OPTIONS"), answers());
            all.add(sent);
            client.send(sent.request(), to(server), sent.answers());
        }
        all.forEach(sent -> assertThat(sent.answers().finalResponse().header("X-Echo"))
                .isEqualTo(sent.request().header("Call-ID")));
    }

    @Test
    default void closingTwiceIsClosingOnce() {
        SipStack stack = client();
        stack.close();
        assertThatCode(stack::close).doesNotThrowAnyException();
    }
}
