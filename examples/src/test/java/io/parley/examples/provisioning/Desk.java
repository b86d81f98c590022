package io.parley.examples.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.c3p.Answer;
import io.parley.c3p.C3pCode;
import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.CommandResponse;
import io.parley.c3p.Reason;
import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.codec.c3p.C3pCodec;
import io.parley.codec.c3p.C3pReading;
import io.parley.codec.xml.Limits;
import io.parley.conference.Conference;
import io.parley.document.Element;
import io.parley.engine.Parley;
import io.parley.examples.focus.RosterWatch;
import io.parley.focus.DialogId;
import io.parley.identity.SipUri;
import io.parley.identity.XconUri;
import io.parley.inmemory.RecordingSignalling;
import io.parley.inmemory.ScriptedInMemory;
import io.parley.participation.FocusSettings;
import io.parley.participation.Joining;
import io.parley.participation.Refusal;
import io.parley.ports.in.ConferenceWatching.Format;
import io.parley.ports.in.ConferenceWatching.Watcher;
import io.parley.ports.in.FocusService.Device;
import io.parley.ports.in.FocusService.Signaller;
import io.parley.sip.cms.CmsEnvelopes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A system with a Focus Factory, the requests that its users send there, and what becomes of them. */
final class Desk {

    static final String ALICE = "sip:alice@example.com";
    static final String BOB = "sip:bob@example.com";
    static final String CAROL = "sip:carol@example.com";
    static final String MALLORY = "sip:mallory@elsewhere.example";

    /** The identifier of most conferences here. */
    static final String ID = "5D3747C0A1B2C3D4";

    static final String URI = "sip:alice@example.com;gruu;opaque=app:conf:focus:id:" + ID;

    private static final Instant NOW = Instant.parse("2030-01-01T09:00:00Z");
    static final CmsEnvelopes OURS = CmsEnvelopes.selfSigned("example.com", NOW);
    static final CmsEnvelopes CLIENT = CmsEnvelopes.selfSigned("client", NOW);

    final ScriptedInMemory memory = ScriptedInMemory.open("example.com");
    final Parley parley;
    private final C3pCodec codec = new C3pCodec(Limits.defaults());
    private int calls;
    private int dialogs;

    private Desk(UnaryOperator<Parley.Builder> changes) {
        parley = changes.apply(Parley.builder("example.com", memory)
                        .focus(FocusSettings.in("example.com"))
                        .envelopes(OURS))
                .build();
    }

    static Desk open() {
        return with(UnaryOperator.identity());
    }

    static Desk with(UnaryOperator<Parley.Builder> changes) {
        return new Desk(changes);
    }

    /** A request as it stands in the body of a SERVICE. */
    static String request(String from, String requestId, String command) {
        return "<request xmlns='urn:ietf:params:xml:ns:cccp' xmlns:ci='urn:ietf:params:xml:ns:conference-info'"
                + " xmlns:cis='urn:ietf:params:xml:ns:conference-info-separator'"
                + " xmlns:msci='http://schemas.microsoft.com/rtc/2005/08/confinfoextensions' C3PVersion='1'"
                + " requestId='" + requestId + "' from='" + from + "' to='" + from
                + ";gruu;opaque=app:conf:focusfactory'>" + command + "</request>";
    }

    static String addConference(String description, String more) {
        return "<addConference>" + conferenceInfo("entity=''", description, more) + "</addConference>";
    }

    static String modifyConference(String attributes, String description, String more) {
        return "<modifyConference>" + conferenceInfo("entity='" + URI + "' " + attributes, description, more)
                + "</modifyConference>";
    }

    private static String conferenceInfo(String attributes, String description, String more) {
        return "<ci:conference-info " + attributes + "><ci:conference-description>" + description
                + "</ci:conference-description>" + more + "</ci:conference-info>";
    }

    static String id(String id) {
        return "<msci:conference-id>" + id + "</msci:conference-id>";
    }

    static String key(String command) {
        return "<" + command + "><conferenceKeys msci:conference-id='" + ID + "'/></" + command + ">";
    }

    /** {@code getConference} with the client's certificate. */
    static String getWithCertificate(String base64) {
        return "<getConference><conferenceKeys msci:conference-id='" + ID
                + "'/><msci:encryption-key><msci:x509-certificate>" + base64
                + "</msci:x509-certificate></msci:encryption-key></getConference>";
    }

    static String base64(byte[] der) {
        return Base64.getEncoder().encodeToString(der);
    }

    /** {@code secret}, encrypted to the certificate of {@code to}. */
    static String sealed(String secret, CmsEnvelopes to) {
        return base64(CLIENT.seal(secret, to.certificate()).orElseThrow());
    }

    /** What is in the envelope, which only the client opens. */
    static String opened(Element cmsData) {
        return CLIENT.open(Base64.getDecoder().decode(cmsData.text())).orElseThrow();
    }

    /** The request, read as it comes from the wire. */
    C3pRequest read(String request) {
        C3pReading reading = codec.readRequest(request.getBytes(StandardCharsets.UTF_8));
        assertThat(reading).as(request).isInstanceOf(C3pReading.Read.class);
        return ((C3pReading.Read) reading).request();
    }

