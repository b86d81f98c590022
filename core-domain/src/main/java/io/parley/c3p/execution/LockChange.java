package io.parley.c3p.execution;

import io.parley.c3p.Answer;
import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.ConferenceCommand.ModifyConferenceLock;
import io.parley.c3p.DiagnosticsInfo;
import io.parley.c3p.Reason;
import io.parley.focus.LobbySettings;
import io.parley.participation.Locking;
import java.util.List;
import java.util.Optional;

/** {@code modifyConferenceLock} (MS-CONFBAS section 3.6): the lock, and where they are given the settings of the lobby, all or nothing. */
final class LockChange {

    /** The number of a setting that is not allowed, among the diagnostics of this server. */
    private static final int SETTING_NOT_ALLOWED = 3140;

    private LockChange() {}

    static Decision decide(C3pRequest request, ModifyConferenceLock command, Situation situation) {
        Optional<LobbySettings> wanted = command.settings();
        List<String> forbidden = wanted.map(settings -> Locking.forbidden(
                        situation.focus().provisioning(),
                        Locking.now(situation.conference(), situation.focus()),
                        settings))
                .orElse(List.of());
        if (!forbidden.isEmpty()) {
            boolean locked = situation.conference().info().isLocked();
            Answer unchanged = new Answer.OfLock(Optional.of(request.to()), Optional.of(locked), Optional.empty());
            C3pResponse refused = C3pResponse.failure(request, Reason.OTHER_FAILURE, unchanged);
            for (String setting : forbidden) {
                refused = refused.with(DiagnosticsInfo.of(
                        DiagnosticsInfo.MS_DIAGNOSTICS_PUBLIC,
                        SETTING_NOT_ALLOWED,
                        setting,
                        situation.settings().domain()));
            }
            return Decision.refused(refused);
        }
        return Decision.done(
                Locking.set(situation.conference(), command.locked(), wanted),
                C3pResponse.success(
                        request,
                        new Answer.OfLock(
                                Optional.of(request.to()), Optional.of(command.locked()), command.settings())));
    }
}
