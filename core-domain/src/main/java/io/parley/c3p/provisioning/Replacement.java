package io.parley.c3p.provisioning;

import io.parley.c3p.Answer;
import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.ConferenceCommand.ModifyConference;
import io.parley.c3p.Reason;
import io.parley.cloning.Consequences;
import io.parley.conference.Conference;
import io.parley.conference.Outcome;
import io.parley.document.Element;
import io.parley.focus.Focus;
import io.parley.focus.McuType;
import io.parley.focus.Provisioning;
import java.util.List;
import java.util.Optional;

/**
 * {@code modifyConference}: what was provisioned is replaced as a whole. A conference that is running keeps the settings of its lobby and its
 * MCUs until it ends; none of those can be taken from it.
 */
final class Replacement {

    private Replacement() {}

    static Outcome<Decided> decide(C3pRequest request, ModifyConference command, FactorySituation situation) {
        Wanted wanted = new Wanted(command.conferenceInfo());
        Optional<Conference> found = situation.find(wanted.keys());
        if (found.isEmpty()) {
            return Decided.refused(request, Failure.noConference());
        }
        Provisioning before = FactorySituation.provisioning(found.get());
        Optional<Failure> refusal = outdated(wanted, before)
                .or(() -> WantedFaults.ofAny(wanted, situation))
                .or(() -> secondStatic(wanted, before, situation))
                .or(() -> inUse(wanted, found.get(), situation));
        return refusal.isPresent()
                ? Decided.refused(request, refusal.get())
                : replaced(request, wanted, found.get(), situation);
    }

    /** Who names no version takes what there is. */
    private static Optional<Failure> outdated(Wanted wanted, Provisioning before) {
        return wanted.version()
                .filter(version -> version != before.version())
                .map(version ->
                        new Failure(Reason.INVALID_VERSION, "the version is " + before.version() + ", not " + version));
    }

    private static Optional<Failure> secondStatic(Wanted wanted, Provisioning before, FactorySituation situation) {
        return wanted.isStatic()
                        && !before.isStatic()
                        && situation.staticConference().isPresent()
                ? Optional.of(Failure.other("the organizer has his one static conference already"))
                : Optional.empty();
    }

    private static Optional<Failure> inUse(Wanted wanted, Conference conference, FactorySituation situation) {
        List<McuType> left = Making.mcus(wanted, situation.rules());
        return conference.focus().flatMap(Focus::instance).stream()
                .flatMap(instance -> FactorySituation.provisioning(conference).mcus().stream()
                        .filter(type -> instance.mcus().containsKey(type)))
                .filter(type -> !left.contains(type))
                .findFirst()
                .map(type -> new Failure(Reason.ACTIVE_MEDIA_DELETION_FORBIDDEN, type + " is in use"));
    }

    private static Outcome<Decided> replaced(
            C3pRequest request, Wanted wanted, Conference conference, FactorySituation situation) {
        Focus focus = conference.focus().orElseThrow();
        Provisioning next = Making.next(wanted, situation, focus.provisioning());
        Element document = CommonDocument.replaced(
                conference.document(),
                focus.provisioning(),
                wanted,
                next,
                situation.organizer(),
                focus.instance().isPresent());
        Conference changed = conference.next(document, conference.attendance(), focus.with(next));
        Optional<Failure> broken = Creation.broken(document, situation)
                .or(() -> Consequences.obstacle(situation.snapshot(), changed)
                        .map(finding -> Failure.other(finding.toString())));
        if (broken.isPresent()) {
            return Decided.refused(request, broken.get());
        }
        Answer answer = new Answer.OfConference(ProvisionedInfo.of(changed, situation.organizer()));
        return Outcome.storing(
                Consequences.of(situation.snapshot(), changed),
                situation.cause(request.command().name()),
                Decided.of(C3pResponse.success(request, answer)));
    }
}
