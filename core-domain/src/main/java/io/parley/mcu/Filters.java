package io.parley.mcu;

import io.parley.c3p.Answer;
import io.parley.c3p.C3pEndpoint;
import io.parley.c3p.C3pMedia;
import io.parley.c3p.C3pNames;
import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pRole;
import io.parley.c3p.C3pUser;
import io.parley.c3p.ConferenceCommand.ModifyUsersMediaFilters;
import io.parley.c3p.ConferenceKeys;
import io.parley.c3p.MediaCommand;
import io.parley.c3p.MediaCommand.AddEndpointMedia;
import io.parley.c3p.MediaCommand.DeleteEndpointMedia;
import io.parley.c3p.MediaCommand.ModifyEndpointMedia;
import io.parley.c3p.MediaKeys;
import io.parley.c3p.Reason;
import io.parley.document.Element;
import io.parley.document.Name;
import io.parley.focus.Provisioning;
import io.parley.identity.SipUri;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The media of endpoints and what is let through of them (MS-CONFBAS section 7.1). */
final class Filters {

    private Filters() {}

    /** {@code addEndpointMedia}, {@code modifyEndpointMedia}, {@code deleteEndpointMedia}. */
    static McuExecution ofOne(C3pRequest request, MediaCommand command, McuState state) {
        MediaKeys keys = command.mediaKeys();
        Optional<C3pUser> user = state.user(keys.userEntity());
        if (user.isEmpty()) {
            return refused(request, keys, state, Reason.USER_DOESNT_EXIST, "there is no " + keys.userEntity());
        }
        Optional<C3pEndpoint> endpoint =
                user.get().endpoint().filter(device -> device.entity().equals(Optional.of(keys.endpointEntity())));
        if (endpoint.isEmpty()) {
            return refused(
                    request,
                    keys,
                    state,
                    Reason.ENDPOINT_DOESNT_EXIST,
                    "there is no endpoint " + keys.endpointEntity() + " of " + keys.userEntity());
        }
        if (command instanceof AddEndpointMedia add) {
            return add(request, add, state, user.get(), endpoint.get());
        }
        String id = keys.mediaId().or(() -> id(command)).orElse("");
        Optional<C3pMedia> medium = endpoint.get().media().stream()
                .filter(candidate -> candidate.id().equals(Optional.of(id)))
                .findFirst();
        if (medium.isEmpty()) {
            Reason reason = command instanceof DeleteEndpointMedia ? Reason.MEDIA_DOESNT_EXIST : Reason.OTHER_FAILURE;
            return refused(request, keys, state, reason, "there is no medium '" + id + "' of " + keys.endpointEntity());
        }
        Optional<C3pMedia> after = command instanceof ModifyEndpointMedia modify
                ? Optional.of(modified(medium.get(), modify.media()))
                : Optional.empty();
        List<C3pMedia> media = new ArrayList<>();
        for (C3pMedia standing : endpoint.get().media()) {
            Optional<C3pMedia> kept = standing.equals(medium.get()) ? after : Optional.of(standing);
            kept.ifPresent(media::add);
        }
        return done(request, keys, state, user.get(), endpoint.get().withMedia(media), after);
    }

    private static Optional<String> id(MediaCommand command) {
        return command instanceof ModifyEndpointMedia modify ? modify.media().id() : Optional.empty();
    }

    private static McuExecution add(
            C3pRequest request, AddEndpointMedia add, McuState state, C3pUser user, C3pEndpoint endpoint) {
        Optional<String> id = add.media().id().or(add.mediaKeys()::mediaId);
        List<C3pMedia> media = new ArrayList<>(endpoint.media());
        if (media.stream().anyMatch(standing -> standing.id().equals(id))) {
            return refused(
                    request,
                    add.mediaKeys(),
                    state,
                    Reason.MEDIA_EXISTS_ALREADY,
                    "there is a medium '" + id.orElse("") + "' already");
        }
        media.add(add.media());
        return done(request, add.mediaKeys(), state, user, endpoint.withMedia(media), Optional.of(add.media()));
    }

