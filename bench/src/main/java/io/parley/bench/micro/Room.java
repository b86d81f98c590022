package io.parley.bench.micro;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.codec.xml.filter.XPathFilters;
import io.parley.conference.Conference;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Schema;
import io.parley.engine.Parley;
import io.parley.identity.XconUri;
import io.parley.inmemory.InMemory;

/** A conference of the core in memory, and those who are in it. */
final class Room {

    static final String OWNER = "xcon-userid:owner@example.com";

    private final Parley parley;
    private final String conference;

    /** A conference with so many participants. */
    Room(int participants) {
        this.parley = Parley.builder("example.com", InMemory.open("example.com"))
                .filters(new XPathFilters())
                .build();
        this.conference = create();
        for (int i = 0; i < participants; i++) {
            join(user(i));
        }
    }

    static String user(int number) {
        return "xcon-userid:user" + number + "@example.com";
    }

    /** Makes one more conference. */
    String create() {
        return done(CcmpRequest.of(Message.CONF, OWNER).operation(Operation.CREATE))
                .confObjId()
                .orElseThrow();
    }

    void join(String user) {
        done(CcmpRequest.of(Message.USER, user).operation(Operation.CREATE).on(conference));
    }

    CcmpResponse leave(String user) {
        return done(
                CcmpRequest.of(Message.USER, user).operation(Operation.DELETE).on(conference));
    }

    CcmpResponse retrieve() {
        return done(CcmpRequest.of(Message.CONF, OWNER)
                .operation(Operation.RETRIEVE)
                .on(conference));
    }

    CcmpResponse title(String title) {
        return done(CcmpRequest.of(Message.CONF, OWNER)
                .operation(Operation.UPDATE)
                .on(conference)
                .info(titled(conference(), title)));
    }

    /** The changes that give {@code conference} a title. */
    static Element titled(Conference conference, String title) {
        return Schema.CONFERENCE_INFO
                .empty()
                .withAttribute(
                        io.parley.document.Attributes.ENTITY, conference.id().toString())
                .with(Schema.CONFERENCE_DESCRIPTION.empty().with(Info.DISPLAY_TEXT, title));
    }

    /** What it is now. */
    Conference conference() {
        return parley.conferences().find(XconUri.of(conference)).orElseThrow();
    }

    CcmpResponse done(CcmpRequest request) {
        CcmpResponse response = parley.ccmp().handle(request);
        if (!response.isSuccess()) {
            throw new IllegalStateException(request + ": " + response + " " + response.reason());
        }
        return response;
    }
}
