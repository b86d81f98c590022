package io.parley.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where call-backs may go, and that nobody can make the server call inside. */
class CallbackAllowTest {

    private static boolean allows(String rule, String host, String address, int port) throws UnknownHostException {
        return CallbackAllow.parse(rule).allows(host, InetAddress.getByName(address), port);
    }

    @Test
    void aNameIsThatNameOnThatPort() throws Exception {
        assertThat(allows("hooks.example.com", "Hooks.Example.COM.", "8.8.8.8", 443))
                .isTrue();
        assertThat(allows("hooks.example.com", "hooks.example.com", "8.8.8.8", 1234))
                .isTrue();
        assertThat(allows("hooks.example.com:443", "hooks.example.com", "8.8.8.8", 444))
                .isFalse();
        assertThat(allows("hooks.example.com", "evil.hooks.example.com", "8.8.8.8", 443))
                .isFalse();
        assertThat(allows("hooks.example.com", "8.8.8.8", "8.8.8.8", 443)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.1.2.3",
                "0.0.0.0",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "192.0.2.1",
                "198.18.0.1",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "2001:db8::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b::a00:1",
                "2002:7f00:1::1",
                "2002:a00:1::1",
                "::127.0.0.1",
                "fec0::1",
                "2001::1"
            })
    void noNameAndNoWideRangeLeadsInside(String address) throws Exception {
        assertThat(allows("hooks.example.com", "hooks.example.com", address, 443))
                .isFalse();
        assertThat(allows("0.0.0.0/0", "hooks.example.com", address, 443)).isFalse();
        assertThat(allows("::/0", "hooks.example.com", address, 443)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"8.8.8.8", "172.32.0.1", "100.128.0.1", "192.1.2.3", "2001:4860:4860::8888", "64:ff9b::808:808"})
    void whatIsOutsideIsReached(String address) throws Exception {
        assertThat(allows("hooks.example.com", "hooks.example.com", address, 443))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1,127.0.0.1,true",
        "127.0.0.0/8,127.9.9.9,true",
        "10.0.0.0/8,10.1.2.3,true",
        "10.0.0.0/8,11.1.2.3,false",
        "10.0.0.0/7,10.1.2.3,false",
        "10.0.0.0/7,11.1.2.3,true",
        "192.168.7.0/24,192.168.7.255,true",
        "192.168.7.0/24,192.168.8.0,false",
        "192.168.7.129/25,192.168.7.130,true",
        "::1/128,::1,true",
        "fd00::/8,fd12::1,true",
        "fd00::/8,fe80::1,false",
        "8.8.8.0/24,8.8.8.8,true",
    })
    void anAddressIsListedByItselfOrByItsRange(String rule, String address, boolean allowed) throws Exception {
        assertThat(allows(rule, address, address, 80)).isEqualTo(allowed);
    }

    @Test
    void anAddressMayHaveAPort() throws Exception {
        assertThat(allows("127.0.0.1:8081", "localhost", "127.0.0.1", 8081)).isTrue();
        assertThat(allows("127.0.0.1:8081", "localhost", "127.0.0.1", 8082)).isFalse();
        assertThat(allows("[::1]:8081", "localhost", "::1", 8081)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a b", "http://a", "a/b", "10.0.0.0/33", "::/129", "a:0", "a:65536", "*", "999.1.1.1", "a@b"
            })
    void whatSaysNeitherIsRefused(String text) {
        assertThatThrownBy(() -> CallbackAllow.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
