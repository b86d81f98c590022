package io.parley.examples.properties;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Schema;
import io.parley.document.Xcon;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Something that somebody asks of a main conference or of a sidebar. The objects are named by numbers, in the order in which they were
 * made; one that does not exist (yet, or any more) is as good a target as one that does.
 */
record SidebarDeed(What what, int user, int object, String word) {

    enum What {
        CREATE_BY_VALUE,
        CREATE_BY_REFERENCE,
        DESCRIBE_BY_VALUE,
        DESCRIBE_BY_REFERENCE,
        RENAME_BY_VALUE,
        RENAME_BY_REFERENCE,
        RENAME_MAIN,
        DELETE_BY_VALUE,
        DELETE_BY_REFERENCE,
        DELETE_MAIN,
        JOIN,
        LEAVE,
        SAY_HOW,
        RULE
    }

    /** The request, given the objects that were made so far. */
    CcmpRequest request(List<String> objects) {
        String id = object < objects.size() ? objects.get(object) : "xcon:none" + object + "@example.com";
        return switch (what) {
            case CREATE_BY_VALUE -> of(Message.SIDEBAR_BY_VAL, Operation.CREATE).on(id);
            case CREATE_BY_REFERENCE ->
                of(Message.SIDEBAR_BY_REF, Operation.CREATE).on(id);
            case DESCRIBE_BY_VALUE ->
                of(Message.SIDEBAR_BY_VAL, Operation.CREATE).on(id).info(titled("xcon:AUTO_GENERATE_1@example.com"));
            case DESCRIBE_BY_REFERENCE ->
                of(Message.SIDEBAR_BY_REF, Operation.CREATE).on(id).info(titled("xcon:AUTO_GENERATE_1@example.com"));
            case RENAME_BY_VALUE ->
                of(Message.SIDEBAR_BY_VAL, Operation.UPDATE).on(id).info(titled(id));
            case RENAME_BY_REFERENCE ->
                of(Message.SIDEBAR_BY_REF, Operation.UPDATE).on(id).info(titled(id));
            case RENAME_MAIN -> of(Message.CONF, Operation.UPDATE).on(id).info(titled(id));
            case DELETE_BY_VALUE -> of(Message.SIDEBAR_BY_VAL, Operation.DELETE).on(id);
            case DELETE_BY_REFERENCE ->
                of(Message.SIDEBAR_BY_REF, Operation.DELETE).on(id);
            case DELETE_MAIN -> of(Message.CONF, Operation.DELETE).on(id);
            case JOIN -> of(Message.USER, Operation.CREATE).on(id);
            case LEAVE -> of(Message.USER, Operation.DELETE).on(id);
            case SAY_HOW ->
                of(Message.USER, Operation.UPDATE)
                        .on(id)
                        .info(Schema.USER
                                .empty()
                                .withAttribute(Attributes.ENTITY, Step.userId(user))
                                .with(Info.DISPLAY_TEXT, word));
            case RULE ->
                of(Message.USERS, Operation.UPDATE)
                        .on(id)
                        .info(Schema.USERS.empty().with(Xcon.JOIN_HANDLING, word));
        };
    }

    private CcmpRequest of(Message message, Operation operation) {
        return CcmpRequest.of(message, Step.userId(user)).operation(operation);
    }

    private Element titled(String entity) {
        return Schema.CONFERENCE_INFO
                .empty()
                .withAttribute(Attributes.ENTITY, entity)
                .with(Schema.CONFERENCE_DESCRIPTION
                        .empty()
                        .with(Info.SUBJECT, word)
                        .with(Info.DISPLAY_TEXT, word));
    }

    /** Deeds of two people, most of them of the one who owns the main conferences. */
    static Arbitrary<SidebarDeed> any() {
        return Combinators.combine(
                        Arbitraries.frequencyOf(
                                Tuple.of(4, Arbitraries.of(What.values())),
                                Tuple.of(
                                        2,
                                        Arbitraries.of(
                                                What.CREATE_BY_VALUE,
                                                What.CREATE_BY_REFERENCE,
                                                What.RENAME_BY_VALUE,
                                                What.RENAME_MAIN))),
                        Arbitraries.of(0, 0, 1),
                        Arbitraries.of(0, 0, 1, 2, 3, 4, 5),
                        Arbitraries.of("allow", "block", "anything"))
                .as(SidebarDeed::new);
    }
}
