package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.conf;
import static io.parley.examples.conformance.House.confInfo;
import static io.parley.examples.conformance.House.user;
import static io.parley.examples.conformance.House.userInfo;
import static io.parley.examples.conformance.Updates.description;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.conference.ConferenceInfo;
import io.parley.conference.Medium;
import io.parley.identity.ContactUri;
import io.parley.identity.Version;
import io.parley.identity.XconUri;
import io.parley.identity.XconUserId;
import io.parley.spec.Requirement;
import io.parley.user.AllowedTarget;
import io.parley.user.DialMethod;
import io.parley.user.Endpoint;
import io.parley.user.EndpointMedia;
import io.parley.user.User;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** RFC 6504 section 7, told step by step with the versions of both documents after each. */
class SidebarStoriesTest {

    private static final String ALICE = "xcon-userid:Alice@example.com";
    private static final String BOB = "xcon-userid:Bob@example.com";
    private static final String CAROL = "xcon-userid:Carol@example.com";
    private static final String DAVID = "xcon-userid:David@example.com";
    private static final String ETHEL = "xcon-userid:Ethel@example.com";

    private final House house = House.open();

    /** A running conference of Alice's with the media of figures 19 and 24, in which these take part. */
    private String main(String... users) {
        CcmpResponse created = house.done(
                conf(Operation.CREATE, ALICE).info(confInfo("xcon:AUTO_GENERATE_1@example.com", description("""
                                                <info:display-text>MAIN CONFERENCE</info:display-text>
                                                <info:available-media>
                                                  <info:entry label="123">
                                                    <info:display-text>main conference audio</info:display-text>
                                                    <info:type>audio</info:type>
                                                    <info:status>sendrecv</info:status>
                                                  </info:entry>
                                                  <info:entry label="456">
                                                    <info:display-text>main conference video</info:display-text>
                                                    <info:type>video</info:type>
                                                    <info:status>sendrecv</info:status>
                                                    <xcon:controls>
                                                      <xcon:video-layout>single-view</xcon:video-layout>
                                                    </xcon:controls>
                                                  </info:entry>
                                                </info:available-media>"""))));
        String main = created.confObjId().orElseThrow();
        for (String user : users) {
            String name = user.substring(user.indexOf(':') + 1);
            house.done(user(Operation.CREATE, user).on(main).info(userInfo(user, """
                                            <info:endpoint entity="sip:%s">
                                              <info:media id="1"><info:label>123</info:label><info:status>sendrecv</info:status></info:media>
                                              <info:media id="2"><info:label>456</info:label><info:status>sendrecv</info:status></info:media>
                                            </info:endpoint>""".formatted(name))));
        }
        return main;
    }

