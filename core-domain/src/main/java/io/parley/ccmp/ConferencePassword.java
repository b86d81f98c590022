package io.parley.ccmp;

import io.parley.conference.Conference;
import io.parley.conference.Kind;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Xcon;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The passwords of a conference (RFC 6501 section 4.2.6): any of those in its {@code conf-uris} opens it. */
final class ConferencePassword {

    private ConferencePassword() {}

    static Optional<Rejection> refusal(Conference conference, CcmpRequest request) {
        List<String> passwords = of(conference);
        if (passwords.isEmpty()) {
            return Optional.empty();
        }
        if (request.conferencePassword().isEmpty()) {
            return Optional.of(new Rejection(
                    ResponseCode.CONFERENCE_PASSWORD_REQUIRED, conference.id() + " wants a conference-password"));
        }
        return isOneOf(passwords, request.conferencePassword().get())
                ? Optional.empty()
                : Optional.of(new Rejection(
                        ResponseCode.INVALID_CONFERENCE_PASSWORD,
                        "the conference-password does not open " + conference.id()));
    }

    /** Takes as long for a password that is nearly right as for one that is not. */
    private static boolean isOneOf(List<String> passwords, String given) {
        boolean right = false;
        for (String password : passwords) {
            int difference = password.length() ^ given.length();
            for (int i = 0; i < given.length(); i++) {
                difference |= given.charAt(i) ^ (i < password.length() ? password.charAt(i) : '\0');
            }
            right |= difference == 0;
        }
        return right;
    }

    private static List<String> of(Conference conference) {
        List<String> passwords = new ArrayList<>();
        if (conference.kind() != Kind.BLUEPRINT) {
            conference
                    .document()
                    .at(Info.CONFERENCE_DESCRIPTION, Info.CONF_URIS)
                    .ifPresent(uris -> {
                        for (Element entry : uris.children(Info.ENTRY)) {
                            entry.children(Xcon.CONFERENCE_PASSWORD)
                                    .forEach(password -> passwords.add(password.text()));
                        }
                    });
        }
        return passwords;
    }
}
