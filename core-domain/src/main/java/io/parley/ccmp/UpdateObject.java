package io.parley.ccmp;

import io.parley.conference.Conference;
import io.parley.conference.Outcome;
import io.parley.document.Attributes;
import io.parley.identity.XconUri;
import java.util.Optional;

/** {@code update} of a blueprint, conference or sidebar (RFC 6503 sections 5.3.3, 5.3.4, 5.3.8 and 5.3.10): the Info holds changes. */
record UpdateObject(Addressed addressed) implements CcmpOperation {

    @Override
    public Optional<Rejection> target(Deliberation deliberation) {
        return addressed.find(deliberation);
    }

    @Override
    public Optional<Rejection> permission(Deliberation deliberation) {
        return deliberation.ask(addressed.change(), ResponseCode.FORBIDDEN_CHANGE_PROTECTED);
    }

    @Override
    public Optional<Rejection> document(Deliberation deliberation) {
        Conference conference = deliberation.found();
        return Drafts.read(deliberation, conference.id())
                .or(() -> namesAnother(deliberation, conference.id()))
                .or(() -> Drafts.update(deliberation, deliberation.given().element()));
    }

    private static Optional<Rejection> namesAnother(Deliberation deliberation, XconUri addressed) {
        String entity =
                deliberation.given().element().attribute(Attributes.ENTITY).orElse("");
        return XconUri.parse(entity).filter(addressed::equals).isPresent()
                ? Optional.empty()
                : Optional.of(Rejection.badRequest("the entity is " + entity + ", but confObjID is " + addressed));
    }

    @Override
    public Optional<Rejection> targetUser(Deliberation deliberation) {
        return InternalSidebar.strangers(deliberation);
    }

    @Override
    public Optional<Rejection> protectedParts(Deliberation deliberation) {
        return Drafts.protectedParts(deliberation, true).or(() -> Times.extended(deliberation));
    }

    @Override
    public Optional<Rejection> conflicts(Deliberation deliberation) {
        return Drafts.conflicts(deliberation);
    }

    @Override
    public Outcome<CcmpResponse> accept(Deliberation deliberation) {
        return deliberation.storing(
                deliberation.found().next(deliberation.draft()),
                stored -> deliberation.success(stored).body(new Body.Info(deliberation.visible(stored))));
    }
}
