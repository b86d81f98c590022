package io.parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DigestCredentialsTest {

    /** As long as all headers together may be: a reader that goes one step deeper with each character has no stack for it. */
    @Test
    void aLongQuotedValueIsRead() {
        String cnonce = "a\\\\".repeat(30_000);
        assertThat(DigestCredentials.parse(
                        "nonce=\"n\", uri=\"/\", response=\"r\", nc=00000001, qop=auth, cnonce=\"" + cnonce + "\""))
                .hasValueSatisfying(read -> assertThat(read.get("cnonce")).hasSize(60_000));
    }

    @Test
    void aQuotedValueThatDoesNotEndIsMalformed() {
        assertThat(DigestCredentials.parse("nonce=\"" + "a".repeat(60_000))).isEmpty();
    }
}
