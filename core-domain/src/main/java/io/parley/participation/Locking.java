package io.parley.participation;

import io.parley.conference.Conference;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Schema;
import io.parley.document.Xcon;
import io.parley.focus.Focus;
import io.parley.focus.LobbySettings;
import io.parley.focus.LobbySettings.Admission;
import io.parley.focus.Provisioning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lock of a conference and the settings of its lobby (MS-CONFBAS section 3.6). */
public final class Locking {

    private Locking() {}

    /** Why a presenter may not set {@code wanted}, in words that each name a setting; none if he may. */
    public static List<String> forbidden(Provisioning provisioning, LobbySettings now, LobbySettings wanted) {
        Provisioning.Allowed allowed = provisioning.allowed();
        List<String> forbidden = new ArrayList<>();
        if (wanted.admissionPolicy() == Admission.ANONYMOUS
                && now.admissionPolicy() != Admission.ANONYMOUS
                && !allowed.anonymousPolicy()) {
            forbidden.add("admission-policy anonymous is not allowed here");
        }
        if (!wanted.autopromote().equals(now.autopromote())
                && !allowed.autopromote().covers(wanted.autopromote())) {
            forbidden.add("autopromote " + wanted.autopromote() + " is not allowed here, only bits of "
                    + allowed.autopromote());
        }
        if (wanted.pstnLobbyBypass() != now.pstnLobbyBypass() && !allowed.pstnLobbyBypass()) {
            forbidden.add("pstn-lobby-bypass cannot be changed here");
        }
        return forbidden;
    }

    /** The next version of {@code conference}, locked or not, and with other settings of the lobby if there are some. */
    public static Conference set(Conference conference, boolean locked, Optional<LobbySettings> lobby) {
        Element state = conference.document().child(Info.CONFERENCE_STATE).orElseGet(Schema.CONFERENCE_STATE::empty);
        Element document = conference.document().with(state.with(Info.LOCKED, Boolean.toString(locked)));
        Optional<Focus> focus = conference.focus();
        if (lobby.isEmpty() || focus.flatMap(Focus::instance).isEmpty()) {
            return conference.next(document);
        }
        Element users = document.child(Info.USERS).orElseGet(Schema.USERS::empty);
        return conference.next(
                document.with(users.with(
                        Xcon.USER_ADMISSION_POLICY,
                        lobby.get().admissionPolicy().word())),
                conference.attendance(),
                focus.get().with(focus.get().instance().orElseThrow().with(lobby.get())));
    }

    /** The settings of the lobby that hold now; who is admitted stands in the document, where both protocols set it. */
    public static LobbySettings now(Conference conference, Focus focus) {
        return new LobbySettings(
                Foci.policy(conference).orElse(focus.lobby().admissionPolicy()),
                focus.lobby().autopromote(),
                focus.lobby().pstnLobbyBypass());
    }
}
