package io.parley.engine;

import io.parley.c3p.C3pAuthorization;
import io.parley.c3p.C3pCommand;
import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.C3pRole;
import io.parley.c3p.Carrier;
import io.parley.c3p.Executor;
import io.parley.c3p.Reason;
import io.parley.c3p.SipEnvelope;
import io.parley.c3p.UserCommand.AddUser;
import io.parley.c3p.execution.Decision;
import io.parley.c3p.execution.FocusCommands;
import io.parley.c3p.execution.Situation;
import io.parley.cloning.Consequences;
import io.parley.conference.Cause;
import io.parley.conference.Conference;
import io.parley.conference.Outcome;
import io.parley.focus.DialogId;
import io.parley.focus.FocusEndpoint;
import io.parley.focus.FocusInstance;
import io.parley.focus.Mcu;
import io.parley.focus.McuType;
import io.parley.focus.Participant;
import io.parley.identity.SipUri;
import io.parley.identity.XconUri;
import io.parley.identity.XconUserId;
import io.parley.participation.FocusSettings;
import io.parley.participation.Roles;
import io.parley.ports.in.C3pService;
import io.parley.ports.in.FocusService.McuId;
import io.parley.ports.in.FocusService.Signaller;
import io.parley.ports.out.OutPorts;
import io.parley.user.RegisteredUser;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Executes the commands of C3P: those of the focus as transactions of the store, those of MCUs by passing them on (MS-CONFBAS section 3.5).
 *
 * <p>What all MCUs are told of is told them after the commit; their answers are nobody's concern (section 3.5.5.2.2).
 */
final class C3pEngine implements C3pService {

    private static final Logger LOG = LoggerFactory.getLogger(C3pEngine.class);

    private final OutPorts ports;
    private final FocusEngine focus;
    private final FocusSettings settings;
    private final CommandLedger ledger;
    private final ConferenceReader reader;
    private final Provisioner provisioner;

    C3pEngine(
            OutPorts ports,
            FocusEngine focus,
            FocusSettings settings,
            CommandLedger ledger,
            ConferenceReader reader,
            Provisioner provisioner) {
        this.ports = ports;
        this.focus = focus;
        this.settings = settings;
        this.ledger = ledger;
        this.reader = reader;
        this.provisioner = provisioner;
    }

    @Override
    public Verdict command(XconUri conference, DialogId dialog, C3pRequest request, Consumer<C3pResponse> responses) {
        Optional<Conference> state = ports.store().transact(snapshot -> Outcome.unchanged(snapshot.find(conference)));
        Optional<FocusInstance> instance = state.flatMap(FocusEngine::instance);
        Optional<FocusEndpoint> endpoint = instance.flatMap(live -> live.endpoint(dialog));
        if (endpoint.isEmpty()) {
            return Verdict.NO_DIALOG;
        }
        if (endpoint.get().onHold()) {
            return Verdict.IN_LOBBY;
        }
        SipEnvelope envelope = new SipEnvelope(Carrier.INFO, request.from(), request.to(), settings.domain());
        Optional<C3pCommand> command = C3pCommand.of(request, envelope);
        Optional<McuId> mcu = Optional.empty();
        Optional<SipUri> named = request.command().mcuUri().filter(uri -> isForMcus(command));
        if (named.isPresent()) {
            Optional<Mcu> found = mcu(instance.get(), named.get());
            if (found.isEmpty()) {
                return Verdict.DECLINED;
            }
            mcu = found.map(one -> FocusFollower.id(conference, one));
            if (found.get().state() == Mcu.State.DOWN || !ports.mcus().isAvailable(mcu.get())) {
                return Verdict.UNAVAILABLE;
            }
        }
        return begin(new Sent(state.get(), dialog, request, command, envelope, mcu), responses);
    }

    private static boolean isForMcus(Optional<C3pCommand> command) {
        return command.map(C3pCommand::executor)
                .filter(executor -> executor == Executor.MCU_OF_MCU_URI || executor == Executor.MCUS_CONCERNED)
                .isPresent();
    }

