package io.parley.examples.properties;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Schema;
import io.parley.document.Xcon;
import io.parley.identity.Version;
import java.util.List;

/**
 * One request of a random program. Conferences and users are named by small numbers; a conference that does not exist (yet, or any
 * more) is as good a target as one that does.
 */
sealed interface Step {

    /** The request, given the conferences that were created so far. */
    CcmpRequest request(List<String> conferences);

    record Create(int user, String placeholderDomain) implements Step {
        @Override
        public CcmpRequest request(List<String> conferences) {
            Element media =
                    Schema.CONFERENCE_DESCRIPTION.child(Info.AVAILABLE_MEDIA).empty();
            Element entry = media.type().child(Info.ENTRY).empty().withAttribute(Attributes.LABEL, "AUTO_GENERATE_2");
            Element description =
                    Schema.CONFERENCE_DESCRIPTION.empty().with(media.with(entry.with(Info.TYPE, "audio")));
            return of(Message.CONF, user)
                    .operation(Operation.CREATE)
                    .info(info("xcon:AUTO_GENERATE_1@" + placeholderDomain).with(description));
        }
    }

    record Clone(int user, int conference) implements Step {
        @Override
        public CcmpRequest request(List<String> conferences) {
            return of(Message.CONF, user).operation(Operation.CREATE).on(name(conferences, conference));
        }
    }

    record Rename(int user, int conference, String title, int base) implements Step {
        @Override
        public CcmpRequest request(List<String> conferences) {
            String id = name(conferences, conference);
            CcmpRequest update = of(Message.CONF, user)
                    .operation(Operation.UPDATE)
                    .on(id)
                    .info(info(id).with(Schema.CONFERENCE_DESCRIPTION.empty().with(Info.DISPLAY_TEXT, title)));
            return base == 0 ? update : update.basedOn(new Version(base));
        }
    }

    record Lock(int user, int conference, String locked) implements Step {
        @Override
        public CcmpRequest request(List<String> conferences) {
            String id = name(conferences, conference);
            return of(Message.CONF, user)
                    .operation(Operation.UPDATE)
                    .on(id)
                    .info(info(id).with(Schema.CONFERENCE_STATE.empty().with(Info.LOCKED, locked)));
        }
    }

    record Handle(int user, int conference, String handling) implements Step {
        @Override
        public CcmpRequest request(List<String> conferences) {
            return of(Message.USERS, user)
                    .operation(Operation.UPDATE)
                    .on(name(conferences, conference))
                    .info(Schema.USERS.empty().with(Xcon.JOIN_HANDLING, handling));
        }
    }

    record Join(int user, int conference) implements Step {
        @Override
        public CcmpRequest request(List<String> conferences) {
            return of(Message.USER, user).operation(Operation.CREATE).on(name(conferences, conference));
        }
    }

    record Bring(int user, int conference, int stranger) implements Step {
        @Override
        public CcmpRequest request(List<String> conferences) {
            Element endpoint = Schema.USER
                    .child(Info.ENDPOINT)
                    .empty()
                    .withAttribute(Attributes.ENTITY, "sip:stranger" + stranger + "@elsewhere.example");
            return of(Message.USER, user)
                    .operation(Operation.CREATE)
                    .on(name(conferences, conference))
                    .info(Schema.USER
                            .empty()
                            .withAttribute(Attributes.ENTITY, "xcon-userid:AUTO_GENERATE_1@example.com")
                            .with(endpoint));
        }
    }

    record Leave(int user, int conference, int who) implements Step {
        @Override
        public CcmpRequest request(List<String> conferences) {
            return of(Message.USER, user)
                    .operation(Operation.DELETE)
                    .on(name(conferences, conference))
                    .info(Schema.USER.empty().withAttribute(Attributes.ENTITY, userId(who)));
        }
    }

    record Delete(int user, int conference) implements Step {
        @Override
        public CcmpRequest request(List<String> conferences) {
            return of(Message.CONF, user).operation(Operation.DELETE).on(name(conferences, conference));
        }
    }

    static String userId(int user) {
        return "xcon-userid:user" + user + "@example.com";
    }

    private static CcmpRequest of(Message message, int user) {
        return CcmpRequest.of(message, userId(user));
    }

    private static Element info(String entity) {
        return Schema.CONFERENCE_INFO.empty().withAttribute(Attributes.ENTITY, entity);
    }

    private static String name(List<String> conferences, int number) {
        return number < conferences.size() ? conferences.get(number) : "xcon:none" + number + "@example.com";
    }
}
