package io.parley.c3p;

import static io.parley.c3p.C3pExamples.BOB;
import static io.parley.c3p.C3pExamples.CATHY;
import static io.parley.c3p.C3pExamples.CHAT;
import static io.parley.c3p.C3pExamples.DOMAIN;
import static io.parley.c3p.C3pExamples.FOCUS;
import static io.parley.c3p.C3pExamples.KEYS;
import static io.parley.c3p.C3pExamples.addUser;
import static io.parley.c3p.C3pExamples.endpoint;
import static io.parley.c3p.C3pExamples.modifyConference;
import static io.parley.c3p.C3pExamples.modifyEndpoint;
import static io.parley.c3p.C3pExamples.over;
import static io.parley.c3p.C3pExamples.request;
import static io.parley.c3p.C3pExamples.user;
import static io.parley.c3p.C3pExamples.view;
import static io.parley.c3p.C3pJoiningMethod.DIALED_IN;
import static io.parley.c3p.C3pJoiningMethod.DIALED_OUT;
import static io.parley.c3p.C3pJoiningMethod.FOCUS_OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.identity.SipUri;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The faults that are answered with SIP 400 and {@code requestMalformed}, before anybody looks at the conference. */
class DocumentFaultsTest {

    private static Optional<String> fault(Carrier carrier, Command command) {
        C3pRequest request = request(command);
        SipEnvelope envelope = over(carrier);
        return DocumentFaults.first(request, envelope);
    }

    private static Optional<String> join(C3pUser user) {
        return fault(Carrier.INVITE, new UserCommand.AddUser(KEYS, user, Optional.empty(), false));
    }

    private static Optional<String> info(Command command) {
        return fault(Carrier.INFO, command);
    }

    private static C3pUser withRoles(C3pUser user, String... roles) {
        return user.with(C3pTexts.list(C3pNames.ROLES, C3pNames.ENTRY, List.of(roles)));
    }

    @Test
    void aJoinThatKeepsTheRulesHasNoFault() {
        assertThat(join(user(BOB, C3pEndpoint.of("{A}")))).isEmpty();
        assertThat(join(user(SipUri.of("sip:Bob@fabrikam.com"), C3pEndpoint.of("{A}"))))
                .isEmpty();
    }

    @Test
    void senderAndAddresseeOfTheBodyAreThoseOfTheSipRequest() {
        C3pRequest request = request(C3pExamples.deleteUser(CATHY));
        assertThat(DocumentFaults.first(request, new SipEnvelope(Carrier.INFO, CATHY, FOCUS, DOMAIN)))
                .contains("request/@from is " + BOB + ", the sender is " + CATHY);
        assertThat(DocumentFaults.first(request, new SipEnvelope(Carrier.INFO, BOB, CHAT, DOMAIN)))
                .contains("request/@to is " + FOCUS + ", the addressee is " + CHAT);
        assertThat(DocumentFaults.first(
                        request,
                        new SipEnvelope(
                                Carrier.INFO,
                                SipUri.of("sip:BOB@fabrikam.com"),
                                SipUri.of(FOCUS.toString().replace("alice", "Alice")),
                                DOMAIN)))
                .isEmpty();
    }

    @Test
    void theyAreAlsoWhereNobodyKnowsTheCommand() {
        C3pRequest request = request(new UnknownCommand(
                ElementType.foreign(C3pNames.cccp("makeCoffee")).empty()));
        assertThat(DocumentFaults.first(request, over(Carrier.INFO))).isEmpty();
        assertThat(DocumentFaults.first(request, new SipEnvelope(Carrier.INFO, CATHY, FOCUS, DOMAIN)))
                .contains("request/@from is " + BOB + ", the sender is " + CATHY);
    }

    @Test
    void theConferenceIsTheAddressee() {
        ConferenceKeys other = ConferenceKeys.of(CHAT);
        String fault = "the conference is " + CHAT + ", the addressee is " + FOCUS;
        assertThat(fault(
                        Carrier.INVITE,
                        new UserCommand.AddUser(other, user(BOB, C3pEndpoint.of("{A}")), Optional.empty(), false)))
                .contains(fault);
        assertThat(info(new ConferenceCommand.DeleteConference(other))).contains(fault);
        assertThat(info(new UserCommand.ModifyUserRoles(
                        new UserKeys(CHAT, CATHY), C3pRole.PRESENTER, Optional.empty())))
                .contains(fault);
        assertThat(info(new ConferenceCommand.GetConference(ConferenceKeys.ofId("5D3747C"), false, Optional.empty())))
                .contains("the conference is missing, the addressee is " + FOCUS);
    }

    @Test
    void aFactoryIsNotAskedAboutItself() {
        assertThat(fault(Carrier.SERVICE, new ConferenceCommand.DeleteConference(ConferenceKeys.ofId("5D3747C"))))
                .isEmpty();
        assertThat(fault(Carrier.SERVICE, modifyConference())).isEmpty();
    }

    @Test
    void whoJoinsIsTheSender() {
        assertThat(join(user(CATHY, C3pEndpoint.of("{A}"))))
                .contains("user/@entity is " + CATHY + ", the sender is " + BOB);
        assertThat(join(user(SipUri.of("tel:+1"), C3pEndpoint.of("{A}"))))
                .contains("user/@entity has to be a SIP URI, not tel:+1");
    }

