package io.parley.examples.server;

import io.parley.codec.xml.DocumentCodec;
import io.parley.codec.xml.Limits;
import io.parley.codec.xml.UnreadableException;
import io.parley.conference.ConferenceChanges;
import io.parley.conference.Conferences;
import io.parley.document.Element;
import io.parley.document.Merge;
import io.parley.document.Schema;
import io.parley.http.client.Sender;
import io.parley.identity.Version;
import io.parley.identity.XconUri;
import io.parley.identity.XconUserId;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/** {@code call}: asks a server one thing, from the command line. */
@Command(
        name = "call",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        scope = ScopeType.INHERIT,
        versionProvider = Program.Version.class,
        description = {
            "Asks a server of CCMP for one thing, and tells what it says.",
            "The status is 0 if it was done, 1 if the server refused (code and reason are then on standard error), 2 if the command "
                    + "line is wrong, 3 if no answer came.",
            ""
        })
final class Call implements Callable<Integer> {

    private static final String CONFERENCE = "CONFERENCE";

    private final PrintStream out;
    private final PrintStream err;

    @Mixin
    private CallOptions options = new CallOptions();

    @Option(
            names = "--xml",
            scope = ScopeType.INHERIT,
            description = "Shows the messages as they are, with the passwords in them.")
    private boolean raw;

    @Option(
            names = "--conference-password",
            scope = ScopeType.INHERIT,
            paramLabel = "SECRET",
            description = "The password of the conference.")
    private @Nullable String conferencePassword;

