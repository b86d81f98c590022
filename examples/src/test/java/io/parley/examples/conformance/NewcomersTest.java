package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.BOB;
import static io.parley.examples.conformance.House.CAROL;
import static io.parley.examples.conformance.House.user;
import static io.parley.examples.conformance.House.userInfo;
import static io.parley.examples.conformance.Roster.SOMEBODY;
import static io.parley.examples.conformance.Roster.addContact;
import static io.parley.examples.conformance.Roster.aor;
import static io.parley.examples.conformance.Roster.endpoint;
import static io.parley.examples.conformance.Roster.join;
import static io.parley.examples.conformance.Roster.joinBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.ccmp.SubjectMode;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.identity.ContactUri;
import io.parley.identity.XconUserId;
import io.parley.spec.Requirement;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who comes without an XCON-USERID gets the one that his contacts have, or a new one (RFC 6503 section 5.3.6). */
class NewcomersTest {

    private final House house = House.closed(parley -> parley.subjectMode(SubjectMode.OPTIONAL));
    private final String conference = house.conferenceOf(ALICE);

    @Test
    @Requirement({"CCMP-5.3.6-06", "CCMP-5.3.6-07", "FLOW-6.3-01"})
    void whoJoinsWithoutAnIdIsGivenOneThatHeCanUse() {
        CcmpResponse joined = house.done(joinBy("sip:dan@example.com", conference));

        assertThat(joined.confUserId()).startsWith("xcon-userid:").doesNotContain("AUTO_GENERATE");
        assertThat(joined.version()).isPresent();
        assertThat(Roster.ids(house, conference, joined.confUserId())).containsExactly(ALICE, joined.confUserId());
    }

    @Test
    @Requirement("CCMP-5.3.6-06")
    void anEmptyConfUserIdIsNone() {
        assertThat(house.done(addContact("", conference, "sip:dan@example.com")).confUserId())
                .startsWith("xcon-userid:");
    }

    @Test
    @Requirement({"CCMP-5.3.6-10", "FLOW-6.1-01"})
    void whoAddsAStrangerLearnsHisId() {
        CcmpResponse added = house.done(join(ALICE, conference)
                .info(userInfo(
                        SOMEBODY,
                        "<info:display-text>Ciccio</info:display-text>" + aor("mailto:Ciccio@example.com")
                                + endpoint("sip:Ciccio@example.com"))));

        Element ciccio = added.body().info().orElseThrow();
        assertThat(added.confUserId()).isEqualTo(ALICE);
        assertThat(added.version().orElseThrow().value()).isEqualTo(2);
        assertThat(ciccio.attribute(Attributes.ENTITY).flatMap(XconUserId::parse))
                .isPresent();
        assertThat(ciccio.toString()).doesNotContain("AUTO_GENERATE");
        assertThat(ciccio.childText(Info.DISPLAY_TEXT)).contains("Ciccio");
        assertThat(ciccio.textAt(Info.ASSOCIATED_AORS, Info.ENTRY, Info.URI)).contains("mailto:Ciccio@example.com");
        assertThat(ciccio.child(Info.ENDPOINT).orElseThrow().attribute(Attributes.ENTITY))
                .contains("sip:Ciccio@example.com");
    }

    @Test
    @Requirement("CCMP-5.3.6-11")
    void whoIsKnownByHisContactKeepsHisId() {
        String other = house.conferenceOf(BOB);

        Optional<String> first = entity(house.done(addContact(ALICE, conference, "sip:Ciccio@example.com")));
        Optional<String> second = entity(house.done(addContact(BOB, other, "sip:Ciccio@EXAMPLE.com")));

        assertThat(first).isPresent().isEqualTo(second);
    }

    @Test
    @Requirement("CCMP-D6-02")
    void whoIsKnownByHisAddressOfRecordKeepsHisId() {
        house.done(join(BOB, conference).info(userInfo(BOB, aor("mailto:bob.depippis@example.com"))));
        String other = house.conferenceOf(CAROL);

        CcmpResponse joined = house.done(
                join("", other).withoutConfUserId().info(userInfo(SOMEBODY, aor("mailto:bob.depippis@example.com"))));

        assertThat(joined.confUserId()).isEqualTo(BOB);
        assertThat(Roster.ids(house, other, CAROL)).containsExactly(CAROL, BOB);
    }

    @Test
    @Requirement("CCMP-D6-01")
    void aNewcomerWithoutContactIs400() {
        CcmpResponse joined = house.ask(join("", conference)
                .withoutConfUserId()
                .info(userInfo(SOMEBODY, "<info:display-text>Dan</info:display-text>")));

        assertThat(joined.code()).isEqualTo(ResponseCode.BAD_REQUEST);
        assertThat(joined.reason()).contains("endpoint");
        assertThat(joined.confUserId()).isEmpty();
        assertThat(Roster.ids(house, conference, ALICE)).containsExactly(ALICE);
    }

    @Test
    void aRefusedNewcomerIsGivenNoId() {
        Roster.change(house, conference, ALICE, "<xcon:join-handling>block</xcon:join-handling>");

        CcmpResponse refused = house.ask(joinBy("sip:dan@example.com", conference));

        assertThat(refused.code()).isEqualTo(ResponseCode.UNAUTHORIZED);
        assertThat(refused.confUserId()).isEmpty();
        assertThat(house.memory().users().owner(ContactUri.of("sip:dan@example.com")))
                .isEmpty();
    }

    @Test
    void whoProvesWhoHeIsJoinsAsHimselfAndBringsHisContact() {
        house.memory().authenticator().register("Bob83", "secret", XconUserId.of(BOB));
        String other = house.conferenceOf(CAROL);

        CcmpResponse proved =
                house.done(joinBy("sip:bob83@example.com", conference).subject("Bob83", "secret"));
        CcmpResponse later = house.done(joinBy("sip:bob83@example.com", other));

        assertThat(proved.confUserId()).isEqualTo(BOB);
        assertThat(proved.body().info().orElseThrow().attribute(Attributes.ENTITY))
                .contains(BOB);
        assertThat(later.confUserId()).isEqualTo(BOB);
    }

    @Test
    void whoAddsHimselfByHisContactJoins() {
        house.done(join(BOB, conference).info(userInfo(BOB, endpoint("sip:bob83@example.com"))));
        house.done(user(Operation.DELETE, BOB).on(conference));

        house.done(addContact(BOB, conference, "sip:bob83@example.com"));

        assertThat(Roster.ids(house, conference, ALICE)).containsExactly(ALICE, BOB);
    }

    @Test
    void everyEntityInARosterIsAnXconUserId() {
        house.done(joinBy("sip:dan@example.com", conference));
        house.done(addContact(ALICE, conference, "tel:+1-972-555-1234"));
        house.done(join(BOB, conference));

        assertThat(Roster.ids(house, conference, ALICE))
                .hasSize(4)
                .allSatisfy(id -> assertThat(XconUserId.parse(id)).isPresent());
    }

    @Test
    @Requirement("CCMP-I-04")
    void anOpenSystemRegistersTheUsersOfItsDomainOnFirstSight() {
        House open = House.open();

        open.done(CcmpRequest.of(Message.CONFS, "xcon-userid:new@example.com"));
        assertThat(open.ask(CcmpRequest.of(Message.CONFS, "xcon-userid:new@example.org"))
                        .code())
                .isEqualTo(ResponseCode.INVALID_CONF_USER_ID);
    }

    private static Optional<String> entity(CcmpResponse response) {
        return response.body().info().orElseThrow().attribute(Attributes.ENTITY);
    }
}
