package io.parley.c3p;

import io.parley.document.Element;
import io.parley.focus.LobbySettings;
import io.parley.identity.SipUri;
import java.util.List;
import java.util.Optional;

/**
 * What the element of a command holds in a response (section 7.1). One kind serves all commands whose responses look alike; the schema has
 * nearly everything optional, so that a failure can tell as much as is known.
 */
public sealed interface Answer {

    /** Nothing: any failure, and the success of {@code modifyEndpoint} (section 2.2.3.24). */
    record Nothing() implements Answer {}

    /**
     * A user: {@code addUser}, {@code modifyUser}, {@code modifyUserRoles}, {@code deleteUser}.
     *
     * @param conferenceKeys the keys of the request
     * @param user the user
     * @param connectionInfo how the MCU is reached; in responses to {@code addUser} and {@code modifyUser} only
     */
    record OfUser(
            Optional<ConferenceKeys> conferenceKeys, Optional<C3pUser> user, Optional<ConnectionInfo> connectionInfo)
            implements Answer {

        /** A user of a conference. */
        public static OfUser of(ConferenceKeys conferenceKeys, C3pUser user) {
            return new OfUser(Optional.of(conferenceKeys), Optional.of(user), Optional.empty());
        }
    }

    /**
     * A conference: {@code addConference}, {@code modifyConference}, {@code deleteConference}, {@code getConference}.
     *
     * @param conferenceInfo the {@code ci:conference-info}
     */
    record OfConference(Element conferenceInfo) implements Answer {

        /** Arranges the document. */
        public OfConference {
            conferenceInfo = C3pSchema.CONFERENCE_INFO.arranged(conferenceInfo);
        }
    }

    /**
     * The lock of a conference: {@code modifyConferenceLock} (section 2.2.3.10).
     *
     * @param conference the conference-URI
     * @param locked the lock state
     * @param settings what was set besides
     */
    record OfLock(Optional<SipUri> conference, Optional<Boolean> locked, Optional<LobbySettings> settings)
            implements Answer {}

    /**
     * An endorsement: {@code endorseUser} (section 2.2.3.6).
     *
     * @param conferenceKeys the keys of the request
     * @param result {@code success}, {@code otherFailure} or another word
     */
    record OfEndorsement(Optional<ConferenceKeys> conferenceKeys, Optional<String> result) implements Answer {

        /** The result of an endorsement that was carried out. */
        public static final String SUCCESS = "success";

        /** The result of one that was not. */
        public static final String OTHER_FAILURE = "otherFailure";
    }

    /**
     * The lobby: {@code setLobbyAccess} (section 2.2.3.22).
     *
     * @param conferenceKeys the keys of the request
     * @param statuses what became of each user, in the order of the request
     */
    record OfLobby(Optional<ConferenceKeys> conferenceKeys, List<LobbyStatus> statuses) implements Answer {

        /** Copies the list. */
        public OfLobby {
            statuses = List.copyOf(statuses);
        }
    }

    /**
     * An endpoint: {@code modifyEndpoint}.
     *
     * @param endpointKeys the keys of the request
     * @param endpoint the endpoint
     */
    record OfEndpoint(Optional<EndpointKeys> endpointKeys, Optional<C3pEndpoint> endpoint) implements Answer {}

    /**
     * A medium: {@code addEndpointMedia}, {@code modifyEndpointMedia}, {@code deleteEndpointMedia}.
     *
     * @param endpointKeys the endpoint
     * @param media the medium
     */
    record OfMedia(Optional<EndpointKeys> endpointKeys, Optional<C3pMedia> media) implements Answer {}

    /**
     * Announcements: {@code modifyConferenceAnnouncements}.
     *
     * @param enabled whether comings and goings are announced
     */
    record OfAnnouncements(boolean enabled) implements Answer {}

    /**
     * The media of many: {@code modifyUsersMediaFilters}.
     *
     * @param conferenceKeys the keys of the request
     * @param unsupportedRoles roles that the MCU does not know
     * @param unknownUsers users whom it does not know
     * @param unsupportedMediaLabels media that it does not know
     */
    record OfMediaFilters(
            ConferenceKeys conferenceKeys,
            List<String> unsupportedRoles,
            List<SipUri> unknownUsers,
            List<String> unsupportedMediaLabels)
            implements Answer {

        /** Copies the lists. */
        public OfMediaFilters {
            unsupportedRoles = List.copyOf(unsupportedRoles);
            unknownUsers = List.copyOf(unknownUsers);
            unsupportedMediaLabels = List.copyOf(unsupportedMediaLabels);
        }
    }

    /**
     * Conferences: {@code getConferences}.
     *
     * @param conferenceInfos a {@code ci:conference-info} for each
     * @param isStatic whether only the static one was asked for
     */
    record OfConferences(List<Element> conferenceInfos, boolean isStatic) implements Answer {

        /** Arranges the documents. */
        public OfConferences {
            conferenceInfos = conferenceInfos.stream()
                    .map(C3pSchema.CONFERENCE_INFO::arranged)
                    .toList();
        }
    }

    /**
     * Types of MCUs: {@code getAvailableMcuTypes}.
     *
     * @param types the types
     */
    record OfMcuTypes(List<String> types) implements Answer {

        /** Copies the list. */
        public OfMcuTypes {
            types = List.copyOf(types);
        }
    }

    /**
     * A certificate: {@code getEncryptionKey}.
     *
     * @param certificate the X.509 certificate, in base64
     * @param issuingServer who issued it
     */
    record OfEncryptionKey(String certificate, Optional<String> issuingServer) implements Answer {}

    /**
     * What the factory can do: {@code getConferencingCapabilities}.
     *
     * @param version which version of it this is
     * @param mcuTypes the types of MCUs
     * @param pstnBridging whether telephones reach conferences
     * @param anonymousScheduling whether conferences for anonymous users can be made, if it says
     */
    record OfCapabilities(
            int version, List<String> mcuTypes, boolean pstnBridging, Optional<Boolean> anonymousScheduling)
            implements Answer {

        /** Copies the list, and refuses a negative version with an {@link IllegalArgumentException}. */
        public OfCapabilities {
            mcuTypes = List.copyOf(mcuTypes);
            if (version < 0) {
                throw new IllegalArgumentException("a capability-version is 0 or more, not " + version);
            }
        }
    }
}
