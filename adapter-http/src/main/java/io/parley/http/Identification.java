package io.parley.http;

import io.parley.identity.XconUserId;
import java.util.Optional;

/**
 * Finds out who sends a request to a resource that is not CCMP. This is the one place for ways in which users prove themselves by HTTP.
 */
@FunctionalInterface
interface Identification {

    /** Who sends {@code call}, and claims to be {@code claimed}, if he says so in words. May wait. */
    Identity identify(Call call, Optional<String> claimed);

    /** Whether somebody who has proved to be {@code user} claims nothing else. */
    static boolean agree(XconUserId user, Optional<String> claimed) {
        return claimed.isEmpty()
                || claimed.flatMap(XconUserId::parse).filter(user::equals).isPresent();
    }

    /** What was found out. */
    sealed interface Identity {
        /**
         * He is known, or nobody asks for a proof.
         *
         * @param user who
         * @param authenticated whether he has proved it, or nobody demands it
         */
        record Known(XconUserId user, boolean authenticated) implements Identity {}

        /**
         * He is not, or is somebody else.
         *
         * @param refusal the answer
         */
        record Unknown(Refusal refusal) implements Identity {}
    }
}
