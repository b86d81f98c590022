package io.parley.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.c3p.C3pRole;
import io.parley.c3p.ConferenceCommand.DeleteConference;
import io.parley.c3p.ConferenceKeys;
import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.examples.caller.SipUser;
import io.parley.examples.caller.Visit;
import io.parley.focus.ConferenceUri;
import io.parley.identity.SipUri;
import io.parley.identity.XconUri;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** What those who run a server look at. */
class OperationsTest {

    private static final String ALICE = "xcon-userid:alice@example.com";

    private final HttpClient client = HttpClient.newHttpClient();

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://" + address)).build(), BodyHandlers.ofString());
    }

    @Test
    void theReadyLineSaysWhereTheMetricsAre() throws Exception {
        try (RunningServer server = RunningServer.with("--metrics", "127.0.0.1:0")) {
            assertThat(server.ready()).matches("READY http=127\\.0\\.0\\.1:\\d+ metrics=127\\.0\\.0\\.1:\\d+");
            assertThat(get(server.address() + "/health/live").statusCode()).isEqualTo(200);
            assertThat(get(server.address() + "/metrics").statusCode()).isEqualTo(404);
            assertThat(get(server.metrics() + "/health/live").statusCode()).isEqualTo(200);
            assertThat(get(server.metrics() + "/Xcon/Ccmp").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void isReadyOnceItHasSaidSo() throws Exception {
        try (RunningServer server = RunningServer.with()) {
            // The line comes first; nobody can ask before.
            HttpResponse<String> answer = get(server.address() + "/health/ready");
            for (int i = 0; i < 1000 && answer.statusCode() == 503; i++) {
                answer = get(server.address() + "/health/ready");
            }
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body())
                    .isEqualTo("{\"status\":\"ready\",\"checks\":{\"serving\":\"ok\",\"store\":\"ok\"}}");
        }
    }

    @Test
    void requestsAndConferencesAreCounted() throws Exception {
        try (RunningServer server = RunningServer.with("--metrics", "127.0.0.1:0")) {
            CcmpOverHttp ccmp = server.client();
            CcmpRequest create = CcmpRequest.of(Message.CONF, ALICE).operation(Operation.CREATE);
            ccmp.handle(create);
            String conference = ccmp.handle(create).confObjId().orElseThrow();
            ccmp.handle(CcmpRequest.of(Message.USER, ALICE)
                    .operation(Operation.CREATE)
                    .on(conference));
            ccmp.handle(CcmpRequest.of(Message.CONF, ALICE)
                    .operation(Operation.RETRIEVE)
                    .on("xcon:none@example.com"));
            get(server.address() + "/nowhere");

            HttpResponse<String> scraped = get(server.metrics() + "/metrics");

            assertThat(scraped.headers().firstValue("content-type").orElse("")).startsWith("text/plain; version=0.0.4");
            assertThat(scraped.body())
                    .contains(
                            "parley_requests_seconds_count{code=\"200\",message=\"confRequest\",operation=\"create\"} 2")
                    .contains(
                            "parley_requests_seconds_bucket{code=\"404\",message=\"confRequest\",operation=\"retrieve\",le=")
                    .contains("parley_http_responses_total{status=\"404\"} 1.0")
                    .contains("parley_conferences{state=\"active\"} 1.0")
                    .contains("parley_conferences{state=\"reservation\"} 1.0")
                    .contains("parley_participants 1.0")
                    .contains("parley_feed_subscribers{kind=\"stream\"} 0.0")
                    .contains("parley_callback_failures_total 0.0")
                    .containsPattern("parley_connections [1-9]")
                    .contains("jvm_memory_used_bytes{")
                    .doesNotContain("alice");
        }
    }

    @Test
    void whatThereIsAtSipIsShownAndNothingIsLeft() throws Exception {
        try (RunningServer server = RunningServer.with("--metrics", "127.0.0.1:0", "--sip", "127.0.0.1:0");
                SipUser alice = new SipUser(
                        SipUri.of("sip:alice@example.com"),
                        HostAndPort.parse(server.address("sip-tcp")).address())) {
            String id = server.client()
                    .handle(CcmpRequest.of(Message.CONF, ALICE).operation(Operation.CREATE))
                    .confObjId()
                    .orElseThrow();
            SipUri conference = ConferenceUri.of(XconUri.of(id));
            Visit visit = alice.join(conference, C3pRole.ATTENDEE).get();
            try (RunningWatch watch = RunningWatch.of(server, conference.toString())) {
                watch.line();

                assertThat(get(server.metrics() + "/metrics").body())
                        .contains("parley_sip_calls 2.0", "parley_sip_subscriptions 1.0", "parley_sip_dialogs 2.0")
                        .contains("parley_sip_connections 2.0", "parley_sip_timers ")
                        .doesNotContain("parley_sip_timers 0.0")
                        .contains("parley_sip_transactions{side=\"server\"}", "parley_sip_waiting 0.0")
                        .contains("parley_sip_requests_total{method=\"INVITE\",transport=\"tcp\"} 2.0");

                visit.ask(new DeleteConference(ConferenceKeys.of(conference))).get();
                assertThat(watch.status()).isZero();
            }
            visit.over().get();

            String left = get(server.metrics() + "/metrics").body();
            for (int i = 0; i < 1000 && !isOver(left); i++) {
                left = get(server.metrics() + "/metrics").body();
            }
            assertThat(left)
                    .contains("parley_sip_calls 0.0", "parley_sip_subscriptions 0.0", "parley_sip_dialogs 0.0")
                    .contains("parley_sip_timers 0.0");
        }
    }

    /** Calls end one after the other, and the timer that looks after a lost connection runs for half a second. */
    private static boolean isOver(String metrics) {
        return metrics.contains("parley_sip_dialogs 0.0") && metrics.contains("parley_sip_timers 0.0");
    }

    @Test
    void aTakenPortIsNamed() throws Exception {
        try (RunningServer server = RunningServer.with()) {
            Run run = Run.of("serve", "--http", "127.0.0.1:0", "--metrics", server.address());
            assertThat(run.status()).isEqualTo(2);
            assertThat(run.err()).contains("parley-server: --metrics " + server.address() + ": ");
        }
    }

    @Test
    void whereCallbacksMayGoHasToMakeSense() {
        Run run = Run.of("serve", "--callback-allow", "http://a");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("--callback-allow http://a: HOST[:PORT] or CIDR is wanted");
    }
}