    /** What comes back on the wire is valid by the schema, and says the same. */
    private C3pResponse written(C3pResponse response) {
        try {
            return codec.readResponse(codec.writeResponse(response));
        } catch (Exception invalid) {
            throw new AssertionError("not a response by the schema: " + response, invalid);
        }
    }

    /** The answer to a SERVICE of {@code who} in a call of its own. */
    C3pResponse ask(String who, String command) {
        return ask(who, "call" + ++calls, "1", command);
    }

    C3pResponse ask(String who, String call, String requestId, String command) {
        boolean anonymous = who.endsWith("@anonymous.invalid");
        return written(parley.c3p()
                .provision(
                        new Signaller(SipUri.of(who), !anonymous, false),
                        call,
                        read(request(who, requestId, command))));
    }

    /** Asks, insists on success, and gives the one {@code conference-info} of the answer. */
    Element done(String who, String command) {
        C3pResponse response = ask(who, command);
        assertThat(response.code()).as("%s", response).isEqualTo(C3pCode.SUCCESS);
        return info(response);
    }

    static Element info(C3pResponse response) {
        assertThat(response.command().orElseThrow().answer()).isInstanceOf(Answer.OfConference.class);
        return ((Answer.OfConference) response.command().orElseThrow().answer()).conferenceInfo();
    }

    /** The conference of most tests here, of Alice. */
    Element provisioned(String description, String more) {
        return done(ALICE, addConference(id(ID) + description, more));
    }

    /** Asks, insists on failure, and gives the reason on the element of the command, or else on the response. */
    Reason refused(String who, String command) {
        C3pResponse response = ask(who, command);
        assertThat(response.code()).as("%s", response).isEqualTo(C3pCode.FAILURE);
        return response.command()
                .flatMap(CommandResponse::reason)
                .or(response::reason)
                .orElseThrow();
    }

    /** The conference behind a conference-URI. */
    Optional<Conference> find(String uri) {
        return parley.focus().find(SipUri.of(uri));
    }

    XconUri idOf(String uri) {
        return find(uri).orElseThrow().id();
    }

    /** Somebody's device calls a conference. */
    Call call(String who, String uri) {
        boolean anonymous = who.endsWith("@anonymous.invalid");
        dialogs++;
        DialogId dialog = new DialogId("dialog" + dialogs, "ours" + dialogs, "theirs" + dialogs);
        Joining.Answer answer = parley.focus()
                .join(
                        new Signaller(SipUri.of(who), !anonymous, false),
                        SipUri.of(uri),
                        new Device(
                                dialog,
                                who + ";gr=" + dialogs,
                                Optional.of("{" + dialogs + "}"),
                                Optional.empty(),
                                Optional.empty(),
                                false));
        return new Call(who, uri, dialog, answer);
    }

    Call call(String who) {
        return call(who, URI);
    }

    /** The ends of dialogs that signalling was told of since the last look. */
    List<RecordingSignalling.End> ends() {
        return memory.signalling().take().stream()
                .filter(RecordingSignalling.End.class::isInstance)
                .map(RecordingSignalling.End.class::cast)
                .toList();
    }

    /** What a client of CCMP is answered about the conference. */
    CcmpResponse ccmp(Operation operation, String user, XconUri conference, Optional<Element> info) {
        CcmpRequest request =
                CcmpRequest.of(Message.CONF, user).on(conference.toString()).operation(operation);
        return parley.ccmp().handle(info.map(request::info).orElse(request));
    }

    /** A call of somebody's device, and what came of it. */
    final class Call {
        final String who;
        final String uri;
        final DialogId dialog;
        final Joining.Answer answer;

        private Call(String who, String uri, DialogId dialog, Joining.Answer answer) {
            this.who = who;
            this.uri = uri;
            this.dialog = dialog;
            this.answer = answer;
        }

        Joining.Joined joined() {
            assertThat(answer).as("%s", answer).isInstanceOf(Joining.Joined.class);
            return (Joining.Joined) answer;
        }

        Refusal refusal() {
            assertThat(answer).as("%s", answer).isInstanceOf(Joining.Refused.class);
            return ((Joining.Refused) answer).refusal();
        }

        RosterWatch watch() {
            return RosterWatch.of(parley.watching()
                    .watch(
                            new Watcher(new Signaller(SipUri.of(who), true, false), Optional.of(dialog), Format.C3P),
                            SipUri.of(uri),
                            () -> {}));
        }

        /** The one final answer to a command that goes to the focus in an INFO. */
        C3pResponse info(String command) {
            C3pRequest sent = read(request(who, "i" + dialogs, command));
            List<C3pResponse> responses = new ArrayList<>();
            parley.c3p()
                    .command(
                            idOf(uri),
                            dialog,
                            new C3pRequest(
                                    "i" + ++calls, sent.from(), SipUri.of(uri), sent.command(), sent.extensions()),
                            responses::add);
            assertThat(responses).hasSize(1);
            return written(responses.get(0));
        }
    }
}
