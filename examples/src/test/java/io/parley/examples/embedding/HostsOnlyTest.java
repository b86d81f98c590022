package io.parley.examples.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.engine.Parley;
import io.parley.identity.XconUserId;
import io.parley.inmemory.ScriptedInMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A house with another policy, and a listener that tells who is in. */
class HostsOnlyTest {

    private static final String ALICE = "xcon-userid:alice@example.com";
    private static final String BOB = "xcon-userid:bob@example.com";

    private final Parley parley = Parley.builder("example.com", ScriptedInMemory.open("example.com"))
            .policy(new HostsOnly(Set.of(XconUserId.of(ALICE))))
            .build();

    @Test
    void aHostMakesAConference() {
        assertThat(create(ALICE).isSuccess()).isTrue();
    }

    @Test
    void anybodyElseIsToldWhyNot() {
        CcmpResponse response = create(BOB);

        assertThat(response.code()).isEqualTo(ResponseCode.UNAUTHORIZED);
        assertThat(response.reason()).contains("only hosts make conferences");
    }

    @Test
    void theRosterIsPrintedWithEveryChange() {
        List<String> printed = new ArrayList<>();
        parley.addListener(new RosterPrinter(printed::add));

        String conference = create(ALICE).confObjId().orElseThrow();
        join(ALICE, conference);
        join(BOB, conference);
        parley.ccmp().handle(CcmpRequest.of(Message.CONF, ALICE).on(conference).operation(Operation.DELETE));

        assertThat(printed)
                .containsExactly(
                        conference + " has in it: ",
                        conference + " has in it: alice",
                        conference + " has in it: alice, bob",
                        conference + " is over");
    }

    private CcmpResponse create(String user) {
        return parley.ccmp().handle(CcmpRequest.of(Message.CONF, user).operation(Operation.CREATE));
    }

    private void join(String user, String conference) {
        parley.ccmp().handle(CcmpRequest.of(Message.USER, user).on(conference).operation(Operation.CREATE));
    }
}
