package io.parley.examples.flows;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.c3p.Answer;
import io.parley.c3p.C3pCode;
import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pResponse;
import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.codec.c3p.C3pCodec;
import io.parley.codec.c3p.C3pReading;
import io.parley.codec.c3p.UnreadableC3pException;
import io.parley.codec.ical.Icalendar;
import io.parley.codec.xml.Limits;
import io.parley.conference.ConferenceChanges;
import io.parley.conference.Conferences;
import io.parley.document.Element;
import io.parley.engine.Parley;
import io.parley.focus.ConferenceUri;
import io.parley.focus.McuType;
import io.parley.identity.SipUri;
import io.parley.identity.XconUri;
import io.parley.inmemory.ScriptedInMemory;
import io.parley.inmemory.mcu.McuGateways;
import io.parley.inmemory.mcu.McuProfile;
import io.parley.inmemory.mcu.ScriptedMcus;
import io.parley.participation.FocusSettings;
import io.parley.ports.in.FocusService.McuId;
import io.parley.ports.in.FocusService.Signaller;
import io.parley.ports.out.McuGateway;
import io.parley.ports.out.Signalling;
import io.parley.sip.chat.ChatMcus;
import io.parley.sip.cms.CmsEnvelopes;
import io.parley.user.UserChanges;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** A system in which Alice has made a conference with her Focus Factory, and time that the test moves. */
final class House {

    static final String ALICE = "sip:alice@example.com";
    static final String BOB = "sip:bob@example.com";
    static final String CAROL = "sip:carol@example.com";
    static final String DAVE = "sip:dave@example.com";
    static final String EVE = "sip:eve@elsewhere.example";
    static final String ID = "MJMAY7RF";
    static final String ALICES_ID = "xcon-userid:alice@example.com";

    /** Long enough for a message, its answer, and the document that follows from it. */
    static final Duration MOMENT = Duration.ofMillis(300);

    private static final String NAMESPACES = " xmlns='urn:ietf:params:xml:ns:cccp'"
            + " xmlns:ci='urn:ietf:params:xml:ns:conference-info'"
            + " xmlns:cis='urn:ietf:params:xml:ns:conference-info-separator'"
            + " xmlns:mscp='http://schemas.microsoft.com/rtc/2005/08/cccpextensions'"
            + " xmlns:msci='http://schemas.microsoft.com/rtc/2005/08/confinfoextensions'"
            + " xmlns:msav='http://schemas.microsoft.com/rtc/2005/08/avconfinfoextensions'";

    static final C3pCodec CODEC = new C3pCodec(Limits.defaults());

    private static final CmsEnvelopes ENVELOPES =
            CmsEnvelopes.selfSigned("example.com", Instant.parse("2030-01-01T09:00:00Z"));

    final ScriptedInMemory memory = ScriptedInMemory.open("example.com");
    final ScriptedMcus mcus;
    final Optional<ChatMcus> chat;
    final Parley parley;
    final SipUri conference;
    final XconUri id;
    private int provisionings;

    House(Plan plan, Function<ScriptedInMemory, Signalling> signalling) {
        mcus = ScriptedMcus.by(memory.clock(), memory.scheduler(), plan.mcus().toArray(McuProfile[]::new));
        chat = plan.chats() ? Optional.of(new ChatMcus()) : Optional.empty();
        McuGateway all = chat.<McuGateway>map(it -> McuGateways.of(it, mcus)).orElse(mcus);
        FocusSettings settings = FocusSettings.in("example.com").with(all.types());
        parley = Parley.builder("example.com", memory.with(all, signalling.apply(memory)))
                .focus(plan.settings().apply(settings))
                .calendars(Icalendar.reader())
                .envelopes(ENVELOPES)
                .build();
        mcus.reportTo(parley.focus());
        chat.ifPresent(it -> it.reportTo(parley.focus()));
        conference = SipUri.of(provisioned(plan.description(), plan.more()));
        id = parley.focus().find(conference).orElseThrow().id();
    }

