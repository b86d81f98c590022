package io.parley.ports.in;

import io.parley.conference.Conference;
import io.parley.document.Element;
import io.parley.focus.DialogId;
import io.parley.focus.McuType;
import io.parley.identity.SipUri;
import io.parley.identity.XconUri;
import io.parley.participation.Joining;
import io.parley.participation.Refusal;
import java.util.Optional;

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
     * @param device what it is
     */
    Joining.Answer join(Signaller caller, SipUri conference, Device device);

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
     */
    record Device(
            DialogId dialog,
            String contact,
            Optional<String> entity,
            Optional<String> displayName,
            Optional<Element> asked,
            boolean managesLobby,
            boolean conceals) {

        /** One that asks for no privacy. */
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
