package io.parley.bench.baseline;

import ietf.params.xml.ns.conference_info.ConferenceDescriptionType;
import ietf.params.xml.ns.conference_info.ConferenceStateType;
import ietf.params.xml.ns.conference_info.ConferenceType;
import ietf.params.xml.ns.conference_info.UserType;
import ietf.params.xml.ns.conference_info.UsersType;
import ietf.params.xml.ns.xcon_ccmp.BlueprintResponseType;
import ietf.params.xml.ns.xcon_ccmp.CcmpBlueprintRequestMessageType;
import ietf.params.xml.ns.xcon_ccmp.CcmpBlueprintResponseMessageType;
import ietf.params.xml.ns.xcon_ccmp.CcmpConfRequestMessageType;
import ietf.params.xml.ns.xcon_ccmp.CcmpConfResponseMessageType;
import ietf.params.xml.ns.xcon_ccmp.CcmpRequestMessageType;
import ietf.params.xml.ns.xcon_ccmp.CcmpResponseMessageType;
import ietf.params.xml.ns.xcon_ccmp.CcmpResponseType;
import ietf.params.xml.ns.xcon_ccmp.CcmpUserRequestMessageType;
import ietf.params.xml.ns.xcon_ccmp.CcmpUserResponseMessageType;
import ietf.params.xml.ns.xcon_ccmp.ConfResponseType;
import ietf.params.xml.ns.xcon_ccmp.UserResponseType;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBElement;
import jakarta.xml.bind.JAXBException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * The conferences of the baseline: objects that JAXB knows, in a synchronised map, each changed and written under its own lock. It does what is
 * measured and nothing else: no validation, no rights, no roles, no cloning tree, no notification, no privacy.
 */
final class JaxbConferences {

    private static final String BLUEPRINT = "AudioRoom.xml";
    private static final BigInteger OK = BigInteger.valueOf(200);
    private static final BigInteger CONFLICT = BigInteger.valueOf(409);
    private static final BigInteger UNKNOWN = BigInteger.valueOf(404);

    private final Map<String, Kept> conferences = Collections.synchronizedMap(new HashMap<>());

    /** A conference and its version; who looks into it or changes it holds its lock. */
    private static final class Kept {
        private final ConferenceType info;
        private long version = 1;

        Kept(ConferenceType info) {
            this.info = info;
        }
    }

    JaxbConferences() throws JAXBException, IOException {
        ConferenceType blueprint = blueprint();
        conferences.put(blueprint.getEntity(), new Kept(blueprint));
    }

    static JAXBContext context() throws JAXBException {
        return JAXBContext.newInstance(
                "ietf.params.xml.ns.xcon_ccmp:ietf.params.xml.ns.xcon_conference_info:ietf.params.xml.ns.conference_info");
    }

    private static ConferenceType blueprint() throws JAXBException, IOException {
        try (InputStream document = JaxbConferences.class.getResourceAsStream(BLUEPRINT)) {
            return (ConferenceType)
                    ((JAXBElement<?>) context().createUnmarshaller().unmarshal(document)).getValue();
        }
    }

    /** Does what {@code request} asks; the answer is written by {@code writing} while nothing of it can change. */
    byte[] handle(CcmpRequestMessageType request, Function<CcmpResponseType, byte[]> writing) {
        if (request instanceof CcmpConfRequestMessageType conf) {
            return switch (conf.getOperation()) {
                case CREATE -> create(conf, writing);
                case RETRIEVE -> locked(request, writing, new CcmpConfResponseMessageType(), kept -> OK);
                case UPDATE -> locked(request, writing, new CcmpConfResponseMessageType(), kept -> update(conf, kept));
                case DELETE -> throw new IllegalArgumentException("nothing measured deletes conferences");
            };
        }
        if (request instanceof CcmpUserRequestMessageType user) {
            return switch (user.getOperation()) {
                case CREATE -> locked(request, writing, new CcmpUserResponseMessageType(), kept -> join(user, kept));
                case DELETE -> locked(request, writing, new CcmpUserResponseMessageType(), kept -> leave(user, kept));
                case RETRIEVE, UPDATE -> throw new IllegalArgumentException("nothing measured reads or updates users");
            };
        }
        if (request instanceof CcmpBlueprintRequestMessageType) {
            return locked(request, writing, new CcmpBlueprintResponseMessageType(), kept -> OK);
        }
        throw new IllegalArgumentException("nothing measured sends " + request.getClass());
    }

