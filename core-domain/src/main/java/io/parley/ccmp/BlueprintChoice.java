package io.parley.ccmp;

import io.parley.authorization.AccessPolicy;
import io.parley.authorization.AccessRequest;
import io.parley.authorization.Action;
import io.parley.authorization.Requester;
import io.parley.conference.Conference;
import io.parley.conference.Kind;
import io.parley.conference.Snapshot;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.identity.XconUri;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * From which blueprint the conference factory makes a conference (RFC 5239 section 7.2): the default one if that has what the caller offers,
 * else the first that he may see and that has it, else the default one all the same.
 */
public final class BlueprintChoice {

    private BlueprintChoice() {}

    /**
     * The blueprint for {@code requester}.
     *
     * @param standard the default blueprint
     * @param media the types of media that he offers
     */
    public static XconUri of(
            Snapshot snapshot, XconUri standard, Requester requester, AccessPolicy policy, Set<String> media) {
        if (snapshot.find(standard).filter(blueprint -> has(blueprint, media)).isPresent()) {
            return standard;
        }
        for (Conference blueprint : snapshot.all()) {
            if (blueprint.kind() == Kind.BLUEPRINT && has(blueprint, media) && isFor(blueprint, requester, policy)) {
                return blueprint.id();
            }
        }
        return standard;
    }

    private static boolean isFor(Conference blueprint, Requester requester, AccessPolicy policy) {
        return policy.refusal(
                        new AccessRequest(requester, Action.SEE_BLUEPRINT, Optional.of(blueprint), Optional.empty()))
                .isEmpty();
    }

    private static boolean has(Conference blueprint, Set<String> media) {
        Set<String> types = new HashSet<>();
        Optional<Element> available = blueprint.document().at(Info.CONFERENCE_DESCRIPTION, Info.AVAILABLE_MEDIA);
        if (available.isPresent()) {
            for (Element entry : available.get().children(Info.ENTRY)) {
                entry.childText(Info.TYPE).ifPresent(types::add);
            }
        }
        return types.containsAll(media);
    }
}
