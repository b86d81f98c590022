package io.parley.sip.focus;

import io.parley.c3p.Answer;
import io.parley.c3p.C3pEndpoint;
import io.parley.c3p.C3pNames;
import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.C3pRole;
import io.parley.c3p.C3pUser;
import io.parley.c3p.Carrier;
import io.parley.c3p.DocumentFaults;
import io.parley.c3p.SipEnvelope;
import io.parley.c3p.UserCommand.AddUser;
import io.parley.c3p.UserCommand.EndorseUser;
import io.parley.codec.c3p.C3pReading;
import io.parley.conference.Conference;
import io.parley.document.ElementType;
import io.parley.document.Name;
import io.parley.focus.Focus;
import io.parley.identity.SipUri;
import io.parley.participation.Joining;
import io.parley.participation.Refusal;
import io.parley.ports.in.FocusService.Device;
import io.parley.ports.in.FocusService.Endorsement;
import io.parley.sip.authentication.Identified;
import io.parley.sip.dialog.IncomingInvite;
import io.parley.sip.dialog.IncomingRequest;
import io.parley.sip.dialog.Session;
import io.parley.sip.dialog.SessionEnd;
import io.parley.sip.dialog.SessionHandler;
import io.parley.sip.message.NameAddress;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import io.parley.sip.stack.Peer;
import java.util.List;
import java.util.Optional;

/** Answers INVITE to a conference: who joins, and who endorses (MS-CONFBAS sections 3.2 and 3.3). The checks are in the order of the text. */
record Invitations(Reception reception) {

    private static final String ON_BEHALF = "p-session-on-behalf-of";
    private static final Name ACCESS_METHOD = C3pNames.msci("accessMethod");
    private static final Name EPID = C3pNames.msci("epid");
    private static final Name ENDPOINT_URI = C3pNames.msci("endpoint-uri");
    private static final Name SIP_INSTANCE = C3pNames.msci("sip-instance");

    /** An INVITE whose body was understood. */
    private record Understood(
            SipRequest sip, C3pRequest request, Dialect dialect, SipEnvelope envelope, SipUri target) {}

    void came(IncomingInvite invite) {
        SipRequest sip = invite.request();
        Optional<SipEnvelope> around = reception.envelope(Carrier.INVITE, sip);
        if (around.isEmpty()) {
            invite.reject(Replies.malformed("From and To have to be SIP URIs"));
            return;
        }
        Optional<SipResponse> fault = Replaces.fault(sip, reception.calls());
        if (fault.isPresent()) {
            invite.reject(fault.get());
            return;
        }
        SipEnvelope envelope = around.get();
        Optional<Dialect> dialect = reception.dialect(sip.body());
        SipUri target = reception.target(sip).orElseGet(envelope::to);
        Optional<Conference> conference = reception.ports().focus().find(target);
        if (dialect.isEmpty()) {
            if (reception.ports().focus().isFactory(target)) {
                new MediaCalls(reception).founds(invite, target);
            } else if (conference.isEmpty()) {
                invite.reject(Replies.NOT_FOUND);
            } else {
                new MediaCalls(reception).came(invite, target, conference.get());
            }
            return;
        }
        C3pReading reading = reception.replies().codec().readRequest(sip.body().bytes());
        if (reading instanceof C3pReading.Unreadable unreadable) {
            invite.reject(
                    conference.isEmpty()
                            ? Replies.NOT_FOUND
                            : reception.replies().unreadable(dialect.get(), unreadable.fault(), envelope));
            return;
        }
        C3pRequest request = ((C3pReading.Read) reading).request();
        if (conference.isEmpty()) {
            invite.reject(reception
                    .replies()
                    .refused(
                            dialect.get(),
                            request,
                            new Refusal(Refusal.Kind.NO_CONFERENCE, "there is no conference " + target)));
            return;
        }
        understood(invite, new Understood(sip, request, dialect.get(), envelope, target), conference.get());
    }

