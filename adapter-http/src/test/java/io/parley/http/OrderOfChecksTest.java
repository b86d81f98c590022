package io.parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;

/** A request with several faults gets the status of the first in one fixed order. */
class OrderOfChecksTest {

    private static final int MOST_BYTES = 100;

    /** The faults in the order in which they are found. */
    private enum Fault {
        MALFORMED(400),
        VERSION(505),
        TRANSFER_CODING(501),
        HOST(400),
        PATH(404),
        METHOD(405),
        EXPECT(501),
        CONDITION(412),
        CONTENT_TYPE(406),
        ACCEPT(406),
        SIZE(413);

        private final int status;

        Fault(int status) {
            this.status = status;
        }
    }

    @Property(tries = 300)
    void theFirstFaultDecides(@ForAll @NotEmpty Set<Fault> faults) {
        Echo echo = new Echo();
        try (Pipe pipe = new Pipe(echo.server().maxBodyBytes(MOST_BYTES))) {
            Answer answer = pipe.send(request(faults)).answer();
            assertThat(answer.status()).isEqualTo(firstOf(faults).status);
            assertThat(echo.seen()).isEmpty();
        }
    }

    private static Fault firstOf(Set<Fault> faults) {
        return faults.stream().sorted().findFirst().orElseThrow();
    }

    private static String request(Set<Fault> faults) {
        // A transfer coding goes without a length; that both together are malformed is another test's matter.
        boolean chunked = faults.contains(Fault.TRANSFER_CODING) && !faults.contains(Fault.VERSION);
        return (faults.contains(Fault.METHOD) ? "GET " : "POST ")
                + (faults.contains(Fault.PATH) ? "/other" : "/Xcon/Ccmp")
                + (faults.contains(Fault.VERSION) ? " HTTP/2.0\r\n" : " HTTP/1.1\r\n")
                + (faults.contains(Fault.HOST) ? "" : "Host: localhost\r\n")
                + (faults.contains(Fault.EXPECT) ? "Expect: 100-continue\r\n" : "")
                + (faults.contains(Fault.CONDITION) ? "If-Match: *\r\n" : "")
                + (faults.contains(Fault.CONTENT_TYPE)
                        ? "Content-Type: text/xml\r\n"
                        : "Content-Type: application/ccmp+xml\r\n")
                + (faults.contains(Fault.ACCEPT) ? "Accept: text/xml\r\n" : "")
                + (faults.contains(Fault.MALFORMED) ? "no colon\r\n" : "")
                + (chunked
                        ? "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"
                        : faults.contains(Fault.SIZE)
                                ? "Content-Length: 101\r\n\r\n"
                                : "Content-Length: 4\r\n\r\nbody");
    }
}