    /** The URI of a conference that Alice has made by CCMP. */
    SipUri room() {
        CcmpResponse created = parley.ccmp()
                .handle(CcmpRequest.of(Message.CONF, "xcon-userid:alice@example.com")
                        .operation(Operation.CREATE));
        return ConferenceUri.of(XconUri.of(created.confObjId().orElseThrow()));
    }

    private String provisioned(String description, String more) {
        C3pResponse made = provision("<addConference><ci:conference-info entity=''><ci:conference-description>"
                + "<msci:conference-id>" + ID + "</msci:conference-id>" + description
                + "</ci:conference-description>" + more + "</ci:conference-info></addConference>");
        assertThat(made.code()).as("%s", made).isEqualTo(C3pCode.SUCCESS);
        Element info = ((Answer.OfConference) made.command().orElseThrow().answer()).conferenceInfo();
        return Roster.attribute(info, "entity");
    }

    /** What Alice's Focus Factory answers. */
    C3pResponse provision(String command) {
        String request = request(ALICE, ALICE + ";gruu;opaque=app:conf:focusfactory", "1", command);
        return parley.c3p()
                .provision(new Signaller(SipUri.of(ALICE), true, false), "call" + ++provisionings, read(request));
    }

    /** What CCMP answers {@code user}, whose name is that of his SIP address, about the conference. */
    CcmpResponse ccmp(Message message, Operation operation, String user, Optional<Element> info) {
        CcmpRequest request = CcmpRequest.of(message, user).on(id.toString()).operation(operation);
        return parley.ccmp().handle(info.map(request::info).orElse(request));
    }

    /** Alice changes the conference by CCMP. */
    void update(ConferenceChanges changes) {
        CcmpResponse response = ccmp(Message.CONF, Operation.UPDATE, ALICES_ID, Optional.of(changes.build()));
        assertThat(response.code()).as("%s", response.reason()).isEqualTo(ResponseCode.SUCCESS);
    }

    ConferenceChanges changes() {
        return Conferences.changes(id);
    }

    /** Alice changes a user by CCMP, or removes him. */
    void user(Operation operation, UserChanges user) {
        CcmpResponse response = ccmp(Message.USER, operation, ALICES_ID, Optional.of(user.build()));
        assertThat(response.code()).as("%s", response.reason()).isEqualTo(ResponseCode.SUCCESS);
    }

    /** What CCMP tells Alice of the conference. */
    Element retrieved() {
        return ccmp(Message.CONF, Operation.RETRIEVE, ALICES_ID, Optional.empty())
                .body()
                .info()
                .orElseThrow();
    }

    /** A request of C3P around {@code command}. */
    static String request(String from, String to, String requestId, String command) {
        return "<request" + NAMESPACES + " C3PVersion='1' requestId='" + requestId + "' from='" + from + "' to='" + to
                + "'>" + command + "</request>";
    }

    static C3pRequest read(String request) {
        C3pReading reading = CODEC.readRequest(request.getBytes(StandardCharsets.UTF_8));
        assertThat(reading).as(request).isInstanceOf(C3pReading.Read.class);
        return ((C3pReading.Read) reading).request();
    }

    static C3pResponse response(byte[] body) {
        try {
            return CODEC.readResponse(body);
        } catch (UnreadableC3pException unreadable) {
            throw new AssertionError(new String(body, StandardCharsets.UTF_8), unreadable);
        }
    }

    static Element document(byte[] body) {
        try {
            return CODEC.readDocument(body);
        } catch (UnreadableC3pException unreadable) {
            throw new AssertionError(new String(body, StandardCharsets.UTF_8), unreadable);
        }
    }

    /** Lets {@code time} pass. */
    void pass(Duration time) {
        memory.clock().advance(time);
    }

    McuId running(McuType type) {
        return mcus.running(id, type);
    }

    SipUri mcu(McuType type) {
        return running(type).uri();
    }
}
