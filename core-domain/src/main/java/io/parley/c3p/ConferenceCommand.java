package io.parley.c3p;

import io.parley.document.Element;
import io.parley.focus.LobbySettings;
import io.parley.identity.SipUri;
import java.util.List;
import java.util.Optional;

/** A command about a conference as a whole. */
public sealed interface ConferenceCommand extends Command {

    /**
     * {@code modifyConferenceLock} (section 2.2.3.9).
     *
     * @param conferenceKeys the conference
     * @param locked the lock state that it is to have
     * @param settings what is set besides: all of it or nothing
     */
    record ModifyConferenceLock(ConferenceKeys conferenceKeys, boolean locked, Optional<LobbySettings> settings)
            implements ConferenceCommand {

        @Override
        public String name() {
            return "modifyConferenceLock";
        }

        @Override
        public Optional<SipUri> confEntity() {
            return conferenceKeys.confEntity();
        }
    }

    /**
     * {@code deleteConference} (section 2.2.3.13, MS-CONFPRO).
     *
     * @param conferenceKeys the conference
     */
    record DeleteConference(ConferenceKeys conferenceKeys) implements ConferenceCommand {

        @Override
        public String name() {
            return "deleteConference";
        }

        @Override
        public Optional<SipUri> confEntity() {
            return conferenceKeys.confEntity();
        }
    }

    /**
     * {@code getConference} (section 2.2.3.19, MS-CONFPRO).
     *
     * @param conferenceKeys the conference
     * @param notified {@code notify}, false if it is absent
     * @param certificate the X.509 certificate to which secrets are encrypted, in base64 as it came
     */
    record GetConference(ConferenceKeys conferenceKeys, boolean notified, Optional<String> certificate)
            implements ConferenceCommand {

        @Override
        public String name() {
            return "getConference";
        }

        @Override
        public Optional<SipUri> confEntity() {
            return conferenceKeys.confEntity();
        }
    }

    /**
     * {@code modifyConference}, to a focus for one MCU (section 2.2.3.27), to the Focus Factory for what is provisioned (MS-CONFPRO).
     *
     * @param conferenceInfo the {@code ci:conference-info}, arranged by {@link C3pSchema#CONFERENCE_INFO}
     * @param mcuUri the MCU
     */
    record ModifyConference(Element conferenceInfo, Optional<SipUri> mcuUri) implements ConferenceCommand {

        /** Arranges the document. */
        public ModifyConference {
            conferenceInfo = C3pSchema.CONFERENCE_INFO.arranged(conferenceInfo);
        }

        @Override
        public String name() {
            return "modifyConference";
        }

        @Override
        public Optional<SipUri> confEntity() {
            return conferenceInfo.attribute(C3pNames.ENTITY).flatMap(SipUri::parse);
        }
    }

    /**
     * {@code modifyConferenceAnnouncements} (section 7.1).
     *
     * @param conferenceKeys the conference
     * @param enabled whether comings and goings are announced
     * @param mcuUri the MCU
     */
    record ModifyConferenceAnnouncements(ConferenceKeys conferenceKeys, boolean enabled, Optional<SipUri> mcuUri)
            implements ConferenceCommand {

        @Override
        public String name() {
            return "modifyConferenceAnnouncements";
        }

        @Override
        public Optional<SipUri> confEntity() {
            return conferenceKeys.confEntity();
        }
    }

    /**
     * {@code modifyUsersMediaFilters} (section 7.1).
     *
     * @param conferenceKeys the conference
     * @param mediaLabels the media, at least one
     * @param ingressFilter what is done with what comes from the users
     * @param egressFilter what is done with what goes to the users
     * @param excludedRoles the roles whose users stay as they are
     * @param excludedUsers the users who stay as they are
     * @param mcuUri the MCU
     */
    record ModifyUsersMediaFilters(
            ConferenceKeys conferenceKeys,
            List<String> mediaLabels,
            Optional<MediaFilter> ingressFilter,
            Optional<MediaFilter> egressFilter,
            List<String> excludedRoles,
            List<SipUri> excludedUsers,
            Optional<SipUri> mcuUri)
            implements ConferenceCommand {

        /** Copies the lists, and refuses to name no medium with an {@link IllegalArgumentException}. */
        public ModifyUsersMediaFilters {
            mediaLabels = List.copyOf(mediaLabels);
            excludedRoles = List.copyOf(excludedRoles);
            excludedUsers = List.copyOf(excludedUsers);
            if (mediaLabels.isEmpty()) {
                throw new IllegalArgumentException("modifyUsersMediaFilters names at least one medium");
            }
        }

        @Override
        public String name() {
            return "modifyUsersMediaFilters";
        }

        @Override
        public Optional<SipUri> confEntity() {
            return conferenceKeys.confEntity();
        }
    }
}
