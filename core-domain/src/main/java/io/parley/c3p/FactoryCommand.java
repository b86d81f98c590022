package io.parley.c3p;

import io.parley.document.Element;
import io.parley.identity.SipUri;
import java.util.Optional;

/** A command that only the Focus Factory knows (MS-CONFPRO); it has others in common with a focus. */
public sealed interface FactoryCommand extends Command {

    @Override
    default Optional<SipUri> confEntity() {
        return Optional.empty();
    }

    /**
     * {@code addConference}.
     *
     * @param conferenceInfo the {@code ci:conference-info}, arranged by {@link C3pSchema#CONFERENCE_INFO}
     */
    record AddConference(Element conferenceInfo) implements FactoryCommand {

        /** Arranges the document. */
        public AddConference {
            conferenceInfo = C3pSchema.CONFERENCE_INFO.arranged(conferenceInfo);
        }

        @Override
        public String name() {
            return "addConference";
        }
    }

    /**
     * {@code getConferences}.
     *
     * @param isStatic whether only the static conference is asked for; false if the attribute is absent
     */
    record GetConferences(boolean isStatic) implements FactoryCommand {

        @Override
        public String name() {
            return "getConferences";
        }
    }

    /** {@code getAvailableMcuTypes}. */
    record GetAvailableMcuTypes() implements FactoryCommand {

        @Override
        public String name() {
            return "getAvailableMcuTypes";
        }
    }

    /** {@code getEncryptionKey}. */
    record GetEncryptionKey() implements FactoryCommand {

        @Override
        public String name() {
            return "getEncryptionKey";
        }
    }

    /** {@code getConferencingCapabilities}. */
    record GetConferencingCapabilities() implements FactoryCommand {

        @Override
        public String name() {
            return "getConferencingCapabilities";
        }
    }
}
