package io.parley.ccmp;

import io.parley.cloning.CloningTree;
import io.parley.cloning.Sidebars;
import io.parley.conference.Conference;
import io.parley.conference.Outcome;
import io.parley.identity.XconUri;
import java.util.ArrayList;
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
        Optional<Conference> clone = new CloningTree(deliberation.snapshot())
                .linkedTo(parent).stream()
                        .filter(child -> !child.kind().isSidebar())
                        .findFirst();
        if (clone.isPresent()) {
            return Optional.of(new Rejection(
                    ResponseCode.FORBIDDEN_DELETE_PARENT,
                    parent.id() + " is the parent of " + clone.get().id() + ", which inherits from it"));
        }
        if (parent.id().equals(defaultBlueprint(deliberation))) {
            return Optional.of(new Rejection(
                    ResponseCode.FORBIDDEN_DELETE_PARENT, parent.id() + " is the default parent of new objects"));
        }
        return Sidebars.of(deliberation.snapshot(), parent.id()).stream()
                .filter(sidebar -> sidebar.info().isActive())
                .findFirst()
                .map(sidebar ->
                        new Rejection(ResponseCode.FORBIDDEN_DELETE_PARENT, parent.id() + " has an active sidebar"));
    }

    private static XconUri defaultBlueprint(Deliberation deliberation) {
        return deliberation.surroundings().settings().defaultBlueprint();
    }

    @Override
    public Outcome<CcmpResponse> accept(Deliberation deliberation) {
        Conference gone = deliberation.found();
        return Outcome.removing(
                withSidebars(deliberation, gone),
                deliberation.cause(),
                deliberation.success().on(gone.id().toString()));
    }

    /** A sidebar does not outlive its main conference: it goes first (RFC 5239 section 9.4). */
    private static List<XconUri> withSidebars(Deliberation deliberation, Conference main) {
        List<XconUri> gone = new ArrayList<>();
        Sidebars.of(deliberation.snapshot(), main.id()).forEach(sidebar -> gone.add(sidebar.id()));
        gone.add(main.id());
        return gone;
    }
}
