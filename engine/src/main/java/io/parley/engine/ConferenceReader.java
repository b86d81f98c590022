package io.parley.engine;

import io.parley.c3p.Answer;
import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.C3pRole;
import io.parley.c3p.ConferenceCommand.GetConference;
import io.parley.c3p.FilterRules;
import io.parley.c3p.Reason;
import io.parley.conference.Conference;
import io.parley.document.Element;
import io.parley.focus.DialogId;
import io.parley.focus.Focus;
import io.parley.focus.Mcu;
import io.parley.focus.Provisioning;
import io.parley.ports.in.FocusService.McuId;
import java.util.Optional;

/** Reads of a conference what its participants may know of it (MS-CONFBAS section 3.12). */
final class ConferenceReader {

    /** Composes the documents of watchers. */
    interface FullDocuments {
        /**
         * All of {@code conference} as whoever has {@code dialog} would get it first if he began to watch now, with the version of the
         * subscription that he has, if he has one.
         */
        Element full(Conference conference, DialogId dialog);
    }

    private final FullDocuments documents;
    private final Sealing sealing;

    ConferenceReader(FullDocuments documents, Sealing sealing) {
        this.documents = documents;
        this.sealing = sealing;
    }

    /** {@code getConference} to the focus: the roster, and where a certificate was sent the secrets in envelopes for it. */
    C3pResponse read(Conference conference, DialogId dialog, C3pRequest request) {
        C3pResponse response =
                C3pResponse.success(request, new Answer.OfConference(documents.full(conference, dialog)));
        Optional<String> certificate =
                request.command() instanceof GetConference get ? get.certificate() : Optional.empty();
        if (certificate.isEmpty()) {
            return response;
        }
        Provisioning.Secrets secrets = conference
                .focus()
                .map(Focus::provisioning)
                .map(Provisioning::secrets)
                .orElse(Provisioning.Secrets.NONE);
        return sealing.seal(secrets, certificate.get())
                .map(inEnvelopes -> inEnvelopes.in(response))
                .orElseGet(() -> C3pResponse.failure(request, Reason.INVALID_ENCRYPTION_KEY, new Answer.Nothing()));
    }

    /** Whether participants of that role may lift the blocks of their own media at {@code mcu}, as far as that has told. */
    boolean mayModifyOwnFilters(Conference conference, Optional<McuId> mcu, boolean presenter) {
        C3pRole role = presenter ? C3pRole.PRESENTER : C3pRole.ATTENDEE;
        return mcu.flatMap(id -> FocusEngine.instance(conference)
                        .flatMap(instance -> instance.mcus().get(id.type())))
                .flatMap(Mcu::view)
                .map(view -> new FilterRules(view).mayModifyOwnFilters(role))
                .orElseGet(() -> FilterRules.unsaid(role));
    }
}
