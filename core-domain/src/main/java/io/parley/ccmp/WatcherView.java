package io.parley.ccmp;

import io.parley.authorization.Requester;
import io.parley.authorization.Standing;
import io.parley.conference.Conference;
import io.parley.conference.Kind;
import io.parley.conference.Snapshot;
import io.parley.document.Element;
import io.parley.identity.XconUserId;
import io.parley.privacy.Sights;
import io.parley.subscription.Watched;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody who follows a conference object sees of one of its states: what a {@code retrieve} of that state would show him, and
 * nothing where that would be refused (RFC 6503 sections 5.1 and 5.3.4). Pure.
 *
 * @param sights what people see of conferences
 */
public record WatcherView(Sights sights) {

    /** What somebody sees. */
    public sealed interface Seen {
        /**
         * He sees this much of the document.
         *
         * @param document the document without what is not for him
         */
        record Of(Element document) implements Seen {}

        /**
         * He sees nothing.
         *
         * @param code the code with which a retrieve would be refused
         * @param reason why, in words that give nothing away
         */
        record Nothing(ResponseCode code, String reason) implements Seen {}
    }

    /**
     * What {@code requester}, who gave that password of the conference, sees of {@code state}, which stands in {@code snapshot} or once
     * did, apart from its sidebars, which have states of their own.
     */
    public Seen of(Snapshot snapshot, Conference state, Requester requester, Optional<String> conferencePassword) {
        return refusal(Watched.in(snapshot, state), requester, conferencePassword)
                .<Seen>map(refused -> new Seen.Nothing(refused.code(), refused.reason()))
                .orElseGet(
                        () -> new Seen.Of(sights.of(snapshot, state, requester).document()));
    }

    /**
     * Whether anything of {@code state} is shown to {@code requester}, who gave no password of the conference: who takes part in it or steers it
     * has come past that.
     */
    public boolean shows(Watched state, Requester requester) {
        boolean isInside = state.conference().attendance().hasJoined(requester.id())
                || Standing.of(requester, state.conference()).steers();
        return (isInside ? unpermitted(state, requester) : refusal(state, requester, Optional.empty())).isEmpty();
    }

    /**
     * Whether {@code state} may still be shown to {@code requester} now that the conference is as {@code latest} says: nobody else stands
     * in it by his name who wishes to be unknown by now.
     */
    public static boolean isCurrent(Conference state, Conference latest, Requester requester) {
        Map<XconUserId, String> then = new HashMap<>();
        state.attendance().pseudonyms().wishes().forEach(wish -> then.put(wish.getKey(), wish.getValue()));
        for (Map.Entry<XconUserId, String> wish :
                latest.attendance().pseudonyms().wishes()) {
            XconUserId user = wish.getKey();
            if (!wish.getValue().equals(then.get(user))
                    && !user.equals(requester.id())
                    && state.user(user).isPresent()) {
                return false;
            }
        }
        return true;
    }

    private Optional<Rejection> refusal(Watched state, Requester requester, Optional<String> conferencePassword) {
        CcmpRequest plain = CcmpRequest.of(Message.CONF, requester.id().toString());
        CcmpRequest retrieve = conferencePassword.map(plain::conferencePassword).orElse(plain);
        return ConferencePassword.refusal(state.conference(), retrieve).or(() -> unpermitted(state, requester));
    }

    private Optional<Rejection> unpermitted(Watched state, Requester requester) {
        Addressed addressed =
                state.conference().kind() == Kind.BLUEPRINT ? Addressed.BLUEPRINTS : Addressed.CONFERENCES;
        return state.refusal(sights.policy(), requester, addressed.see())
                .map(reason -> new Rejection(ResponseCode.UNAUTHORIZED, reason));
    }
}
