package io.parley.examples.flows;

import static io.parley.examples.flows.House.ALICE;
import static io.parley.examples.flows.House.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.identity.SipUri;
import io.parley.participation.ConferenceFactory;
import io.parley.sip.message.SipBody;
import io.parley.sip.message.SipMessage;
import io.parley.sip.message.SipResponse;
import io.parley.spec.Requirement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whoever calls the conference factory is in a new conference (RFC 4579 sections 3.2, 5.4 and 5.12). */
class ConferenceFactoryOverSipTest {

    private static final String FACTORY = "sip:conference-factory@example.com";
    private static final SipUri FACTORY_URI = SipUri.of(FACTORY);

    private final SipHouse house = SipHouse.forPhones();
    private final Telephone alice = house.telephone(ALICE);
    private final Telephone bob = house.telephone(BOB);

    /** The conferences that Alice finds by CCMP. */
    private Set<String> conferences() {
        return conferences(house);
    }

    private static Set<String> conferences(SipHouse house) {
        String found = house.house
                .parley
                .ccmp()
                .handle(CcmpRequest.of(Message.CONFS, House.ALICES_ID).operation(Operation.RETRIEVE))
                .body()
                .info()
                .map(Object::toString)
                .orElse("");
        Set<String> uris = new HashSet<>();
        Matcher matcher = Pattern.compile("<info:uri>([^<]*)</info:uri>").matcher(found);
        while (matcher.find()) {
            uris.add(matcher.group(1));
        }
        return uris;
    }

    @Test
    @Requirement({"PHONE-3.2-01", "PHONE-5.4-02", "PHONE-5.4-03", "XF-7.2-02", "C3P-D7-01"})
    void itsCallersGetAConferenceOfTheirOwn() {
        Set<String> before = conferences();
        Talk talk = alice.calls(FACTORY);
        assertThat(talk.response().status()).isEqualTo(200);
        String contact = talk.response().header("Contact").orElseThrow();
        assertThat(contact).endsWith(";isfocus").doesNotContain("conference-factory");

        Room made = Room.at(house, talk.focus());
        Set<String> fresh = new HashSet<>(conferences());
        fresh.removeAll(before);
        assertThat(fresh).containsExactly(made.id.toString());
        assertThat(made.users().stream().map(it -> it.id().toString())).containsExactly(House.ALICES_ID);
        made.update(it -> it.subject("On the spot"));

        Talk bobs = bob.calls(talk.focus());
        assertThat(bobs.response().status()).isEqualTo(200);
        assertThat(made.users().size()).isEqualTo(2);
    }

    @Test
    @Requirement("PHONE-5.4-01")
    void whatIsCalledSaysWhetherAConferenceIsMadeOrJoined() {
        Talk first = alice.calls(FACTORY);
        Talk second = alice.calls(FACTORY);
        assertThat(second.focus()).isNotEqualTo(first.focus());
        Talk joined = bob.calls(first.focus());
        assertThat(joined.focus()).isEqualTo(first.focus());
        assertThat(conferences()).hasSize(3);
    }

