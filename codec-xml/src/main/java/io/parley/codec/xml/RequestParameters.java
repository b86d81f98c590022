package io.parley.codec.xml;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.Operation;
import io.parley.identity.Version;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** The inner {@code ccmpRequest} (RFC 6503 section 5.1), in the order of the schema. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(
        propOrder = {
            "subject",
            "confUserID",
            "confObjID",
            "operation",
            "conferencePassword",
            "version",
            SpecialisedParameters.NAME
        })
final class RequestParameters {
    @Nullable
    SubjectParameters subject;

    @Nullable
    String confUserID;

    @Nullable
    String confObjID;

    @Nullable
    String operation;

    @XmlElement(name = "conference-password")
    @Nullable
    String conferencePassword;

    @Nullable
    String version;

    @Nullable
    SpecialisedParameters specialised;

    /** The parameters of {@code request}. */
    static RequestParameters of(CcmpRequest request) {
        RequestParameters parameters = new RequestParameters();
        parameters.subject = request.subject().map(SubjectParameters::of).orElse(null);
        parameters.confUserID = request.confUserId().orElse(null);
        parameters.confObjID = request.confObjId().orElse(null);
        parameters.operation = request.operation().map(Operation::word).orElse(null);
        parameters.conferencePassword = request.conferencePassword().orElse(null);
        parameters.version = request.version().map(Version::toString).orElse(null);
        parameters.specialised = Direction.REQUEST
                .specialised(request.message())
                .map(part -> SpecialisedParameters.of(request.message(), request.body()))
                .orElse(null);
        return parameters;
    }
}
