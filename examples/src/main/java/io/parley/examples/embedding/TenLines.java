package io.parley.examples.embedding;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.conference.Conferences;
import io.parley.document.Element;
import io.parley.engine.Parley;
import io.parley.identity.XconUri;
import io.parley.inmemory.InMemory;

/** The least that a program needs: the engine over ports in memory, no transport. */
public final class TenLines {

    private TenLines() {}

    /** Prints {@code confResponse 200 Success on xcon:...@example.com version 3}. */
    public static void main(String[] arguments) {
        // README: begin
        InMemory memory = InMemory.open("example.com");
        Parley parley = Parley.builder("example.com", memory).build();
        CcmpRequest alice = CcmpRequest.of(Message.CONF, "xcon-userid:alice@example.com");
        CcmpRequest bob = CcmpRequest.of(Message.USER, "xcon-userid:bob@example.com");
        CcmpResponse created = parley.ccmp().handle(alice.operation(Operation.CREATE));
        String id = created.confObjId().orElseThrow();
        Element title = Conferences.changes(XconUri.of(id)).title("Weekly").build();
        parley.ccmp().handle(alice.on(id).operation(Operation.UPDATE).info(title));
        parley.ccmp().handle(bob.on(id).operation(Operation.CREATE));
        System.out.println(parley.ccmp().handle(alice.on(id).operation(Operation.RETRIEVE)));
        // README: end
    }
}
