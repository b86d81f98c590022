package io.parley.http.client;

import io.parley.ccmp.Body;
import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Placeholders;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a client does not send. What a message has no place for is left out; what would make it another request than the caller meant is
 * refused with an {@link IllegalArgumentException}.
 */
final class RequestRules {

    private final boolean privileged;

    /** The rules for those who may change blueprints, or may not. */
    RequestRules(boolean privileged) {
        this.privileged = privileged;
    }

    /** {@code request} as it can be sent. */
    CcmpRequest checked(CcmpRequest request) {
        checkOperation(request);
        checkSender(request);
        checkCreation(request);
        checkNames(request);
        return withoutTheSuperfluous(request);
    }

    private void checkOperation(CcmpRequest request) {
        if (request.message().needsOperation() && request.operation().isEmpty()) {
            throw refused(request, "needs an operation");
        }
        if (request.message() == Message.BLUEPRINT && !does(request, Operation.RETRIEVE) && !privileged) {
            throw refused(request, "is for privileged users, and this client was not built for one");
        }
    }

    private static void checkSender(CcmpRequest request) {
        Optional<Element> record = request.message() == Message.USER && does(request, Operation.CREATE)
                ? request.body().info()
                : Optional.empty();
        boolean newcomer = record.flatMap(user -> user.attribute(Attributes.ENTITY))
                .filter(RequestRules::isUnknownUser)
                .isPresent();
        if (newcomer && !hasContact(record.orElseThrow())) {
            throw refused(request, "needs an endpoint or an associated-aors entry of the user without XCON-USERID");
        }
        if (!newcomer && request.confUserId().filter(id -> !id.isBlank()).isEmpty()) {
            throw refused(request, "needs a confUserID: only a user whose entity is AUTO_GENERATE_n joins without");
        }
    }

    private static boolean isUnknownUser(String entity) {
        return entity.toLowerCase(Locale.ROOT).startsWith("xcon-userid:")
                && entity.indexOf('@') > 0
                && Placeholders.number(entity).isPresent();
    }

    private static boolean hasContact(Element user) {
        return user.child(Info.ENDPOINT)
                        .flatMap(it -> it.attribute(Attributes.ENTITY))
                        .isPresent()
                || user.textAt(Info.ASSOCIATED_AORS, Info.ENTRY, Info.URI)
                        .filter(uri -> !uri.isEmpty())
                        .isPresent();
    }

    private static void checkCreation(CcmpRequest request) {
        boolean conference = request.message() == Message.CONF || request.message() == Message.BLUEPRINT;
        if (conference
                && does(request, Operation.CREATE)
                && request.confObjId().isPresent()
                && request.body().info().isPresent()) {
            throw refused(request, "either clones the object that confObjID names or has a confInfo, not both");
        }
    }

    private static void checkNames(CcmpRequest request) {
        request.foreign().forEach(element -> checkNames(request, element));
        if (request.body() instanceof Body.Extension extension) {
            extension.content().forEach(element -> checkNames(request, element));
        }
        request.body().info().ifPresent(element -> checkNames(request, element));
    }

    private static void checkNames(CcmpRequest request, Element element) {
        Placeholders.in(element, "").misplaced().stream().findFirst().ifPresent(found -> {
            throw refused(request, "holds " + found);
        });
    }

    private static CcmpRequest withoutTheSuperfluous(CcmpRequest request) {
        Message message = request.message();
        boolean list = message.content() == Message.Content.LIST || message == Message.OPTIONS;
        boolean unaddressed = message == Message.BLUEPRINTS || message == Message.CONFS || message == Message.OPTIONS;
        boolean bare = message.content() == Message.Content.INFO
                && message != Message.USER
                && (does(request, Operation.RETRIEVE) || does(request, Operation.DELETE));
        return new CcmpRequest(
                message,
                request.subject(),
                request.confUserId(),
                unaddressed ? Optional.empty() : request.confObjId(),
                list ? Optional.empty() : request.operation(),
                request.conferencePassword(),
                request.version(),
                bare ? Body.none() : request.body(),
                List.copyOf(request.foreign()));
    }

    private static boolean does(CcmpRequest request, Operation operation) {
        return request.operation().filter(it -> it == operation).isPresent();
    }

    private static IllegalArgumentException refused(CcmpRequest request, String why) {
        return new IllegalArgumentException(request.action() + " " + why);
    }
}
