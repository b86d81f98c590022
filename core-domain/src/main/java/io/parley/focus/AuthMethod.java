package io.parley.focus;

/** As what somebody is known to the focus: {@code authMethod} of an endpoint (MS-CONFBAS section 2.2.2.6). */
public enum AuthMethod {
    /** A user of our own domain. */
    ENTERPRISE("enterprise"),
    /** A user of another domain. */
    FEDERATED("federated"),
    /** Somebody who shows no identity. */
    ANONYMOUS("anonymous");

    private final String word;

    AuthMethod(String word) {
        this.word = word;
    }

    /** As it is written. */
    public String word() {
        return word;
    }
}
