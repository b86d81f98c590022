package io.parley.examples.server;

import io.parley.ccmp.Body;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.ccmp.Options;
import io.parley.conference.ConferenceInfo;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Schema;
import io.parley.http.client.CcmpResult;
import io.parley.http.client.ExchangeObserver;
import io.parley.user.Endpoint;
import io.parley.user.UriEntry;
import io.parley.user.User;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** Tells people what came of a call: results on standard output, refusals and faults on standard error. */
final class Report implements ExchangeObserver {

    private final PrintStream out;
    private final PrintStream err;
    private final boolean raw;

    /** With {@code raw}, shows the messages instead of what is in them. */
    Report(PrintStream out, PrintStream err, boolean raw) {
        this.out = out;
        this.err = err;
        this.raw = raw;
    }

    @Override
    public void sending(byte[] request) {
        show(request);
    }

    @Override
    public void received(byte[] response) {
        show(response);
    }

    private void show(byte[] message) {
        if (raw) {
            out.println(new String(message, StandardCharsets.UTF_8));
        }
    }

    /** Tells {@code result}, and gives the exit status. */
    int tell(CcmpResult result) {
        if (result instanceof CcmpResult.Rejected refused) {
            return complain(Question.REFUSED, refused.code() + ": " + refused.reason());
        }
        if (!raw) {
            tell(result.response());
        }
        return 0;
    }

    /** Tells what is wrong in one line, and gives {@code status}. */
    int complain(int status, String what) {
        err.println(printable(what));
        return status;
    }

    private void tell(CcmpResponse response) {
        Body body = response.body();
        boolean gone = response.operation().filter(it -> it == Operation.DELETE).isPresent()
                && response.message().filter(it -> it == Message.CONF).isPresent();
        response.confObjId()
                .map(id -> id
                        + (gone
                                ? " is gone"
                                : response.version().map(it -> " version " + it).orElse("")))
                .ifPresent(this::line);
        if (body instanceof Options options) {
            tell(options);
        } else if (body instanceof Body.Info info) {
            tell(response, info.element());
        }
    }

    private void tell(CcmpResponse response, Element info) {
        if (info.type() == Schema.CONFERENCE_INFO) {
            tell(new ConferenceInfo(info));
        } else if (info.type() == Schema.USER) {
            tell(new User(info));
        } else if (response.message()
                .filter(it -> it.content() == Message.Content.LIST)
                .isPresent()) {
            info.children(Info.ENTRY).forEach(entry -> {
                UriEntry conference = new UriEntry(entry);
                line(conference.uri()
                        + conference.displayText().map(title -> "  " + title).orElse(""));
            });
        }
    }

    private void tell(ConferenceInfo conference) {
        conference.title().ifPresent(title -> line("  title: " + title));
        line("  active: " + conference.isActive());
        conference
                .media()
                .forEach(medium -> line("  medium: " + medium.type().orElse("?") + " (" + medium.label() + ")"));
        conference.users().stream().forEach(this::tell);
    }

    private void tell(User user) {
        line("  user: " + user.id()
                + user.displayName().map(name -> " (" + name + ")").orElse("")
                + user.roles().stream().map(role -> ", " + role).collect(Collectors.joining()));
        user.endpoints().forEach(this::tell);
    }

    private void tell(Endpoint endpoint) {
        line("    endpoint: " + endpoint.entity()
                + endpoint.status().map(status -> " " + status).orElse(""));
        endpoint.media()
                .forEach(media -> line("      media " + media.id()
                        + media.type().map(type -> " " + type).orElse("")
                        + media.status().map(status -> " " + status).orElse("")));
    }

    private void tell(Options options) {
        options.standard()
                .forEach(message -> line(message.message().requestName()
                        + message.operations().stream()
                                .sorted()
                                .map(operation -> " " + operation.word())
                                .collect(Collectors.joining())));
        options.extended().forEach(message -> line(message.name() + "  " + message.schemaDefinition()));
    }

    private void line(String text) {
        out.println(printable(text));
    }

    /** What comes from a server must not steer the terminal. */
    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }
}