    private static McuExecution done(
            C3pRequest request,
            MediaKeys keys,
            McuState state,
            C3pUser user,
            C3pEndpoint endpoint,
            Optional<C3pMedia> answer) {
        return McuExecution.done(
                state.with(user.withEndpoints(List.of(endpoint))),
                request,
                new Answer.OfMedia(Optional.of(keys.endpoint()), answer));
    }

    private static McuExecution refused(
            C3pRequest request, MediaKeys keys, McuState state, Reason reason, String words) {
        return McuExecution.failed(
                state, request, reason, new Answer.OfMedia(Optional.of(keys.endpoint()), Optional.empty()), words);
    }

    /** What {@code wanted} says in place of what was; of the rest nothing changes. */
    private static C3pMedia modified(C3pMedia medium, C3pMedia wanted) {
        C3pMedia changed = medium;
        for (Element child : wanted.element().elements()) {
            changed = child.name().equals(C3pNames.SEPARATOR) ? changed : changed.with(child);
        }
        return changed;
    }

    /** {@code modifyUsersMediaFilters}. */
    static McuExecution ofMany(C3pRequest request, ModifyUsersMediaFilters command, McuState state) {
        Set<String> excluded = new LinkedHashSet<>();
        command.excludedUsers().forEach(user -> excluded.add(Provisioning.key(user)));
        Set<String> known = labelsOf(state);
        McuState filtered = state;
        for (Map.Entry<String, C3pUser> entry : state.users()) {
            known.addAll(labelsOf(entry.getValue()));
            boolean stays = excluded.contains(entry.getKey())
                    || entry.getValue().roles().stream().anyMatch(command.excludedRoles()::contains);
            filtered = stays ? filtered : filtered.with(filtered(entry.getValue(), command));
        }
        List<SipUri> strangers = command.excludedUsers().stream()
                .filter(user -> state.user(user).isEmpty())
                .toList();
        return McuExecution.done(
                filtered,
                request,
                new Answer.OfMediaFilters(
                        command.confEntity()
                                .map(ConferenceKeys::of)
                                .orElseGet(() -> ConferenceKeys.of(state.conference())),
                        command.excludedRoles().stream()
                                .filter(role -> C3pRole.of(role).isEmpty())
                                .toList(),
                        strangers,
                        command.mediaLabels().stream()
                                .filter(label -> !known.contains(label))
                                .toList()));
    }

    private static Set<String> labelsOf(McuState state) {
        Set<String> labels = new LinkedHashSet<>();
        state.view()
                .state(C3pNames.msci("media"))
                .ifPresent(media -> media.elements()
                        .forEach(entry ->
                                entry.attribute(Name.unqualified("label")).ifPresent(labels::add)));
        return labels;
    }

    private static Set<String> labelsOf(C3pUser user) {
        Set<String> labels = new LinkedHashSet<>();
        user.endpoints()
                .forEach(endpoint ->
                        endpoint.media().forEach(medium -> label(medium).ifPresent(labels::add)));
        return labels;
    }

    /** A medium that was given no label is meant by what it is. */
    private static Optional<String> label(C3pMedia medium) {
        return medium.label().or(medium::type);
    }

    private static C3pUser filtered(C3pUser user, ModifyUsersMediaFilters command) {
        return user.withEndpoints(user.endpoints().stream()
                .map(endpoint -> endpoint.withMedia(endpoint.media().stream()
                        .map(medium -> label(medium)
                                        .filter(command.mediaLabels()::contains)
                                        .isPresent()
                                ? filtered(medium, command)
                                : medium)
                        .toList()))
                .toList());
    }

    private static C3pMedia filtered(C3pMedia medium, ModifyUsersMediaFilters command) {
        C3pMedia ingress =
                command.ingressFilter().map(medium::withIngressFilter).orElse(medium);
        return command.egressFilter().map(ingress::withEgressFilter).orElse(ingress);
    }
}
