package io.parley.http;

import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.List;
import java.util.Optional;

/** What the server serves, by path. */
final class Resources {

    /** The answer on a path where nothing is. */
    static final Refusal NOT_FOUND = Refusal.of(HttpResponseStatus.NOT_FOUND);

    private final List<Resource> inOrder;

    Resources(ServerSettings settings) {
        inOrder = settings.resources();
    }

    /** The first that is at the path of {@code request}. */
    Optional<Resource> find(HttpRequest request) {
        String path = RequestPath.of(request);
        return inOrder.stream().filter(resource -> resource.isAt(path)).findFirst();
    }
}
