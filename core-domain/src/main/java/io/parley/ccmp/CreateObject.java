package io.parley.ccmp;

import io.parley.authorization.Action;
import io.parley.cloning.CloningTree;
import io.parley.cloning.Enforcement;
import io.parley.cloning.Inheritance;
import io.parley.conference.Conference;
import io.parley.conference.Kind;
import io.parley.conference.Outcome;
import io.parley.document.Attributes;
import io.parley.document.CloningMarks;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Merge;
import io.parley.document.Xcon;
import io.parley.identity.XconUri;
import io.parley.privacy.Sights;
import java.util.Optional;

/**
 * {@code create} of a blueprint or conference (RFC 6503 sections 5.3.3 and 5.3.4): explicit cloning of the blueprint or reservation
 * that {@code confObjID} names, direct creation of what {@code confInfo} describes on top of the default blueprint, or with neither a
 * clone of that.
 */
record CreateObject(Addressed addressed) implements CcmpOperation {

    @Override
    public Optional<Rejection> parameters(CcmpRequest request) {
        return request.confObjId().isPresent() && request.body().info().isPresent()
                ? Optional.of(Rejection.badRequest(request.action() + " takes confObjID or "
                        + request.message().infoName() + ", not both"))
                : Optional.empty();
    }

    @Override
    public Optional<Rejection> target(Deliberation deliberation) {
        XconUri defaultBlueprint = deliberation.surroundings().settings().defaultBlueprint();
        String address = deliberation.request().confObjId().orElse(defaultBlueprint.toString());
        Optional<Conference> parent = XconUri.parse(address)
                .flatMap(deliberation.snapshot()::find)
                .filter(object -> !object.kind().isSidebar());
        if (parent.isEmpty()) {
            return Optional.of(Addressed.notFound(address));
        }
        if (parent.get().kind() == Kind.ACTIVE_CONFERENCE) {
            return Optional.of(
                    new Rejection(ResponseCode.FORBIDDEN, address + " is active, and is cloned only as a sidebar"));
        }
        deliberation.find(parent.get());
        return Optional.empty();
    }

    @Override
    public Optional<Rejection> permission(Deliberation deliberation) {
        boolean clonesConference = deliberation.found().kind() != Kind.BLUEPRINT;
        Action create = addressed == Addressed.BLUEPRINTS ? addressed.change() : Action.CREATE_CONFERENCE;
        return deliberation
                .ask(create, ResponseCode.UNAUTHORIZED)
                .or(() -> deliberation.ask(
                        clonesConference ? Action.CLONE_CONFERENCE : Action.SEE_BLUEPRINT, ResponseCode.UNAUTHORIZED));
    }

    @Override
    public Optional<Rejection> document(Deliberation deliberation) {
        Element inherited = Inheritance.of(deliberation.found().document(), kind());
        XconUri fresh = XconUri.of(deliberation.fresh().token(), deliberation.domain());
        if (deliberation.request().body().info().isEmpty()) {
            return Drafts.draft(deliberation, founded(deliberation, inherited, false, fresh));
        }
        Optional<Rejection> unreadable =
                Drafts.read(deliberation, fresh).or(() -> Founding.foreignEntity(deliberation));
        if (unreadable.isPresent()) {
            return unreadable;
        }
        Element given = Sights.meant(
                deliberation.snapshot(),
                deliberation.requester(),
                inherited,
                deliberation.given().element());
        Element merged = Merge.create(withoutReplaced(inherited, given), Founding.withoutServerParts(given));
        return Drafts.draft(
                deliberation,
                founded(deliberation, merged, Founding.isTitled(given), XconUri.of(Drafts.entity(given))));
    }

    private Kind kind() {
        return addressed == Addressed.BLUEPRINTS ? Kind.BLUEPRINT : Kind.RESERVATION;
    }

    /** Who describes media means these and no others: the default blueprint's, and the floors over them, give way. */
    private static Element withoutReplaced(Element inherited, Element given) {
        Optional<Element> description = inherited.child(Info.CONFERENCE_DESCRIPTION);
        return description.isPresent() && describesMedia(given)
                ? inherited
                        .replacing(description.get(), description.get().without(Info.AVAILABLE_MEDIA))
                        .without(Xcon.FLOOR_INFORMATION)
                : inherited;
    }

    private static boolean describesMedia(Element given) {
        return given.at(Info.CONFERENCE_DESCRIPTION, Info.AVAILABLE_MEDIA).isPresent();
    }

    /** Media that were described, and the floors over them, are the conference's own whatever becomes of the default blueprint's. */
    private static Conference withOwnMedia(Deliberation deliberation, Conference created) {
        boolean described = deliberation.request().body().info().isPresent()
                && describesMedia(deliberation.given().element());
        return described && created.isLinked()
                ? created.withOverrides(created.overrides()
                        .orElseThrow()
                        .owning(created.document(), Info.CONFERENCE_DESCRIPTION, Info.AVAILABLE_MEDIA)
                        .owning(created.document(), Xcon.FLOOR_INFORMATION))
                : created;
    }

    private Element founded(Deliberation deliberation, Element document, boolean titled, XconUri entity) {
        Conference parent = deliberation.found();
        Element identified = document.withAttribute(Attributes.ENTITY, entity.toString());
        boolean keepsTitle = titled || isTitleEnforced(parent);
        return addressed == Addressed.BLUEPRINTS
                ? Founding.blueprint(identified, parent)
                : Founding.conference(
                        identified,
                        keepsTitle,
                        parent,
                        deliberation.sight().description(),
                        entity,
                        deliberation.requester().user());
    }

    /** A title that the parent enforces is that of its linked clones as well. */
    private static boolean isTitleEnforced(Conference parent) {
        return !CloningMarks.makesIndependentClones(parent.document())
                && Enforcement.covers(parent.document(), Info.CONFERENCE_DESCRIPTION, Info.DISPLAY_TEXT);
    }

    /** What the default blueprint enforces is not for a description to change. */
    @Override
    public Optional<Rejection> protectedParts(Deliberation deliberation) {
        Conference parent = deliberation.found();
        return CloningMarks.makesIndependentClones(parent.document())
                ? Optional.empty()
                : Enforcement.contradiction(
                                Inheritance.of(parent.document(), kind()),
                                deliberation.draft(),
                                Optional.of(deliberation.requester().id()))
                        .map(finding -> new Rejection(ResponseCode.FORBIDDEN_CHANGE_PROTECTED, finding.toString()));
    }

    @Override
    public Optional<Rejection> conflicts(Deliberation deliberation) {
        return Founding.taken(deliberation)
                .or(() -> addressed == Addressed.CONFERENCES ? Capacity.forConference(deliberation) : Optional.empty());
    }

    @Override
    public Outcome<CcmpResponse> accept(Deliberation deliberation) {
        Element document = deliberation.draft();
        Conference founded = Conference.founded(kind(), document)
                .withOwner(deliberation.requester().id())
                .withHistory(deliberation.history());
        Conference created = withOwnMedia(deliberation, CloningTree.joining(deliberation.found(), founded));
        return deliberation.storing(
                created, stored -> deliberation.success(stored).body(new Body.Info(deliberation.visible(stored))));
    }
}
