package io.parley.c3p.provisioning;

import io.parley.c3p.Answer;
import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.Command;
import io.parley.c3p.ConferenceCommand.DeleteConference;
import io.parley.c3p.ConferenceCommand.GetConference;
import io.parley.c3p.ConferenceCommand.ModifyConference;
import io.parley.c3p.FactoryCommand.AddConference;
import io.parley.c3p.FactoryCommand.GetAvailableMcuTypes;
import io.parley.c3p.FactoryCommand.GetConferences;
import io.parley.c3p.FactoryCommand.GetConferencingCapabilities;
import io.parley.c3p.FactoryCommand.GetEncryptionKey;
import io.parley.c3p.Reason;
import io.parley.conference.Conference;
import io.parley.conference.Outcome;
import io.parley.document.Element;
import io.parley.focus.McuType;
import java.util.List;
import java.util.Optional;

/** The commands of the Focus Factory (MS-CONFPRO). */
public final class FactoryCommands {

    private FactoryCommands() {}

    /**
     * What the factory makes of {@code request}. The answer to a command that it does not know is {@code notSupported}; who names the conference
     * of another organizer is {@code unauthorized}, whether there is such a conference or not.
     */
    public static Outcome<Decided> decide(C3pRequest request, FactorySituation situation) {
        Command command = request.command();
        if (command.confEntity().filter(uri -> !situation.isOfOrganizer(uri)).isPresent()) {
            return Decided.unchanged(C3pResponse.failure(request, Reason.UNAUTHORIZED));
        }
        if (command instanceof AddConference add) {
            return Creation.decide(request, add, situation);
        }
        if (command instanceof ModifyConference modify) {
            return Replacement.decide(request, modify, situation);
        }
        if (command instanceof DeleteConference delete) {
            return Deprovisioning.decide(request, delete, situation);
        }
        if (command instanceof GetConference get) {
            return read(request, get, situation);
        }
        if (command instanceof GetConferences list) {
            return Decided.unchanged(C3pResponse.success(request, conferences(list, situation)));
        }
        return Decided.unchanged(asked(request, command, situation.rules()));
    }

    private static Outcome<Decided> read(C3pRequest request, GetConference command, FactorySituation situation) {
        Optional<Conference> found = situation.find(command.conferenceKeys());
        if (found.isEmpty()) {
            return Decided.refused(request, Failure.noConference());
        }
        Answer answer = new Answer.OfConference(ProvisionedInfo.of(found.get(), situation.organizer()));
        return Outcome.unchanged(new Decided(
                C3pResponse.success(request, answer),
                Optional.of(FactorySituation.provisioning(found.get()).secrets())));
    }

    private static Answer conferences(GetConferences command, FactorySituation situation) {
        List<Element> summaries = situation.conferences().stream()
                .filter(conference -> !command.isStatic()
                        || FactorySituation.provisioning(conference).isStatic())
                .map(conference -> ProvisionedInfo.summary(conference, situation.organizer()))
                .toList();
        return new Answer.OfConferences(summaries, command.isStatic());
    }

    /** What the factory tells of itself. */
    private static C3pResponse asked(C3pRequest request, Command command, FactoryRules rules) {
        List<String> types = rules.mcus().stream().map(McuType::word).toList();
        if (command instanceof GetAvailableMcuTypes) {
            return C3pResponse.success(request, new Answer.OfMcuTypes(types));
        }
        if (command instanceof GetConferencingCapabilities) {
            return C3pResponse.success(
                    request,
                    new Answer.OfCapabilities(
                            0,
                            types,
                            rules.settings().pstnBridging(),
                            Optional.of(rules.focus().allowed().anonymousPolicy())));
        }
        return command instanceof GetEncryptionKey && rules.certificate().isPresent()
                ? C3pResponse.success(
                        request, new Answer.OfEncryptionKey(rules.certificate().get(), Optional.empty()))
                : C3pResponse.failure(request, Reason.NOT_SUPPORTED);
    }
}