    @Test
    @Requirement({"FLOW-7.1-01", "FLOW-7.1-02", "FLOW-7.1-03", "FLOW-7.1-04"})
    void section71AliceTalksToBobInAnInternalSidebar() {
        String main = main(ALICE, BOB, CAROL);
        Sidebar kind = Sidebar.BY_VALUE;

        // 1, 2: Alice makes the sidebar from the main conference.
        CcmpResponse created = house.done(kind.create(ALICE, main));
        String sidebar = created.confObjId().orElseThrow();
        ConferenceInfo cloned = new ConferenceInfo(created.body().info().orElseThrow());
        assertThat(created.version()).contains(Version.FIRST);
        assertThat(sidebar).isNotEqualTo(main);
        assertThat(cloned.title()).contains("SIDEBAR CONFERENCE registered by Alice");
        assertThat(cloned.media()).isEqualTo(new ConferenceInfo(house.documentOf(main, ALICE)).media());
        assertThat(cloned.users().allowed()).isEqualTo(targets(DialMethod.DIAL_IN, ALICE, BOB, CAROL));
        assertThat(cloned.users()).isEmpty();
        assertThat(cloned.sidebarParent()).contains(XconUri.of(main));
        assertVersions(kind, main, 5, sidebar, 1);

        // 3, 4: she leaves Carol out, turns the main conference down and adds media for the two of them.
        CcmpResponse updated = house.done(kind.update(ALICE, sidebar, """
                <info:conference-description>
                  <info:display-text>private sidebar Alice - Bob</info:display-text>
                  <info:available-media>
                    <info:entry label="123">
                      <info:display-text>main conference audio</info:display-text>
                      <info:type>audio</info:type>
                      <info:status>recvonly</info:status>
                      <xcon:controls><xcon:gain>-60</xcon:gain></xcon:controls>
                    </info:entry>
                    <info:entry label="456">
                      <info:display-text>main conference video</info:display-text>
                      <info:type>video</info:type>
                      <info:status>recvonly</info:status>
                    </info:entry>
                    <info:entry label="AUTO_GENERATE_1">
                      <info:display-text>sidebar audio</info:display-text>
                      <info:type>audio</info:type>
                      <info:status>sendrecv</info:status>
                    </info:entry>
                    <info:entry label="AUTO_GENERATE_2">
                      <info:display-text>sidebar video</info:display-text>
                      <info:type>video</info:type>
                      <info:status>sendrecv</info:status>
                    </info:entry>
                  </info:available-media>
                </info:conference-description>
                <info:users>
                  <xcon:allowed-users-list>
                    <xcon:target method="dial-out" uri="xcon-userid:Alice@example.com"/>
                    <xcon:target method="dial-out" uri="xcon-userid:Bob@example.com"/>
                  </xcon:allowed-users-list>
                </info:users>"""));
        ConferenceInfo changed = kind.document(house, sidebar, ALICE);
        assertThat(updated.version()).contains(new Version(2));
        assertThat(changed.media()).hasSize(4);
        assertThat(changed.media())
                .extracting(Medium::label)
                .startsWith("123", "456")
                .noneMatch(placeholder -> placeholder.contains("AUTO_GENERATE"));
        assertThat(changed.medium("123").flatMap(Medium::status)).contains("recvonly");
        assertThat(changed.medium("456").flatMap(Medium::status)).contains("recvonly");
        assertThat(changed.users().allowed()).isEqualTo(targets(DialMethod.DIAL_OUT, ALICE, BOB));
        assertThat(Roster.ids(house, main, ALICE)).containsExactly(ALICE, BOB, CAROL);
        assertVersions(kind, main, 6, sidebar, 2);
        assertThat(house.ask(kind.retrieve(CAROL, sidebar)).code()).isEqualTo(ResponseCode.UNAUTHORIZED);

        // 5, 6: Bob does not want to hear the main conference.
        CcmpResponse muted = house.done(user(Operation.UPDATE, BOB).on(sidebar).info(userInfo(BOB, """
                        <info:endpoint entity="sip:bob83@example.com">
                          <info:media id="1">
                            <info:display-text>main conference audio</info:display-text>
                            <info:label>123</info:label>
                            <info:status>inactive</info:status>
                          </info:media>
                        </info:endpoint>""")));
        ConferenceInfo after = kind.document(house, sidebar, ALICE);
        assertThat(muted.version()).contains(new Version(3));
        assertThat(stream(after, BOB).status()).contains("inactive");
        assertThat(after.users().find(XconUserId.of(ALICE))).isEmpty();
        assertThat(after.media()).isEqualTo(changed.media());
        assertThat(stream(new ConferenceInfo(house.documentOf(main, ALICE)), BOB)
                        .status())
                .contains("sendrecv");
        assertVersions(kind, main, 7, sidebar, 3);
    }

