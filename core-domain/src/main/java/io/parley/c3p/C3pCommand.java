package io.parley.c3p;

import static io.parley.c3p.AttendeeMay.EVERYTHING;
import static io.parley.c3p.AttendeeMay.FIRST_PARTY;
import static io.parley.c3p.AttendeeMay.FIRST_PARTY_UNLESS_IT_UNMUTES;
import static io.parley.c3p.AttendeeMay.NOTHING;
import static io.parley.c3p.Carrier.INFO;
import static io.parley.c3p.Carrier.INVITE;
import static io.parley.c3p.Carrier.SERVICE;
import static io.parley.c3p.Executor.FACTORY;
import static io.parley.c3p.Executor.FOCUS;
import static io.parley.c3p.Executor.FOCUS_AND_ALL_MCUS;
import static io.parley.c3p.Executor.MCUS_CONCERNED;
import static io.parley.c3p.Executor.MCU_OF_MCU_URI;
import static io.parley.c3p.Level.CONFERENCE;
import static io.parley.c3p.Level.PROVISIONING;
import static io.parley.c3p.Level.USER;

import java.util.List;
import java.util.Optional;

/**
 * The commands in one table, which authorisation, dispatcher and documentation read (section 3.5.1.2). One element is a row of its
 * own wherever it means something of its own: {@code addUser} joins, is called or calls an MCU; a focus and a Focus Factory understand
 * {@code getConference} in two ways.
 */
public enum C3pCommand {
    /** Joins. */
    JOIN("addUser", INVITE, USER, FOCUS, EVERYTHING, false, "2.2.3.3", Reasons.ADD_USER),
    /** Endorses a participant. */
    ENDORSE_USER("endorseUser", INVITE, USER, FOCUS, EVERYTHING, false, "2.2.3.5", List.of()),
    /** Gives a user another role. */
    MODIFY_USER_ROLES("modifyUserRoles", INFO, USER, FOCUS_AND_ALL_MCUS, NOTHING, false, "2.2.3.7", Reasons.USER),
    /** Locks or unlocks. */
    MODIFY_CONFERENCE_LOCK(
            "modifyConferenceLock",
            INFO,
            CONFERENCE,
            FOCUS_AND_ALL_MCUS,
            NOTHING,
            false,
            "2.2.3.9",
            Reasons.CONFERENCE),
    /** Ejects. */
    DELETE_USER("deleteUser", INFO, USER, FOCUS_AND_ALL_MCUS, FIRST_PARTY, false, "2.2.3.11", Reasons.USER),
    /** Ends the conference. */
    DELETE_CONFERENCE(
            "deleteConference", INFO, CONFERENCE, FOCUS_AND_ALL_MCUS, NOTHING, false, "2.2.3.13", Reasons.CONFERENCE),
    /** Has an MCU call a user. */
    ADD_USER_DIAL_OUT("addUser", INFO, USER, MCU_OF_MCU_URI, FIRST_PARTY, true, "2.2.3.15", Reasons.ADD_USER),
    /** Announces a call to an MCU. */
    ADD_USER_DIAL_IN("addUser", INFO, USER, MCU_OF_MCU_URI, FIRST_PARTY, true, "2.2.3.17", Reasons.ADD_USER),
    /** Asks for the roster. */
    GET_CONFERENCE("getConference", INFO, CONFERENCE, FOCUS, NOTHING, false, "2.2.3.19", Reasons.GET_CONFERENCE),
    /** Admits from the lobby, or sends away. */
    SET_LOBBY_ACCESS("setLobbyAccess", INFO, USER, FOCUS, FIRST_PARTY, false, "2.2.3.21", Reasons.LOBBY),
    /** Changes what is told of an endpoint. */
    MODIFY_ENDPOINT("modifyEndpoint", INFO, USER, FOCUS, FIRST_PARTY, false, "2.2.3.23", Reasons.ENDPOINT),
    /** Switches announcements. */
    MODIFY_CONFERENCE_ANNOUNCEMENTS(
            "modifyConferenceAnnouncements",
            INFO,
            CONFERENCE,
            MCUS_CONCERNED,
            NOTHING,
            false,
            "2.2.3.25",
            Reasons.ANNOUNCEMENTS),
    /** Changes the settings of an MCU. */
    MODIFY_CONFERENCE(
            "modifyConference", INFO, CONFERENCE, MCU_OF_MCU_URI, NOTHING, true, "2.2.3.27", Reasons.ADD_CONFERENCE),
    /** Mutes many. */
    MODIFY_USERS_MEDIA_FILTERS(
            "modifyUsersMediaFilters", INFO, CONFERENCE, MCUS_CONCERNED, NOTHING, false, "7.1", Reasons.CONFERENCE),
    /** Adds a medium to an endpoint. */
    ADD_ENDPOINT_MEDIA(
            "addEndpointMedia",
            INFO,
            USER,
            MCUS_CONCERNED,
            FIRST_PARTY_UNLESS_IT_UNMUTES,
            false,
            "7.1",
            Reasons.ADD_MEDIA),
    /** Changes a medium of an endpoint. */
    MODIFY_ENDPOINT_MEDIA(
            "modifyEndpointMedia",
            INFO,
            USER,
            MCUS_CONCERNED,
            FIRST_PARTY_UNLESS_IT_UNMUTES,
            false,
            "7.1",
            Reasons.ADD_MEDIA),
    /** Takes a medium from an endpoint. */
    DELETE_ENDPOINT_MEDIA(
            "deleteEndpointMedia", INFO, USER, MCUS_CONCERNED, FIRST_PARTY, false, "7.1", Reasons.DELETE_MEDIA),
    /** Changes a user. */
    MODIFY_USER("modifyUser", INFO, USER, MCUS_CONCERNED, NOTHING, false, "7.1", Reasons.ADD_USER),
    /** Provisions a conference. */
    FACTORY_ADD_CONFERENCE(
            "addConference", SERVICE, PROVISIONING, FACTORY, NOTHING, false, "MS-CONFPRO", Reasons.ADD_CONFERENCE),
    /** Lists what is provisioned. */
    FACTORY_GET_CONFERENCES(
            "getConferences", SERVICE, PROVISIONING, FACTORY, NOTHING, false, "MS-CONFPRO", Reasons.OTHER),
    /** Asks for what is provisioned. */
    FACTORY_GET_CONFERENCE(
            "getConference", SERVICE, PROVISIONING, FACTORY, NOTHING, false, "MS-CONFPRO", Reasons.GET_CONFERENCE),
    /** Replaces what is provisioned. */
    FACTORY_MODIFY_CONFERENCE(
            "modifyConference", SERVICE, PROVISIONING, FACTORY, NOTHING, false, "MS-CONFPRO", Reasons.ADD_CONFERENCE),
    /** Deprovisions a conference. */
    FACTORY_DELETE_CONFERENCE(
            "deleteConference", SERVICE, PROVISIONING, FACTORY, NOTHING, false, "MS-CONFPRO", Reasons.CONFERENCE),
    /** Lists the types of MCUs. */
    FACTORY_GET_AVAILABLE_MCU_TYPES(
            "getAvailableMcuTypes", SERVICE, PROVISIONING, FACTORY, NOTHING, false, "MS-CONFPRO", Reasons.OTHER),
    /** Asks for the certificate to which conference keys are encrypted. */
    FACTORY_GET_ENCRYPTION_KEY(
            "getEncryptionKey", SERVICE, PROVISIONING, FACTORY, NOTHING, false, "MS-CONFPRO", Reasons.OTHER),
    /** Asks what the factory can do. */
    FACTORY_GET_CONFERENCING_CAPABILITIES(
            "getConferencingCapabilities", SERVICE, PROVISIONING, FACTORY, NOTHING, false, "MS-CONFPRO", Reasons.OTHER);