    private byte[] create(CcmpConfRequestMessageType request, Function<CcmpResponseType, byte[]> writing) {
        try {
            ConferenceType made = blueprint();
            made.setEntity("xcon:" + UUID.randomUUID() + "@example.com");
            ConferenceStateType state = new ConferenceStateType();
            state.setActive(false);
            state.setLocked(false);
            state.setUserCount(0L);
            made.setConferenceState(state);
            conferences.put(made.getEntity(), new Kept(made));
            request.setConfObjID(made.getEntity());
            return locked(request, writing, new CcmpConfResponseMessageType(), kept -> OK);
        } catch (JAXBException | IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private byte[] locked(
            CcmpRequestMessageType request,
            Function<CcmpResponseType, byte[]> writing,
            CcmpResponseMessageType answer,
            Function<Kept, BigInteger> work) {
        Kept kept = conferences.get(request.getConfObjID());
        CcmpResponseType envelope = new CcmpResponseType();
        envelope.setCcmpResponse(answer);
        answer.setConfUserID(request.getConfUserID());
        answer.setConfObjID(request.getConfObjID());
        answer.setOperation(request.getOperation());
        if (kept == null) {
            answer.setResponseCode(UNKNOWN);
            return writing.apply(envelope);
        }
        synchronized (kept) {
            BigInteger code = work.apply(kept);
            answer.setResponseCode(code);
            answer.setResponseString(code.equals(OK) ? "Success" : "Conflict");
            answer.setVersion(BigInteger.valueOf(kept.version));
            show(request, answer, kept);
            return writing.apply(envelope);
        }
    }

    private static void show(CcmpRequestMessageType request, CcmpResponseMessageType answer, Kept kept) {
        if (answer instanceof CcmpConfResponseMessageType conf) {
            ConfResponseType body = new ConfResponseType();
            body.setConfInfo(kept.info);
            conf.setConfResponse(body);
        } else if (answer instanceof CcmpBlueprintResponseMessageType blueprint) {
            BlueprintResponseType body = new BlueprintResponseType();
            body.setBlueprintInfo(kept.info);
            blueprint.setBlueprintResponse(body);
        } else if (answer instanceof CcmpUserResponseMessageType user) {
            UserResponseType body = new UserResponseType();
            CcmpUserRequestMessageType asked = (CcmpUserRequestMessageType) request;
            body.setUserInfo(asked.getUserRequest().getUserInfo());
            user.setUserResponse(body);
        }
    }

    private static BigInteger update(CcmpConfRequestMessageType request, Kept kept) {
        ConferenceDescriptionType change =
                request.getConfRequest().getConfInfo().getConferenceDescription();
        if (kept.info.getConferenceDescription() == null) {
            kept.info.setConferenceDescription(new ConferenceDescriptionType());
        }
        kept.info.getConferenceDescription().setDisplayText(change.getDisplayText());
        kept.version++;
        return OK;
    }

    private static BigInteger join(CcmpUserRequestMessageType request, Kept kept) {
        UserType user = request.getUserRequest().getUserInfo();
        if (kept.info.getUsers() == null) {
            kept.info.setUsers(new UsersType());
        }
        if (kept.info.getUsers().getUser().stream()
                .anyMatch(other -> user.getEntity().equals(other.getEntity()))) {
            return CONFLICT;
        }
        kept.info.getUsers().getUser().add(user);
        changed(kept);
        return OK;
    }

    private static BigInteger leave(CcmpUserRequestMessageType request, Kept kept) {
        String gone = request.getUserRequest().getUserInfo().getEntity();
        if (kept.info.getUsers() == null
                || !kept.info.getUsers().getUser().removeIf(user -> gone.equals(user.getEntity()))) {
            return CONFLICT;
        }
        changed(kept);
        return OK;
    }

    private static void changed(Kept kept) {
        kept.version++;
        kept.info.getConferenceState().setActive(true);
        kept.info.getConferenceState().setUserCount((long)
                kept.info.getUsers().getUser().size());
    }
}
