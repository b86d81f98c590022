package io.parley.c3p;

import io.parley.identity.SipUri;
import java.util.List;
import java.util.Optional;

/** A command about users of a conference. */
public sealed interface UserCommand extends Command {

    /**
     * {@code addUser}: joins (section 2.2.3.3), is called (2.2.3.15) or calls an MCU (2.2.3.17).
     *
     * @param conferenceKeys the conference
     * @param user the user
     * @param mcuUri the MCU
     * @param allowSessionReplace {@code mscp:allow-session-replace}, false if it is absent
     */
    record AddUser(ConferenceKeys conferenceKeys, C3pUser user, Optional<SipUri> mcuUri, boolean allowSessionReplace)
            implements UserCommand {

        @Override
        public String name() {
            return "addUser";
        }

        @Override
        public Optional<SipUri> confEntity() {
            return conferenceKeys.confEntity();
        }

        @Override
        public List<SipUri> targets() {
            return List.of(user.entity());
        }
    }

    /**
     * {@code modifyUser} (section 7.1).
     *
     * @param conferenceKeys the conference
     * @param user the user
     * @param mcuUri the MCU
     * @param allowSessionReplace {@code mscp:allow-session-replace}, false if it is absent
     */
    record ModifyUser(ConferenceKeys conferenceKeys, C3pUser user, Optional<SipUri> mcuUri, boolean allowSessionReplace)
            implements UserCommand {

        @Override
        public String name() {
            return "modifyUser";
        }

        @Override
        public Optional<SipUri> confEntity() {
            return conferenceKeys.confEntity();
        }

        @Override
        public List<SipUri> targets() {
            return List.of(user.entity());
        }
    }

    /**
     * {@code endorseUser} (section 2.2.3.5).
     *
     * @param conferenceKeys the conference
     * @param endorsee the participant who is endorsed
     * @param dialogId the dialog of the endpoint that is endorsed
     */
    record EndorseUser(ConferenceKeys conferenceKeys, SipUri endorsee, DialogId dialogId) implements UserCommand {

        @Override
        public String name() {
            return "endorseUser";
        }

        @Override
        public Optional<SipUri> confEntity() {
            return conferenceKeys.confEntity();
        }

        @Override
        public List<SipUri> targets() {
            return List.of(endorsee);
        }
    }

    /**
     * {@code modifyUserRoles} (section 2.2.3.7).
     *
     * @param userKeys the user
     * @param role the role that he is to have
     * @param mcuUri the MCU, which nobody looks at
     */
    record ModifyUserRoles(UserKeys userKeys, C3pRole role, Optional<SipUri> mcuUri) implements UserCommand {

        @Override
        public String name() {
            return "modifyUserRoles";
        }

        @Override
        public Optional<SipUri> confEntity() {
            return Optional.of(userKeys.confEntity());
        }

        @Override
        public List<SipUri> targets() {
            return List.of(userKeys.userEntity());
        }
    }

    /**
     * {@code deleteUser} (section 2.2.3.11).
     *
     * @param userKeys the user
     * @param endpointEntity what must not be there
     * @param clientReason why
     * @param mcuUri the MCU, which nobody looks at
     */
    record DeleteUser(
            UserKeys userKeys,
            Optional<String> endpointEntity,
            Optional<ClientReason> clientReason,
            Optional<SipUri> mcuUri)
            implements UserCommand {

        @Override
        public String name() {
            return "deleteUser";
        }

        @Override
        public Optional<SipUri> confEntity() {
            return Optional.of(userKeys.confEntity());
        }

        @Override
        public List<SipUri> targets() {
            return List.of(userKeys.userEntity());
        }
    }

    /**
     * {@code setLobbyAccess} (section 2.2.3.21).
     *
     * @param conferenceKeys the conference
     * @param users who waits, at least one
     * @param access what becomes of them
     */
    record SetLobbyAccess(ConferenceKeys conferenceKeys, List<SipUri> users, Access access) implements UserCommand {

        /** Copies the list, and refuses an empty one with an {@link IllegalArgumentException}. */
        public SetLobbyAccess {
            users = List.copyOf(users);
            if (users.isEmpty()) {
                throw new IllegalArgumentException("setLobbyAccess names at least one user");
            }
        }

        @Override
        public String name() {
            return "setLobbyAccess";
        }

        @Override
        public Optional<SipUri> confEntity() {
            return conferenceKeys.confEntity();
        }

        @Override
        public List<SipUri> targets() {
            return users;
        }
    }

    /**
     * {@code modifyEndpoint} (section 2.2.3.23).
     *
     * @param endpointKeys the endpoint
     * @param endpoint what it is to be
     * @param mcuUri the MCU, which nobody looks at
     */
    record ModifyEndpoint(EndpointKeys endpointKeys, C3pEndpoint endpoint, Optional<SipUri> mcuUri)
            implements UserCommand {

        @Override
        public String name() {
            return "modifyEndpoint";
        }

        @Override
        public Optional<SipUri> confEntity() {
            return Optional.of(endpointKeys.confEntity());
        }

        @Override
        public List<SipUri> targets() {
            return List.of(endpointKeys.userEntity());
        }
    }
}