    private final String element;
    private final Carrier carrier;
    private final Level level;
    private final Executor executor;
    private final AttendeeMay attendeeMay;
    private final boolean needsMcuUri;
    private final String clause;
    private final List<Reason> reasons;

    C3pCommand(
            String element,
            Carrier carrier,
            Level level,
            Executor executor,
            AttendeeMay attendeeMay,
            boolean needsMcuUri,
            String clause,
            List<Reason> reasons) {
        this.element = element;
        this.carrier = carrier;
        this.level = level;
        this.executor = executor;
        this.attendeeMay = attendeeMay;
        this.needsMcuUri = needsMcuUri;
        this.clause = clause;
        this.reasons = reasons;
    }

    /**
     * Which command {@code request} is; empty if there is none of that name for this carrier, or none of that name at all.
     *
     * <p>{@code addUser} over INFO is what its joining-method says; without one it is a dial-in of the sender himself, else a dial-out.
     */
    public static Optional<C3pCommand> of(C3pRequest request, SipEnvelope envelope) {
        for (C3pCommand command : values()) {
            if (command.carrier == envelope.carrier()
                    && command.element.equals(request.command().name())
                    && !(request.command() instanceof UnknownCommand)) {
                return Optional.of(
                        command == ADD_USER_DIAL_OUT && isDialIn(request, envelope) ? ADD_USER_DIAL_IN : command);
            }
        }
        return Optional.empty();
    }

    private static boolean isDialIn(C3pRequest request, SipEnvelope envelope) {
        if (!(request.command() instanceof UserCommand.AddUser addUser)) {
            return false;
        }
        return addUser.user()
                .endpoint()
                .flatMap(C3pEndpoint::joiningMethod)
                .map(C3pJoiningMethod.DIALED_IN::equals)
                .orElseGet(() -> envelope.same(addUser.user().entity(), request.from()));
    }

    /** The name of its element. */
    public String element() {
        return element;
    }

    /** The SIP request that carries it. */
    public Carrier carrier() {
        return carrier;
    }

    /** What it is about. */
    public Level level() {
        return level;
    }

    /** Who executes it. */
    public Executor executor() {
        return executor;
    }

    /** What an attendee may do with it. */
    public AttendeeMay attendeeMay() {
        return attendeeMay;
    }

    /** Whether it has to name an MCU. */
    public boolean needsMcuUri() {
        return needsMcuUri;
    }

    /** The section of MS-CONFBAS that describes it. */
    public String clause() {
        return clause;
    }

    /** The reasons for which it fails beside those that all commands know (section 7.1). */
    public List<Reason> reasons() {
        return reasons;
    }
}
