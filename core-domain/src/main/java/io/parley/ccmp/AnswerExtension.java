package io.parley.ccmp;

import io.parley.authorization.Action;
import io.parley.conference.Outcome;
import java.util.Optional;

/** {@code extendedRequest} (RFC 6503 section 5.3.11): hands the question to the extension of that name. */
final class AnswerExtension implements CcmpOperation {

    @Override
    public Optional<Rejection> target(Deliberation deliberation) {
        Optional<CcmpExtension> extension = extension(deliberation);
        if (extension.isEmpty()) {
            return Optional.of(new Rejection(
                    ResponseCode.NOT_IMPLEMENTED,
                    "this server has no extension " + body(deliberation).extensionName()));
        }
        Optional<Operation> operation = deliberation.request().operation();
        if (operation.isPresent() && !extension.get().operations().contains(operation.get())) {
            return Optional.of(new Rejection(
                    ResponseCode.FORBIDDEN,
                    "the operation " + operation.get() + " does not apply to "
                            + extension.get().name()));
        }
        if (!extension.get().needsConference()) {
            return Optional.empty();
        }
        return deliberation.request().confObjId().isEmpty()
                ? Optional.of(Rejection.badRequest(extension.get().name() + " needs the parameter confObjID"))
                : Addressed.CONFERENCES.find(deliberation);
    }

    @Override
    public Optional<Rejection> permission(Deliberation deliberation) {
        return deliberation.foundIfAny().isPresent()
                ? deliberation.ask(Action.SEE_CONFERENCE, ResponseCode.UNAUTHORIZED)
                : Optional.empty();
    }

    @Override
    public Outcome<CcmpResponse> accept(Deliberation deliberation) {
        CcmpExtension.Answer answer = extension(deliberation)
                .orElseThrow()
                .answer(new CcmpExtension.Question(
                        deliberation.requester(),
                        deliberation.request().operation(),
                        deliberation.foundIfAny().map(deliberation::visible),
                        body(deliberation).content()));
        CcmpResponse response = CcmpResponse.to(deliberation.request(), answer.code(), answer.reason())
                .body(new Body.Extension(body(deliberation).extensionName(), answer.content()));
        return Outcome.unchanged(deliberation
                .foundIfAny()
                .map(conference -> response.on(conference.id().toString()).version(conference.version()))
                .orElse(response));
    }

    private static Body.Extension body(Deliberation deliberation) {
        return deliberation.request().body() instanceof Body.Extension extension
                ? extension
                : new Body.Extension("", java.util.List.of());
    }

    private static Optional<CcmpExtension> extension(Deliberation deliberation) {
        return Optional.ofNullable(
                deliberation.surroundings().extensions().get(body(deliberation).extensionName()));
    }
}
