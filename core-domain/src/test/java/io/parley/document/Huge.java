package io.parley.document;

/** A document of 100,000 users, built once for all tests of what a change of it costs. */
final class Huge {

    static final int USERS = 100_000;
    static final Element DOCUMENT = DocumentArbitraries.withUsers(USERS);

    private Huge() {}

    static Element users() {
        return DOCUMENT.child(Info.USERS).orElseThrow();
    }

    static Element user(int number) {
        return users().entry(Info.USER, "xcon-userid:user" + number + "@example.com")
                .orElseThrow();
    }

    /** The document with another name for one of its users. */
    static Element renamed(int number) {
        Element user = user(number);
        return DOCUMENT.replacing(users(), users().replacing(user, user.with(Info.DISPLAY_TEXT, "Renamed")));
    }
}
