package io.parley.http.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.spec.Requirement;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The lines for a zone that {@code docs/operating.md} shows are found by our own client. */
class ZoneTest {

    private static final Pattern LINE =
            Pattern.compile("(?m)^(\\S+)\\. IN NAPTR (\\d+) (\\d+) \"([^\"]*)\" \"([^\"]*)\" \"([^\"]*)\" (\\S+)$");

    private final DnsStub dns = new DnsStub();

    @AfterEach
    void end() {
        dns.close();
    }

    private static String documented() throws IOException {
        return Files.readString(Path.of("..", "docs", "operating.md"));
    }

    private int publish(String zone) {
        Matcher line = LINE.matcher(zone);
        int lines = 0;
        for (; line.find(); lines++) {
            dns.naptr(
                    line.group(1),
                    Integer.parseInt(line.group(2)),
                    Integer.parseInt(line.group(3)),
                    line.group(4),
                    line.group(5),
                    line.group(6),
                    line.group(7));
        }
        return lines;
    }

    private List<URI> servers(String domain) throws UnreachableException {
        return dns.discovery(domain).lookup().servers(domain).servers();
    }

    @Test
    @Requirement("CCMP-7-07")
    void theLinesThatAreDocumentedLeadToTheServer() throws Exception {
        assertThat(publish(documented())).isEqualTo(2);

        URI server = URI.create("https://confs.example.com/Xcon/Ccmp");
        assertThat(servers("example.com")).containsExactly(server);
        assertThat(servers("example.net")).containsExactly(server);
        assertThat(documented()).contains("\"u\" \"XCON:CCMP\" \"!.*!https://");
    }

    /** Its expression takes no domain at all. */
    @Test
    @Requirement("CCMP-7-07")
    void theLineOfFigure29LeadsNowhere() throws Exception {
        assertThat(publish(documented().replace("!.*!", "!*.!"))).isEqualTo(2);

        assertThatThrownBy(() -> servers("example.com")).isInstanceOf(UnreachableException.class);
    }
}
