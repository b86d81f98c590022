package io.parley.codec.xml;

import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Operation;
import io.parley.identity.Version;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** The inner {@code ccmpResponse} (RFC 6503 section 5.2), in the order of the schema. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(
        propOrder = {
            "confUserID",
            "confObjID",
            "operation",
            "responseCode",
            "responseString",
            "version",
            SpecialisedParameters.NAME
        })
final class ResponseParameters {
    @Nullable
    String confUserID;

    @Nullable
    String confObjID;

    @Nullable
    String operation;

    @XmlElement(name = "response-code")
    @Nullable
    String responseCode;

    @XmlElement(name = "response-string")
    @Nullable
    String responseString;

    @Nullable
    String version;

    @Nullable
    SpecialisedParameters specialised;

    /** The parameters of {@code response}. */
    static ResponseParameters of(CcmpResponse response) {
        ResponseParameters parameters = new ResponseParameters();
        parameters.confUserID = response.confUserId();
        parameters.confObjID = response.confObjId().orElse(null);
        parameters.operation = response.operation().map(Operation::word).orElse(null);
        parameters.responseCode = Integer.toString(response.code().number());
        parameters.responseString = response.reason().isEmpty() ? null : response.reason();
        parameters.version = response.version().map(Version::toString).orElse(null);
        parameters.specialised = response.message()
                .map(message -> SpecialisedParameters.of(message, response.body()))
                .orElse(null);
        return parameters;
    }
}
