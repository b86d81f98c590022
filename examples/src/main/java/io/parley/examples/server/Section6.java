package io.parley.examples.server;

import io.parley.ccmp.Body;
import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Options;
import io.parley.conference.ConferenceInfo;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.identity.Version;
import io.parley.ports.in.CcmpService;
import io.parley.user.UriEntry;
import io.parley.user.User;
import io.parley.user.Users;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The story of RFC 6503 section 6: Alice makes a conference from a blueprint, changes it, joins, and brings Ciccio along. */
final class Section6 {

    private static final String FIVE = "AudioConference1 AudioConference2 AudioRoom VideoConference1 VideoRoom";

    private static final List<Step> STEPS = List.of(
            step("6.1", "blueprints", Section6::titles, FIVE),
            step("6.2", "blueprint", Section6::title, "AudioRoom"),
            step("6.3", "create", 1, Section6::title, "New conference by Alice cloned from AudioRoom"),
            step("6.4", "update", 2, Section6::title, "Alice's conference"),
            step("6.5", "users", 3, Section6::targets, "|3 targets"),
            step("6.6", "join", 4, Section6::user, "|xcon-userid:alice@example.com"),
            // Meanwhile the focus calls the targets, of which each outcome is a version.
            step("6.7", "add", Section6::user, "xcon-userid:(?!AUTO_GENERATE).+@example.com"),
            step("6.8", "options", Section6::options, "\\d+ messages, confSummaryRequest"),
            step("6.9", "summary", Section6::summary, "title=Alice's conference status=\\w+ public=true media=audio"));

    private final CcmpService service;
    private final Requests requests = new Requests();

    /** The story, to be played against {@code service}. */
    Section6(CcmpService service) {
        this.service = service;
    }

    /** Plays all steps and tells each; says whether each went as the RFC has it. */
    boolean play(Consumer<String> telling) {
        String conference = "";
        boolean asInTheRfc = true;
        for (Step step : STEPS) {
            CcmpRequest request = requests.read(step.file(), conference);
            CcmpResponse response = service.handle(request);
            telling.accept(step.line(request, response));
            if (!step.isFulfilledBy(response)) {
                telling.accept(step.complaint());
                asInTheRfc = false;
            }
            conference = step.section().equals("6.3") ? response.confObjId().orElse("") : conference;
        }
        return asInTheRfc;
    }

    private static Step step(String section, String file, Function<CcmpResponse, String> shown, String wanted) {
        return new Step(section, file, Optional.empty(), shown, wanted);
    }

    private static Step step(
            String section, String file, int version, Function<CcmpResponse, String> shown, String wanted) {
        return new Step(section, file, Optional.of(new Version(version)), shown, wanted);
    }

    static String titles(CcmpResponse response) {
        return info(
                response,
                list -> StreamSupport.stream(list.children(Info.ENTRY).spliterator(), false)
                        .map(entry -> new UriEntry(entry).displayText().orElse("?"))
                        .sorted()
                        .collect(Collectors.joining(" ")));
    }

    private static String title(CcmpResponse response) {
        return info(response, document -> new ConferenceInfo(document).title().orElse("(no title)"));
    }

    private static String targets(CcmpResponse response) {
        return info(response, users -> new Users(users).allowed().size() + " targets");
    }

    static String user(CcmpResponse response) {
        return info(response, user -> new User(user).id().toString());
    }

    private static String options(CcmpResponse response) {
        if (!(response.body() instanceof Options options)) {
            return "(no options)";
        }
        return options.standard().size() + " messages, "
                + options.extended().stream().map(Options.ExtendedMessage::name).collect(Collectors.joining(" "));
    }

    private static String summary(CcmpResponse response) {
        if (!(response.body() instanceof Body.Extension extension)) {
            return "(no summary)";
        }
        return extension.content().stream()
                .flatMap(summary -> summary.elements().stream())
                .map(part -> part.name().local() + "=" + part.text())
                .collect(Collectors.joining(" "));
    }

    private static String info(CcmpResponse response, Function<Element, String> reading) {
        return response.body().info().map(reading).orElse("");
    }
}
