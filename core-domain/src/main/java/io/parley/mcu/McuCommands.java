package io.parley.mcu;

import io.parley.c3p.Answer;
import io.parley.c3p.C3pNames;
import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pUser;
import io.parley.c3p.Command;
import io.parley.c3p.ConferenceCommand.DeleteConference;
import io.parley.c3p.ConferenceCommand.ModifyConference;
import io.parley.c3p.ConferenceCommand.ModifyConferenceAnnouncements;
import io.parley.c3p.ConferenceCommand.ModifyConferenceLock;
import io.parley.c3p.ConferenceCommand.ModifyUsersMediaFilters;
import io.parley.c3p.ConferenceKeys;
import io.parley.c3p.MediaCommand;
import io.parley.c3p.Reason;
import io.parley.c3p.UserCommand.DeleteUser;
import io.parley.c3p.UserCommand.ModifyUser;
import io.parley.c3p.UserCommand.ModifyUserRoles;
import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.identity.SipUri;
import java.util.Optional;
import java.util.function.Function;

/**
 * The commands that an MCU executes without calling anybody; {@code addUser} is {@link McuCalls}'s. Who may send them has been decided by the
 * focus (MS-CONFBAS section 3.5.4.2.2).
 *
 * @param media whether it has media that can be filtered, added and taken away
 */
public record McuCommands(boolean media) {

    /** Of an MCU that mixes media. */
    public static final McuCommands OF_MEDIA = new McuCommands(true);

    /** Of an MCU that knows no media, such as one of messages. */
    public static final McuCommands OF_MESSAGES = new McuCommands(false);

    /** What an MCU in {@code state} makes of {@code request}; {@code notSupported} of what it does not execute. */
    public McuExecution execute(C3pRequest request, McuState state) {
        Command command = request.command();
        if (command instanceof ModifyUserRoles roles) {
            return user(request, state, roles.userKeys().userEntity(), user -> Roles.given(user, roles.role()));
        }
        if (command instanceof ModifyUser modify) {
            return user(request, state, modify.user().entity(), user -> changed(user, modify.user()));
        }
        if (command instanceof DeleteUser delete) {
            return deleteUser(request, state, delete.userKeys().userEntity());
        }
        if (command instanceof ModifyConferenceLock lock) {
            return McuExecution.done(
                    state.with(state.view().locked(lock.locked())),
                    request,
                    new Answer.OfLock(lock.confEntity(), Optional.of(lock.locked()), lock.settings()));
        }
        if (command instanceof DeleteConference) {
            return McuExecution.done(state.withoutUsers(), request, conference(state));
        }
        if (command instanceof ModifyConference modify) {
            return Settings.modify(request, modify, state);
        }
        if (command instanceof ModifyConferenceAnnouncements announcements) {
            return announcements(request, state, announcements.enabled());
        }
        if (media && command instanceof ModifyUsersMediaFilters filters) {
            return Filters.ofMany(request, filters, state);
        }
        if (media && command instanceof MediaCommand medium) {
            return Filters.ofOne(request, medium, state);
        }
        return McuExecution.unsupported(state, request);
    }

    private static McuExecution user(
            C3pRequest request, McuState state, SipUri entity, Function<C3pUser, C3pUser> change) {
        ConferenceKeys keys = ConferenceKeys.of(state.conference());
        Optional<C3pUser> changed = state.user(entity).map(change);
        return changed.map(user -> McuExecution.done(state.with(user), request, Answer.OfUser.of(keys, user)))
                .orElseGet(() -> missing(request, state, entity));
    }

    private static McuExecution deleteUser(C3pRequest request, McuState state, SipUri entity) {
        return state.user(entity).isEmpty()
                ? missing(request, state, entity)
                : McuExecution.done(
                        state.without(entity),
                        request,
                        Answer.OfUser.of(ConferenceKeys.of(state.conference()), C3pUser.of(entity)));
    }

    private static McuExecution missing(C3pRequest request, McuState state, SipUri entity) {
        return McuExecution.failed(
                state,
                request,
                Reason.USER_DOESNT_EXIST,
                Answer.OfUser.of(ConferenceKeys.of(state.conference()), C3pUser.of(entity)),
                "there is no " + entity + " in " + state.uri());
    }

    private static C3pUser changed(C3pUser user, C3pUser wanted) {
        C3pUser named = wanted.displayText().map(user::withDisplayText).orElse(user);
        return wanted.role().map(role -> Roles.given(named, role)).orElse(named);
    }

    private static McuExecution announcements(C3pRequest request, McuState state, boolean enabled) {
        return state.view().announces().isEmpty()
                ? McuExecution.failed(
                        state, request, Reason.NOT_SUPPORTED, new Answer.Nothing(), "this MCU announces nothing")
                : McuExecution.done(
                        state.with(state.view().announcing(enabled)), request, new Answer.OfAnnouncements(enabled));
    }

    /** No more than which conference it is (MS-CONFBAS section 2.2.3.28). */
    static Answer conference(McuState state) {
        Element info = ElementType.foreign(C3pNames.CONFERENCE_INFO)
                .empty()
                .withAttribute(C3pNames.ENTITY, state.conference().toString())
                .withAttribute(C3pNames.STATE, "partial");
        return new Answer.OfConference(info);
    }
}
