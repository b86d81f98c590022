package io.parley.examples.focus.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.c3p.Access;
import io.parley.c3p.C3pEndpoint;
import io.parley.c3p.C3pJoiningMethod;
import io.parley.c3p.C3pRole;
import io.parley.c3p.C3pUser;
import io.parley.c3p.Command;
import io.parley.c3p.ConferenceCommand.DeleteConference;
import io.parley.c3p.ConferenceCommand.GetConference;
import io.parley.c3p.ConferenceCommand.ModifyConferenceLock;
import io.parley.c3p.ConferenceKeys;
import io.parley.c3p.UserCommand.AddUser;
import io.parley.c3p.UserCommand.DeleteUser;
import io.parley.c3p.UserCommand.ModifyUserRoles;
import io.parley.c3p.UserCommand.SetLobbyAccess;
import io.parley.c3p.UserKeys;
import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.conference.Conference;
import io.parley.document.Attributes;
import io.parley.document.Info;
import io.parley.document.Schema;
import io.parley.engine.Parley;
import io.parley.focus.Autopromote;
import io.parley.focus.ConferenceUri;
import io.parley.focus.DialogId;
import io.parley.focus.Focus;
import io.parley.focus.FocusInstance;
import io.parley.focus.LobbySettings;
import io.parley.focus.LobbySettings.Admission;
import io.parley.focus.McuType;
import io.parley.focus.Participant;
import io.parley.focus.Seat;
import io.parley.identity.SipUri;
import io.parley.identity.XconUri;
import io.parley.identity.XconUserId;
import io.parley.inmemory.ScriptedInMemory;
import io.parley.inmemory.mcu.McuProfile;
import io.parley.inmemory.mcu.ScriptedMcus;
import io.parley.participation.FocusSettings;
import io.parley.ports.in.FocusService.McuId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** One conference, those who want something of it, and what happens to them: all of it follows from the seed. */
final class Simulation {

    private static final List<String> USERS = List.of(
            "sip:alice@example.com",
            "sip:alice@example.com",
            "sip:user1@example.com",
            "sip:user1@example.com",
            "sip:user2@example.com",
            "sip:user3@example.com",
            "sip:eve@elsewhere.example",
            "sip:x@anonymous.invalid");
    private static final String OWNER = "xcon-userid:alice@example.com";
    private static final List<McuType> TYPES = List.of(McuType.CHAT, McuType.AUDIO_VIDEO);

    private final Random random;
    private final ScriptedInMemory memory = ScriptedInMemory.open("example.com");
    private final ScriptedMcus mcus = ScriptedMcus.by(
            memory.clock(), memory.scheduler(), McuProfile.plain(McuType.CHAT), McuProfile.plain(McuType.AUDIO_VIDEO));
    private final Oracle oracle = new Oracle();
    private final List<Phone> phones = new ArrayList<>();
    final Network network;
    final Sessions sessions;
    final Parley parley;
    final XconUri id;
    final SipUri uri;

    Simulation(long seed) {
        random = new Random(seed);
        network = new Network(random, memory.clock(), memory.scheduler());
        sessions = new Sessions(network, memory.clock());
        parley = Parley.builder("example.com", memory.with(mcus, sessions))
                .focus(FocusSettings.in("example.com").with(TYPES))
                .build();
        parley.addListener(oracle);
        mcus.reportTo(parley.focus());
        CcmpResponse created =
                parley.ccmp().handle(CcmpRequest.of(Message.CONF, OWNER).operation(Operation.CREATE));
        id = XconUri.of(created.confObjId().orElseThrow());
        uri = ConferenceUri.of(id);
        sessions.of(parley.focus(), id);
        for (String user : USERS) {
            phones.add(new Phone(this, user, "d" + phones.size()));
        }
    }

    /** Has that many things happen, and looks after each whether all is well; then lets everything come to rest, and looks again. */
    void run(int events) {
        for (int i = 0; i < events; i++) {
            happen();
            memory.clock().advance(Duration.ofMillis(random.nextInt(5000)));
            look();
        }
        rest();
        settled();
    }

