package io.parley.codec.xml;

import io.parley.ccmp.Subject;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** {@code subject} of a request (RFC 6503 section 5.1); RFC 6504 figure 14 writes the password under another name. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(propOrder = {"username", "password", "conferencePassword"})
final class SubjectParameters {
    @Nullable
    String username;

    @Nullable
    String password;

    @XmlElement(name = "conference-password")
    @Nullable
    String conferencePassword;

    /** The parameters of {@code subject}. */
    static SubjectParameters of(Subject subject) {
        SubjectParameters parameters = new SubjectParameters();
        parameters.username = subject.username().orElse(null);
        parameters.password = subject.password().orElse(null);
        return parameters;
    }
}
