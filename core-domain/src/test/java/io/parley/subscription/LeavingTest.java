package io.parley.subscription;

import static io.parley.participation.Assembly.NOON;
import static io.parley.participation.Assembly.id;
import static io.parley.participation.Assembly.requester;
import static io.parley.participation.Assembly.sights;
import static io.parley.participation.Assembly.sip;
import static io.parley.participation.Assembly.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.conference.Conference;
import io.parley.conference.Disconnection;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.focus.AuthMethod;
import io.parley.focus.DialogId;
import io.parley.focus.McuType;
import io.parley.identity.Version;
import io.parley.participation.Assembly;
import io.parley.participation.Caller;
import io.parley.participation.Coming;
import io.parley.participation.Foci;
import io.parley.participation.FocusSettings;
import io.parley.participation.JoinRequest;
import io.parley.participation.Joining;
import io.parley.participation.Leaving;
import io.parley.participation.Parting;
import io.parley.roster.Report;
import io.parley.user.User;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whom those who steer are shown once more when he has left, and for how long it is remembered how he did (RFC 4575 section 5.7.6). */
class LeavingTest {

    private static final DialogId DIALOG = new DialogId("call", "ours", "theirs");

    private final Assembly assembly = new Assembly().join("alice");

    private Conference joins(String name, boolean conceals) {
        FocusSettings settings = FocusSettings.in("example.com");
        Conference conference = assembly.conference();
        JoinRequest request = new JoinRequest(
                new Caller(sip(name), user(name), AuthMethod.ENTERPRISE, true, false),
                DIALOG,
                "sip:" + name + "@10.0.0.1",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                conceals,
                Coming.BY_ITSELF);
        Joining.Answer answer = Joining.decide(
                conference,
                new Foci(settings).of(conference, known -> Optional.empty(), NOON),
                request,
                settings,
                NOON);
        return assembly.become(((Joining.Joined) answer).conference()).conference();
    }

    private Conference leaves(Instant when) {
        Conference before = assembly.conference();
        Conference after = Leaving.device(before, DIALOG).orElseThrow();
        return assembly.become(Parting.departed(when).noted(before, after)).conference();
    }

    private Element told(Conference before, Profile profile) {
        Watched told = Watched.of(before);
        Watched leaving = Watched.of(assembly.conference()).withWhoLeftSince(told);
        assertThat(leaving.since()).contains(before.version());
        Audience audience =
                Audience.of(sights(), Assembly.alone(leaving.conference()), leaving, requester("alice"), profile);
        assertThat(audience.followsLeaving()).isTrue();
        return new Composer(sights())
                .compose(new Due(Optional.of(told), leaving, audience))
                .orElseThrow();
    }

    @Test
    void whoWasUnknownStaysSoWhereItIsToldThatHeLeft() {
        Element users = assembly.conference().document().child(Info.USERS).orElseThrow();
        Element listed = User.builder(id("bob")).build();
        assembly.become(
                assembly.conference().next(assembly.conference().document().with(users.with(listed))));
        Conference before = joins("bob", true);
        leaves(NOON);
        assertThat(told(before, Profile.PLAIN).toString()).doesNotContainIgnoringCase("bob");
        assertThat(told(before, Profile.XCON).toString()).doesNotContainIgnoringCase("bob");
    }

    @Test
    void whoIsListedIsShownToLeaveAndStaysListed() {
        Element users = assembly.conference().document().child(Info.USERS).orElseThrow();
        assembly.become(assembly.conference()
                .next(assembly.conference()
                        .document()
                        .with(users.with(User.builder(id("bob")).build()))));
        Conference before = joins("bob", false);
        Conference after = leaves(NOON);
        assertThat(told(before, Profile.PLAIN).textAt(Info.USERS, Info.USER, Info.ENDPOINT, Info.STATUS))
                .contains("disconnected");
        assertThat(after.user(id("bob")).orElseThrow().child(Info.ENDPOINT)).isEmpty();
    }

    @Test
    void howSomebodyLeftIsForgottenWhenEverybodyHasBeenTold() {
        joins("bob", false);
        Version first = leaves(NOON).version();
        joins("bob", false);
        leaves(NOON.plus(Disconnection.REMEMBERED));
        assertThat(gone(Version.FIRST)).isEqualTo(2);
        assertThat(gone(first)).isEqualTo(1);
        joins("carol", false);
        leaves(NOON.plus(Disconnection.REMEMBERED).plus(Duration.ofSeconds(1)));
        assertThat(gone(Version.FIRST)).as("the first is forgotten").isEqualTo(2);
    }

    private int gone(Version since) {
        return assembly.conference().attendance().disconnectedSince(since).size();
    }

    @Test
    void howSomebodyLeavesAnMcuOnlyThatKnows() {
        assembly.report(McuType.CHAT, Report.full(1).has("bob", "{m}").document());
        Conference before = assembly.conference();
        assembly.report(McuType.CHAT, Report.partial(2).gone("bob").document());
        Conference after = Parting.departed(NOON).noted(before, assembly.conference());
        assertThat(after.user(id("bob"))).isEmpty();
        assertThat(after.attendance().disconnectedSince(Version.FIRST)).isEmpty();
    }
}
