package io.parley.codec.c3p;

import static io.parley.codec.c3p.C3pTrees.CODEC;
import static io.parley.codec.c3p.C3pTrees.text;
import static io.parley.codec.c3p.C3pTrees.valid;
import static io.parley.codec.c3p.Messages.BOB;
import static io.parley.codec.c3p.Messages.CATHY;
import static io.parley.codec.c3p.Messages.CHAT;
import static io.parley.codec.c3p.Messages.FOCUS;
import static io.parley.codec.c3p.Messages.KEYS;
import static io.parley.codec.c3p.Messages.command;
import static io.parley.codec.c3p.Messages.fault;
import static io.parley.codec.c3p.Messages.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.c3p.C3pEndpoint;
import io.parley.c3p.C3pMedia;
import io.parley.c3p.C3pNames;
import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pRole;
import io.parley.c3p.C3pUser;
import io.parley.c3p.Command;
import io.parley.c3p.ConferenceCommand;
import io.parley.c3p.MediaCommand;
import io.parley.c3p.MediaFilter;
import io.parley.c3p.MediaKeys;
import io.parley.c3p.UnknownCommand;
import io.parley.c3p.UserCommand;
import io.parley.c3p.UserKeys;
import io.parley.document.ElementType;
import io.parley.document.Name;
import io.parley.focus.Autopromote;
import io.parley.focus.LobbySettings;
import io.parley.focus.LobbySettings.Admission;
import io.parley.identity.SipUri;
import io.parley.spec.Requirement;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documents of requests are, and what they must not be (sections 2.2.3 and 7.1). */
class RequestDocumentsTest {

    private static final String DELETE_USER = "<deleteUser><userKeys confEntity='$C' userEntity='$U'/></deleteUser>";

    private static void comesBack(Command command) {
        C3pRequest request = request(command);
        assertThat(C3pTrees.request(valid(request))).isEqualTo(request);
    }

    @ParameterizedTest
    @CsvSource({"requestId", "from", "to"})
    @Requirement("C3P-7.1-01")
    void aRequestNeedsThreeAttributes(String missing) {
        assertThat(fault(C3pTrees.utf8(text(request(DELETE_USER)).replaceFirst(" " + missing + "='[^']*'", "")))
                        .fault())
                .isEqualTo("request needs the attribute " + missing);
        assertThat(text(request(DELETE_USER))).doesNotContain("C3PVersion");
        assertThat(command(DELETE_USER).name()).isEqualTo("deleteUser");
    }

