package io.parley.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** URLs of call-backs. */
class CallbackTargetTest {

    @Test
    void aUrlIsTakenApart() {
        assertThat(CallbackTarget.parse("https://Hooks.example.com/a%20b?c=d", false))
                .isEqualTo(new CallbackTarget(true, "hooks.example.com", 443, "/a%20b?c=d"));
        assertThat(CallbackTarget.parse("http://[::1]:81", true)).isEqualTo(new CallbackTarget(false, "::1", 81, "/"));
        assertThat(CallbackTarget.parse("http://[::1]:81", true).authority()).isEqualTo("[::1]:81");
        assertThat(CallbackTarget.parse("https://a:443/", true).authority()).isEqualTo("a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://a.example/",
                "ftp://a.example/",
                "file:///etc/passwd",
                "//a.example/",
                "a.example",
                "https:///x",
                "https://user:pw@a.example/",
                "https://a.example/#f",
                "https://a.example/ x",
                "https://a.example/\r\nX: y",
                "https://a.example:0/",
                "https://a.example:99999/",
                "https://\u00e4.example/",
                "https:a"
            })
    void whatIsNoUsableUrlIsRefusedAndNotQuoted(String url) {
        assertThatThrownBy(() -> CallbackTarget.parse(url, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("url: ")
                .hasMessageNotContaining("a.example");
    }

    @Test
    void theFirstAddressThatIsAllowedIsTaken() throws Exception {
        Callbacks settings = Callbacks.to(List.of(CallbackAllow.parse("hooks.example.com")));
        CallbackTarget target = CallbackTarget.parse("https://hooks.example.com/", false);
        assertThat(target.address(settings, host -> addresses("10.0.0.1", "8.8.8.8")))
                .hasValueSatisfying(address ->
                        assertThat(address.getAddress().getHostAddress()).isEqualTo("8.8.8.8"));
        assertThat(target.address(settings, host -> addresses("10.0.0.1", "::1")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://2130706433/",
                "https://0x7f.1/",
                "https://0177.0.0.1/",
                "https://127.1/",
                "https://localhost/"
            })
    void otherWaysToWriteLoopbackLeadNowhere(String url) throws Exception {
        Callbacks settings = Callbacks.to(List.of(CallbackAllow.parse("0.0.0.0/0"), CallbackAllow.parse("localhost")));
        CallbackTarget target;
        try {
            target = CallbackTarget.parse(url, false);
        } catch (IllegalArgumentException refused) {
            return;
        }
        assertThat(target.address(settings, host -> addresses("127.0.0.1"))).isEmpty();
    }

    private static InetAddress[] addresses(String... literals) {
        InetAddress[] addresses = new InetAddress[literals.length];
        for (int i = 0; i < literals.length; i++) {
            try {
                addresses[i] = InetAddress.getByName(literals[i]);
            } catch (java.net.UnknownHostException e) {
                throw new AssertionError(e);
            }
        }
        return addresses;
    }
}
