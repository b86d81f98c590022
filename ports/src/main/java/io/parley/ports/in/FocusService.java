package io.parley.ports.in;

import io.parley.conference.Conference;
import io.parley.dialout.Referral;
import io.parley.document.Element;
import io.parley.focus.CallId;
import io.parley.focus.DialogId;
import io.parley.focus.McuType;
import io.parley.focus.SipStatus;
import io.parley.identity.SipUri;
import io.parley.identity.XconUri;
import io.parley.participation.Joining;
import io.parley.participation.Refusal;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The focus of every conference, for transports of signalling and for MCUs (RFC 4353, MS-CONFBAS sections 3.1 to 3.4). The commands of C3P come
 * in by {@link C3pService}, subscriptions by {@link ConferenceWatching}.
 *
 * <p>Contract: may be called by any number of threads at once. Each call returns when its outcome is final, and every call that begins
 * afterwards sees it. What a peer got wrong is an answer; an exception is a fault of the system, after which nothing has changed. What
 * follows from a change, such as the end of dialogs, comes out by the port {@link io.parley.ports.out.Signalling}, possibly before the call
 * returns.
 */
public interface FocusService {

    /** The conference that {@code uri} names, its focus or one of its MCUs; empty if there is none, or it is no conference. */
    Optional<Conference> find(SipUri uri);

    /**
     * A device joins.
     *
     * @param caller whose it is, as far as his identity was established
     * @param conference the conference-URI that it called
     * @param device what it is; one that replaces another takes over its place in the conference, and the other is ended (RFC 4579 section 5.9)
     */
    Joining.Answer join(Signaller caller, SipUri conference, Device device);

    /** Whether {@code uri} is that of the conference factory (RFC 4579 section 5.4). */
    boolean isFactory(SipUri uri);

    /**
     * Makes a conference and lets its creator join it: both or none of it. The conference ends with his last device, or where the settings say so
     * with anybody's last one, and nothing is left of it then.
     *
     * @param media the types of the media that the device offers, in the words of RFC 4566 section 5.14
     */
    Joining.Answer create(Signaller creator, Device device, Set<String> media);

    /**
     * Somebody asks by REFER that the focus call, refer or send away somebody (RFC 4579 sections 5.5, 5.7 and 5.11).
     *
     * @param progress is told how it goes once the REFER is accepted, possibly before this returns: any number of provisional statuses, then
     *     exactly one final one. May be called by any thread, must return soon, and is called once at a time
     * @return why not; empty if it is accepted
     */
    Optional<Refusal> refer(Signaller referrer, SipUri conference, Referral referral, Consumer<SipStatus> progress);

    /** A {@linkplain io.parley.ports.out.Signalling#call call} rings, or whoever is referred has accepted that. Has no effect if it has ended. */
    void alerting(XconUri conference, CallId call);

    /** A call was answered by {@code device}, which joins. It is refused, and has to be ended, if the call is wanted no more. */
    Joining.Answer answered(XconUri conference, CallId call, Device device);

    /** Whoever was referred has reported that he called the conference. Has no effect if the call has ended: usually he has come before. */
    void followed(XconUri conference, CallId call);

    /**
     * A call, or a REFER, was answered by a failure. Has no effect if it has ended.
     *
     * @param status the final answer, from 300 on; 408 if there was none
     */
    void failed(XconUri conference, CallId call, SipStatus status);

    /**
     * Somebody endorses a participant (MS-CONFBAS section 3.3).
     *
     * @param endorsement whom, by which of his dialogs
     * @return why not; empty if it is done
     */
    Optional<Refusal> endorse(Signaller endorser, SipUri conference, Endorsement endorsement);

    /** The device of {@code dialog} has left, or its lease has run out. Has no effect if it is not in. */
    void leave(XconUri conference, DialogId dialog, Departure why);

    /**
     * An MCU reports: an {@code application/conference-info+xml} document of foreign elements (MS-CONFBAS section 2.2.5). One that is not valid
     * is logged and changes nothing; reports of an MCU that the conference has no more are dropped.
     */
    void report(McuId mcu, Element document);

    /** An MCU did not begin, or has died: what it was executing is answered, and it is started again after a while. */
    void failed(McuId mcu);

    /**
     * Who comes by signalling.
     *
     * @param uri his address, as the {@code From} of his requests gives it
     * @param authenticated whether he has proved to be that, or nobody demands it; never for somebody anonymous
     * @param showsKey whether he has proved to know the conference key
     */
    record Signaller(SipUri uri, boolean authenticated, boolean showsKey) {}

    /**
     * A device that joins.
     *
     * @param dialog the dialog that begins
     * @param contact where requests to it go
     * @param entity the identifier that its client chose for it; empty for a device that knows no C3P
     * @param displayName the name for humans that it gives
     * @param asked the {@code endpoint} of its {@code addUser}; empty for a device that knows no C3P
     * @param managesLobby whether its client can admit people from the lobby
     * @param conceals whether the others shall not know who he is: {@code Privacy: id} or {@code user} (RFC 3323, RFC 3325)
     * @param referredBy the {@code Referred-By} of its INVITE
     * @param replaces the dialog of the same user whose place it takes: the {@code Replaces} of its INVITE, with the tags as the focus sees them
     */
    record Device(
            DialogId dialog,
            String contact,
            Optional<String> entity,
            Optional<String> displayName,
            Optional<Element> asked,
            boolean managesLobby,
            boolean conceals,
            Optional<SipUri> referredBy,
            Optional<DialogId> replaces) {

        /** One that nobody referred and that replaces none. */
        public Device(
                DialogId dialog,
                String contact,
                Optional<String> entity,
                Optional<String> displayName,
                Optional<Element> asked,
                boolean managesLobby,
                boolean conceals) {
            this(
                    dialog,
                    contact,
                    entity,
                    displayName,
                    asked,
                    managesLobby,
                    conceals,
                    Optional.empty(),
                    Optional.empty());
        }

        /** One that nobody referred, that replaces none and that asks for no privacy. */
        public Device(
                DialogId dialog,
                String contact,
                Optional<String> entity,
                Optional<String> displayName,
                Optional<Element> asked,
                boolean managesLobby) {
            this(dialog, contact, entity, displayName, asked, managesLobby, false);
        }
    }

    /**
     * An endorsement.
     *
     * @param endorsee whom
     * @param callId the {@code Call-ID} of a live dialog of his
     * @param fromTag one of its tags
     * @param toTag the other
     */
    record Endorsement(SipUri endorsee, String callId, String fromTag, String toTag) {}

    /**
     * One MCU of one conference.
     *
     * @param conference which conference
     * @param type of what type
     * @param uri its MCU-Conference-URI
     * @param incarnation which of those that the conference has had of the type
     */
    record McuId(XconUri conference, McuType type, SipUri uri, long incarnation) {}

    /** Why a device is no more in a conference. */
    enum Departure {
        /** It left: {@code BYE}. */
        LEFT,
        /** Its lease ran out: it did not refresh, or does not answer. */
        EXPIRED,
        /** It took part and was sent away. */
        REMOVED,
        /** It waited and was not let in. */
        DENIED,
        /** The conference is over. */
        TERMINATED
    }
}
