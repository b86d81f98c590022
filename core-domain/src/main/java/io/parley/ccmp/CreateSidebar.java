package io.parley.ccmp;

import io.parley.authorization.Action;
import io.parley.cloning.CloningTree;
import io.parley.cloning.Sidebars;
import io.parley.conference.Conference;
import io.parley.conference.Kind;
import io.parley.conference.Outcome;
import io.parley.document.Element;
import io.parley.document.Merge;
import io.parley.document.Schema;
import io.parley.identity.XconUri;
import java.util.Optional;

/**
 * {@code create} of a sidebar in the conference that {@code confObjID} names (RFC 6503 sections 5.3.8 and 5.3.10): a clone of it, or what
 * the Info describes. A sidebar has no sidebars, so it is no conference here.
 */
record CreateSidebar(Addressed sidebars) implements CcmpOperation {

    @Override
    public Optional<Rejection> target(Deliberation deliberation) {
        return Addressed.CONFERENCES.find(deliberation).or(() -> {
            Conference main = deliberation.found();
            boolean allowed = main.info()
                    .allowSidebars()
                    .orElse(deliberation.surroundings().settings().sidebarsWhereUnsaid());
            return allowed
                    ? Optional.empty()
                    : Optional.of(new Rejection(
                            ResponseCode.FORBIDDEN, main.id() + " may have no sidebars, by its xcon:allow-sidebars"));
        });
    }

    @Override
    public Optional<Rejection> permission(Deliberation deliberation) {
        return deliberation.ask(Action.CREATE_SIDEBAR, ResponseCode.UNAUTHORIZED);
    }

    @Override
    public Optional<Rejection> document(Deliberation deliberation) {
        XconUri fresh = XconUri.of(deliberation.fresh().token(), deliberation.domain());
        if (deliberation.request().body().info().isEmpty()) {
            return Drafts.draft(
                    deliberation, founded(deliberation, Sidebars.inherited(deliberation.found()), false, fresh));
        }
        return Drafts.read(deliberation, fresh)
                .or(() -> Founding.foreignEntity(deliberation))
                .or(() -> {
                    Element given = deliberation.given().element();
                    Element own = Merge.create(Schema.CONFERENCE_INFO.empty(), Founding.withoutServerParts(given));
                    return Drafts.draft(
                            deliberation,
                            founded(
                                    deliberation,
                                    Founding.joinable(own),
                                    Founding.isTitled(given),
                                    XconUri.of(Drafts.entity(given))));
                });
    }

    private static Element founded(Deliberation deliberation, Element document, boolean titled, XconUri entity) {
        return Founding.sidebar(
                document,
                titled,
                deliberation.found(),
                entity,
                deliberation.requester().user());
    }

    @Override
    public Optional<Rejection> targetUser(Deliberation deliberation) {
        return kind() == Kind.SIDEBAR_BY_VALUE
                ? InternalSidebar.strangers(deliberation, deliberation.found(), Schema.CONFERENCE_INFO.empty())
                : Optional.empty();
    }

    @Override
    public Optional<Rejection> conflicts(Deliberation deliberation) {
        return Founding.taken(deliberation)
                .or(() -> Capacity.forSidebar(deliberation, deliberation.found().id()));
    }

    @Override
    public Outcome<CcmpResponse> accept(Deliberation deliberation) {
        return deliberation.storing(
                created(deliberation, deliberation.found()),
                stored -> deliberation.success(stored).body(new Body.Info(deliberation.visible(stored))));
    }

    /** Linked to the main conference if it was cloned from it, whatever becomes of that one's other clones. */
    private Conference created(Deliberation deliberation, Conference main) {
        Conference founded = Conference.founded(kind(), deliberation.draft())
                .withOwner(deliberation.requester().id())
                .withHistory(deliberation.history());
        return deliberation.request().body().info().isPresent()
                ? founded.withParent(main.id())
                : CloningTree.joining(main, founded);
    }

    private Kind kind() {
        return sidebars == Addressed.SIDEBARS_BY_VALUE ? Kind.SIDEBAR_BY_VALUE : Kind.SIDEBAR_BY_REFERENCE;
    }
}
