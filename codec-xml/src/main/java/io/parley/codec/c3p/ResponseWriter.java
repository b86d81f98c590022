package io.parley.codec.c3p;

import static io.parley.c3p.C3pNames.cccp;
import static io.parley.c3p.C3pNames.msci;
import static io.parley.c3p.C3pNames.mscp;

import io.parley.c3p.Answer;
import io.parley.c3p.C3pNames;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.CommandResponse;
import io.parley.c3p.ConnectionInfo;
import io.parley.c3p.DiagnosticsInfo;
import io.parley.document.Element;
import io.parley.identity.SipUri;
import java.util.Optional;

/** From the value of a response to its tree. */
final class ResponseWriter {

    private ResponseWriter() {}

    static Element write(C3pResponse response) {
        Tree tree = Tree.of(cccp("response"))
                .attribute("requestId", response.requestId())
                .attribute("C3PVersion", "1")
                .attribute("from", response.from())
                .attribute("to", response.to())
                .attribute("responder", response.responder())
                .attribute("code", response.code())
                .attribute("reason", response.reason())
                .attribute("displayString", response.displayString());
        response.retryAfter().ifPresent(seconds -> tree.attribute("retryAfter", seconds));
        Optional<Element> diagnostics = diagnostics(response.diagnostics());
        response.command()
                .ifPresentOrElse(command -> tree.child(command(command, diagnostics)), () -> tree.child(diagnostics));
        return tree.element();
    }

    private static Optional<Element> diagnostics(DiagnosticsInfo info) {
        if (info.entries().isEmpty()) {
            return Optional.empty();
        }
        Tree tree = Tree.of(mscp("diagnostics-info"));
        info.entries().forEach(entry -> tree.child(pair(entry.key(), entry.value())));
        return Optional.of(tree.element());
    }

    private static Tree pair(String key, String value) {
        return Tree.of(mscp("entry")).text(mscp("key"), key).text(mscp("value"), value);
    }

    private static Element command(CommandResponse command, Optional<Element> diagnostics) {
        Tree tree = Tree.of(cccp(command.name()))
                .attribute("reason", command.reason())
                .mcuUri(command.mcuUri())
                .child(diagnostics);
        answer(command.answer(), tree);
        required(command.name(), tree);
        return tree.element();
    }

    private static void answer(Answer answer, Tree tree) {
        if (answer instanceof Answer.OfUser user) {
            tree.child(user.conferenceKeys().map(Tree::conferenceKeys))
                    .child(user.user().map(each -> each.element()))
                    .child(user.connectionInfo().map(ResponseWriter::connectionInfo));
        } else if (answer instanceof Answer.OfConference conference) {
            tree.child(conference.conferenceInfo());
        } else if (answer instanceof Answer.OfLock lock) {
            tree.child(lock.conference().map(ResponseWriter::conference))
                    .text(cccp("locked"), lock.locked())
                    .lockSettings(lock.settings());
        } else if (answer instanceof Answer.OfEndorsement endorsement) {
            tree.child(endorsement.conferenceKeys().map(Tree::conferenceKeys))
                    .attribute("result", endorsement.result());
        } else if (answer instanceof Answer.OfLobby lobby) {
            tree.child(lobby.conferenceKeys().map(Tree::conferenceKeys));
            lobby.statuses()
                    .forEach(status -> tree.child(Tree.of(cccp("status"))
                            .attribute("reason", status.reason())
                            .text(cccp("userEntity"), status.userEntity())));
        } else if (answer instanceof Answer.OfEndpoint endpoint) {
            tree.child(endpoint.endpointKeys().map(Tree::endpointKeys))
                    .child(endpoint.endpoint().map(each -> each.element()));
        } else if (answer instanceof Answer.OfMedia media) {
            tree.child(media.endpointKeys().map(Tree::endpointKeys))
                    .child(media.media().map(each -> each.element()));
        } else if (answer instanceof Answer.OfMediaFilters filters) {
            tree.child(Tree.conferenceKeys(filters.conferenceKeys()))
                    .texts(cccp("unsupportedRole"), filters.unsupportedRoles())
                    .texts(cccp("unknownUser"), filters.unknownUsers())
                    .texts(cccp("unsupportedMediaLabel"), filters.unsupportedMediaLabels());
        } else if (answer instanceof Answer.OfAnnouncements announcements) {
            tree.text(cccp("enabled"), announcements.enabled());
        } else {
            ofFactory(answer, tree);
        }
    }

    private static void ofFactory(Answer answer, Tree tree) {
        if (answer instanceof Answer.OfConferences conferences) {
            Tree list = Tree.of(cccp("conferences"));
            conferences.conferenceInfos().forEach(list::child);
            tree.child(list);
            if (conferences.isStatic()) {
                tree.attribute("static", true);
            }
        } else if (answer instanceof Answer.OfMcuTypes types) {
            tree.child(Tree.of(cccp("mcu-types")).texts(cccp("mcuType"), types.types()));
        } else if (answer instanceof Answer.OfEncryptionKey key) {
            tree.child(Tree.of(msci("encryption-key")).text(msci("x509-certificate"), key.certificate()))
                    .child(key.issuingServer()
                            .map(server -> Tree.of(msci("opaque"))
                                    .text(msci("issuing-server"), server)
                                    .element()));
        } else if (answer instanceof Answer.OfCapabilities capabilities) {
            tree.attribute("capability-version", capabilities.version())
                    .child(Tree.of(cccp("mcu-types")).texts(cccp("mcuType"), capabilities.mcuTypes()))
                    .child(Tree.of(cccp("pstn-bridging")).text(cccp("enabled"), capabilities.pstnBridging()))
                    .text(cccp("anonymous-scheduling"), capabilities.anonymousScheduling());
        }
    }

    /** What the schema wants in some responses even if the command has failed and there is nothing to tell. */
    private static void required(String name, Tree tree) {
        switch (name) {
            case "getConferences" -> tree.unlessThere(Tree.of(cccp("conferences")));
            case "getAvailableMcuTypes" -> tree.unlessThere(Tree.of(cccp("mcu-types")));
            case "getEncryptionKey" ->
                tree.unlessThere(Tree.of(msci("encryption-key")).text(msci("x509-certificate"), ""));
            case "getConferencingCapabilities" ->
                tree.unlessThere(Tree.of(cccp("mcu-types")))
                        .unlessThere(Tree.of(cccp("pstn-bridging")).text(cccp("enabled"), false));
            case "modifyUsersMediaFilters" -> tree.unlessThere(Tree.of(cccp("conferenceKeys")));
            case "modifyConferenceAnnouncements" -> tree.unlessThere(Tree.withText(cccp("enabled"), false));
            default -> {}
        }
    }

    private static Element connectionInfo(ConnectionInfo info) {
        Tree tree = Tree.of(mscp("connection-info"));
        info.entries().forEach(entry -> tree.child(pair(entry.key(), entry.value())));
        return tree.element();
    }

    private static Element conference(SipUri entity) {
        return Tree.of(C3pNames.CONFERENCE_INFO).attribute("entity", entity).element();
    }
}