    private Optional<Mcu> mcu(FocusInstance instance, SipUri uri) {
        for (Map.Entry<McuType, Mcu> entry : instance.mcus()) {
            if (entry.getValue().uri().isEquivalentTo(uri, settings.domain())) {
                return Optional.of(entry.getValue());
            }
        }
        return Optional.empty();
    }

    /**
     * A command that was sent.
     *
     * @param conference the conference when it came
     * @param dialog by which dialog
     * @param request what was sent
     * @param command which command that is; empty if it is unknown
     * @param envelope what the SIP request says around it
     * @param mcu the MCU that it names
     */
    private record Sent(
            Conference conference,
            DialogId dialog,
            C3pRequest request,
            Optional<C3pCommand> command,
            SipEnvelope envelope,
            Optional<McuId> mcu) {}

    private Verdict begin(Sent sent, Consumer<C3pResponse> responses) {
        CommandLedger.Begun begun = ledger.begin(sent.dialog(), sent.request(), responses);
        if (begun instanceof CommandLedger.Begun.Refused) {
            return Verdict.UNAVAILABLE;
        }
        if (begun instanceof CommandLedger.Begun.New fresh) {
            try {
                execute(sent, fresh.entry());
            } catch (RuntimeException fault) {
                String incident = UUID.randomUUID().toString();
                LOG.error(
                        "incident {}: {} failed",
                        incident,
                        sent.request().command().name(),
                        new Wordless(fault));
                String words = "the server is at fault; incident " + incident;
                fresh.entry()
                        .respond(FocusCommands.failed(sent.request(), words, settings.domain())
                                .saying(words));
            }
        }
        return Verdict.ACCEPTED;
    }

    private void execute(Sent sent, CommandLedger.Entry entry) {
        C3pRequest request = sent.request();
        if (sent.command().isEmpty()) {
            entry.respond(C3pResponse.failure(request, Reason.NOT_SUPPORTED));
            return;
        }
        C3pCommand command = sent.command().get();
        if (!permits(command, sent, sent.conference())) {
            entry.respond(C3pResponse.failure(request, Reason.UNAUTHORIZED));
            return;
        }
        switch (command.executor()) {
            case FOCUS, FOCUS_AND_ALL_MCUS ->
                entry.respond(
                        command == C3pCommand.GET_CONFERENCE
                                ? reader.read(sent.conference(), sent.dialog(), request)
                                : decided(command, sent));
            case MCU_OF_MCU_URI -> forward(sent, command, sent.mcu().orElseThrow(), entry);
            case MCUS_CONCERNED ->
                concerned(sent)
                        .ifPresentOrElse(
                                mcu -> forward(sent, command, mcu, entry),
                                () -> entry.respond(C3pResponse.failure(request, Reason.NOT_SUPPORTED)));
            case FACTORY -> entry.respond(C3pResponse.failure(request, Reason.NOT_SUPPORTED));
        }
    }

    private boolean permits(C3pCommand command, Sent sent, Conference conference) {
        Optional<Participant> sender = FocusEngine.instance(conference).flatMap(instance -> instance.of(sent.dialog()));
        boolean presenter =
                sender.filter(who -> Roles.isPresenter(conference, who.id())).isPresent();
        return sender.isPresent()
                && C3pAuthorization.permits(C3pAuthorization.Question.of(
                        command,
                        sent.request(),
                        sent.envelope(),
                        presenter ? C3pRole.PRESENTER : C3pRole.ATTENDEE,
                        reader.mayModifyOwnFilters(conference, sent.mcu(), presenter)));
    }

    /** One MCU that a command without {@code mcuUri} concerns: the first that is up. */
    private Optional<McuId> concerned(Sent sent) {
        return sent.mcu()
                .or(() -> FocusFollower.of(sent.conference()).values().stream()
                        .filter(ports.mcus()::isAvailable)
                        .findFirst());
    }

    private void forward(Sent sent, C3pCommand command, McuId mcu, CommandLedger.Entry entry) {
        if (command == C3pCommand.ADD_USER_DIAL_OUT && !mcu.type().dialsOut()) {
            entry.respond(C3pResponse.failure(sent.request(), Reason.NOT_SUPPORTED));
            return;
        }
        entry.executedBy(mcu);
        ledger.watch(
                entry, () -> C3pResponse.failure(sent.request(), Reason.TIMEOUT).respondedBy(mcu.uri()));
        ports.mcus()
                .command(
                        mcu,
                        granted(sent, command),
                        response -> entry.respond(
                                response.inAnswerTo(sent.request()).respondedBy(mcu.uri())));
    }

