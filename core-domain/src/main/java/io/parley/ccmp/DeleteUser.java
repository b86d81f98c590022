package io.parley.ccmp;

import io.parley.authorization.Action;
import io.parley.cloning.CloningTree;
import io.parley.cloning.Enforcement;
import io.parley.conference.Conference;
import io.parley.conference.Outcome;
import io.parley.document.Element;
import io.parley.document.Info;
import java.util.List;
import java.util.Optional;

/**
 * {@code userRequest/delete} (RFC 6503 section 5.3.6): the sender leaves, or removes the user named. The conference stays when its last
 * user has gone (section 3.2).
 */
final class DeleteUser implements CcmpOperation {

    @Override
    public Optional<Rejection> target(Deliberation deliberation) {
        return Addressed.ROSTERS.find(deliberation);
    }

    @Override
    public Optional<Rejection> permission(Deliberation deliberation) {
        UserRequests.address(deliberation);
        return deliberation.ask(Action.REMOVE_USER, ResponseCode.UNAUTHORIZED);
    }

    @Override
    public Optional<Rejection> document(Deliberation deliberation) {
        return UserRequests.named(deliberation);
    }

    @Override
    public Optional<Rejection> targetUser(Deliberation deliberation) {
        return UserRequests.present(deliberation);
    }

    /** What a parent enforces stays in its linked clones, and what clones inherit by enforcement stays in their parent. */
    @Override
    public Optional<Rejection> protectedParts(Deliberation deliberation) {
        Conference conference = deliberation.found();
        Element gone = UserRequests.record(deliberation).orElseThrow();
        Element users = conference.document().child(Info.USERS).orElseThrow();
        deliberation.draft(conference.document().with(users.without(gone)));
        CloningTree tree = new CloningTree(deliberation.snapshot());
        return tree.contradiction(conference, deliberation.draft())
                .map(finding -> new Rejection(ResponseCode.FORBIDDEN_CHANGE_PROTECTED, finding.toString()))
                .or(() -> heldByClones(deliberation, tree.linkedTo(conference)));
    }

    private static Optional<Rejection> heldByClones(Deliberation deliberation, List<Conference> clones) {
        return clones.isEmpty() || !Enforcement.covers(deliberation.found(), deliberation.subject())
                ? Optional.empty()
                : Optional.of(new Rejection(
                        ResponseCode.FORBIDDEN_DELETE_PARENT,
                        clones.get(0).id() + " inherits " + deliberation.named() + " by enforcement"));
    }

    @Override
    public Outcome<CcmpResponse> accept(Deliberation deliberation) {
        return deliberation.storing(deliberation.found().next(deliberation.draft()), deliberation::success);
    }
}