    @Test
    @Requirement({"FLOW-7.2-01", "FLOW-7.2-02", "FLOW-7.2-03"})
    void section72AliceMeetsACustomerInAnExternalSidebar() {
        String main = main(ALICE, BOB, CAROL, DAVID, ETHEL);
        Sidebar kind = Sidebar.BY_REFERENCE;

        // 1, 2
        CcmpResponse created = house.done(kind.create(ALICE, main));
        String sidebar = created.confObjId().orElseThrow();
        ConferenceInfo cloned = new ConferenceInfo(created.body().info().orElseThrow());
        assertThat(created.version()).contains(Version.FIRST);
        assertThat(cloned.users().allowed()).isEqualTo(targets(DialMethod.DIAL_IN, ALICE, BOB, CAROL, DAVID, ETHEL));
        assertThat(cloned.users()).isEmpty();
        assertThat(cloned.isActive()).isFalse();
        assertThat(cloned.sidebarParent()).contains(XconUri.of(main));
        assertVersions(kind, main, 7, sidebar, 1);

        // 3, 4: nothing of the main conference is heard, and Fred, of whom Alice knows the SIP URI only, is called.
        CcmpResponse updated = house.done(kind.update(ALICE, sidebar, """
                <info:conference-description>
                  <info:display-text>sidebar with Alice, Bob, Ethel and Fred</info:display-text>
                  <info:available-media>
                    <info:entry label="123">
                      <info:display-text>main conference audio</info:display-text>
                      <info:type>audio</info:type>
                      <info:status>inactive</info:status>
                    </info:entry>
                    <info:entry label="456">
                      <info:display-text>main conference video</info:display-text>
                      <info:type>video</info:type>
                      <info:status>inactive</info:status>
                    </info:entry>
                    <info:entry label="AUTO_GENERATE_1">
                      <info:display-text>sidebar audio</info:display-text>
                      <info:type>audio</info:type>
                      <info:status>sendrecv</info:status>
                    </info:entry>
                    <info:entry label="AUTO_GENERATE_2">
                      <info:display-text>sidebar video</info:display-text>
                      <info:type>video</info:type>
                      <info:status>sendrecv</info:status>
                      <xcon:controls><xcon:video-layout>single-view</xcon:video-layout></xcon:controls>
                    </info:entry>
                  </info:available-media>
                </info:conference-description>
                <info:conference-state><info:active>false</info:active></info:conference-state>
                <info:users>
                  <xcon:allowed-users-list>
                    <xcon:target method="dial-out" uri="xcon-userid:Alice@example.com"/>
                    <xcon:target method="dial-out" uri="xcon-userid:Bob@example.com"/>
                    <xcon:target method="dial-out" uri="sip:fred@example.com"/>
                  </xcon:allowed-users-list>
                </info:users>"""));
        ConferenceInfo changed = kind.document(house, sidebar, ALICE);
        assertThat(updated.version()).contains(new Version(2));
        assertThat(changed.media())
                .hasSize(4)
                .extracting(Medium::label)
                .noneMatch(label -> label.contains("AUTO_GENERATE"));
        assertThat(changed.media())
                .extracting(medium -> medium.status().orElse(""))
                .containsExactly("inactive", "inactive", "sendrecv", "sendrecv");
        assertThat(changed.users().allowed())
                .isEqualTo(targets(DialMethod.DIAL_OUT, ALICE, BOB, "sip:fred@example.com"));
        assertThat(changed.title()).contains("sidebar with Alice, Bob, Ethel and Fred");
        assertVersions(kind, main, 7, sidebar, 2);

        // Fred is known from here on, and one user wherever he is added.
        assertThat(house.memory()
                        .users()
                        .owner(ContactUri.parse("sip:fred@example.com").orElseThrow()))
                .isPresent();
        String fred = added(ALICE, sidebar, "sip:fred@example.com");
        assertThat(added(ALICE, main, "sip:fred@example.com")).isEqualTo(fred);
    }

    @Test
    @Requirement("FLOW-7.3-01")
    void section73AliceWritesToBobInASidebarThatSheDescribes() {
        String main = main(ALICE, BOB, CAROL);
        Sidebar kind = Sidebar.BY_VALUE;

        CcmpResponse created = house.done(kind.create(ALICE, main, """
                <info:conference-description>
                  <info:display-text>private textual sidebar alice - bob</info:display-text>
                  <info:available-media>
                    <info:entry label="123">
                      <info:display-text>main conference audio</info:display-text>
                      <info:type>audio</info:type>
                      <info:status>recvonly</info:status>
                    </info:entry>
                    <info:entry label="456">
                      <info:display-text>main conference video</info:display-text>
                      <info:type>video</info:type>
                      <info:status>recvonly</info:status>
                    </info:entry>
                    <info:entry label="AUTO_GENERATE_2">
                      <info:display-text>sidebar text</info:display-text>
                      <info:type>text</info:type>
                      <info:status>sendrecv</info:status>
                    </info:entry>
                  </info:available-media>
                </info:conference-description>
                <info:users>
                  <xcon:allowed-users-list>
                    <xcon:target method="dial-out" uri="xcon-userid:Alice@example.com"/>
                    <xcon:target method="dial-out" uri="xcon-userid:Bob@example.com"/>
                  </xcon:allowed-users-list>
                </info:users>"""));
        String sidebar = created.confObjId().orElseThrow();
        ConferenceInfo document = new ConferenceInfo(created.body().info().orElseThrow());

        assertThat(created.version()).contains(Version.FIRST);
        assertThat(document.title()).contains("private textual sidebar alice - bob");
        assertThat(document.media()).hasSize(3);
        assertThat(document.medium("456").orElseThrow().controls()).isEmpty();
        assertThat(document.media().get(2).type()).contains("text");
        assertThat(document.media().get(2).label()).isNotBlank().doesNotContain("AUTO_GENERATE");
        assertThat(document.users().allowed()).isEqualTo(targets(DialMethod.DIAL_OUT, ALICE, BOB));
        assertThat(document.users()).isEmpty();
        assertThat(document.sidebarParent()).contains(XconUri.of(main));
        assertVersions(kind, main, 5, sidebar, 1);
    }

