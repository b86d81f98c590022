package io.parley.ccmp;

import io.parley.cloning.CloningTree;
import io.parley.conference.Conference;
import io.parley.conference.Outcome;
import io.parley.identity.XconUri;
import java.util.List;
import java.util.Optional;

/** {@code delete} of a blueprint or conference (RFC 6503 sections 5.3.3 and 5.3.4). An Info in the request is ignored. */
record DeleteObject(Addressed addressed) implements CcmpOperation {

    @Override
    public Optional<Rejection> target(Deliberation deliberation) {
        return addressed.find(deliberation);
    }

    @Override
    public Optional<Rejection> permission(Deliberation deliberation) {
        return deliberation.ask(addressed.delete(), ResponseCode.UNAUTHORIZED);
    }

    @Override
    public Optional<Rejection> protectedParts(Deliberation deliberation) {
        Conference parent = deliberation.found();
        List<Conference> children = new CloningTree(deliberation.snapshot()).linkedTo(parent);
        if (children.isEmpty() && !parent.id().equals(defaultBlueprint(deliberation))) {
            return Optional.empty();
        }
        return Optional.of(new Rejection(
                ResponseCode.FORBIDDEN_DELETE_PARENT, parent.id() + " is the parent of other conference objects"));
    }

    private static XconUri defaultBlueprint(Deliberation deliberation) {
        return deliberation.surroundings().settings().defaultBlueprint();
    }

    @Override
    public Outcome<CcmpResponse> accept(Deliberation deliberation) {
        Conference gone = deliberation.found();
        return Outcome.removing(
                List.of(gone.id()),
                deliberation.cause(),
                deliberation.success().on(gone.id().toString()));
    }
}
