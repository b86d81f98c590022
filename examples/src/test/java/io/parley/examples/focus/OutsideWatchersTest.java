package io.parley.examples.focus;

import static io.parley.examples.focus.Meeting.ALICE;
import static io.parley.examples.focus.Meeting.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.conference.Conferences;
import io.parley.document.Attributes;
import io.parley.engine.Parley;
import io.parley.focus.ConferenceUri;
import io.parley.identity.SipUri;
import io.parley.identity.XconUri;
import io.parley.identity.XconUserId;
import io.parley.inmemory.ScriptedInMemory;
import io.parley.participation.Refusal;
import io.parley.ports.in.ConferenceWatching.Answer;
import io.parley.ports.in.ConferenceWatching.Format;
import io.parley.ports.in.ConferenceWatching.Refused;
import io.parley.ports.in.ConferenceWatching.Watcher;
import io.parley.ports.in.ConferenceWatching.Watching;
import io.parley.ports.in.FocusService.Signaller;
import io.parley.spec.Requirement;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Conferences that CCMP has made, watched by those who are in no call with them. */
class OutsideWatchersTest {

    private static final String QUIET = "xcon:quiet@example.com";

    private final Parley parley = Parley.builder("example.com", ScriptedInMemory.open("example.com"))
            .blueprint(Conferences.builder(QUIET)
                    .joinHandling("allow")
                    .allowEventSubscription(false)
                    .build())
            .build();

    private CcmpResponse ask(CcmpRequest request) {
        CcmpResponse response = parley.ccmp().handle(request);
        assertThat(response.code()).as("%s", response.reason()).isEqualTo(ResponseCode.SUCCESS);
        return response;
    }

    /** The conference that Alice makes, of a blueprint or of none. */
    private XconUri made(Optional<String> blueprint) {
        CcmpRequest create =
                CcmpRequest.of(Message.CONF, "xcon-userid:alice@example.com").operation(Operation.CREATE);
        return XconUri.of(
                ask(blueprint.map(create::on).orElse(create)).confObjId().orElseThrow());
    }

    private void joined(XconUri conference, String user) {
        ask(CcmpRequest.of(Message.USER, "xcon-userid:" + user + "@example.com")
                .on(conference.toString())
                .operation(Operation.CREATE)
                .info(Conferences.user(XconUserId.of(user, "example.com"))
                        .endpoint(Conferences.endpoint("tel:+15551234"))
                        .build()));
    }

    private Answer watch(XconUri conference, String who, boolean proved) {
        Watcher watcher = new Watcher(new Signaller(SipUri.of(who), proved, false), Optional.empty(), Format.RFC4575);
        return parley.watching().watch(watcher, ConferenceUri.of(conference), () -> {});
    }

    @Test
    void aConferenceThatNobodyHasCalledYetIsWatched() throws Exception {
        XconUri conference = made(Optional.empty());
        try (RosterWatch watching = RosterWatch.of(watch(conference, ALICE, true))) {
            assertThat(watching.next().orElseThrow().attribute(Attributes.ENTITY))
                    .contains(ConferenceUri.of(conference).toString());
            joined(conference, "bob");
            assertThat(watching.next().orElseThrow().attribute(Attributes.STATE))
                    .contains("partial");
            assertThat(watching.end()).isEmpty();
        }
    }

    @Test
    void whoHasNotProvedWhoHeIsIsAStranger() {
        XconUri conference = made(Optional.empty());
        assertThat(watch(conference, ALICE, true)).isInstanceOf(Watching.class);
        assertThat(watch(conference, ALICE, false))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().kind()).isEqualTo(Refusal.Kind.FORBIDDEN));
    }

    @Test
    @Requirement("DM-4.4.1-04")
    void whatTheBlueprintKeepsToItselfItsCloneDoes() {
        XconUri quiet = made(Optional.of(QUIET));
        XconUri open = made(Optional.empty());
        joined(quiet, "bob");
        joined(open, "bob");
        assertThat(watch(quiet, BOB, true)).isInstanceOf(Refused.class);
        assertThat(watch(open, BOB, true)).isInstanceOf(Watching.class);
        assertThat(watch(quiet, ALICE, true)).as("its owner").isInstanceOf(Watching.class);
    }
}
