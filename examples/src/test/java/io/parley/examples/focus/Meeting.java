package io.parley.examples.focus;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.Command;
import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Limits;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.document.Element;
import io.parley.engine.Parley;
import io.parley.focus.ConferenceUri;
import io.parley.focus.DialogId;
import io.parley.identity.SipUri;
import io.parley.identity.XconUri;
import io.parley.inmemory.RecordingSignalling;
import io.parley.inmemory.ScriptedInMemory;
import io.parley.inmemory.Silence;
import io.parley.participation.FocusSettings;
import io.parley.participation.Joining;
import io.parley.ports.in.C3pService.Verdict;
import io.parley.ports.in.ConferenceWatching.Format;
import io.parley.ports.in.ConferenceWatching.Watcher;
import io.parley.ports.in.FocusService.Device;
import io.parley.ports.in.FocusService.Signaller;
import io.parley.ports.out.McuGateway;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A conference that Alice has made by CCMP, and those who call its focus. */
final class Meeting {

    static final String ALICE = "sip:alice@example.com";
    static final String BOB = "sip:bob@example.com";
    static final String CAROL = "sip:carol@example.com";

    final ScriptedInMemory memory = ScriptedInMemory.open("example.com");
    final Parley parley;
    final XconUri id;
    final SipUri uri;
    private int dialogs;
    private int requests;

    private Meeting(Function<ScriptedInMemory, McuGateway> made, UnaryOperator<FocusSettings> settings, Limits limits) {
        McuGateway mcus = made.apply(memory);
        parley = Parley.builder("example.com", memory.with(mcus, memory.signalling()))
                .focus(settings.apply(FocusSettings.in("example.com").with(mcus.types())))
                .limits(limits)
                .build();
        CcmpResponse created = parley.ccmp()
                .handle(CcmpRequest.of(Message.CONF, "xcon-userid:alice@example.com")
                        .operation(Operation.CREATE));
        id = XconUri.of(created.confObjId().orElseThrow());
        uri = ConferenceUri.of(id);
    }

    static Meeting open() {
        return with(UnaryOperator.identity());
    }

    static Meeting with(UnaryOperator<FocusSettings> settings) {
        return new Meeting(memory -> Silence.SILENCE, settings, Limits.defaults());
    }

    /** One in a system with these limits. */
    static Meeting within(Limits limits) {
        return new Meeting(memory -> Silence.SILENCE, UnaryOperator.identity(), limits);
    }

    /** One that has these MCUs. */
    static Meeting mixedBy(McuGateway mcus) {
        return mixedBy(memory -> mcus);
    }

    /** One that has MCUs which live by the time of the test. */
    static Meeting mixedBy(Function<ScriptedInMemory, McuGateway> mcus) {
        return new Meeting(mcus, UnaryOperator.identity(), Limits.defaults());
    }

    /** Somebody's device wants to join. */
    Joining.Answer call(String who, String device) {
        return call(who, device, freshDialog());
    }

    private DialogId freshDialog() {
        dialogs++;
        return new DialogId("call" + dialogs, "ours" + dialogs, "theirs" + dialogs);
    }

    private Joining.Answer call(String who, String device, DialogId dialog) {
        boolean anonymous = who.endsWith("@anonymous.invalid");
        return parley.focus()
                .join(
                        new Signaller(SipUri.of(who), !anonymous, false),
                        uri,
                        new Device(
                                dialog,
                                who + ";device=" + device.replaceAll("\\W", ""),
                                Optional.of(device),
                                Optional.empty(),
                                Optional.empty(),
                                false));
    }

    /** Somebody joins, and is in or on hold. */
    Caller join(String who, String device) {
        DialogId dialog = freshDialog();
        Joining.Answer answer = call(who, device, dialog);
        assertThat(answer).as("%s", answer).isInstanceOf(Joining.Joined.class);
        return new Caller(who, dialog, (Joining.Joined) answer);
    }

    Caller join(String who) {
        return join(who, "{" + who + "}");
    }

    CcmpResponse ccmp(Message message, Operation operation, String user, Optional<Element> info) {
        CcmpRequest request = CcmpRequest.of(message, user).on(id.toString()).operation(operation);
        CcmpResponse response = parley.ccmp().handle(info.map(request::info).orElse(request));
        assertThat(response.code()).as("%s", response.reason()).isEqualTo(ResponseCode.SUCCESS);
        return response;
    }

    /** What CCMP tells Alice of the conference. */
    Element retrieved() {
        return ccmp(Message.CONF, Operation.RETRIEVE, "xcon-userid:alice@example.com", Optional.empty())
                .body()
                .info()
                .orElseThrow();
    }

    /** The ends of dialogs that signalling was told of since the last look. */
    List<RecordingSignalling.End> ends() {
        return memory.signalling().take().stream()
                .filter(RecordingSignalling.End.class::isInstance)
                .map(RecordingSignalling.End.class::cast)
                .toList();
    }

    /** Somebody who has called. */
    final class Caller {
        final String who;
        final DialogId dialog;
        final Joining.Joined joined;

        private Caller(String who, DialogId dialog, Joining.Joined joined) {
            this.who = who;
            this.dialog = dialog;
            this.joined = joined;
        }

        /** Sends a command, and gives the answers that have come by then. */
        List<C3pResponse> send(Command command) {
            return send(Integer.toString(++requests), command);
        }

        List<C3pResponse> send(String requestId, Command command) {
            List<C3pResponse> responses = new ArrayList<>();
            Verdict verdict = verdict(requestId, command, responses);
            assertThat(verdict).isEqualTo(Verdict.ACCEPTED);
            return responses;
        }

        Verdict verdict(String requestId, Command command, List<C3pResponse> responses) {
            return parley.c3p()
                    .command(id, dialog, new C3pRequest(requestId, SipUri.of(who), uri, command), responses::add);
        }

        /** The one final answer to a command of the focus. */
        C3pResponse ask(Command command) {
            List<C3pResponse> responses = send(command);
            assertThat(responses).hasSize(1);
            return responses.get(0);
        }

        RosterWatch watch() {
            return watch(Format.C3P);
        }

        /** Watches as a client that knows RFC 4575 and nothing of C3P. */
        RosterWatch watchPlainly() {
            return watch(Format.RFC4575);
        }

        RosterWatch watch(Format format) {
            return RosterWatch.of(parley.watching()
                    .watch(
                            new Watcher(new Signaller(SipUri.of(who), true, false), Optional.of(dialog), format),
                            uri,
                            () -> {}));
        }
    }
}