    @Test
    void whoJoinsHasOneRoleAndOneEndpoint() {
        C3pUser user = user(BOB, C3pEndpoint.of("{A}"));
        assertThat(join(new C3pUser(user.element().without(C3pNames.ROLES))))
                .contains("user needs exactly one role, not 0");
        assertThat(join(withRoles(user, "presenter", "attendee"))).contains("user needs exactly one role, not 2");
        assertThat(join(withRoles(user, "chair"))).contains("the role is presenter or attendee, not 'chair'");
        assertThat(join(user(BOB))).contains("user needs exactly one endpoint, not 0");
        assertThat(join(user(BOB, C3pEndpoint.of("{A}"), C3pEndpoint.of("{B}"))))
                .contains("user needs exactly one endpoint, not 2");
        assertThat(join(user(
                        BOB,
                        new C3pEndpoint(ElementType.foreign(C3pNames.ENDPOINT).empty()))))
                .contains("endpoint needs the attribute entity");
        assertThat(join(user(BOB, C3pEndpoint.of("")))).contains("endpoint needs the attribute entity");
    }

    @Test
    void anInviteCarriesOneOfTwoCommands() {
        assertThat(DocumentFaults.ofInvite(request(C3pExamples.deleteUser(BOB))))
                .contains("an INVITE carries addUser or endorseUser, not deleteUser");
        assertThat(DocumentFaults.ofInvite(request(addUser(user(BOB))))).isEmpty();
        assertThat(DocumentFaults.ofInvite(
                        request(new UserCommand.EndorseUser(KEYS, CATHY, new DialogId("call", "a", "b")))))
                .isEmpty();
    }

    @Test
    void aCallToAUserMaySayLess() {
        assertThat(info(addUser(C3pUser.of(CATHY)))).isEmpty();
        assertThat(info(addUser(user(CATHY, endpoint(DIALED_OUT))))).isEmpty();
        assertThat(info(addUser(withRoles(C3pUser.of(CATHY), "presenter", "attendee"))))
                .contains("user has at most one role, not 2");
        assertThat(info(addUser(withRoles(C3pUser.of(CATHY), "chair"))))
                .contains("the role is presenter or attendee, not 'chair'");
        assertThat(info(addUser(user(CATHY, endpoint(DIALED_OUT), endpoint(DIALED_OUT)))))
                .contains("user has at most one endpoint, not 2");
        assertThat(info(addUser(user(CATHY, endpoint(FOCUS_OWNER)))))
                .contains("joining-method is dialed-in or dialed-out, not focus-owner");
        assertThat(info(addUser(user(SipUri.of("tel:+1"))))).contains("user/@entity has to be a SIP URI, not tel:+1");
    }

    @Test
    void aCallNamesItsMcu() {
        assertThat(info(new UserCommand.AddUser(KEYS, C3pUser.of(CATHY), Optional.empty(), false)))
                .contains("addUser needs the attribute mcuUri");
    }

    @Test
    void nobodyDialsInForAnother() {
        assertThat(info(addUser(user(CATHY, endpoint(DIALED_IN)))))
                .contains("user/@entity is " + CATHY + ", the sender is " + BOB);
        assertThat(info(addUser(user(BOB, endpoint(DIALED_IN))))).isEmpty();
    }

    @Test
    void deleteUserNamesNoEndpoint() {
        assertThat(info(new UserCommand.DeleteUser(
                        new UserKeys(FOCUS, CATHY), Optional.of("{A}"), Optional.empty(), Optional.empty())))
                .contains("deleteUser must not hold endpointEntity");
        assertThat(info(C3pExamples.deleteUser(CATHY))).isEmpty();
    }

    @Test
    void modifyEndpointNamesOneEndpointTwice() {
        assertThat(info(modifyEndpoint(BOB, "{A}", "{A}"))).isEmpty();
        assertThat(info(modifyEndpoint(BOB, "{A}", "{a}"))).contains("endpoint/@entity has to be that of endpointKeys");
    }

    @Test
    void modifyConferenceHoldsTheViewOfOneMcuAndNothingElse() {
        Element users = ElementType.foreign(C3pNames.ci("users")).empty();
        String oneView = "conference-info has to hold one conference-view and nothing else";
        String oneEntity = "conference-view has to hold one entity-view and nothing else";
        assertThat(info(modifyConference(view(CHAT)))).isEmpty();
        assertThat(info(modifyConference())).contains(oneView);
        assertThat(info(modifyConference(view(CHAT), users))).contains(oneView);
        assertThat(info(modifyConference(view()))).contains(oneEntity);
        assertThat(info(modifyConference(view(CHAT, CHAT)))).contains(oneEntity);
        assertThat(info(modifyConference(view(FOCUS)))).contains("entity-view/@entity has to be the mcuUri");
        assertThat(info(new ConferenceCommand.ModifyConference(
                        modifyConference(view(CHAT)).conferenceInfo(), Optional.empty())))
                .contains("modifyConference needs the attribute mcuUri");
    }
}