    /** How often the conference has changed. */
    int changes() {
        return oracle.changes();
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private void happen() {
        Phone phone = any(phones);
        switch (random.nextInt(14)) {
            case 0, 1, 2 -> phone.call();
            case 3 -> phone.hangUp();
            case 4 -> phone.die();
            case 5, 6, 7, 8 -> phone.send(command(phone));
            case 9 -> phone.refreshSubscription();
            case 10, 11 -> network.send(this::requestByCcmp);
            case 12 -> trouble(any(TYPES));
            default -> reports();
        }
    }

    private Command command(Phone phone) {
        ConferenceKeys keys = ConferenceKeys.of(uri);
        SipUri other = SipUri.of(any(USERS));
        UserKeys user = new UserKeys(uri, other);
        return switch (random.nextInt(random.nextInt(10) == 0 ? 10 : 9)) {
            case 0 -> new ModifyUserRoles(user, C3pRole.PRESENTER, Optional.empty());
            case 1 -> new ModifyUserRoles(user, C3pRole.ATTENDEE, Optional.empty());
            case 2 -> new ModifyConferenceLock(keys, random.nextBoolean(), settings());
            case 3 -> new SetLobbyAccess(keys, List.of(other), Access.GRANTED);
            case 4 -> new SetLobbyAccess(keys, List.of(other), Access.DENIED);
            case 5 -> new DeleteUser(user, Optional.empty(), Optional.empty(), Optional.empty());
            case 6 -> new GetConference(keys, false, Optional.empty());
            case 7 -> atMcu(SipUri.of(phone.user), C3pJoiningMethod.DIALED_IN);
            case 8 -> atMcu(other, C3pJoiningMethod.DIALED_OUT);
            default -> new DeleteConference(keys);
        };
    }

    private Optional<LobbySettings> settings() {
        return random.nextBoolean()
                ? Optional.empty()
                : Optional.of(new LobbySettings(
                        any(List.of(Admission.values())),
                        random.nextBoolean() ? Autopromote.COMPANY : Autopromote.NONE,
                        random.nextBoolean()));
    }

    private Command atMcu(SipUri user, C3pJoiningMethod method) {
        Optional<SipUri> mcu = conference()
                .flatMap(Conference::focus)
                .map(focus -> focus.provisioning().mcuUri(any(TYPES)));
        C3pEndpoint endpoint = C3pEndpoint.of("{m" + random.nextInt(3) + "}").withJoiningMethod(method);
        return new AddUser(
                ConferenceKeys.of(uri), C3pUser.of(user).withEndpoints(List.of(endpoint)), mcu, random.nextBoolean());
    }

    private void requestByCcmp() {
        String other = any(List.of("alice", "user1", "user2", "user3"));
        CcmpRequest request = switch (random.nextInt(3)) {
            case 0 -> CcmpRequest.of(Message.CONF, OWNER).operation(Operation.RETRIEVE);
            case 1 ->
                CcmpRequest.of(Message.CONF, OWNER)
                        .operation(Operation.UPDATE)
                        .info(Schema.CONFERENCE_INFO
                                .empty()
                                .withAttribute(Attributes.ENTITY, id.toString())
                                .with(Schema.CONFERENCE_DESCRIPTION
                                        .empty()
                                        .with(Info.SUBJECT, "about " + random.nextInt(100))));
            default ->
                CcmpRequest.of(Message.USER, OWNER)
                        .operation(Operation.DELETE)
                        .info(Schema.USER
                                .empty()
                                .withAttribute(Attributes.ENTITY, "xcon-userid:" + other + "@example.com"));
        };
        ResponseCode code = parley.ccmp().handle(request.on(id.toString())).code();
        assertThat(code).isNotEqualTo(ResponseCode.SERVER_INTERNAL_ERROR);
    }

    private void trouble(McuType type) {
        switch (random.nextInt(6)) {
            case 0 -> mcus.script(type).answerAfter(Duration.ofSeconds(random.nextInt(40)));
            case 1 -> mcus.script(type).startAfter(Duration.ofSeconds(random.nextInt(10)));
            case 2 -> mcus.script(type).failAtStart(random.nextBoolean());
            case 3 -> mcus.script(type).overload(random.nextBoolean());
            case 4 -> mcus.script(type).dieOfNextCommand();
            default -> running(type).ifPresent(mcus::die);
        }
    }

    private void reports() {
        switch (random.nextInt(5)) {
            case 0 -> mcus.reports().lose(1 + random.nextInt(2));
            case 1 -> mcus.reports().repeat(1 + random.nextInt(2));
            case 2 -> mcus.reports().hold();
            case 3 -> mcus.reports().deliver();
            default -> mcus.reports().deliverBackwards();
        }
    }

    private Optional<McuId> running(McuType type) {
        return mcus.started().stream()
                .filter(mcu -> mcu.type().equals(type) && mcus.isAvailable(mcu))
                .reduce((first, second) -> second);
    }

    private Optional<Conference> conference() {
        return parley.conferences().find(id);
    }

    private Optional<FocusInstance> instance() {
        return conference().flatMap(Conference::focus).flatMap(Focus::instance);
    }

    private void look() {
        phones.forEach(Phone::tell);
        assertThat(oracle.violations()).isEmpty();
        Set<DialogId> dialogs = new HashSet<>();
        instance().ifPresent(live -> live.dialogs().forEach((dialog, user) -> dialogs.add(dialog)));
        assertThat(dialogs)
                .as("the dialogs of the focus, and those of signalling")
                .isEqualTo(sessions.live());
        assertThat(sessions.overdue()).as("ghosts").isEmpty();
    }

    /** Nothing gets lost any more, MCUs are well, and everybody has time to do what is left to do. */
    private void rest() {
        network.mend();
        TYPES.forEach(type -> mcus.script(type)
                .answerAfter(Duration.ZERO)
                .startAfter(Duration.ZERO)
                .failAtStart(false)
                .overload(false));
        mcus.reports().deliver();
        for (int i = 0; i < 40; i++) {
            if (i >= 28 && i <= 30) {
                TYPES.forEach(type -> running(type).ifPresent(mcus::refresh));
                phones.forEach(Phone::refreshSubscription);
            }
            memory.clock().advance(Duration.ofSeconds(20));
            look();
        }
    }

    private void settled() {
        phones.forEach(Phone::settled);
        instance().ifPresent(live -> {
            for (Map.Entry<XconUserId, Participant> entry : live.participants()) {
                for (Map.Entry<Seat, String> seat : entry.getValue().seats()) {
                    McuType type = seat.getKey().mcu();
                    assertThat(running(type)
                                    .map(mcus::state)
                                    .filter(state -> state.users()
                                            .get(seat.getKey().address())
                                            .isPresent()))
                            .as("%s at the MCU of %s", entry.getKey(), seat.getKey())
                            .isPresent();
                }
            }
        });
    }
}
