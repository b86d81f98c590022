package io.parley.ccmp;

import io.parley.authorization.AccessPolicy;
import io.parley.authorization.Requester;
import io.parley.conference.Outcome;
import io.parley.conference.Snapshot;
import io.parley.filter.FilterLanguage;
import io.parley.identity.FreshIdentifiers;
import io.parley.identity.Version;
import io.parley.identity.XconUserId;
import io.parley.schedule.Schedules;
import io.parley.user.RegisteredUser;
import io.parley.user.UserRegistry;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Decides CCMP requests: first the checks that need no state, then those against a snapshot, then the operation.
 *
 * <p>Pure: it changes nothing, and what it needs of the world comes in as arguments. Serves any number of threads.
 */
public final class Dispatcher {

    private final Deliberation.Surroundings surroundings;

    /** A dispatcher with these settings, policy, users, extensions, and reader of schedules; without {@code filters} no list is narrowed. */
    public Dispatcher(
            CcmpSettings settings,
            AccessPolicy policy,
            UserRegistry users,
            List<CcmpExtension> extensions,
            Schedules schedules,
            Optional<FilterLanguage> filters) {
        Map<String, CcmpExtension> byName = new LinkedHashMap<>();
        for (CcmpExtension extension : extensions) {
            byName.put(extension.name(), extension);
            extension.otherNames().forEach(name -> byName.put(name, extension));
        }
        this.surroundings = new Deliberation.Surroundings(
                settings, new OperationTable(settings.switchedOff()), policy, users, byName, schedules, filters);
    }

    /** What the first checks make of a request: either it is admitted, or answered. */
    public sealed interface Arrived {
        /**
         * It has passed.
         *
         * @param request the request with what was found out
         */
        record In(Admitted request) implements Arrived {}

        /**
         * It is refused.
         *
         * @param response the answer
         */
        record Refused(CcmpResponse response) implements Arrived {}
    }

    /**
     * Makes the checks that need no state.
     *
     * @param authentication the user whose username and password these are
     * @param directory the user of that identifier, who may be registered by this on first sight
     */
    public Arrived arrive(
            CcmpRequest request,
            BiFunction<String, String, Optional<XconUserId>> authentication,
            Function<XconUserId, Optional<RegisteredUser>> directory) {
        Arrival arrival =
                new Arrival(request, surroundings.settings(), surroundings.table(), authentication, directory);
        return firstRefusal(Checks.ON_ARRIVAL, arrival)
                .<Arrived>map(
                        refusal -> new Arrived.Refused(CcmpResponse.to(request, refusal.code(), refusal.reason())))
                .orElseGet(() -> new Arrived.In(arrival.admitted()));
    }

    /**
     * Decides an admitted request against {@code snapshot}.
     *
     * @param newcomer who the newcomer of the request is, present exactly if it brings one
     */
    public Outcome<CcmpResponse> decide(
            Admitted admitted,
            Optional<RegisteredUser> newcomer,
            Snapshot snapshot,
            Instant now,
            FreshIdentifiers fresh) {
        Requester requester = admitted.requester()
                .or(() -> newcomer.map(user -> new Requester(user, admitted.authenticated())))
                .orElseThrow();
        Deliberation deliberation = new Deliberation(admitted, surroundings, requester, newcomer, snapshot, now, fresh);
        Optional<CcmpResponse> refused = firstRefusal(Checks.BEFORE_PERMISSION, deliberation)
                .map(refusal ->
                        CcmpResponse.to(admitted.request(), refusal.code(), deliberation.told(refusal.reason())))
                .or(() -> firstRefusal(Checks.AFTER_PERMISSION, deliberation)
                        .map(refusal -> withVersion(
                                CcmpResponse.to(
                                        admitted.request(), refusal.code(), deliberation.told(refusal.reason())),
                                deliberation)));
        return refused.isPresent()
                ? Outcome.unchanged(refused.get())
                : deliberation.operation().accept(deliberation);
    }

    private static <C> Optional<Rejection> firstRefusal(List<Check<C>> checks, C subject) {
        for (Check<C> check : checks) {
            Optional<Rejection> refusal = check.test().apply(subject);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }

    /** Who may know of an object learns its version with a refusal too, unless he wanted to delete or clone it. */
    private static CcmpResponse withVersion(CcmpResponse response, Deliberation deliberation) {
        OperationTable.Row row = deliberation.row();
        boolean deletes = row.operation() == Operation.DELETE && row.message() != Message.USER;
        boolean creates = row.operation() == Operation.CREATE && row.message() != Message.USER;
        Optional<Version> version = deliberation.foundIfAny().map(conference -> conference.version());
        return deletes || creates || version.isEmpty() ? response : response.version(version.get());
    }
}