    @Test
    @Requirement({"FLOW-7.4-01", "FLOW-7.4-02"})
    void section74AliceCoachesBobAndTheCustomerCarolNeverLearnsOfIt() {
        String main = main(BOB, CAROL);
        house.done(user(Operation.DELETE, ALICE).on(main)); // she owns the conference, and is not in it
        Sidebar kind = Sidebar.BY_REFERENCE;

        // 1, 2
        CcmpResponse created = house.done(kind.create(ALICE, main));
        String sidebar = created.confObjId().orElseThrow();
        assertThat(created.version()).contains(Version.FIRST);
        assertThat(new ConferenceInfo(created.body().info().orElseThrow()).sidebarParent())
                .contains(XconUri.of(main));
        assertVersions(kind, main, 5, sidebar, 1);
        assertCarolKnowsNothing(main, sidebar);

        // 3, 4: one stream from Alice to Bob.
        CcmpResponse updated = house.done(kind.update(ALICE, sidebar, """
                <info:conference-description>
                  <info:display-text>Coaching sidebar Alice and Bob</info:display-text>
                  <info:available-media>
                    <info:entry label="AUTO_GENERATE_1">
                      <info:display-text>Alice-to-Bob audio</info:display-text>
                      <info:type>audio</info:type>
                      <info:status>sendrecv</info:status>
                    </info:entry>
                  </info:available-media>
                </info:conference-description>
                <info:conference-state><info:active>false</info:active></info:conference-state>
                <info:users>
                  <info:user entity="xcon-userid:Alice@example.com">
                    <info:endpoint entity="sip:alice@example.com">
                      <info:media id="AUTO_GENERATE_2">
                        <info:label>AUTO_GENERATE_1</info:label>
                        <info:status>sendonly</info:status>
                      </info:media>
                    </info:endpoint>
                  </info:user>
                  <info:user entity="xcon-userid:Bob@example.com">
                    <info:endpoint entity="sip:bob@example.com">
                      <info:media id="AUTO_GENERATE_3">
                        <info:label>AUTO_GENERATE_1</info:label>
                        <info:status>recvonly</info:status>
                      </info:media>
                    </info:endpoint>
                  </info:user>
                  <xcon:allowed-users-list>
                    <xcon:target method="dial-in" uri="xcon-userid:Alice@example.com"/>
                    <xcon:target method="dial-out" uri="xcon-userid:Bob@example.com"/>
                  </xcon:allowed-users-list>
                </info:users>"""));
        ConferenceInfo changed = kind.document(house, sidebar, ALICE);
        String label = changed.media().get(2).label();
        assertThat(updated.version()).contains(new Version(2));
        assertThat(changed.media()).hasSize(3);
        assertThat(label).isNotIn("123", "456").doesNotContain("AUTO_GENERATE");
        assertThat(stream(changed, ALICE).label()).contains(label);
        assertThat(stream(changed, BOB).label()).contains(label);
        assertThat(stream(changed, ALICE).id())
                .matches("[0-9]+")
                .isNotEqualTo(stream(changed, BOB).id());
        assertThat(stream(changed, BOB).id()).matches("[0-9]+");
        assertVersions(kind, main, 5, sidebar, 2);
        assertThat(kind.heldBy(house, main, BOB)).containsExactly(sidebar);
        assertCarolKnowsNothing(main, sidebar);
        assertThat(house.ask(kind.retrieve(CAROL, sidebar)).code()).isEqualTo(ResponseCode.UNAUTHORIZED);
    }

    private void assertCarolKnowsNothing(String main, String sidebar) {
        for (CcmpRequest asking : List.of(
                conf(Operation.RETRIEVE, CAROL).on(main),
                House.users(Operation.RETRIEVE, CAROL).on(main),
                Sidebar.BY_REFERENCE.list(CAROL, main),
                Sidebar.BY_VALUE.list(CAROL, main))) {
            assertThat(house.done(asking).body().toString())
                    .as(asking.toString())
                    .doesNotContainIgnoringCase("alice")
                    .doesNotContain(sidebar)
                    .doesNotContain("sidebar");
        }
    }

    private String added(String sender, String conference, String contact) {
        return new User(house.done(Roster.addContact(sender, conference, contact))
                        .body()
                        .info()
                        .orElseThrow())
                .id()
                .toString();
    }

    private void assertVersions(Sidebar kind, String main, long ofMain, String sidebar, long ofSidebar) {
        assertThat(house.versionOf(main, ALICE))
                .as("version of the main conference")
                .isEqualTo(ofMain);
        assertThat(house.done(kind.retrieve(ALICE, sidebar)).version())
                .as("version of the sidebar")
                .contains(new Version(ofSidebar));
    }

    private static List<AllowedTarget> targets(String method, String... uris) {
        return List.of(uris).stream().map(uri -> new AllowedTarget(uri, method)).toList();
    }

    private static EndpointMedia stream(ConferenceInfo document, String user) {
        Optional<Endpoint> endpoint = document.users()
                .find(XconUserId.of(user))
                .map(record -> record.endpoints().get(0));
        return endpoint.orElseThrow().media().get(0);
    }
}