    Call(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() {
        throw new StartException(
                "say what to call: confs, blueprints, create, get, join, leave, mute, update, delete, options");
    }

    @Command(name = "confs", description = "Lists the conferences.")
    int confs(
            @Option(names = "--filter", paramLabel = "XPATH", description = "Only those that it chooses.") @Nullable
                    String xpath) {
        return question().ask(sender -> xpath == null ? sender.confs() : sender.confs(xpath));
    }

    @Command(name = "blueprints", description = "Lists the blueprints.")
    int blueprints() {
        return question().ask(Sender::blueprints);
    }

    @Command(name = "options", description = "Lists what the server can do.")
    int options() {
        return question().ask(Sender::options);
    }

    @Command(name = "create", description = "Makes a conference.")
    int create(
            @Option(names = "--title", paramLabel = "TEXT", description = "Its title.") @Nullable String title,
            @Option(names = "--blueprint", paramLabel = "XCON-URI", description = "Instead: what it is a clone of.")
                    @Nullable
                    String parent,
            @Option(names = "--file", paramLabel = "XML", description = "Instead: its conference-info document.")
                    @Nullable
                    Path file) {
        if (Stream.of(title, parent, file).filter(Objects::nonNull).count() > 1) {
            throw new StartException("one of --title, --blueprint and --file is enough");
        }
        Optional<XconUri> blueprint = Optional.ofNullable(parent).map(text -> conference("--blueprint", text));
        Optional<Element> document = Optional.ofNullable(file).map(Call::document);
        return question()
                .ask(sender -> blueprint
                        .map(sender::cloneOf)
                        .or(() -> document.map(sender::create))
                        .or(() -> Optional.ofNullable(title).map(it -> sender.create(titled(sender, it))))
                        .orElseGet(sender::create));
    }

    @Command(name = "get", description = "Shows a conference.")
    int get(@Parameters(paramLabel = CONFERENCE, description = "Its XCON-URI.") String id) {
        return about(id, Sender::retrieve);
    }

    @Command(name = "join", description = "Comes to a conference.")
    int join(
            @Parameters(paramLabel = CONFERENCE, description = "Its XCON-URI.") String id,
            @Option(names = "--contact", paramLabel = "URI", description = "Where one can be called.") @Nullable
                    String contact) {
        return about(
                id,
                (sender, conference) -> contact == null
                        ? sender.join(conference)
                        : sender.join(
                                conference,
                                sender.id()
                                        .map(Conferences::user)
                                        .orElseGet(() -> Conferences.newUser(conference.host()))
                                        .endpoint(contact)
                                        .build()));
    }

    @Command(name = "leave", description = "Leaves a conference, or has somebody leave it.")
    int leave(
            @Parameters(paramLabel = CONFERENCE, description = "Its XCON-URI.") String id,
            @Option(names = "--who", paramLabel = "XCON-USERID", description = "Who, if not oneself.") @Nullable
                    String who) {
        Optional<XconUserId> other = Optional.ofNullable(who).map(text -> read("--who", text, XconUserId::of));
        return about(
                id,
                (sender, conference) ->
                        other.map(user -> sender.remove(conference, user)).orElseGet(() -> sender.leave(conference)));
    }

    @Command(name = "mute", description = "Has somebody heard by the others no longer, or again.")
    int mute(
            @Parameters(paramLabel = CONFERENCE, description = "Its XCON-URI.") String id,
            @Option(names = "--who", paramLabel = "XCON-USERID", description = "Who, if not oneself.") @Nullable
                    String who,
            @Option(
                            names = "--endpoint",
                            paramLabel = "URI",
                            description = "Which endpoint; with --media. Default: all audio streams of all endpoints.")
                    @Nullable
                    String endpoint,
            @Option(names = "--media", paramLabel = "ID", description = "Which of its streams.") @Nullable String media,
            @Option(names = "--off", description = "Heard again.") boolean off) {
        if ((endpoint == null) != (media == null)) {
            throw new StartException("--endpoint and --media go together");
        }
        XconUri conference = conference(CONFERENCE, id);
        Optional<XconUserId> other = Optional.ofNullable(who).map(text -> read("--who", text, XconUserId::of));
        XconUserId user = other.or(() -> options.sender().id())
                .orElseThrow(() -> new StartException("one of --user and --who is wanted"));
        return endpoint != null && media != null
                ? about(id, (sender, there) -> sender.mute(there, user, endpoint, media, !off))
                : question(conference).mute(conference, user, !off);
    }

    @Command(name = "update", description = "Changes a conference.")
    int update(
            @Parameters(paramLabel = CONFERENCE, description = "Its XCON-URI.") String id,
            @Option(names = "--title", paramLabel = "TEXT", description = "Its title.") @Nullable String title,
            @Option(names = "--active", paramLabel = "true|false", description = "Whether it runs.") @Nullable
                    Boolean active,
            @Option(names = "--locked", paramLabel = "true|false", description = "Whether nobody can come any more.")
                    @Nullable
                    Boolean locked,
            @Option(names = "--file", paramLabel = "XML", description = "A conference-info document with what changes.")
                    @Nullable
                    Path file,
            @Option(names = "--base", paramLabel = "VERSION", description = "The version that one has in mind.")
                    @Nullable
                    String base) {
        Optional<Version> version =
                Optional.ofNullable(base).map(text -> read("--base", text, it -> new Version(Long.parseLong(it))));
        ConferenceChanges changes = Conferences.changes(conference(CONFERENCE, id));
        Optional.ofNullable(title).ifPresent(changes::title);
        Optional.ofNullable(active).ifPresent(changes::active);
        Optional.ofNullable(locked).ifPresent(changes::locked);
        Element whole = file == null ? changes.build() : Merge.create(document(file), changes.build());
        return about(id, (sender, conference) -> {
            var update = sender.update(conference, whole);
            return version.map(update::basedOn).orElse(update);
        });
    }

    @Command(name = "delete", description = "Ends a conference for good.")
    int delete(@Parameters(paramLabel = CONFERENCE, description = "Its XCON-URI.") String id) {
        return about(id, Sender::delete);
    }

    private int about(String id, Question.About asking) {
        XconUri conference = conference(CONFERENCE, id);
        return question(conference).ask(sender -> asking.request(sender, conference));
    }

    private Question question() {
        return new Question(options, options.sender(), new Report(out, err, raw));
    }

    private Question question(XconUri conference) {
        Sender sender = options.sender();
        Sender knowing = conferencePassword == null
                ? sender
                : sender.conferencePassword(conference, Secret.read("--conference-password", conferencePassword));
        return new Question(options, knowing, new Report(out, err, raw));
    }

    private static Element titled(Sender sender, String title) {
        String domain = sender.id()
                .flatMap(XconUserId::domain)
                .orElseThrow(() -> new StartException("--user: an XCON-USERID with a domain is wanted"));
        return Conferences.newConference(domain).title(title).build();
    }

    private static Element document(Path file) {
        try {
            Element document = new DocumentCodec(Limits.defaults()).read(Files.readAllBytes(file));
            if (document.type() != Schema.CONFERENCE_INFO) {
                throw new StartException("--file " + file + ": no conference-info document");
            }
            return document;
        } catch (IOException unreadable) {
            throw new StartException("--file " + file + ": cannot be read", unreadable);
        } catch (UnreadableException fault) {
            throw new StartException("--file " + file + ": " + fault.getMessage(), fault);
        }
    }

    private static XconUri conference(String option, String text) {
        return read(option, text, XconUri::of);
    }

    private static <T> T read(String option, String text, Function<String, T> reading) {
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException refused) {
            throw new StartException(option + " " + text + ": " + refused.getMessage(), refused);
        }
    }
}
