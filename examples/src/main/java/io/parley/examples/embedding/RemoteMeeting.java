package io.parley.examples.embedding;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.ResponseCode;
import io.parley.conference.Conferences;
import io.parley.http.client.CcmpClient;
import io.parley.http.client.CcmpException;
import io.parley.http.client.CcmpResult;
import io.parley.http.client.LocalCopy;
import io.parley.http.client.OutcomeUnknownException;
import io.parley.http.client.Sender;
import io.parley.identity.XconUri;
import java.io.PrintStream;
import java.net.URI;
import java.util.Optional;

/**
 * A meeting on somebody else's server: what a program does with the client. It shows the three ways in which a call ends: the server has
 * done it, the server has refused, or nobody knows.
 */
public final class RemoteMeeting {

    private final CcmpClient client;
    private final Sender sender;
    private final PrintStream out;
    private Optional<LocalCopy> copy = Optional.empty();

    /** A meeting that {@code sender} keeps on the server of {@code client}. */
    public RemoteMeeting(CcmpClient client, Sender sender, PrintStream out) {
        this.client = client;
        this.sender = sender;
        this.out = out;
    }

    /** Books a meeting, joins it and names it: {@code RemoteMeeting https://confs.example.com/Xcon/Ccmp xcon-userid:alice@example.com}. */
    public static void main(String[] arguments) throws CcmpException {
        try (CcmpClient client =
                CcmpClient.builder().server(URI.create(arguments[0])).build()) {
            RemoteMeeting meeting = new RemoteMeeting(client, Sender.of(arguments[1]), System.out);
            if (meeting.book("example.com")) {
                meeting.rename("Weekly");
            }
        }
    }

    /** Books it and comes to it; whether the server agreed. */
    public boolean book(String domain) throws CcmpException {
        CcmpResult created =
                client.send(sender.create(Conferences.newConference(domain).build()));
        if (created instanceof CcmpResult.Rejected refused) {
            out.println("no meeting: " + refused.code() + ", " + refused.reason());
            return false;
        }
        XconUri id = XconUri.of(created.response().confObjId().orElseThrow());
        client.send(sender.join(id));
        copy = LocalCopy.of(client.send(sender.retrieve(id)).response());
        return copy.isPresent();
    }

    /** Gives it a name, on top of whatever others have changed meanwhile. */
    public void rename(String title) throws CcmpException {
        LocalCopy before = copy.orElseThrow();
        XconUri id = before.conference().id();
        CcmpRequest update =
                sender.update(id, Conferences.changes(id).title(title).build()).basedOn(before.version());
        LocalCopy after;
        try {
            CcmpResult result = client.send(update);
            after = before.after(update, result.response());
            if (result.response().code() == ResponseCode.CONFLICT) {
                out.println("somebody else has named it");
            }
        } catch (OutcomeUnknownException silence) {
            after = before.outdated();
        }
        LocalCopy latest = after.synchronised(client, sender);
        copy = Optional.of(latest);
        out.println(latest.conference().title().orElse("(no title)") + ", version " + latest.version());
    }
}
