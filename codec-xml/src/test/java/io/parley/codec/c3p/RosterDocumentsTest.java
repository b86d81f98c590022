package io.parley.codec.c3p;

import static io.parley.c3p.C3pNames.ci;
import static io.parley.c3p.C3pNames.msci;
import static io.parley.codec.c3p.C3pTrees.CODEC;
import static io.parley.codec.c3p.C3pTrees.valid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.c3p.C3pNames;
import io.parley.c3p.DocumentState;
import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.document.Name;
import io.parley.spec.Requirement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documents of rosters are (sections 2.2.2 and 8). */
class RosterDocumentsTest {

    private static final List<String> DESCRIPTION = List.of(
            "disclaimer:d",
            "organizer:",
            "conference-id:5D3747C1",
            "conference-key:",
            "last-update:2026-11-29T10:00:00Z",
            "last-activate:2026-11-29T10:00:00Z",
            "is-active:true",
            "expiry-time:2030-01-31T10:00:00Z",
            "admission-policy:anonymous",
            "organizer-roaming-data:",
            "notification-data:",
            "pstn-access:",
            "lobby-capable:true",
            "anonymous-type-allowed:true",
            "join-url:https://x/y",
            "autopromote:2147516416",
            "autopromote-allowed:0",
            "pstn-lobby-bypass:true",
            "pstn-lobby-bypass-allowed:true",
            "disclaimer-title:t",
            "recording-allowed:true",
            "externaluser-recording-allowed:false",
            "server-mode:14",
            "recording-notification:true");

    private static Element empty(Name name) {
        return ElementType.foreign(name).empty();
    }

    private static Element text(Name name, String text) {
        return ElementType.foreign(name).text(text);
    }

    private static Element conference(Element... parts) {
        Element conference = empty(C3pNames.CONFERENCE_INFO)
                .withAttribute(C3pNames.ENTITY, "sip:alice@example.com;gruu;opaque=app:conf:focus:id:5D3747C1");
        for (Element part : parts) {
            conference = conference.with(part);
        }
        return conference;
    }

    private static Element described(List<String> items) {
        Element description = empty(ci("conference-description"));
        for (String item : items) {
            String name = item.substring(0, item.indexOf(':'));
            Element child = text(msci(name), item.substring(item.indexOf(':') + 1));
            description = description.with(
                    name.equals("conference-key") ? child.with(text(msci("cms-data"), "AAEC")) : child);
        }
        return conference(description);
    }

    private static Element stated(Element... states) {
        Element state = empty(msci("entity-state"));
        for (Element each : states) {
            state = state.with(each);
        }
        return conference(
                empty(C3pNames.CONFERENCE_VIEW).with(empty(C3pNames.ENTITY_VIEW).with(state)));
    }

    private static Element comesBack(Element document) throws UnreadableC3pException {
        byte[] written = valid(CODEC.writeDocument(document));
        Element read = CODEC.readDocument(written);
        assertThat(valid(CODEC.writeDocument(read))).isEqualTo(written);
        return read;
    }

    @Test
    @Requirement({"C3P-2.2.2.2-02", "C3P-8.1-03"})
    void theDescriptionKeepsTheOrderOfTheSchemaAndItsSeparators() throws UnreadableC3pException {
        List<String> backwards = new ArrayList<>(DESCRIPTION);
        Collections.reverse(backwards);
        Element read = comesBack(described(backwards));
        assertThat(read).isEqualTo(comesBack(described(DESCRIPTION)));
        List<String> names = read.child(ci("conference-description")).orElseThrow().elements().stream()
                .map(child -> child.name().local())
                .toList();
        assertThat(names.stream().filter(name -> !name.equals("separator")))
                .containsExactlyElementsOf(DESCRIPTION.stream()
                        .map(item -> item.substring(0, item.indexOf(':')))
                        .toList());
        assertThat(names.indexOf("separator")).isEqualTo(names.indexOf("pstn-access") - 1);
        assertThat(names.lastIndexOf("separator")).isEqualTo(names.indexOf("lobby-capable") - 1);
    }