    private void understood(IncomingInvite invite, Understood call, Conference conference) {
        Optional<SipResponse> refusal = fault(call).or(() -> onBehalf(call));
        if (refusal.isPresent()) {
            invite.reject(refusal.get());
            return;
        }
        Identified identified =
                reception.settings().authentication().identify(call.sip(), invite.peer(), key(conference));
        if (identified instanceof Identified.Refused refused) {
            invite.reject(refused.response());
            return;
        }
        Identified.As proof = (Identified.As) identified;
        if (call.request().command() instanceof AddUser addUser) {
            join(invite, call, conference, proof, located(addUser, invite.peer()));
        } else if (call.request().command() instanceof EndorseUser endorseUser) {
            endorse(invite, call, proof, endorseUser);
        }
    }

    /** With where the device has come in, which no client says itself (section 2.2.2.6). */
    private AddUser located(AddUser addUser, Peer peer) {
        Optional<AccessMethod> access = reception.settings().edge().accessOf(peer);
        List<C3pEndpoint> endpoints = addUser.user().endpoints().stream()
                .map(endpoint -> endpoint.without(ACCESS_METHOD))
                .map(endpoint -> access.map(found -> endpoint.with(
                                ElementType.foreign(ACCESS_METHOD).empty().withText(found.word())))
                        .orElse(endpoint))
                .toList();
        return new AddUser(
                addUser.conferenceKeys(),
                addUser.user().withEndpoints(endpoints),
                addUser.mcuUri(),
                addUser.allowSessionReplace());
    }

    static Optional<String> key(Conference conference) {
        return conference
                .focus()
                .map(Focus::provisioning)
                .flatMap(it -> it.secrets().key());
    }

    private Optional<SipResponse> fault(Understood call) {
        Optional<String> fault =
                DocumentFaults.ofInvite(call.request()).or(() -> DocumentFaults.first(call.request(), call.envelope()));
        return fault.map(text -> reception.replies().malformed(call.dialect(), call.request(), text));
    }

    /** Header and element say the same, and it is allowed (section 3.2.4.2). */
    private Optional<SipResponse> onBehalf(Understood call) {
        Optional<SipUri> header = call.sip()
                .header(ON_BEHALF)
                .flatMap(NameAddress::parse)
                .map(NameAddress::uri)
                .flatMap(SipUri::parse);
        boolean hasHeader = call.sip().header(ON_BEHALF).isPresent();
        Optional<SipUri> element = call.request().command() instanceof AddUser addUser
                ? addUser.user().endpoint().flatMap(C3pEndpoint::sessionOnBehalfOf)
                : Optional.empty();
        if (!hasHeader && element.isEmpty()) {
            return Optional.empty();
        }
        boolean agree = header.isPresent()
                && element.filter(uri -> !call.envelope().same(uri, header.get()))
                        .isEmpty();
        return agree && reception.settings().delegation().allows(call.envelope().from(), header.orElseThrow())
                ? Optional.empty()
                : Optional.of(reception
                        .replies()
                        .refused(
                                call.dialect(),
                                call.request(),
                                new Refusal(
                                        Refusal.Kind.FORBIDDEN,
                                        call.envelope().from() + " may not join on behalf of another")));
    }

    private void join(
            IncomingInvite invite, Understood call, Conference conference, Identified.As proof, AddUser addUser) {
        String contact = Dialogs.device(call.sip());
        Call begun = new Call(
                reception,
                Dialogs.of(invite.id()),
                conference.id(),
                call.target(),
                proof.sender(),
                Optional.of(call.dialect()),
                contact,
                invite::execute);
        reception.calls().add(begun);
        Joining.Answer answer;
        try {
            answer = reception
                    .ports()
                    .focus()
                    .join(proof.sender(), call.target(), device(begun, call.sip(), addUser.user()));
        } catch (RuntimeException fault) {
            reception.calls().remove(begun);
            throw fault;
        }
        if (answer instanceof Joining.Refused refused) {
            reception.calls().remove(begun);
            invite.reject(reception.replies().refused(call.dialect(), call.request(), refused.refusal()));
            return;
        }
        C3pRole role = ((Joining.Joined) answer).presenter() ? C3pRole.PRESENTER : C3pRole.ATTENDEE;
        C3pResponse granted = C3pResponse.success(
                call.request(),
                Answer.OfUser.of(
                        addUser.conferenceKeys(),
                        C3pUser.of(addUser.user().entity()).withRole(role)));
        begun.accepted(invite.accept(
                proof.confirmed(success(invite, call, granted)),
                begun,
                reception.settings().ofC3p()));
    }

