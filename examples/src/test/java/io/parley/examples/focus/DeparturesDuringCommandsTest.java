package io.parley.examples.focus;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.c3p.C3pCode;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.C3pRole;
import io.parley.c3p.C3pUser;
import io.parley.c3p.Command;
import io.parley.c3p.ConferenceCommand.ModifyConferenceLock;
import io.parley.c3p.ConferenceKeys;
import io.parley.c3p.UserCommand.AddUser;
import io.parley.c3p.UserCommand.DeleteUser;
import io.parley.c3p.UserCommand.ModifyUserRoles;
import io.parley.c3p.UserKeys;
import io.parley.focus.McuType;
import io.parley.identity.SipUri;
import io.parley.inmemory.ScriptedInMemory;
import io.parley.inmemory.mcu.McuProfile;
import io.parley.inmemory.mcu.ScriptedMcus;
import io.parley.ports.in.C3pService.Verdict;
import io.parley.ports.in.FocusService.Departure;
import io.parley.spec.Requirement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Members leave on threads of their own while commands about them run on others. */
class DeparturesDuringCommandsTest {

    private static final int MEMBERS = 8;
    private static final int COMMANDS = 25;

    private final Random random = new Random(1);

    @Test
    @Requirement("C3P-I-10")
    void allCommandsEndAndTheConferenceStaysUsable() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2 * MEMBERS);
        try {
            for (int round = 0; round < 20; round++) {
                round(threads);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void round(ExecutorService threads) throws Exception {
        ScriptedMcus[] mcus = new ScriptedMcus[1];
        Meeting meeting = Meeting.mixedBy(memory -> mcus[0] = chat(memory));
        mcus[0].reportTo(meeting.parley.focus());
        Meeting.Caller alice = meeting.join(Meeting.ALICE);
        List<Meeting.Caller> members = new ArrayList<>();
        for (int i = 0; i < MEMBERS; i++) {
            members.add(meeting.join(who(i)));
        }
        Map<String, List<C3pResponse>> answers = new ConcurrentHashMap<>();
        List<Callable<Integer>> work = new ArrayList<>();
        for (int i = 0; i < MEMBERS; i++) {
            Meeting.Caller member = members.get(i);
            Meeting.Caller sender = i % 2 == 0 ? alice : member;
            String prefix = i + "-";
            List<Command> commands = commands(meeting);
            work.add(() -> sent(sender, prefix, commands, answers));
            work.add(() -> {
                meeting.parley.focus().leave(meeting.id, member.dialog, Departure.LEFT);
                return 0;
            });
        }
        for (Future<Integer> done : threads.invokeAll(work)) {
            done.get();
        }
        meeting.memory.clock().advance(Duration.ofMinutes(11));
        answers.forEach((request, responses) -> {
            long ends = responses.stream()
                    .filter(response -> response.code() != C3pCode.PENDING)
                    .count();
            boolean stays = Integer.parseInt(request.substring(0, 1)) % 2 == 0;
            assertThat(ends).as(request).isBetween(stays ? 1L : 0L, 1L);
        });
        assertThat(answers).hasSizeGreaterThan(COMMANDS);
        assertThat(alice.ask(new ModifyConferenceLock(ConferenceKeys.of(meeting.uri), false, Optional.empty()))
                        .code())
                .isEqualTo(C3pCode.SUCCESS);
        assertThat(meeting.join(who(1)).joined.onHold()).isFalse();
    }

    private static ScriptedMcus chat(ScriptedInMemory memory) {
        ScriptedMcus mcus = ScriptedMcus.by(memory.clock(), memory.scheduler(), McuProfile.plain(McuType.CHAT));
        mcus.script(McuType.CHAT).answerAfter(Duration.ofSeconds(3));
        return mcus;
    }

    private static String who(int number) {
        return "sip:user" + number + "@example.com";
    }

    /** Commands about any member, by the focus and by the MCU. */
    private List<Command> commands(Meeting meeting) {
        ConferenceKeys keys = ConferenceKeys.of(meeting.uri);
        SipUri chat = meeting.parley
                .focus()
                .find(meeting.uri)
                .orElseThrow()
                .focus()
                .orElseThrow()
                .provisioning()
                .mcuUri(McuType.CHAT);
        List<Command> commands = new ArrayList<>();
        for (int i = 0; i < COMMANDS; i++) {
            UserKeys user = new UserKeys(meeting.uri, SipUri.of(who(random.nextInt(MEMBERS))));
            commands.add(
                    switch (random.nextInt(4)) {
                        case 0 -> new ModifyUserRoles(user, C3pRole.PRESENTER, Optional.empty());
                        case 1 -> new ModifyConferenceLock(keys, random.nextBoolean(), Optional.empty());
                        case 2 -> new DeleteUser(user, Optional.empty(), Optional.empty(), Optional.empty());
                        default -> new AddUser(keys, C3pUser.of(user.userEntity()), Optional.of(chat), false);
                    });
        }
        return commands;
    }

    private static int sent(
            Meeting.Caller sender, String prefix, List<Command> commands, Map<String, List<C3pResponse>> answers) {
        int taken = 0;
        for (Command command : commands) {
            String request = prefix + taken;
            List<C3pResponse> responses = new CopyOnWriteArrayList<>();
            if (sender.verdict(request, command, responses) == Verdict.ACCEPTED) {
                answers.put(request, responses);
                taken++;
            }
        }
        return taken;
    }
}