    @Test
    @Requirement("C3P-2.2.2.3-03")
    void autopromoteIsWrittenInDecimal() throws UnreadableC3pException {
        assertThat(comesBack(described(DESCRIPTION)).textAt(ci("conference-description"), msci("autopromote")))
                .contains("2147516416");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "4294967296", "many"})
    @Requirement("C3P-2.2.2.3-03")
    void autopromoteHas32Bits(String bits) {
        Element document = described(List.of("anonymous-type-allowed:true", "autopromote:" + bits));
        assertThatThrownBy(() -> CODEC.readDocument(C3pTrees.bytes(document)))
                .isInstanceOf(UnreadableC3pException.class)
                .hasMessageContaining("autopromote: '" + bits + "'");
    }

    @Test
    @Requirement("C3P-2.2.2.7-01")
    void theStateOfTheViewIsQualified() throws UnreadableC3pException {
        Element view = empty(C3pNames.CONFERENCE_VIEW).withAttribute(C3pNames.STATE, "partial");
        Element read = comesBack(conference(view));
        assertThat(C3pTrees.text(CODEC.writeDocument(read))).contains("<msci:conference-view ci:state=\"partial\"/>");
        assertThat(DocumentState.of(read.child(C3pNames.CONFERENCE_VIEW).orElseThrow()))
                .isEqualTo(DocumentState.PARTIAL);
        assertThat(DocumentState.of(comesBack(conference(empty(C3pNames.CONFERENCE_VIEW)))
                        .child(C3pNames.CONFERENCE_VIEW)
                        .orElseThrow()))
                .isEqualTo(DocumentState.FULL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hasContent",
                "hasContentInMeeting",
                "hasPresentedContent",
                "hasContent hasContentInMeeting hasPresentedContent"
            })
    @Requirement("C3P-2.2.2.9-04")
    void theStateOfTheWebConferencingMcuComesBack(String names) throws UnreadableC3pException {
        Element state = empty(Name.of(C3pNames.MSDATA, "data-mcu-state"));
        for (String name : names.split(" ")) {
            state = state.with(text(Name.of(C3pNames.MSDATA, name), "true"));
        }
        Element read = comesBack(stated(state));
        for (String name : names.split(" ")) {
            assertThat(read.textAt(
                            C3pNames.CONFERENCE_VIEW,
                            C3pNames.ENTITY_VIEW,
                            msci("entity-state"),
                            state.name(),
                            Name.of(C3pNames.MSDATA, name)))
                    .contains("true");
        }
    }

    @Test
    @Requirement({"C3P-2.2.2.10-01", "C3P-2.2.2.11-01"})
    void permissionsComeBack() throws UnreadableC3pException {
        Name option = Name.of(C3pNames.MSMCU, "permission-option");
        Name type = Name.of(C3pNames.MSMCU, "permission-type");
        Element unsaid = empty(option)
                .with(text(Name.of(C3pNames.MSMCU, "name"), "PptAnnotationsAllowedAttendee"))
                .with(text(Name.of(C3pNames.MSMCU, "value"), "true"));
        Element options = empty(Name.of(C3pNames.MSMCU, "permission-options"));
        Element permissions = empty(Name.of(C3pNames.MSMCU, "permissions"))
                .with(empty(type)
                        .with(text(Name.of(C3pNames.MSMCU, "name"), "EnableFileTransfer"))
                        .with(text(Name.of(C3pNames.MSMCU, "value"), "false")));
        Element said = unsaid.with(text(Name.of(C3pNames.MSMCU, "mutable"), "false"));
        Element read = comesBack(stated(permissions, options.with(said)));
        assertThat(read.at(
                        C3pNames.CONFERENCE_VIEW, C3pNames.ENTITY_VIEW, msci("entity-state"), options.name(), option))
                .contains(said);
        assertThat(read.textAt(
                        C3pNames.CONFERENCE_VIEW,
                        C3pNames.ENTITY_VIEW,
                        msci("entity-state"),
                        permissions.name(),
                        type,
                        Name.of(C3pNames.MSMCU, "name")))
                .contains("EnableFileTransfer");
        assertThatThrownBy(() -> CODEC.readDocument(C3pTrees.bytes(stated(options.with(unsaid)))))
                .isInstanceOf(UnreadableC3pException.class)
                .hasMessageEndingWith("permission-option needs mutable");
    }

    @Test
    @Requirement({"C3P-8.1-05", "C3P-8.1-06"})
    void statusesAndJoiningMethodsComeBack() throws UnreadableC3pException {
        for (String status : List.of(
                "pending",
                "dialing-out",
                "dialing-in",
                "alerting",
                "on-hold",
                "connected",
                "muted-via-focus",
                "disconnecting",
                "disconnected")) {
            assertThat(endpoint(ci("status"), status)).isEqualTo(status);
        }
        for (String method : List.of("dialed-in", "dialed-out", "focus-owner")) {
            assertThat(endpoint(ci("joining-method"), method)).isEqualTo(method);
        }
        assertThatThrownBy(() -> endpoint(ci("status"), "held")).hasMessageContaining("'held'");
        assertThatThrownBy(() -> endpoint(ci("joining-method"), "invited")).hasMessageContaining("'invited'");
    }

    private static String endpoint(Name name, String word) throws UnreadableC3pException {
        Element endpoint = empty(C3pNames.ENDPOINT).with(text(name, word));
        Element user = empty(C3pNames.USER)
                .withAttribute(C3pNames.ENTITY, "sip:bob@example.com")
                .with(endpoint);
        return comesBack(conference(empty(ci("users")).with(user)))
                .textAt(ci("users"), C3pNames.USER, C3pNames.ENDPOINT, name)
                .orElseThrow();
    }

    @Test
    @Requirement("C3P-8.3-01")
    void aSeparatorIsWrittenEmpty() throws UnreadableC3pException {
        assertThat(C3pTrees.text(CODEC.writeDocument(described(List.of("pstn-access:")))))
                .contains("<cis:separator/>");
        String filled = C3pTrees.text(CODEC.writeDocument(described(List.of("pstn-access:"))))
                .replace("<cis:separator/>", "<cis:separator>x</cis:separator>");
        assertThatThrownBy(() -> CODEC.readDocument(C3pTrees.utf8(filled)))
                .isInstanceOf(UnreadableC3pException.class)
                .hasMessageContaining("separator has to be empty");
    }

    @Test
    void theRootIsWhatItIs() {
        assertThatThrownBy(() -> CODEC.readDocument(C3pTrees.utf8("<users/>")))
                .isInstanceOf(UnreadableC3pException.class)
                .hasMessageContaining("the root has to be info:conference-info, not users");
    }
}
