package io.parley.codec.c3p;

import static io.parley.c3p.C3pNames.cccp;
import static io.parley.c3p.C3pNames.ci;
import static io.parley.c3p.C3pNames.msci;
import static io.parley.c3p.C3pNames.mscp;

import io.parley.c3p.C3pNames;
import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pSchema;
import io.parley.c3p.Command;
import io.parley.c3p.ConferenceCommand;
import io.parley.c3p.FactoryCommand;
import io.parley.c3p.MediaCommand;
import io.parley.c3p.MediaKeys;
import io.parley.c3p.UnknownCommand;
import io.parley.c3p.UserCommand;
import io.parley.c3p.UserKeys;
import io.parley.document.Element;

/** From the value of a request to its tree. */
final class RequestWriter {

    private RequestWriter() {}

    static Element write(C3pRequest request) {
        Element command = command(request.command());
        return Tree.of(cccp("request"))
                .attribute("requestId", request.requestId())
                .attribute("C3PVersion", "1")
                .attribute("from", request.from())
                .attribute("to", request.to())
                .child(C3pSchema.REQUEST
                        .child(command.name())
                        .map(shape -> shape.withExtensions(command, request.extensions()))
                        .orElse(command))
                .element();
    }

    private static Element command(Command command) {
        if (command instanceof UserCommand user) {
            return ofUser(user);
        }
        if (command instanceof ConferenceCommand conference) {
            return ofConference(conference);
        }
        if (command instanceof MediaCommand media) {
            return ofMedia(media);
        }
        if (command instanceof FactoryCommand factory) {
            return ofFactory(factory);
        }
        return ((UnknownCommand) command).element();
    }

    private static Tree tree(Command command) {
        return Tree.of(cccp(command.name())).mcuUri(command.mcuUri());
    }

    private static Element ofUser(UserCommand command) {
        Tree tree = tree(command);
        if (command instanceof UserCommand.AddUser add) {
            tree.child(Tree.conferenceKeys(add.conferenceKeys()))
                    .child(add.user().element());
            allowSessionReplace(tree, add.allowSessionReplace());
        } else if (command instanceof UserCommand.ModifyUser modify) {
            tree.child(Tree.conferenceKeys(modify.conferenceKeys()))
                    .child(modify.user().element());
            allowSessionReplace(tree, modify.allowSessionReplace());
        } else if (command instanceof UserCommand.EndorseUser endorse) {
            tree.child(Tree.conferenceKeys(endorse.conferenceKeys()))
                    .text(cccp("endorsee"), endorse.endorsee())
                    .child(Tree.of(C3pNames.DIALOG_ID)
                            .text(ci("call-id"), endorse.dialogId().callId())
                            .text(ci("from-tag"), endorse.dialogId().fromTag())
                            .text(ci("to-tag"), endorse.dialogId().toTag()));
        } else if (command instanceof UserCommand.ModifyUserRoles modify) {
            tree.child(userKeys(modify.userKeys()))
                    .child(Tree.of(C3pNames.USER_ROLES).text(C3pNames.ENTRY, modify.role()));
        } else if (command instanceof UserCommand.DeleteUser delete) {
            tree.child(userKeys(delete.userKeys()))
                    .text(cccp("endpointEntity"), delete.endpointEntity())
                    .attribute("client-reason", delete.clientReason());
        } else if (command instanceof UserCommand.SetLobbyAccess lobby) {
            tree.child(Tree.conferenceKeys(lobby.conferenceKeys()))
                    .texts(cccp("userEntity"), lobby.users())
                    .text(cccp("access"), lobby.access());
        } else if (command instanceof UserCommand.ModifyEndpoint modify) {
            tree.child(Tree.endpointKeys(modify.endpointKeys()))
                    .child(modify.endpoint().element());
        }
        return tree.element();
    }

    /** Absent means false. */
    private static void allowSessionReplace(Tree tree, boolean allowed) {
        if (allowed) {
            tree.attribute(mscp("allow-session-replace"), true);
        }
    }

    private static Tree userKeys(UserKeys keys) {
        return Tree.of(cccp("userKeys"))
                .attribute("confEntity", keys.confEntity())
                .attribute("userEntity", keys.userEntity());
    }

    private static Element ofConference(ConferenceCommand command) {
        Tree tree = tree(command);
        if (command instanceof ConferenceCommand.ModifyConferenceLock lock) {
            tree.child(Tree.conferenceKeys(lock.conferenceKeys()))
                    .text(cccp("locked"), lock.locked())
                    .lockSettings(lock.settings());
        } else if (command instanceof ConferenceCommand.DeleteConference delete) {
            tree.child(Tree.conferenceKeys(delete.conferenceKeys()));
        } else if (command instanceof ConferenceCommand.GetConference get) {
            tree.child(Tree.conferenceKeys(get.conferenceKeys()));
            if (get.notified()) {
                tree.text(cccp("notify"), true);
            }
            get.certificate()
                    .ifPresent(certificate ->
                            tree.child(Tree.of(msci("encryption-key")).text(msci("x509-certificate"), certificate)));
        } else if (command instanceof ConferenceCommand.ModifyConference modify) {
            tree.child(modify.conferenceInfo());
        } else if (command instanceof ConferenceCommand.ModifyConferenceAnnouncements modify) {
            tree.child(Tree.conferenceKeys(modify.conferenceKeys())).text(cccp("enabled"), modify.enabled());
        } else if (command instanceof ConferenceCommand.ModifyUsersMediaFilters modify) {
            tree.child(Tree.conferenceKeys(modify.conferenceKeys()))
                    .texts(cccp("mediaLabel"), modify.mediaLabels())
                    .text(msci("media-ingress-filter"), modify.ingressFilter())
                    .text(msci("media-egress-filter"), modify.egressFilter())
                    .texts(cccp("excludeRole"), modify.excludedRoles())
                    .texts(cccp("excludeUser"), modify.excludedUsers());
        }
        return tree.element();
    }

    private static Element ofMedia(MediaCommand command) {
        MediaKeys keys = command.mediaKeys();
        Tree tree = tree(command)
                .child(Tree.of(cccp("mediaKeys"))
                        .attribute("confEntity", keys.confEntity())
                        .attribute("userEntity", keys.userEntity())
                        .attribute("endpointEntity", keys.endpointEntity())
                        .attribute("mediaId", keys.mediaId()));
        if (command instanceof MediaCommand.AddEndpointMedia add) {
            tree.child(add.media().element());
        } else if (command instanceof MediaCommand.ModifyEndpointMedia modify) {
            tree.child(modify.media().element());
        }
        return tree.element();
    }

    private static Element ofFactory(FactoryCommand command) {
        Tree tree = tree(command);
        if (command instanceof FactoryCommand.AddConference add) {
            tree.child(add.conferenceInfo());
        } else if (command instanceof FactoryCommand.GetConferences get && get.isStatic()) {
            tree.attribute("static", true);
        }
        return tree.element();
    }
}
