package io.parley.examples.flows;

import static io.parley.examples.flows.House.ALICE;
import static io.parley.examples.flows.House.BOB;
import static io.parley.examples.flows.House.CAROL;
import static io.parley.examples.flows.Roster.attribute;
import static io.parley.examples.flows.Roster.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.sip.focus.Edge;
import io.parley.sip.stack.Transport;
import io.parley.spec.Requirement;
import org.junit.jupiter.api.Test;

/** What the focus finds out about devices, and no client says of itself (MS-CONFBAS section 2.2.2.6). */
class EdgeOverSipTest {

    private static final Edge TLS_IS_OUTSIDE = Edge.of(peer -> peer.transport() == Transport.TLS);

    private final SipHouse house = new SipHouse(Plan.STANDARD.sip(settings -> settings.edge(TLS_IS_OUTSIDE)));
    private final Phone alice = house.phone(ALICE);

    private static Line joinAs(SipHouse house, Phone phone, String claimed) {
        String conference = house.house.conference.toString();
        return phone.line(phone.invite()
                .with(house.command(
                        phone.who,
                        conference,
                        "1",
                        SipHouse.addUser(
                                conference,
                                SipHouse.user(
                                        phone.who, SipHouse.roles("attendee") + endpoint(phone.device, claimed))))));
    }

    private static String endpoint(String entity, String claimed) {
        return "<ci:endpoint entity='" + entity + "' msci:epid='claimed'><msci:accessMethod>" + claimed
                + "</msci:accessMethod></ci:endpoint>";
    }

    private static String access(Line watching, String who) {
        return text(watching.roster().endpoint(who, "focus"), "accessMethod");
    }

    @Test
    @Requirement("C3P-2.2.2.6-07")
    void aDeviceIsInternalOrExternalByTheWayItComesIn() {
        alice.join();
        Line watching = alice.line(alice.subscribe());
        Line bob = joinAs(house, house.phone(BOB, "{b}", Transport.TLS), "internal");
        joinAs(house, house.phone(CAROL, "{c}", Transport.TCP), "external");
        assertThat(access(watching, ALICE)).isEqualTo("internal");
        assertThat(access(watching, BOB)).isEqualTo("external");
        assertThat(access(watching, CAROL)).isEqualTo("internal");
        String change = "<modifyEndpoint><endpointKeys confEntity='" + house.house.conference + "' userEntity='" + BOB
                + "' endpointEntity='{b}'/>" + endpoint("{b}", "internal") + "</modifyEndpoint>";
        assertThat(bob.info("9", change).status()).isEqualTo(202);
        assertThat(access(watching, BOB)).isEqualTo("external");
        assertThat(attribute(watching.roster().endpoint(BOB, "focus"), "epid")).isEmpty();
    }

    @Test
    void withoutAnEdgeNothingIsTold() {
        SipHouse other = SipHouse.open();
        Phone bob = other.phone(BOB);
        joinAs(other, bob, "internal");
        assertThat(access(bob.line(bob.subscribe()), BOB)).isEmpty();
    }
}
