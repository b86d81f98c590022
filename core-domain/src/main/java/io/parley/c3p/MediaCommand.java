package io.parley.c3p;

import io.parley.identity.SipUri;
import java.util.List;
import java.util.Optional;

/** A command about one medium of an endpoint (section 7.1). */
public sealed interface MediaCommand extends Command {

    /** Which medium. */
    MediaKeys mediaKeys();

    @Override
    default Optional<SipUri> confEntity() {
        return Optional.of(mediaKeys().confEntity());
    }

    @Override
    default List<SipUri> targets() {
        return List.of(mediaKeys().userEntity());
    }

    /**
     * {@code addEndpointMedia}.
     *
     * @param mediaKeys which medium
     * @param media what it is to be
     * @param mcuUri the MCU
     */
    record AddEndpointMedia(MediaKeys mediaKeys, C3pMedia media, Optional<SipUri> mcuUri) implements MediaCommand {

        @Override
        public String name() {
            return "addEndpointMedia";
        }
    }

    /**
     * {@code modifyEndpointMedia}.
     *
     * @param mediaKeys which medium
     * @param media what it is to be
     * @param mcuUri the MCU
     */
    record ModifyEndpointMedia(MediaKeys mediaKeys, C3pMedia media, Optional<SipUri> mcuUri) implements MediaCommand {

        @Override
        public String name() {
            return "modifyEndpointMedia";
        }
    }

    /**
     * {@code deleteEndpointMedia}.
     *
     * @param mediaKeys which medium
     * @param mcuUri the MCU
     */
    record DeleteEndpointMedia(MediaKeys mediaKeys, Optional<SipUri> mcuUri) implements MediaCommand {

        @Override
        public String name() {
            return "deleteEndpointMedia";
        }
    }
}
