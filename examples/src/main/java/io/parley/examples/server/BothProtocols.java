package io.parley.examples.server;

import io.parley.c3p.C3pCode;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.C3pRole;
import io.parley.c3p.Command;
import io.parley.c3p.ConferenceCommand.ModifyConferenceLock;
import io.parley.c3p.ConferenceKeys;
import io.parley.c3p.UserCommand.ModifyUserRoles;
import io.parley.c3p.UserKeys;
import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.conference.Conferences;
import io.parley.examples.caller.Chat;
import io.parley.examples.caller.Follower;
import io.parley.examples.caller.RefusedException;
import io.parley.examples.caller.RosterLines;
import io.parley.examples.caller.SipUser;
import io.parley.examples.caller.Visit;
import io.parley.focus.ConferenceUri;
import io.parley.http.client.Sender;
import io.parley.identity.SipUri;
import io.parley.identity.XconUri;
import io.parley.identity.XconUserId;
import io.parley.ports.in.CcmpService;
import io.parley.roster.RosterCopy;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One conference by both protocols: Alice makes it and ejects by CCMP, she and Bob are in it by SIP, and Carol is told of all of it. */
final class BothProtocols {

    private static final String DOMAIN = "example.com";
    private static final int PATIENCE_SECONDS = 10;

    private final CcmpService ccmp;
    private final InetSocketAddress sip;
    private final Consumer<String> telling;
    private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();
    private boolean asItHasToBe = true;

    /** The story, to be played against a server that has CCMP there and SIP by TCP here. */
    BothProtocols(CcmpService ccmp, InetSocketAddress sip, Consumer<String> telling) {
        this.ccmp = ccmp;
        this.sip = sip;
        this.telling = telling;
    }

    /** Plays it and tells each step; says whether all of them went well, and Carol was told. */
    boolean play() throws InterruptedException {
        Sender alice = Sender.of("xcon-userid:alice@" + DOMAIN);
        try (SipUser host = user("alice");
                SipUser guest = user("bob");
                SipUser watcher = user("carol")) {
            String title = "Both protocols";
            CcmpResponse created = ccmp(
                    "Alice makes it",
                    alice.create(Conferences.newConference(DOMAIN).title(title).build()));
            XconUri id = XconUri.of(created.confObjId().orElseThrow());
            SipUri conference = ConferenceUri.of(id);
            Visit carol = join("Carol joins, and subscribes", watcher, conference);
            carol.follow(new Eyes());
            sees("conference \"" + title + "\", open", "+ sip:carol@example.com (Carol), attendee: focus connected");
            Visit first = join("Alice joins", host, conference);
            sees("+ sip:alice@example.com (Alice), presenter: focus connected");
            join("Bob joins", guest, conference);
            sees("+ sip:bob@example.com (Bob), attendee: focus connected");
            command(
                    "Alice locks it",
                    first,
                    new ModifyConferenceLock(ConferenceKeys.of(conference), true, Optional.empty()));
            sees("conference \"" + title + "\", locked");
            UserKeys bob = new UserKeys(conference, guest.self());
            command(
                    "Alice makes Bob a presenter",
                    first,
                    new ModifyUserRoles(bob, C3pRole.PRESENTER, Optional.empty()));
            sees("* sip:bob@example.com (Bob), presenter: focus connected");
            talk(host, guest, conference);
            ccmp("Alice ejects Bob", alice.remove(id, XconUserId.of("bob", DOMAIN)));
            sees("- sip:bob@example.com");
            ccmp("Alice deletes it", alice.delete(id));
            sees("over: ConferenceTerminated");
        } catch (ExecutionException refused) {
            telling.accept("     " + refused.getCause());
            asItHasToBe = false;
        }
        return asItHasToBe;
    }

    /** Alice writes, and Bob reads it. */
    private void talk(SipUser host, SipUser guest, SipUri conference) throws InterruptedException, ExecutionException {
        SipUri mcu = SipUri.of(conference + ";gruu;opaque=app:conf:chat:id:"
                + conference.user().orElseThrow());
        BlockingQueue<String> read = new LinkedBlockingQueue<>();
        Chat chat = host.chat(mcu, text -> {}).get();
        step("SIP", "Alice calls the chat MCU", true, "200");
        sees("* sip:alice@example.com (Alice), presenter: chat connected, focus connected");
        guest.chat(mcu, read::add).get();
        step("SIP", "Bob calls it, too", true, "200");
        sees("* sip:bob@example.com (Bob), presenter: chat connected, focus connected");
        chat.write("Hello Bob");
        String text = read.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        step("SIP", "Alice writes, and Bob reads", "Hello Bob".equals(text), String.valueOf(text));
    }

    private SipUser user(String name) {
        return new SipUser(SipUri.of("sip:" + name + "@" + DOMAIN), sip);
    }

    private CcmpResponse ccmp(String what, CcmpRequest request) {
        CcmpResponse response = ccmp.handle(request);
        step("CCMP", what, response.isSuccess(), response.code().number() + " " + response.reason());
        return response;
    }

    private Visit join(String what, SipUser user, SipUri conference) throws InterruptedException, ExecutionException {
        Visit visit = user.join(conference, C3pRole.ATTENDEE).get();
        step("SIP", what, true, "200");
        return visit;
    }

    private void command(String what, Visit visit, Command command) throws InterruptedException, ExecutionException {
        C3pResponse response = visit.ask(command).get();
        step("C3P", what, response.code() == C3pCode.SUCCESS, response.code().word());
    }

    private void step(String protocol, String what, boolean done, String answer) {
        telling.accept(String.format("%-4s %-36s %s", protocol, what, answer).stripTrailing());
        asItHasToBe &= done;
    }

    private void sees(String... lines) throws InterruptedException {
        for (String line : lines) {
            String told = seen.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            telling.accept("       Carol: " + (told == null ? "nothing" : told));
            if (!line.equals(told)) {
                telling.accept("     wanted: " + line);
                asItHasToBe = false;
            }
        }
    }

    /** What Carol sees. */
    private final class Eyes implements Follower {
        @Override
        public void changed(RosterCopy before, RosterCopy now) {
            seen.addAll(RosterLines.of(before, now));
        }

        @Override
        public void ended(String why) {
            seen.add("over: " + why);
        }

        @Override
        public void refused(RefusedException refusal) {
            seen.add("refused: " + refusal.getMessage());
        }
    }
}
