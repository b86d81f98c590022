package io.parley.http;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.ResponseCode;
import io.parley.codec.xml.CcmpCodec;
import io.parley.codec.xml.Reading;
import io.parley.identity.XconUri;
import io.parley.ports.in.CcmpService;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a request of CCMP, has the service handle it, and writes the response in the dialect of the request. What cannot be read is
 * answered with code 400 and never reaches the service (RFC 6503 section 5.2); nor does a password of somebody who has tried too many
 * wrong ones, which is answered as a wrong one without being looked at.
 */
final class CcmpExchange implements Exchange {

    private static final Pattern INCIDENT = Pattern.compile("incident ([0-9A-Fa-f-]{36})");

    private final CcmpService service;
    private final CcmpCodec codec;
    private final PasswordAttempts attempts;

    CcmpExchange(CcmpService service, CcmpCodec codec, PasswordAttempts attempts) {
        this.service = service;
        this.codec = codec;
        this.attempts = attempts;
    }

    @Override
    public Answered answer(byte[] body, Origin origin) {
        Reading reading = codec.readRequest(body);
        if (!(reading instanceof Reading.Read read)) {
            return answered(((Reading.Unreadable) reading).fault().response(), reading, Optional.empty());
        }
        CcmpRequest request = origin.user().map(read.request()::authenticatedAs).orElse(read.request());
        return answered(respond(request, origin.sender()), reading, Optional.of(request));
    }

    private CcmpResponse respond(CcmpRequest request, Sender sender) {
        Optional<CcmpResponse> unread = unread(request, sender);
        if (unread.isPresent()) {
            return unread.get();
        }
        CcmpResponse response = service.handle(request);
        remember(request, response, sender);
        return response;
    }

    private Optional<CcmpResponse> unread(CcmpRequest request, Sender sender) {
        Optional<CcmpResponse> subject = name(request)
                .flatMap(name -> attempts.wait(name, sender))
                .map(wait -> refusal(request, ResponseCode.AUTHENTICATION_REQUIRED, wait));
        return subject.isPresent()
                ? subject
                : request.conferencePassword()
                        .flatMap(password -> attempts.wait(sender))
                        .map(wait -> refusal(request, ResponseCode.INVALID_CONFERENCE_PASSWORD, wait));
    }

    private static CcmpResponse refusal(CcmpRequest request, ResponseCode code, Duration wait) {
        return CcmpResponse.to(
                request, code, "too many wrong passwords: none is looked at for " + (wait.toSeconds() + 1) + " s");
    }

    private void remember(CcmpRequest request, CcmpResponse response, Sender sender) {
        Optional<String> name = name(request);
        if (response.code() == ResponseCode.INVALID_CONFERENCE_PASSWORD) {
            attempts.wrong(sender);
        } else if (name.isPresent() && response.code() == ResponseCode.AUTHENTICATION_REQUIRED) {
            attempts.wrong(name.get(), sender);
        } else if (name.isPresent() && response.isSuccess()) {
            attempts.right(name.get(), sender);
        }
    }

    private static Optional<String> name(CcmpRequest request) {
        return request.subject().map(subject -> subject.username().orElse(""));
    }

    private Answered answered(CcmpResponse response, Reading reading, Optional<CcmpRequest> request) {
        return new Answered(codec.writeResponse(response, reading.dialect()), told(request, response));
    }

    /** What a client wrote into {@code confObjID} is told only if it is an XCON-URI. */
    private static Told told(Optional<CcmpRequest> request, CcmpResponse response) {
        return new Told(
                request.map(CcmpRequest::message).or(response::message).map(Object::toString),
                request.flatMap(CcmpRequest::operation).map(operation -> operation.word()),
                request.flatMap(CcmpRequest::confObjId)
                        .or(response::confObjId)
                        .flatMap(XconUri::parse)
                        .map(XconUri::toString),
                Optional.of(Integer.toString(response.code().number())),
                incident(response));
    }

    private static Optional<String> incident(CcmpResponse response) {
        Matcher named = INCIDENT.matcher(response.reason());
        return response.code() == ResponseCode.SERVER_INTERNAL_ERROR && named.find()
                ? Optional.of(named.group(1))
                : Optional.empty();
    }
}
