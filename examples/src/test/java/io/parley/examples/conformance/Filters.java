package io.parley.examples.conformance;

import io.parley.ccmp.Body;
import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.document.Info;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lists that are narrowed by an expression, and the identities in them. */
final class Filters {

    private Filters() {}

    static CcmpRequest filtered(Message list, String user, String expression) {
        return CcmpRequest.of(list, user).body(new Body.Filter(expression, Map.of()));
    }

    static List<String> conferences(House house, String user, String expression) {
        return uris(house.done(filtered(Message.CONFS, user, expression)));
    }

    static List<String> blueprints(House house, String user, String expression) {
        return uris(house.done(filtered(Message.BLUEPRINTS, user, expression)));
    }

    /** The identities of the objects in a list, in its order. */
    static List<String> uris(CcmpResponse list) {
        List<String> uris = new ArrayList<>();
        list.body()
                .info()
                .ifPresent(info -> info.children(Info.ENTRY)
                        .forEach(entry -> uris.add(entry.childText(Info.URI).orElse(""))));
        return uris;
    }
}
