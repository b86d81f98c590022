package io.parley.http;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line a request, of the form {@code key=value key=value ...}, to the logger {@value #NAME} at level INFO. Values hold no blank;
 * what there is none of is {@code -}.
 */
final class AccessLog implements ServerObserver {

    static final String NAME = "io.parley.http.access";

    private static final Logger LOG = LoggerFactory.getLogger(NAME);

    @Override
    public void served(ServedRequest request) {
        if (LOG.isInfoEnabled()) {
            LOG.info(line(request));
        }
    }

    static String line(ServedRequest request) {
        return "method=" + request.method()
                + " path=" + request.path()
                + " message=" + orDash(request.message())
                + " operation=" + orDash(request.operation())
                + " conference=" + orDash(request.conference())
                + " code=" + orDash(request.code())
                + " status=" + (request.status() == 0 ? "-" : Integer.toString(request.status()))
                + " bytes=" + request.bytes()
                + " ms=" + request.time().toMillis()
                + " peer=" + request.peer()
                + " incident=" + orDash(request.incident());
    }

    private static String orDash(Optional<String> value) {
        return value.orElse("-");
    }
}