    @Test
    @Requirement("XF-6.1-03")
    void aThousandCallsAreAThousandConferences() {
        Set<String> uris = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            Talk talk = alice.begins(alice.request("INVITE", FACTORY).with(Telephone.OFFER));
            if (i % 100 == 99) {
                house.moment();
            }
            assertThat(talk).isNotNull();
        }
        house.moment();
        alice.talks.forEach(talk -> uris.add(talk.focus()));
        assertThat(uris).hasSize(1000);
    }

    @Test
    @Requirement("PHONE-5.4-04")
    void whoMayMakeNoConferenceGetsNone() {
        Set<String> before = conferences();
        Telephone nobody = house.telephone("sip:anonymous@anonymous.invalid");
        Talk refused = nobody.calls(nobody.request("INVITE", FACTORY).with(Telephone.OFFER));
        assertThat(refused.response().status()).isEqualTo(403);
        assertThat(conferences()).isEqualTo(before);
    }

    @Test
    @Requirement("PHONE-5.4-05")
    void nothingIsLeftOfACallThatCameToNothing() {
        Set<String> before = conferences();
        Talk withoutMedia = alice.calls(
                alice.request("INVITE", FACTORY)
                        .with(
                                SipBody.of(
                                        "application/sdp",
                                        "v=0\r\no=- 7 3 IN IP4 10.0.2.1\r\ns=-\r\nc=IN IP4 10.0.2.1\r\nt=0 0\r\nm=video 0 RTP/AVP 99\r\n")));
        assertThat(withoutMedia.response().status()).isEqualTo(488);
        assertThat(conferences()).isEqualTo(before);

        house.hold();
        Talk given = alice.begins(alice.request("INVITE", FACTORY).with(Telephone.OFFER));
        house.moment();
        given.cancels();
        house.release();
        house.moment();
        assertThat(given.response().status()).isEqualTo(487);
        assertThat(conferences()).isEqualTo(before);
        house.nothingIsLeft();
    }

    @Test
    @Requirement({"PHONE-5.12-01", "PHONE-5.12-03"})
    void theConferenceEndsWithTheLastCallOfItsCreator() {
        Talk first = alice.calls(FACTORY);
        Talk second = house.telephone(ALICE).calls(first.focus());
        Talk bobs = bob.calls(first.focus());
        first.hangsUp();
        assertThat(bobs.isOver()).as("she has another device").isFalse();
        second.hangsUp();
        assertThat(bobs.isOver()).isTrue();
        assertThat(bob.heard("BYE")).hasSize(1);
        assertThat(bob.asks(bob.request("OPTIONS", first.focus())).status()).isEqualTo(404);
        house.nothingIsLeft();
    }

    @Test
    @Requirement("PHONE-5.12-01")
    void theConferenceOutlivesItsCreatorWhereTheSettingsSaySo() {
        SipHouse other = new SipHouse(
                Plan.STANDARD.chatting().focus(settings -> settings.with(new ConferenceFactory(FACTORY_URI, true))));
        Talk created = other.telephone(ALICE).calls(FACTORY);
        Telephone phone = other.telephone(BOB);
        Talk stays = phone.calls(created.focus());
        created.hangsUp();
        assertThat(stays.isOver()).isFalse();
        stays.hangsUp();
        other.pass(Duration.ofMinutes(1));
        assertThat(phone.asks(phone.request("OPTIONS", created.focus())).status())
                .isEqualTo(404);
        other.nothingIsLeft();
    }

    @Test
    @Requirement("PHONE-5.12-03")
    void whoeverIsInAConferenceThatIsDeletedIsHungUpOnOnce() {
        Talk alices = alice.calls(FACTORY);
        Talk bobs = bob.calls(alices.focus());
        Room.at(house, alices.focus()).deleted();
        for (Telephone phone : List.of(alice, bob)) {
            assertThat(phone.heard("BYE")).hasSize(1);
        }
        assertThat(alices.ends()).isEqualTo(1);
        assertThat(bobs.ends()).isEqualTo(1);
    }

    @Test
    @Requirement("PHONE-4.3-03")
    void theFactoryIsNoFocus() {
        SipResponse told = alice.asks(alice.request("OPTIONS", FACTORY));
        assertThat(told.status()).isEqualTo(200);
        assertThat(told.header("Contact").orElse("")).doesNotContain("isfocus");
        assertThat(told.header("Call-Info")).isEmpty();
    }

    @Test
    @Requirement({"XF-10-01", "CCMP-7082-04"})
    void phonesConferWithoutCcmp() {
        SipHouse plain = new SipHouse(Plan.STANDARD.chatting().sip(settings -> settings.tellingOfCcmp(false)));
        Telephone host = plain.telephone(ALICE);
        Telephone guest = plain.telephone(BOB);
        Telephone third = plain.telephone("sip:carol@elsewhere.example").picksUp();
        Talk hosts = host.calls(FACTORY);
        Talk guests = guest.calls(hosts.focus());
        assertThat(guest.watches(hosts.focus()).get(0).body().text()).doesNotContain("service-uris");
        assertThat(hosts.refers(third.uri).told()).endsWith("SIP/2.0 200 OK");
        assertThat(third.talks).hasSize(1);
        assertThat(hosts.refers(BOB + ";method=BYE").told()).endsWith("SIP/2.0 200 OK");
        assertThat(guests.isOver()).isTrue();
        hosts.hangsUp();
        assertThat(third.talks.get(0).isOver()).isTrue();
        assertThat(host.asks(host.request("OPTIONS", plain.house.conference.toString()))
                        .header("Call-Info"))
                .isEmpty();
        List<String> infos = new ArrayList<>();
        for (SipMessage message : plain.told()) {
            message.header("Call-Info").ifPresent(infos::add);
        }
        assertThat(infos).isEmpty();
        plain.nothingIsLeft();
    }
}
