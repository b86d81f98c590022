package io.parley.c3p.provisioning;

import io.parley.ccmp.FocusUri;
import io.parley.conference.ConferencePart;
import io.parley.conference.Conferences;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Xcon;
import io.parley.focus.McuType;
import io.parley.focus.Provisioning;
import io.parley.identity.SipUri;
import io.parley.identity.XconUri;
import io.parley.user.DialMethod;
import io.parley.user.JoinHandling;
import io.parley.user.MediaStatus;
import io.parley.user.Role;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What of a provisioned conference stands in its document (RFC 6501), where clients of CCMP find it. */
final class CommonDocument {

    /** The media that MCUs mix, by their labels. */
    private static final Map<McuType, Map<String, String>> MEDIA = Map.of(
            McuType.CHAT, Map.of("chat", "text"),
            McuType.AUDIO_VIDEO, Map.of("main-audio", "audio", "main-video", "video"));

    private CommonDocument() {}

    /** The document of a new conference: not running, its organizer in the roster as a moderator, who is admitted can join. */
    static Element founded(XconUri id, Wanted wanted, Provisioning provisioning, Organizer organizer) {
        Element begun = Conferences.builder(id)
                .description(description -> FocusUri.in(description, provisioning.uri()))
                .active(false)
                .state(state -> state.with(Info.USER_COUNT, "1"))
                .user(Conferences.user(organizer.id())
                        .displayName(organizer.user().displayName())
                        .role(Role.MODERATOR))
                .joinHandling(JoinHandling.ALLOW)
                .admissionPolicy(provisioning.lobby().admissionPolicy().word())
                .build();
        return provisioned(begun, wanted, provisioning, organizer);
    }

    /**
     * {@code document} after {@code wanted} has taken the place of what was provisioned {@code before}. What people have set by CCMP besides
     * stays. A conference that is running keeps its admission policy.
     */
    static Element replaced(
            Element document,
            Provisioning before,
            Wanted wanted,
            Provisioning provisioning,
            Organizer organizer,
            boolean running) {
        Element left = withoutMedia(withoutInvitees(document, before), before);
        Element changed = provisioned(left, wanted, provisioning, organizer);
        Optional<Element> users = changed.child(Info.USERS).filter(roster -> !running);
        return users.map(roster -> changed.with(roster.with(
                        Xcon.USER_ADMISSION_POLICY,
                        provisioning.lobby().admissionPolicy().word())))
                .orElse(changed);
    }

    private static Element provisioned(
            Element document, Wanted wanted, Provisioning provisioning, Organizer organizer) {
        Edited edited = new Edited(document);
        edited.description(description -> described(description, wanted, organizer));
        provisioning
                .mcus()
                .forEach(type -> MEDIA.getOrDefault(type, Map.of()).entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .forEach(medium -> edited.medium(Conferences.medium(medium.getKey())
                                .type(medium.getValue())
                                .status(MediaStatus.SENDRECV))));
        for (SipUri invitee : wanted.invitees().keySet()) {
            edited.allow(invitee.toString(), DialMethod.DIAL_IN);
        }
        return edited.build();
    }

    private static Element described(Element description, Wanted wanted, Organizer organizer) {
        Optional<String> subject = wanted.said(Words.SUBJECT).filter(text -> !text.isEmpty());
        String title = wanted.said(Info.DISPLAY_TEXT)
                .filter(text -> !text.isEmpty())
                .or(() -> subject)
                .orElseGet(() -> "Conference by " + organizer.user().displayName());
        Element described = description
                .without(Info.SUBJECT)
                .without(Info.MAXIMUM_USER_COUNT)
                .with(Info.DISPLAY_TEXT, title);
        if (subject.isPresent()) {
            described = described.with(Info.SUBJECT, subject.get());
        }
        Optional<Long> most = wanted.maximumUserCount();
        return most.isPresent()
                ? described.with(Info.MAXIMUM_USER_COUNT, most.get().toString())
                : described;
    }

    private static Element withoutInvitees(Element document, Provisioning before) {
        Optional<Element> users = document.child(Info.USERS);
        Optional<Element> list = users.flatMap(roster -> roster.child(Xcon.ALLOWED_USERS_LIST));
        if (list.isEmpty()) {
            return document;
        }
        Element left = list.get();
        for (Element target : list.get().children(Xcon.TARGET)) {
            boolean invited = target.attribute(Attributes.METHOD)
                            .filter(DialMethod.DIAL_IN::equals)
                            .isPresent()
                    && target.attribute(Attributes.URI)
                            .flatMap(SipUri::parse)
                            .filter(before::isInvited)
                            .isPresent();
            left = invited ? left.without(target) : left;
        }
        Element roster =
                left.size() == 0 ? users.get().without(list.get()) : users.get().replacing(list.get(), left);
        return document.with(roster);
    }

    private static Element withoutMedia(Element document, Provisioning before) {
        Optional<Element> description = document.child(Info.CONFERENCE_DESCRIPTION);
        Optional<Element> media = description.flatMap(text -> text.child(Info.AVAILABLE_MEDIA));
        if (media.isEmpty()) {
            return document;
        }
        Element left = media.get();
        for (McuType type : before.mcus()) {
            for (String label : MEDIA.getOrDefault(type, Map.of()).keySet()) {
                Element now = left;
                left = now.entry(Info.ENTRY, label).map(now::without).orElse(now);
            }
        }
        return document.with(
                left.size() == 0
                        ? description.get().without(media.get())
                        : description.get().replacing(media.get(), left));
    }

    /** A document that is there, under the names of a builder. */
    private static final class Edited implements ConferencePart<Edited> {
        private Element document;

        Edited(Element document) {
            this.document = document;
        }

        @Override
        public Edited edit(UnaryOperator<Element> change) {
            document = change.apply(document);
            return this;
        }

        @Override
        public Element build() {
            return document;
        }
    }
}