    private SipResponse success(IncomingInvite invite, Understood call, C3pResponse response) {
        SipResponse accepted = reception
                .accepted(call.target(), invite)
                .with(reception.replies().body(call.dialect(), response));
        return Replies.keptAlive(call.sip(), accepted);
    }

    private Device device(Call call, SipRequest sip, C3pUser user) {
        Optional<C3pEndpoint> endpoint = user.endpoint();
        return new Device(
                call.id(),
                call.contact(),
                endpoint.flatMap(C3pEndpoint::entity),
                user.displayText().or(() -> Dialogs.displayName(sip)),
                endpoint.map(it -> identified(it, sip).element()),
                endpoint.filter(C3pEndpoint::isLobbyCapable).isPresent(),
                Dialogs.asksForPrivacy(sip),
                Dialogs.referredBy(sip),
                Replaces.in(sip).map(Replaces::dialog));
    }

    /** With what the INVITE says of the device, in whose place nothing in the body counts (sections 2.2.2.6 and 2.2.4.2.1). */
    private C3pEndpoint identified(C3pEndpoint endpoint, SipRequest sip) {
        Optional<String> epid = sip.header("From").flatMap(NameAddress::parse).flatMap(it -> it.parameter("epid"));
        Optional<String> instance = sip.headers().list("Contact").stream()
                .findFirst()
                .flatMap(NameAddress::parse)
                .flatMap(it -> it.parameter("+sip.instance"));
        C3pEndpoint plain = new C3pEndpoint(endpoint.element()
                .withoutAttribute(EPID)
                .withoutAttribute(SIP_INSTANCE)
                .withoutAttribute(ENDPOINT_URI));
        C3pEndpoint told = epid.map(it -> plain.withAttribute(EPID, it)).orElse(plain);
        return instance.map(it -> told.withAttribute(SIP_INSTANCE, it)).orElse(told);
    }

    private void endorse(IncomingInvite invite, Understood call, Identified.As proof, EndorseUser endorse) {
        Optional<Refusal> refusal = reception
                .ports()
                .focus()
                .endorse(
                        proof.sender(),
                        call.target(),
                        new Endorsement(
                                endorse.endorsee(),
                                endorse.dialogId().callId(),
                                endorse.dialogId().fromTag(),
                                endorse.dialogId().toTag()));
        if (refusal.isPresent()) {
            invite.reject(notEndorsed(call, endorse, refusal.get()));
            return;
        }
        C3pResponse done = C3pResponse.success(
                call.request(),
                new Answer.OfEndorsement(
                        Optional.of(endorse.conferenceKeys()), Optional.of(Answer.OfEndorsement.SUCCESS)));
        Session session = invite.accept(
                proof.confirmed(success(invite, call, done)),
                new Endorsing(),
                reception.settings().ofC3p());
        session.end();
    }

    /** With the result that section 2.2.3.6 wants beside the reason. */
    private SipResponse notEndorsed(Understood call, EndorseUser endorse, Refusal refusal) {
        SipResponse refused = reception
                .replies()
                .refused(
                        call.dialect(),
                        call.request(),
                        refusal,
                        Optional.of(new Answer.OfEndorsement(
                                Optional.of(endorse.conferenceKeys()),
                                Optional.of(Answer.OfEndorsement.OTHER_FAILURE))));
        return refused.status() == 401 ? reception.challenging(refused) : refused;
    }

    /** The dialog of an endorsement, which has done its work. */
    private static final class Endorsing implements SessionHandler {
        @Override
        public void requested(IncomingRequest request) {
            request.reject(SipResponse.of(481, "Call/Transaction Does Not Exist"));
        }

        @Override
        public void ended(SessionEnd end) {
            // Nobody has to be told.
        }
    }
}
