package io.parley.ccmp;

import io.parley.identity.Version;
import java.util.List;
import java.util.Optional;

/**
 * A response (RFC 6503 section 5.2).
 *
 * @param message the pair that the request belongs to; empty when the request could not be typed
 * @param confUserId the sender of the request, or the identifier that he was given; an empty string if there is none
 * @param confObjId the object concerned
 * @param operation the operation of the request
 * @param code the outcome
 * @param reason the outcome for a person, naming the offending element or URI
 * @param version the version of the object concerned
 * @param body the specialised part
 */
public record CcmpResponse(
        Optional<Message> message,
        String confUserId,
        Optional<String> confObjId,
        Optional<Operation> operation,
        ResponseCode code,
        String reason,
        Optional<Version> version,
        Body body) {

    /** Whether the operation was completed. */
    public boolean isSuccess() {
        return code == ResponseCode.SUCCESS;
    }

    /** The answer to {@code request} with that outcome, mirroring what a response mirrors, without version and content. */
    public static CcmpResponse to(CcmpRequest request, ResponseCode code, String reason) {
        Optional<Operation> mirrored =
                request.message().content() == Message.Content.LIST || request.message() == Message.OPTIONS
                        ? Optional.empty()
                        : request.operation();
        Optional<String> object = request.message() == Message.BLUEPRINTS
                        || request.message() == Message.CONFS
                        || request.message() == Message.OPTIONS
                ? Optional.empty()
                : request.confObjId();
        Body body = request.body() instanceof Body.Extension extension
                ? new Body.Extension(extension.extensionName(), List.of())
                : Body.none();
        return new CcmpResponse(
                Optional.of(request.message()),
                request.confUserId().orElse(""),
                object,
                mirrored,
                code,
                reason,
                Optional.empty(),
                body);
    }

    /** This response for a sender who was given an identifier. */
    public CcmpResponse confUserId(String assigned) {
        return new CcmpResponse(message, assigned, confObjId, operation, code, reason, version, body);
    }

    /** This response about that object. */
    public CcmpResponse on(String objectId) {
        return new CcmpResponse(message, confUserId, Optional.of(objectId), operation, code, reason, version, body);
    }

    /** This response with the version of the object concerned. */
    public CcmpResponse version(Version current) {
        return new CcmpResponse(message, confUserId, confObjId, operation, code, reason, Optional.of(current), body);
    }

    /** This response with a specialised part. */
    public CcmpResponse body(Body content) {
        return new CcmpResponse(message, confUserId, confObjId, operation, code, reason, version, content);
    }

    /** For logs: the outcome, no document. */
    @Override
    public String toString() {
        return message.map(Message::responseName).orElse("ccmpResponse")
                + " " + code + confObjId.map(object -> " on " + object).orElse("")
                + version.map(current -> " version " + current).orElse("");
    }
}
