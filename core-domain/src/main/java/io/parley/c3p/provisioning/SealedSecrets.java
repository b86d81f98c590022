package io.parley.c3p.provisioning;

import io.parley.c3p.Answer;
import io.parley.c3p.C3pNames;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.C3pSchema;
import io.parley.c3p.CommandResponse;
import io.parley.document.Element;
import io.parley.document.ElementType;
import java.util.Optional;

/**
 * The secrets of a conference in envelopes for one certificate, each DER in base64 (MS-CONFBAS sections 2.2.2.4 and 3.12.4.1).
 *
 * @param key the conference key
 * @param webInternal the URL to join from inside
 * @param webExternal the URL to join from outside
 */
public record SealedSecrets(Optional<String> key, Optional<String> webInternal, Optional<String> webExternal) {

    /** The {@code uri} of entries whose URL is in an envelope (MS-CONFBAS section 4.4.7). */
    static final String ENCRYPTED = "http://schemas.microsoft.com/2008/05/confxmlenc#content";

    /** {@code response}, with them in the conference that it tells of. */
    public C3pResponse in(C3pResponse response) {
        return response.command()
                .filter(command -> command.answer() instanceof Answer.OfConference)
                .map(command -> {
                    Answer.OfConference answer = (Answer.OfConference) command.answer();
                    return response.with(new CommandResponse(
                            command.name(),
                            command.reason(),
                            command.mcuUri(),
                            new Answer.OfConference(in(answer.conferenceInfo()))));
                })
                .orElse(response);
    }

    /** {@code info}, a {@code ci:conference-info}, with them in it. */
    public Element in(Element info) {
        if (key.isEmpty() && webInternal.isEmpty() && webExternal.isEmpty()) {
            return info;
        }
        Element description = info.child(Words.DESCRIPTION).orElseGet(ElementType.foreign(Words.DESCRIPTION)::empty);
        Element uris = description.child(Words.CONF_URIS).orElseGet(ElementType.foreign(Words.CONF_URIS)::empty);
        uris = with(with(uris, Words.WEB_INTERNAL, webInternal), Words.WEB_EXTERNAL, webExternal);
        Element told = uris.elements().isEmpty()
                ? description
                : description.without(Words.CONF_URIS).with(uris);
        if (key.isPresent()) {
            told = told.with(envelope(ElementType.foreign(Words.CONFERENCE_KEY), key.get()));
        }
        return C3pSchema.CONFERENCE_INFO.arranged(
                info.without(Words.DESCRIPTION).with(told));
    }

    private static Element with(Element uris, String purpose, Optional<String> url) {
        return url.map(der -> uris.with(ElementType.foreign(C3pNames.ENTRY)
                        .empty()
                        .with(Words.URI, ENCRYPTED)
                        .with(Words.PURPOSE, purpose)
                        .with(ElementType.foreign(C3pNames.SEPARATOR).empty())
                        .with(envelope(ElementType.foreign(Words.ENCRYPTED_URI), der))))
                .orElse(uris);
    }

    private static Element envelope(ElementType type, String der) {
        return type.empty().with(Words.CMS_DATA, der);
    }
}
