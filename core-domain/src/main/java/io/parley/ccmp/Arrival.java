package io.parley.ccmp;

import io.parley.authorization.Requester;
import io.parley.document.Attributes;
import io.parley.document.Datatype;
import io.parley.identity.XconUserId;
import io.parley.user.RegisteredUser;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A request on its way through the checks that need no state. Serves one request and one thread.
 */
final class Arrival {

    private final CcmpRequest request;
    private final CcmpSettings settings;
    private final OperationTable table;
    private final BiFunction<String, String, Optional<XconUserId>> authentication;
    private final Function<XconUserId, Optional<RegisteredUser>> directory;
    private final Optional<Newcomer> newcomer;

    private boolean authenticated;
    private @Nullable XconUserId provedToBe;
    private @Nullable Requester requester;

    Arrival(
            CcmpRequest request,
            CcmpSettings settings,
            OperationTable table,
            BiFunction<String, String, Optional<XconUserId>> authentication,
            Function<XconUserId, Optional<RegisteredUser>> directory) {
        this.request = request;
        this.settings = settings;
        this.table = table;
        this.authentication = authentication;
        this.directory = directory;
        this.newcomer = Newcomer.in(request);
    }

    /** The request with what was found out; only after all checks have passed. */
    Admitted admitted() {
        OperationTable.Row row = table.find(request).orElseThrow();
        return new Admitted(request, row, Optional.ofNullable(requester), authenticated, newcomer);
    }

    Optional<Rejection> parameters() {
        if (sentBy().isEmpty() && newcomer.isEmpty()) {
            return missing("confUserID");
        }
        if (request.message().needsOperation() && request.operation().isEmpty()) {
            return missing("operation");
        }
        if (request.message() == Message.EXTENDED && !namesExtension()) {
            return missing("extensionName");
        }
        Optional<Rejection> version = baseVersion();
        if (version.isPresent()) {
            return version;
        }
        Optional<OperationTable.Row> row = table.find(request);
        if (row.isEmpty()) {
            return Optional.empty(); // an operation that does not apply is for a later check
        }
        if (row.get().confObjId() == OperationTable.Rule.REQUIRED
                && request.confObjId().isEmpty()) {
            return missing("confObjID");
        }
        if (row.get().info() == OperationTable.Rule.REQUIRED
                && request.body().info().isEmpty()) {
            return missing(request.message().infoName());
        }
        return row.get().handler().operation().parameters(request);
    }

    Optional<Rejection> credentials() {
        Optional<Rejection> subject = settings.subjectMode() == SubjectMode.OFF ? unasked() : subject();
        return subject.isPresent() || request.authenticatedAs().isEmpty()
                ? subject
                : proves(request.authenticatedAs().get(), "the authentication of the transport");
    }

    private Optional<Rejection> unasked() {
        authenticated = true;
        return Optional.empty();
    }

    private Optional<Rejection> subject() {
        if (request.subject().isEmpty()) {
            boolean wanted = settings.subjectMode() == SubjectMode.REQUIRED
                    && request.authenticatedAs().isEmpty();
            return wanted
                    ? authenticationRequired("a subject with username and password is required")
                    : Optional.empty();
        }
        Subject subject = request.subject().get();
        return authentication
                .apply(subject.username().orElse(""), subject.password().orElse(""))
                .map(proved -> proves(proved, "the subject"))
                .orElseGet(() -> authenticationRequired("username and password of the subject do not belong together"));
    }

    /** By {@code means} the sender proves to be {@code user}, who has to be the one that the request names and any other proof names. */
    private Optional<Rejection> proves(XconUserId user, String means) {
        Optional<XconUserId> sender = sentBy().flatMap(XconUserId::parse);
        if (sentBy().isPresent() && !sender.equals(Optional.of(user))) {
            return Optional.of(new Rejection(ResponseCode.UNAUTHORIZED, means + " is not that of " + sentBy().get()));
        }
        if (provedToBe != null && !provedToBe.equals(user)) {
            return Optional.of(
                    new Rejection(ResponseCode.UNAUTHORIZED, means + " is not that of the user of the subject"));
        }
        authenticated = true;
        provedToBe = user;
        return Optional.empty();
    }

    Optional<Rejection> sender() {
        if (sentBy().isEmpty()) {
            // A first join: whoever has proved who he is joins as that user, everybody else as a newcomer.
            requester = Optional.ofNullable(provedToBe)
                    .flatMap(directory)
                    .map(user -> new Requester(user, true))
                    .orElse(null);
            return Optional.empty();
        }
        requester = XconUserId.parse(sentBy().get())
                .flatMap(directory)
                .map(user -> new Requester(user, authenticated))
                .orElse(null);
        return requester != null
                ? Optional.empty()
                : Optional.of(
                        new Rejection(ResponseCode.INVALID_CONF_USER_ID, "no user is known as " + sentBy().get()));
    }

    Optional<Rejection> operation() {
        Optional<OperationTable.Row> row = table.find(request);
        if (row.isEmpty()) {
            return Optional.of(new Rejection(
                    ResponseCode.FORBIDDEN,
                    "the operation " + request.operation().map(Operation::word).orElse("") + " does not apply to "
                            + request.message()));
        }
        if (request.message() == Message.BLUEPRINT
                && row.get().operation() != Operation.RETRIEVE
                && !(requester != null && requester.isAdministrator())) {
            return Optional.of(new Rejection(ResponseCode.FORBIDDEN, request.action() + " is for administrators"));
        }
        return table.offers(row.get())
                ? Optional.empty()
                : Optional.of(
                        new Rejection(ResponseCode.NOT_IMPLEMENTED, "this server does not offer " + request.action()));
    }

    private boolean namesExtension() {
        return request.body() instanceof Body.Extension extension
                && !extension.extensionName().isBlank();
    }

    private Optional<String> sentBy() {
        return request.confUserId().filter(id -> !id.isBlank());
    }

    /** A base version stands beside the Info or in its {@code @version}; in both places it has to be the same. */
    private Optional<Rejection> baseVersion() {
        Optional<String> inside = request.body().info().flatMap(info -> info.attribute(Attributes.VERSION));
        Optional<String> refusal = inside.flatMap(Datatype.VERSION::refusal);
        if (refusal.isPresent()) {
            return Optional.of(Rejection.badRequest(request.message().infoName() + "/@version: " + refusal.get()));
        }
        Optional<String> beside = request.version().map(Object::toString);
        return inside.isPresent() && beside.isPresent() && !inside.equals(beside)
                ? Optional.of(Rejection.badRequest("version is " + beside.get() + ", but "
                        + request.message().infoName() + "/@version is " + inside.get()))
                : Optional.empty();
    }

    private Optional<Rejection> missing(String parameter) {
        return Optional.of(Rejection.badRequest(request.action() + " needs the parameter " + parameter));
    }

    private static Optional<Rejection> authenticationRequired(String reason) {
        return Optional.of(new Rejection(ResponseCode.AUTHENTICATION_REQUIRED, reason));
    }
}
