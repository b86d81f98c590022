package io.parley.c3p;

import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.identity.SipUri;
import java.util.List;
import java.util.Optional;

/** A conference, people, and one command of each kind among them. */
final class C3pExamples {

    static final String DOMAIN = "fabrikam.com";
    static final SipUri FOCUS = SipUri.of("sip:alice@fabrikam.com;gruu;opaque=app:conf:focus:id:5D3747C");
    static final SipUri CHAT = SipUri.of("sip:alice@fabrikam.com;gruu;opaque=app:conf:chat:id:5D3747C");
    static final SipUri BOB = SipUri.of("sip:bob@fabrikam.com");
    static final SipUri CATHY = SipUri.of("sip:cathy@fabrikam.com");
    static final ConferenceKeys KEYS = ConferenceKeys.of(FOCUS);

    private C3pExamples() {}

    static SipEnvelope over(Carrier carrier) {
        return new SipEnvelope(carrier, BOB, FOCUS, DOMAIN);
    }

    /** A request of Bob's to the focus. */
    static C3pRequest request(Command command) {
        return new C3pRequest("1", BOB, FOCUS, command);
    }

    static C3pUser user(SipUri entity, C3pEndpoint... endpoints) {
        return C3pUser.of(entity).withRole(C3pRole.ATTENDEE).withEndpoints(List.of(endpoints));
    }

    static C3pEndpoint endpoint(C3pJoiningMethod method) {
        return C3pEndpoint.of("{A}").withJoiningMethod(method);
    }

    static UserCommand.AddUser addUser(C3pUser user) {
        return new UserCommand.AddUser(KEYS, user, Optional.of(CHAT), false);
    }

    static UserCommand.DeleteUser deleteUser(SipUri user) {
        return new UserCommand.DeleteUser(
                new UserKeys(FOCUS, user), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static UserCommand.ModifyEndpoint modifyEndpoint(SipUri user, String key, String entity) {
        return new UserCommand.ModifyEndpoint(
                new EndpointKeys(FOCUS, user, key), C3pEndpoint.of(entity), Optional.empty());
    }

    static MediaCommand.ModifyEndpointMedia modifyMedia(SipUri user, C3pMedia media) {
        return new MediaCommand.ModifyEndpointMedia(
                new MediaKeys(FOCUS, user, "{A}", Optional.of("1")), media, Optional.of(CHAT));
    }

    static ConferenceCommand.ModifyConference modifyConference(Element... parts) {
        Element info =
                ElementType.foreign(C3pNames.CONFERENCE_INFO).empty().withAttribute(C3pNames.ENTITY, FOCUS.toString());
        for (Element part : parts) {
            info = info.with(part);
        }
        return new ConferenceCommand.ModifyConference(info, Optional.of(CHAT));
    }

    static Element view(SipUri... entities) {
        Element view = ElementType.foreign(C3pNames.CONFERENCE_VIEW).empty();
        for (SipUri entity : entities) {
            view = view.with(ElementType.foreign(C3pNames.ENTITY_VIEW)
                    .empty()
                    .withAttribute(C3pNames.ENTITY, entity.toString()));
        }
        return view;
    }
}
