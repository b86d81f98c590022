package io.parley.dialout;

import io.parley.authorization.AccessPolicy;
import io.parley.authorization.AccessRequest;
import io.parley.authorization.Action;
import io.parley.authorization.Admission;
import io.parley.authorization.Requester;
import io.parley.authorization.Standing;
import io.parley.conference.Conference;
import io.parley.document.Info;
import io.parley.focus.FocusEndpoint;
import io.parley.focus.FocusInstance;
import io.parley.focus.Participant;
import io.parley.focus.Provisioning;
import io.parley.identity.SipUri;
import io.parley.identity.XconUserId;
import io.parley.participation.Refusal;
import java.util.Map;
import java.util.Optional;

/**
 * Who may refer whom to a conference (RFC 4579 sections 5.5, 5.7 and 5.11, RFC 6501 sections 4.6.5.3 to 4.6.5.5). What counts is who the
 * referrer has proved to be; what he writes of himself gives him nothing.
 */
public final class Referring {

    private Referring() {}

    /**
     * Why {@code referral} is refused; empty if it is not.
     *
     * @param provisioning how the conference is provisioned
     * @param target who the target is, if he is known
     * @param domain our own domain
     */
    public static Optional<Refusal> refusal(
            Conference conference,
            Provisioning provisioning,
            Requester referrer,
            Referral referral,
            Optional<XconUserId> target,
            AccessPolicy policy,
            String domain) {
        boolean belongs = Standing.of(referrer, conference).takesPart()
                && !conference.attendance().isPending(referrer.id());
        if (!referrer.authenticated() || !belongs) {
            return refuse(referrer.id() + " is no user of " + conference.id());
        }
        Optional<String> forbidden =
                policy.refusal(new AccessRequest(referrer, action(referral.method()), Optional.of(conference), target));
        if (forbidden.isPresent()) {
            return refuse(forbidden.get());
        }
        if (referral.method() == Referral.Method.BYE) {
            return Optional.empty();
        }
        if (Admission.isLocked(conference)) {
            return refuse(conference.id() + " is locked");
        }
        return referral.method() == Referral.Method.REFER
                ? referral.onwards()
                        .filter(uri -> !uri.isEquivalentTo(provisioning.uri(), domain))
                        .flatMap(other -> refuse("the focus of " + conference.id() + " refers nobody to " + other))
                : Optional.empty();
    }

    private static Action action(Referral.Method method) {
        return switch (method) {
            case INVITE -> Action.INVITE_USER;
            case BYE -> Action.DISMISS_USER;
            case REFER -> Action.REFER_USER;
        };
    }

    private static Optional<Refusal> refuse(String reason) {
        return Optional.of(new Refusal(Refusal.Kind.FORBIDDEN, reason));
    }

    /** Whose device in an instance {@code target} names: by the contact of its dialog, or as it stands in the document. */
    public static Optional<XconUserId> owner(FocusInstance instance, SipUri target) {
        for (Map.Entry<XconUserId, Participant> entry : instance.participants()) {
            for (Map.Entry<String, FocusEndpoint> device : entry.getValue().endpoints()) {
                boolean isIt = device.getValue().documentEntity().equals(target.toString())
                        || SipUri.parse(device.getValue().contact())
                                .filter(target::equals)
                                .isPresent();
                if (isIt) {
                    return Optional.of(entry.getKey());
                }
            }
        }
        return Optional.empty();
    }

    /**
     * {@code conference} without {@code user}, all of whose dialogs end and who is called no more; empty if he is not in it (section 5.11).
     */
    public static Optional<Conference> dismissed(Conference conference, XconUserId user) {
        boolean isCalled = conference
                .focus()
                .flatMap(focus -> focus.instance())
                .filter(live -> live.calls().containsKey(user))
                .isPresent();
        boolean isThere = isCalled
                || conference.attendance().hasJoined(user)
                || conference.attendance().isPending(user);
        return Optional.of(conference)
                .filter(state -> isThere)
                .flatMap(state -> state.document().child(Info.USERS))
                .flatMap(users -> users.entry(Info.USER, user.toString())
                        .map(record -> conference.next(conference.document().with(users.without(record)))));
    }
}
