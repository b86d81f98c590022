package io.parley.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the program says when it serves nobody. */
class CommandLineTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    serve --foo                                          | Unknown option: '--foo'
                    serve extra                                          | Unmatched argument at index 1: 'extra'
                    sreve                                                | Unmatched argument at index 0: 'sreve'
                    serve --http                                         | Missing required parameter for option '--http' (HOST:PORT)
                    serve --http 8080                                    | --http 8080: HOST:PORT is wanted
                    serve --http ::1:8080                                | --http ::1:8080: HOST:PORT is wanted
                    serve --http 127.0.0.1:65536                         | --http 127.0.0.1:65536: a port is at most 65535
                    serve --http [12345::1]:0                           | --http [12345::1]:0: the host has no address
                    serve --path Xcon                                    | --path Xcon: Not an absolute path
                    serve --domain a@b                                   | --domain a@b: the name of a host is wanted
                    serve --users many                                   | --users many: one of open, closed is wanted
                    serve --subject yes                                  | --subject yes: one of off, optional, required is wanted
                    serve --admin root                                   | --admin root: not an XCON-USERID
                    serve --max-body 0                                   | --max-body 0: a number from 1
                    serve --max-body 1K                                  | --max-body 1K: a number from 1
                    serve --max-conferences -1                           | --max-conferences -1: a number from 0
                    serve --max-conferences-per-owner many               | --max-conferences-per-owner many: a number from 0
                    serve --max-users 1e3                                | --max-users 1e3: a number from 0
                    serve --max-participants 1.5                         | --max-participants 1.5: a number from 0
                    serve --max-sidebars x                               | --max-sidebars x: a number from 0
                    serve --max-document-size 1M                         | --max-document-size 1M: a number from 0
                    serve --history 9999999999                           | --history 9999999999: a number from 0
                    serve --service-timeout 0                            | --service-timeout 0: a number of seconds above 0
                    serve --service-timeout 0.000                        | --service-timeout 0.000: a number of seconds above 0
                    serve --service-timeout soon                         | --service-timeout soon: a number of seconds above 0
                    serve --blueprints /no/such/directory                | --blueprints /no/such/directory: no directory
                    serve --user alice                                   | --user alice: NAME:PASSWORD
                    serve --user alice:secret:sip:alice@example.com      | --user alice:...: NAME:PASSWORD
                    serve --user alice:secret:xcon-userid:a*@example.com | --user alice:...: not an XCON-USERID
                    serve --user a:x --user a:y                          | --user a:...: the name is there twice
                    watch                                                | Missing required parameter: 'SIP-URI'
                    watch xcon:1@example.com                             | SIP-URI xcon:1@example.com: sip:NAME@HOST is wanted
                    watch sip:1@example.com --as bob                     | --as bob: sip:NAME@HOST is wanted
                    watch sip:1@example.com --server here                | --server here: HOST:PORT is wanted
                    serve --sip-host a:b                                 | --sip-host a:b: HOST:PORT is wanted
                    serve --sip-auth basic                               | --sip-auth basic: one of off, digest, certificate is wanted
                    serve --sip-trusted no.such.host.invalid             | --sip-trusted no.such.host.invalid: the host has no address
                    serve --sip-max-connections 0                        | --sip-max-connections 0: a number from 1
                    serve --sip-max-connections-per-address many         | --sip-max-connections-per-address many: a number from 1
                    serve --sip-max-transactions -1                      | --sip-max-transactions -1: a number from 1
                    serve --sip-max-transactions-per-address 1.5         | --sip-max-transactions-per-address 1.5: a number from 1
                    serve --sip-max-waiting 1K                           | --sip-max-waiting 1K: a number from 1
                    demo --foo                                           | Unknown option: '--foo'
                    """)
    void whatIsWrongIsOneLineAndStatus2(String commandLine, String message) {
        Run run = Run.of(commandLine.split(" +"));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).hasSize(1).first().asString().startsWith("parley-server: " + message);
    }

    @Test
    void nothingToDoIsMisuse() {
        assertThat(Run.of())
                .isEqualTo(new Run(
                        2,
                        "",
                        "parley-server: say what to do: serve, demo, call or watch, or --help"
                                + System.lineSeparator()));
    }

    @Test
    void noComplaintShowsAPassword() {
        assertThat(Run.of("serve", "--user", "alice:secret:nonsense").err()).doesNotContain("secret");
    }

    @Test
    void twoUsersCannotHaveOneContact() {
        Run run = Run.of(
                "serve",
                "--user",
                "a:x:xcon-userid:a@example.com:sip:one@example.com",
                "--user",
                "b:y:xcon-userid:b@example.com:sip:one@example.com");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err().lines())
                .hasSize(1)
                .first()
                .asString()
                .contains("--user b:...: sip:one@example.com belongs to");
    }

    @Test
    void aPortInUseIsNamed() throws IOException {
        try (RunningServer first = RunningServer.with()) {
            Run second = Run.of("serve", "--http", first.address());

            assertThat(second.status()).isEqualTo(2);
            assertThat(second.out()).isEmpty();
            assertThat(second.err().lines())
                    .hasSize(1)
                    .first()
                    .asString()
                    .startsWith("parley-server: --http " + first.address() + ": ");
        }
    }

    @ParameterizedTest
    @CsvSource({"-h", "--help", "serve -h", "serve --help", "demo -h"})
    void helpExplains(String commandLine) {
        Run run = Run.of(commandLine.split(" "));

        assertThat(run.status()).isZero();
        assertThat(run.out()).startsWith("Usage: parley-server");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void helpNamesEveryOptionAndWhatAPasswordMayNotHold() {
        assertThat(Run.of("serve", "-h").out())
                .contains("--http", "--path", "--domain", "--users", "--subject", "--user", "--admin", "--blueprints")
                .contains("--max-body", "may not contain ':'")
                .contains("--max-conferences", "--max-conferences-per-owner", "--max-users", "--max-participants")
                .contains("--sip-max-connections", "--sip-max-connections-per-address", "--sip-max-transactions")
                .contains("--sip-max-transactions-per-address", "--sip-max-waiting")
                .contains("--max-sidebars", "--max-document-size", "--history", "--service-timeout");
    }

    @Test
    void theVersionIsALine() {
        assertThat(Run.of("--version").out().lines())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("parley-server ");
    }

    @Test
    void theDemoGoesAsTheRfcShowsAndByBothProtocols() {
        Run run = Run.of("demo");

        assertThat(run.out().lines().filter(line -> line.startsWith("6."))).hasSize(9);
        assertThat(run.out().lines().filter(line -> line.startsWith("       Carol: ")))
                .hasSize(10);
        assertThat(run.out())
                .contains("Alice writes, and Bob reads          Hello Bob")
                .contains("Carol: - sip:bob@example.com", "All as it has to be.");
        assertThat(run.status()).as(run.out()).isZero();
    }
}