    @Test
    void whatWasReadBeforeTheFaultIsKnown() {
        byte[] broken = C3pTrees.utf8(text(request(DELETE_USER)).replace("</deleteUser>", "</deleteuser>"));
        assertThat(fault(broken).requestId()).contains("1");
        assertThat(fault(broken).from()).contains(BOB);
        assertThat(fault(broken).to()).contains(FOCUS);
        assertThat(fault(broken).fault()).contains("(line 1, column ");
        assertThat(fault(C3pTrees.utf8("<response requestId='1'/>")).requestId())
                .isEmpty();
        assertThat(fault(C3pTrees.utf8("<request requestId='1' from='bob'/>")).from())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <deleteUser/>                                                    | request/deleteUser needs userKeys
            <deleteUser><userKeys confEntity='$C'/></deleteUser>             | request/deleteUser/userKeys needs the attribute userEntity
            <addUser><conferenceKeys confEntity='$C'/></addUser>             | request/addUser needs user
            <addUser><conferenceKeys confEntity='$C'/><ci:user/></addUser>   | user/@entity: '' is not a SIP URI
            <addUser><conferenceKeys confEntity='$C'/><ci:user entity='$U'/><ci:user entity='$U'/></addUser> | request/addUser holds more than one user
            <addUser><conferenceKeys confEntity='$C'/><ci:user entity='$U'><ci:roles/></ci:user></addUser> | request/addUser/user/roles needs entry
            <endorseUser><conferenceKeys confEntity='$C'/><endorsee>tel:+1</endorsee></endorseUser> | request/endorseUser/endorsee: 'tel:+1' is not a SIP URI
            <endorseUser><conferenceKeys confEntity='$C'/><endorsee>$U</endorsee><ci:dialog-id><ci:call-id>1</ci:call-id><ci:to-tag>2</ci:to-tag></ci:dialog-id></endorseUser> | request/endorseUser/dialog-id needs from-tag
            <modifyUserRoles><userKeys confEntity='$C' userEntity='$U'/></modifyUserRoles> | request/modifyUserRoles needs user-roles
            <modifyUserRoles><userKeys confEntity='$C' userEntity='$U'/><ci:user-roles><ci:entry>chair</ci:entry></ci:user-roles></modifyUserRoles> | user-roles/entry: 'chair' is neither presenter nor attendee
            <modifyUserRoles><userKeys confEntity='$C' userEntity='$U'/><ci:user-roles><ci:entry>presenter</ci:entry><ci:entry>attendee</ci:entry></ci:user-roles></modifyUserRoles> | user-roles needs exactly one entry, not 2
            <modifyConferenceLock><conferenceKeys confEntity='$C'/><locked>true</locked><cis:separator/><msci:autopromote>1</msci:autopromote></modifyConferenceLock> | modifyConferenceLock holds all of admission-policy, autopromote and pstn-lobby-bypass or none
            <modifyConferenceLock><conferenceKeys confEntity='$C'/><locked>true</locked><cis:separator/><msci:admission-policy>open</msci:admission-policy></modifyConferenceLock> | request/modifyConferenceLock/admission-policy: 'open' is not one of closedAuthenticated, openAuthenticated, anonymous
            <setLobbyAccess><conferenceKeys confEntity='$C'/><userEntity>$U</userEntity><access>maybe</access></setLobbyAccess> | request/setLobbyAccess/access: 'maybe' is not one of granted, denied
            <setLobbyAccess><conferenceKeys confEntity='$C'/><access>granted</access></setLobbyAccess> | request/setLobbyAccess needs userEntity
            <modifyEndpoint><endpointKeys confEntity='$C' userEntity='$U' endpointEntity='{A}'/></modifyEndpoint> | request/modifyEndpoint needs endpoint
            <modifyConferenceAnnouncements><conferenceKeys confEntity='$C'/></modifyConferenceAnnouncements> | request/modifyConferenceAnnouncements needs enabled
            <getConference><conferenceKeys confEntity='http://x'/></getConference> | request/getConference/conferenceKeys/@confEntity: 'http://x' is not a SIP URI
            """)
    void eachFaultIsNamedWithItsPlace(String command, String fault) {
        assertThat(fault(command).fault()).isEqualTo(fault);
        assertThat(fault(command).requestId()).contains("1");
    }

    @Test
    void aRequestHoldsOneCommand() {
        assertThat(fault("").fault()).isEqualTo("a request holds exactly one command, not 0");
        assertThat(fault(DELETE_USER + DELETE_USER).fault()).isEqualTo("a request holds exactly one command, not 2");
        assertThat(fault("<jump/><run/>").fault()).isEqualTo("a request holds exactly one command, not 2");
        assertThat(command("<x:aside xmlns:x='urn:x'/>" + DELETE_USER).name()).isEqualTo("deleteUser");
    }

    @Test
    void anUnknownCommandIsOne() {
        Command jump = command("<jump high='1'/>");
        assertThat(jump).isInstanceOf(UnknownCommand.class);
        assertThat(jump.name()).isEqualTo("jump");
        assertThat(command("<x:deleteUser xmlns:x='urn:x'/>")).isInstanceOf(UnknownCommand.class);
    }

    @Test
    @Requirement("C3P-2.2.2.12-04")
    void whatACommandDoesNotNeedIsIgnored() {
        assertThat(command("<deleteUser x='1'><userKeys confEntity='$C' userEntity='$U'"
                        + " msci:conference-id='5D3747C1'/></deleteUser>"))
                .isEqualTo(command(DELETE_USER));
    }

    @Test
    @Requirement("C3P-2.2.2.12-05")
    void extensionsAreIgnoredAndKeptApart() {
        String plain = "<addUser><conferenceKeys confEntity='$C'/><ci:user entity='$U'/></addUser>";
        String extended = plain.replace("</addUser>", "<x:b xmlns:x='urn:x'>1</x:b><x:a xmlns:x='urn:x'/></addUser>")
                .replace("<addUser>", "<addUser xmlns:x='urn:x' x:y='z'>");
        C3pRequest read = C3pTrees.request(request(extended));
        assertThat(read.command()).isEqualTo(command(plain));
        assertThat(read.extensions().stream().map(extension -> extension.name().local()))
                .containsExactly("b", "a");
        assertThat(C3pTrees.request(valid(read))).isEqualTo(read);
    }

    @Test
    void extensionsStandBehindTheirSeparators() {
        C3pRequest request = new C3pRequest(
                "1",
                BOB,
                FOCUS,
                new UserCommand.DeleteUser(
                        new UserKeys(FOCUS, CATHY), Optional.empty(), Optional.empty(), Optional.empty()),
                List.of(ElementType.foreign(Name.of("urn:x", "y")).empty()));
        assertThat(text(valid(request))).contains("<cis:separator/><ns");
        assertThat(C3pTrees.request(valid(request))).isEqualTo(request);
    }

    @Test
    void prefixesMeanNothing() {
        String other = text(request(DELETE_USER))
                .replace("xmlns='urn", "xmlns:q='urn")
                .replace("<request", "<q:request")
                .replace("</request", "</q:request")
                .replace("<deleteUser", "<q:deleteUser")
                .replace("</deleteUser", "</q:deleteUser")
                .replace("<userKeys", "<q:userKeys");
        assertThat(C3pTrees.request(C3pTrees.utf8(other)).command()).isEqualTo(command(DELETE_USER));
    }

    @Test
    @Requirement("C3P-7.1-10")
    void aSessionIsNotReplacedUnlessTheRequestSaysSo() {
        String plain = "<addUser><conferenceKeys confEntity='$C'/><ci:user entity='$U'/></addUser>";
        assertThat(((UserCommand.AddUser) command(plain)).allowSessionReplace()).isFalse();
        assertThat(((UserCommand.AddUser) command(plain.replace("<addUser", "<addUser mscp:allow-session-replace='1'")))
                        .allowSessionReplace())
                .isTrue();
    }

    @Test
    @Requirement("C3P-7.1-11")
    void settingsOfALockFollowASeparator() {
        C3pRequest lock = request(new ConferenceCommand.ModifyConferenceLock(
                KEYS, true, Optional.of(new LobbySettings(Admission.OPEN_AUTHENTICATED, Autopromote.COMPANY, false))));
        assertThat(text(valid(lock)))
                .contains("<locked>true</locked><cis:separator/><msci:admission-policy>openAuthenticated"
                        + "</msci:admission-policy><msci:autopromote>32768</msci:autopromote>"
                        + "<msci:pstn-lobby-bypass>false</msci:pstn-lobby-bypass>");
        assertThat(C3pTrees.request(valid(lock))).isEqualTo(lock);
    }

    @Test
    @Requirement("C3P-7.1-12")
    void mediaFiltersOfManyNameTheirMedia() {
        assertThat(fault("<modifyUsersMediaFilters><conferenceKeys confEntity='$C'/></modifyUsersMediaFilters>")
                        .fault())
                .isEqualTo("request/modifyUsersMediaFilters needs mediaLabel");
        comesBack(new ConferenceCommand.ModifyUsersMediaFilters(
                KEYS,
                List.of("main-audio", "main-video"),
                Optional.of(MediaFilter.BLOCK),
                Optional.of(MediaFilter.UNBLOCK),
                List.of("presenter"),
                List.of(BOB, CATHY),
                Optional.of(CHAT)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"addEndpointMedia", "modifyEndpointMedia"})
    @Requirement("C3P-7.1-14")
    void mediaOfEndpointsHaveKeysAndAMedium(String name) {
        String keys = "<mediaKeys confEntity='$C' userEntity='$U' endpointEntity='{A}' mediaId='1'/>";
        assertThat(fault("<" + name + "><ci:media id='1'/></" + name + ">").fault())
                .isEqualTo("request/" + name + " needs mediaKeys");
        assertThat(fault("<" + name + ">" + keys + "</" + name + ">").fault())
                .isEqualTo("request/" + name + " needs media");
        assertThat(fault("<deleteEndpointMedia/>").fault()).isEqualTo("request/deleteEndpointMedia needs mediaKeys");
        MediaKeys media = new MediaKeys(FOCUS, CATHY, "{A}", Optional.of("1"));
        assertThat(command("<deleteEndpointMedia>" + keys + "</deleteEndpointMedia>"))
                .isEqualTo(new MediaCommand.DeleteEndpointMedia(media, Optional.empty()));
        comesBack(new MediaCommand.AddEndpointMedia(media, C3pMedia.of("1"), Optional.of(CHAT)));
        comesBack(new MediaCommand.ModifyEndpointMedia(
                media, C3pMedia.of("1").withIngressFilter(MediaFilter.BLOCK), Optional.of(CHAT)));
        comesBack(new MediaCommand.DeleteEndpointMedia(media, Optional.of(CHAT)));
    }

    @Test
    @Requirement("C3P-7.1-16")
    void modifyUserLooksLikeAddUser() {
        UserCommand.ModifyUser read = (UserCommand.ModifyUser) command("<modifyUser mscp:mcuUri='$M'>"
                + "<conferenceKeys confEntity='$C'/><ci:user entity='$U'><ci:roles><ci:entry>presenter</ci:entry>"
                + "</ci:roles><ci:endpoint entity='{A}'/></ci:user></modifyUser>");
        assertThat(read.user().role()).contains(C3pRole.PRESENTER);
        assertThat(read.user().endpoint().flatMap(C3pEndpoint::entity)).contains("{A}");
        assertThat(read.mcuUri()).contains(CHAT);
        comesBack(read);
    }

    @ParameterizedTest
    @CsvSource({"refer-to-uri, sip:x@y?Referred-By=z", "refer-to-uri, tel:+1", "asserted-identity, sip:x@y"})
    @Requirement({"C3P-2.2.2.6-04", "C3P-2.2.2.6-05"})
    void urisOfEndpointsAreReadAndWrittenUnchanged(String attribute, String uri) {
        C3pEndpoint endpoint = C3pEndpoint.of("{A}").withAttribute(C3pNames.msci(attribute), uri);
        C3pUser user = C3pUser.of(CATHY).withEndpoints(List.of(endpoint));
        C3pRequest request = request(new UserCommand.AddUser(KEYS, user, Optional.of(CHAT), false));
        assertThat(text(valid(request))).contains("msci:" + attribute + "=\"" + uri + "\"");
        assertThat(C3pTrees.request(valid(request))).isEqualTo(request);
        assertThat(fault(C3pTrees.utf8(text(CODEC.writeRequest(request)).replace(uri, "http://x")))
                        .fault())
                .startsWith("request/addUser/user/endpoint/@" + attribute + ": 'http://x' is not a");
    }

    @Test
    @Requirement("C3P-2.2.2.12-03")
    void namesInAnyScriptComeBack() {
        C3pUser user = C3pUser.of(CATHY).withDisplayText("Катя Бейкер \uD83D\uDE00");
        comesBack(new UserCommand.AddUser(KEYS, user, Optional.of(CHAT), false));
        byte[] utf16 = ("<?xml version='1.0' encoding='UTF-16'?>" + text(request(DELETE_USER)))
                .getBytes(StandardCharsets.UTF_16);
        assertThat(fault(utf16).fault()).contains("UTF-8");
        byte[] latin = text(request(DELETE_USER.replace("<deleteUser", "<deleteUser x='é'")))
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(fault(latin).fault()).contains("UTF-8");
    }

    @Test
    @Requirement({"C3P-2.2.2.6-09", "C3P-2.2.2.6-10"})
    void extensionsOfEndpointsAreWrittenBehindTheirSeparators() {
        C3pUser bob = C3pUser.of(BOB)
                .withEndpoints(List.of(
                        C3pEndpoint.of("{A}").withStatus("connected").withSessionOnBehalfOf(CATHY),
                        C3pEndpoint.of("{B}")
                                .with(ElementType.foreign(C3pNames.msci("client-recording"))
                                        .empty())));
        assertThat(text(valid(request(new UserCommand.ModifyUser(KEYS, bob, Optional.empty(), false)))))
                .contains("<ci:status>connected</ci:status><cis:separator/><msci:session-on-behalf-of>")
                .contains("\"{B}\"><cis:separator/><cis:separator/><msci:client-recording/>");
    }

    @Test
    void whatTheSchemaDoesNotAdmitIsNotWritten() {
        C3pUser user =
                C3pUser.of(CATHY).withEndpoints(List.of(C3pEndpoint.of("{A}").withStatus("held")));
        assertThatThrownBy(
                        () -> CODEC.writeRequest(request(new UserCommand.AddUser(KEYS, user, Optional.empty(), false))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("request/addUser/user/endpoint/status: 'held'");
        assertThatThrownBy(() -> CODEC.writeRequest(request(new UserCommand.AddUser(
                        KEYS, C3pUser.of(CATHY).withDisplayText("\u0001"), Optional.empty(), false))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("U+0001");
    }

    @Test
    void requestsAreWrittenInTheNamespacesThatClientsExpect() {
        assertThat(text(valid(request(new UserCommand.ModifyUserRoles(
                        new UserKeys(FOCUS, SipUri.of("sip:cathy@fabrikam.com")),
                        C3pRole.PRESENTER,
                        Optional.empty())))))
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"
                        + "<request xmlns=\"urn:ietf:params:xml:ns:cccp\""
                        + " xmlns:ci=\"urn:ietf:params:xml:ns:conference-info\" C3PVersion=\"1\" from=\"" + BOB
                        + "\" requestId=\"1\" to=\"" + FOCUS + "\"><modifyUserRoles><userKeys confEntity=\"" + FOCUS
                        + "\" userEntity=\"sip:cathy@fabrikam.com\"/><ci:user-roles><ci:entry>presenter</ci:entry>"
                        + "</ci:user-roles></modifyUserRoles></request>");
    }
}
