package io.parley.http;

import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpRequest;
import io.parley.http.Authentication.Proof;
import io.parley.identity.XconUserId;
import java.util.Optional;

/**
 * Whom the transport has proved, as for CCMP: the user whom the certificate of the client stands for, else whoever has passed HTTP
 * authentication where that is asked for. Where neither says anything, others do.
 *
 * @param authentication finds out who sends requests
 * @param otherwise asked when the transport knows nobody
 */
record TransportIdentification(Authentication authentication, Identification otherwise) implements Identification {

    @Override
    public Identity identify(Call call, Optional<String> claimed) {
        Proof proof = call.certified().isPresent()
                ? new Proof.Of(call.certified())
                : authentication.prove(call.head(), Sender.of(call.peer()));
        if (proof instanceof Proof.Refused refused) {
            return new Identity.Unknown(refused.answer());
        }
        Optional<XconUserId> user = ((Proof.Of) proof).user();
        if (user.isEmpty()) {
            return otherwise.identify(call, claimed);
        }
        return Identification.agree(user.get(), claimed)
                ? new Identity.Known(user.get(), true)
                : new Identity.Unknown(challenge(call));
    }

    /** What somebody is told who has proved nothing. */
    private Refusal challenge(Call call) {
        HttpRequest bare = new DefaultHttpRequest(
                call.head().protocolVersion(), call.head().method(), call.head().uri());
        return authentication.prove(bare, Sender.of(call.peer())) instanceof Proof.Refused refused
                ? refused.answer()
                : BasicIdentification.REFUSAL;
    }
}
