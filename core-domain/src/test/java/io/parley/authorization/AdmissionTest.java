package io.parley.authorization;

import static io.parley.authorization.Admission.Verdict.ADMITTED;
import static io.parley.authorization.Admission.Verdict.AUTHENTICATION_REQUIRED;
import static io.parley.authorization.Admission.Verdict.LOCKED;
import static io.parley.authorization.Admission.Verdict.PENDING;
import static io.parley.authorization.Admission.Verdict.REFUSED;
import static io.parley.authorization.People.BOB;
import static io.parley.authorization.People.users;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.authorization.Admission.Verdict;
import io.parley.conference.Conference;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Schema;
import io.parley.document.Validation;
import io.parley.document.Xcon;
import io.parley.spec.Requirement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may join (RFC 6501 sections 4.6.1 to 4.6.4). */
class AdmissionTest {

    /** In what relation Bob is to the two lists. */
    enum Listing {
        NOWHERE,
        ALLOWED,
        DENIED,
        BOTH;

        Element in(Element users) {
            Element listed =
                    this == ALLOWED || this == BOTH ? users.with(People.allowed("sip:bob@example.org")) : users;
            return this == DENIED || this == BOTH ? listed.with(People.denied("*@example.org")) : listed;
        }
    }

    @Test
    @Requirement("DM-4.6.1-01")
    void blockRefuses() {
        assertThat(join(handling("block"))).isEqualTo(REFUSED);
    }

    @Test
    @Requirement("DM-4.6.1-02")
    void absentMeansBlock() {
        assertThat(join(users())).isEqualTo(REFUSED);
        assertThat(Admission.of(
                        People.bob(),
                        People.conference(People.conference(users()).document().without(Info.USERS), Optional.empty())))
                .isEqualTo(REFUSED);
    }

    @Test
    @Requirement("DM-4.6.1-05")
    void allowAdmits() {
        assertThat(join(handling("allow"))).isEqualTo(ADMITTED);
        assertThat(Admission.of(People.bobUnauthenticated(), People.conference(handling("allow"))))
                .isEqualTo(ADMITTED);
    }

    @Test
    void confirmAndADirectedOperatorLetWait() {
        assertThat(join(handling("confirm"))).isEqualTo(PENDING);
        assertThat(join(handling("directed-operator"))).isEqualTo(PENDING);
    }

    @Test
    @Requirement("DM-4.6.1-06")
    void authenticateAdmitsWhoHasProvedWhoHeIs() {
        assertThat(join(handling("authenticate"))).isEqualTo(ADMITTED);
        assertThat(Admission.of(People.bobUnauthenticated(), People.conference(handling("authenticate"))))
                .isEqualTo(AUTHENTICATION_REQUIRED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"IVR", "x-other", "Allow"})
    @Requirement("DM-4.6.1-08")
    void anUnknownWordActsAsAuthenticateAndIsKept(String word) {
        Conference conference = People.conference(handling(word));
        assertThat(Admission.of(People.bob(), conference)).isEqualTo(ADMITTED);
        assertThat(Admission.of(People.bobUnauthenticated(), conference)).isEqualTo(AUTHENTICATION_REQUIRED);
        assertThat(conference.document().textAt(Info.USERS, Xcon.JOIN_HANDLING)).contains(word);
    }

    @ParameterizedTest
    @CsvSource({
        // handling, policy, listing, authenticated, unauthenticated
        "allow, closedAuthenticated, ALLOWED, ADMITTED, AUTHENTICATION_REQUIRED",
        "allow, closedAuthenticated, NOWHERE, REFUSED, REFUSED"
    })
    @Requirement({"DM-4.6.2-01", "DM-4.6.2-02"})
    void aClosedPolicyAdmitsListedUsersWhoHaveProvedWhoTheyAre(
            String handling, String policy, Listing listing, Verdict authenticated, Verdict unauthenticated) {
        assertVerdicts(handling, policy, listing, authenticated, unauthenticated);
    }

    @ParameterizedTest
    @EnumSource(Listing.class)
    @Requirement("DM-4.6.2-03")
    void whereJoinsAreConfirmedAClosedPolicyLetsEverybodyWait(Listing listing) {
        assertVerdicts("confirm", "closedAuthenticated", listing, PENDING, PENDING);
    }