    /** The request as an MCU gets it: with the role that the user has been granted, whatever was asked. */
    private C3pRequest granted(Sent sent, C3pCommand command) {
        if (!(sent.request().command() instanceof AddUser add)
                || command != C3pCommand.ADD_USER_DIAL_IN && command != C3pCommand.ADD_USER_DIAL_OUT) {
            return sent.request();
        }
        Optional<XconUserId> user = focus.known(add.user().entity()).map(RegisteredUser::id);
        boolean isIn = user.filter(id -> sent.conference().user(id).isPresent()).isPresent();
        if (!isIn && add.user().roles().isEmpty()) {
            return sent.request();
        }
        boolean presenter = isIn && Roles.isPresenter(sent.conference(), user.orElseThrow());
        return sent.request()
                .with(new AddUser(
                        add.conferenceKeys(),
                        add.user().withRole(presenter ? C3pRole.PRESENTER : C3pRole.ATTENDEE),
                        add.mcuUri(),
                        add.allowSessionReplace()));
    }

    private C3pResponse decided(C3pCommand command, Sent sent) {
        C3pRequest request = sent.request();
        Instant now = focus.now();
        Map<SipUri, XconUserId> users = new HashMap<>();
        request.command()
                .targets()
                .forEach(target -> focus.known(target).ifPresent(user -> users.put(target, user.id())));
        Committed committed = ports.store().transact(snapshot -> {
            Optional<Conference> state = snapshot.find(sent.conference().id())
                    .filter(standing -> FocusEngine.instance(standing)
                            .flatMap(instance -> instance.of(sent.dialog()))
                            .isPresent());
            if (state.isEmpty()) {
                return Outcome.unchanged(
                        new Committed(Optional.empty(), C3pResponse.failure(request, Reason.CONFERENCE_DOESNT_EXIST)));
            }
            if (!permits(command, sent, state.get())) {
                return Outcome.unchanged(
                        new Committed(Optional.empty(), C3pResponse.failure(request, Reason.UNAUTHORIZED)));
            }
            Decision decision = FocusCommands.decide(
                    request, new Situation(state.get(), focus.focus(state.get()), settings, users));
            Optional<XconUserId> by = FocusEngine.instance(state.get())
                    .flatMap(instance -> instance.dialogs().get(sent.dialog()));
            Committed result =
                    new Committed(decision.next().isPresent() ? state : Optional.empty(), decision.response());
            return decision.next()
                    .map(next -> new Outcome<>(
                            result,
                            Consequences.of(snapshot, next),
                            List.of(),
                            Optional.of(new Cause("c3p/" + request.command().name(), by, now))))
                    .orElseGet(() -> Outcome.unchanged(result));
        });
        if (committed
                .response()
                .anyReason()
                .filter(Reason.CONFERENCE_DOESNT_EXIST::equals)
                .isPresent()) {
            ledger.forget(sent.dialog()); // it ended between the look at it and the command
        }
        if (command.executor() == Executor.FOCUS_AND_ALL_MCUS) {
            committed
                    .before()
                    .ifPresent(before -> FocusFollower.of(before)
                            .values()
                            .forEach(mcu -> ports.mcus().command(mcu, request, response -> {})));
        }
        return committed.response();
    }

    /**
     * What came of a decision.
     *
     * @param before the conference before it changed; empty if it did not
     * @param response the response
     */
    private record Committed(Optional<Conference> before, C3pResponse response) {}

    /** The commands that {@code mcu} was executing have nobody who executes them. */
    void gone(McuId mcu) {
        ledger.ended(
                mcu::equals,
                request -> C3pResponse.failure(request, Reason.SERVER_BUSY).respondedBy(mcu.uri()));
    }

    /** {@code dialog} is no more. */
    void ended(DialogId dialog) {
        ledger.forget(dialog);
    }

    @Override
    public C3pResponse provision(Signaller sender, String call, C3pRequest request) {
        return provisioner.provision(sender, call, request);
    }
}