    @Test
    void underADirectedOperatorAClosedPolicyRefuses() {
        assertVerdicts("directed-operator", "closedAuthenticated", Listing.NOWHERE, REFUSED, REFUSED);
        assertVerdicts("directed-operator", "closedAuthenticated", Listing.ALLOWED, PENDING, AUTHENTICATION_REQUIRED);
    }

    @Test
    @Requirement("DM-4.6.2-04")
    void aClosedPolicyIgnoresTheListOfTheDenied() {
        assertVerdicts("allow", "closedAuthenticated", Listing.BOTH, ADMITTED, AUTHENTICATION_REQUIRED);
    }

    @Test
    @Requirement("DM-4.6.2-05")
    void anOpenPolicyAdmitsEverybodyWhoHasProvedWhoHeIs() {
        assertVerdicts("allow", "openAuthenticated", Listing.NOWHERE, ADMITTED, AUTHENTICATION_REQUIRED);
    }

    @ParameterizedTest
    @CsvSource({"allow", "confirm", "directed-operator", "authenticate"})
    @Requirement({"DM-4.6.2-06", "DM-4.6.4-01"})
    void anOpenPolicyRefusesTheBannedUntilTheBanIsLifted(String handling) {
        Element policy = handling(handling).with(Xcon.USER_ADMISSION_POLICY, "openAuthenticated");
        Element banned = policy.with(People.denied("*@example.org"));
        assertThat(join(banned)).isEqualTo(REFUSED);
        assertThat(join(banned.without(Xcon.DENY_USERS_LIST))).isIn(ADMITTED, PENDING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xcon-userid:bob@example.com", "sip:bob@example.org", "participant", "*@example.com"})
    @Requirement("DM-4.6.4-01")
    void aBanNamesAUserARoleOrADomain(String uri) {
        Element users = handling("allow")
                .with(Xcon.USER_ADMISSION_POLICY, "openAuthenticated")
                .with(People.record(BOB, "participant"));
        assertThat(join(users.with(People.denied(uri)))).isEqualTo(REFUSED);
        assertThat(join(users.with(People.denied("sip:carol@example.net", "observer"))))
                .isEqualTo(ADMITTED);
    }

    @Test
    @Requirement("DM-4.6.2-07")
    void anOpenPolicyIgnoresTheListOfTheAllowed() {
        Element users = handling("allow")
                .with(Xcon.USER_ADMISSION_POLICY, "openAuthenticated")
                .with(People.allowed("sip:carol@example.net"));
        assertThat(join(users)).isEqualTo(ADMITTED);
        assertVerdicts("allow", "openAuthenticated", Listing.BOTH, REFUSED, REFUSED);
    }

    @ParameterizedTest
    @EnumSource(Listing.class)
    @Requirement({"DM-4.6.2-08", "DM-4.6.2-09"})
    void anAnonymousPolicyAdmitsEverybodyWhateverTheLists(Listing listing) {
        assertVerdicts("allow", "anonymous", listing, ADMITTED, ADMITTED);
    }

    @ParameterizedTest
    @EnumSource(Listing.class)
    @Requirement("DM-4.6.2-10")
    void anUnknownPolicyIgnoresBothLists(Listing listing) {
        assertVerdicts("allow", "vip", listing, ADMITTED, ADMITTED);
        assertVerdicts("allow", "", listing, ADMITTED, ADMITTED);
    }

    @Test
    @Requirement("DM-4.6.2-12")
    void withoutAPolicyTheHandlingAloneDecides() {
        for (String handling : List.of("allow", "block", "confirm", "authenticate")) {
            assertThat(join(handling(handling)))
                    .isEqualTo(join(handling(handling).with(Xcon.USER_ADMISSION_POLICY, "anonymous")));
        }
        assertThat(People.conference(handling("allow")).document().textAt(Info.USERS, Xcon.USER_ADMISSION_POLICY))
                .isEmpty();
    }

    @Test
    @Requirement("DM-4.6.3-01")
    void anEmptyListOfTheAllowedIsValidAndAdmitsNobody() {
        Element users = handling("allow")
                .with(Xcon.USER_ADMISSION_POLICY, "closedAuthenticated")
                .with(People.allowed());
        assertThat(Validation.ofDocument(users)).isEmpty();
        assertThat(join(users)).isEqualTo(REFUSED);
        assertThat(Admission.of(People.bobUnauthenticated(), People.conference(users)))
                .isEqualTo(REFUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dial-in", "dial-out", "refer"})
    @Requirement("DM-4.6.3-10")
    void whoIsToBeCalledMayAlsoComeByHimself(String method) {
        Element list = Schema.USERS.child(Xcon.ALLOWED_USERS_LIST).empty();
        Element target = list.type()
                .child(Xcon.TARGET)
                .empty()
                .withAttribute(Attributes.URI, "sip:bob@example.org")
                .withAttribute(Attributes.METHOD, method);
        assertThat(join(handling("allow")
                        .with(Xcon.USER_ADMISSION_POLICY, "closedAuthenticated")
                        .with(list.with(target))))
                .isEqualTo(ADMITTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"allow", "block", "confirm", "authenticate", "directed-operator", "IVR"})
    void aLockedConferenceAdmitsNobody(String handling) {
        Conference open = People.conference(handling(handling));
        Conference locked = People.conference(
                open.document().with(Schema.CONFERENCE_STATE.empty().with(Info.LOCKED, "true")), Optional.empty());
        assertThat(Admission.of(People.bob(), locked)).isEqualTo(LOCKED);
        assertThat(Admission.isLocked(locked)).isTrue();
        assertThat(Admission.isLocked(open)).isFalse();
    }

    /** The two policies each on its own, and the one exception that RFC 6501 section 4.6.2 makes. */
    @Test
    @Requirement("DM-4.6.1-09")
    void noOutcomeIsLaxerThanEitherPolicyAlone() {
        for (String handling : List.of("allow", "block", "confirm", "authenticate", "directed-operator", "IVR", "")) {
            for (String policy : List.of("closedAuthenticated", "openAuthenticated", "anonymous", "vip", "")) {
                for (Listing listing : Listing.values()) {
                    for (Requester requester : List.of(People.bob(), People.bobUnauthenticated())) {
                        Verdict both = verdict(handling, policy, listing, requester);
                        Verdict byHandling = verdict(handling, "", Listing.NOWHERE, requester);
                        Verdict byPolicy = verdict("allow", policy, listing, requester);
                        boolean exception = handling.equals("confirm") && policy.equals("closedAuthenticated");
                        assertThat(both)
                                .as("%s %s %s %s", handling, policy, listing, requester.authenticated())
                                .isEqualTo(exception ? PENDING : stricter(byHandling, byPolicy));
                    }
                }
            }
        }
    }

    private static Verdict stricter(Verdict one, Verdict other) {
        List<Verdict> fromLaxToStrict = List.of(ADMITTED, PENDING, AUTHENTICATION_REQUIRED, REFUSED);
        return fromLaxToStrict.indexOf(one) > fromLaxToStrict.indexOf(other) ? one : other;
    }

    private static void assertVerdicts(
            String handling, String policy, Listing listing, Verdict authenticated, Verdict unauthenticated) {
        assertThat(verdict(handling, policy, listing, People.bob())).isEqualTo(authenticated);
        assertThat(verdict(handling, policy, listing, People.bobUnauthenticated()))
                .isEqualTo(unauthenticated);
    }

    private static Verdict verdict(String handling, String policy, Listing listing, Requester requester) {
        Element users = listing.in(users());
        users = handling.isEmpty() ? users : users.with(Xcon.JOIN_HANDLING, handling);
        users = policy.isEmpty() ? users : users.with(Xcon.USER_ADMISSION_POLICY, policy);
        return Admission.of(requester, People.conference(users));
    }

    private static Element handling(String word) {
        return users().with(Xcon.JOIN_HANDLING, word);
    }

    private static Verdict join(Element users) {
        return Admission.of(People.bob(), People.conference(users));
    }
}
