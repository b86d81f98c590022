package io.parley.conference;

import io.parley.document.Attributes;
import io.parley.document.Diff;
import io.parley.document.Difference;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Name;
import io.parley.document.Path;
import io.parley.document.Schema;
import io.parley.document.Xcon;
import io.parley.user.Controls;
import io.parley.user.EndpointMedia;
import io.parley.user.MediaStatus;
import io.parley.user.Mixer;
import io.parley.user.MixerName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The two views of one fact: that a participant's stream does not reach the others is said by the {@code status} of the medium of his
 * endpoint, and by a control of what goes into the mixer, {@code mute} for sound and {@code pause-video} for pictures (RFC 6501 section
 * 4.6.5.6, RFC 6504 section 6.2, RFC 4575 section 5.8.5). Who sets the one sets the other; where both are set the control decides.
 */
final class Muting {

    private Muting() {}

    /** The conference document {@code after} with both views alike in the streams in which it differs from {@code before}. */
    static Element alike(Element before, Element after) {
        Set<String> touched = new LinkedHashSet<>();
        for (Difference difference : Diff.between(roster(before), roster(after))) {
            difference.path().steps().stream()
                    .filter(step -> step.name().equals(Info.USER))
                    .findFirst()
                    .flatMap(Path.Step::key)
                    .ifPresent(touched::add);
        }
        Element result = after;
        for (String key : touched) {
            Optional<Element> user = roster(result).entry(Info.USER, key);
            if (user.isPresent()) {
                Element changed =
                        alikeUser(roster(before).entry(Info.USER, key).orElse(Schema.USER.empty()), user.get(), result);
                result = changed == user.get()
                        ? result
                        : result.with(roster(result).replacing(user.get(), changed));
            }
        }
        return result;
    }

    private static Element roster(Element document) {
        return document.child(Info.USERS).orElseGet(Schema.USERS::empty);
    }

    private static Element alikeUser(Element before, Element after, Element document) {
        Element result = after;
        for (Element endpoint : after.children(Info.ENDPOINT)) {
            Optional<Element> was = counterpart(before, endpoint, Attributes.ENTITY);
            Element changed = endpoint;
            for (Element media : endpoint.children(Info.MEDIA)) {
                Optional<Element> stood = was.flatMap(earlier -> counterpart(earlier, media, Attributes.ID));
                Element made = alikeMedia(stood.orElse(media.type().empty()), media, document);
                changed = made == media ? changed : changed.replacing(media, made);
            }
            result = changed == endpoint ? result : result.replacing(endpoint, changed);
        }
        return result;
    }

    private static Optional<Element> counterpart(Element parent, Element entry, Name key) {
        return entry.attribute(key).flatMap(value -> parent.entry(entry.name(), value));
    }

    private static Element alikeMedia(Element before, Element after, Element document) {
        Optional<Name> control = control(after, document);
        if (control.isEmpty()) {
            return after;
        }
        Optional<Boolean> muted = muted(after, control.get());
        if (muted.isPresent() && !muted.equals(muted(before, control.get()))) {
            return withStatus(after, muted.get());
        }
        Optional<String> status = after.childText(Info.STATUS);
        return status.equals(before.childText(Info.STATUS))
                ? after
                : withControl(
                        after, control.get(), status.filter(Muting::isSilent).isPresent());
    }

    /** The control that silences a stream of this type; empty if there is none for it. */
    private static Optional<Name> control(Element media, Element document) {
        EndpointMedia stream = new EndpointMedia(media);
        Optional<String> type = stream.type()
                .or(() -> stream.label()
                        .flatMap(label -> new ConferenceInfo(document).medium(label))
                        .flatMap(Medium::type));
        return switch (type.orElse("")) {
            case "audio" -> Optional.of(Xcon.MUTE);
            case "video" -> Optional.of(Xcon.PAUSE_VIDEO);
            default -> Optional.empty();
        };
    }

    private static Optional<Boolean> muted(Element media, Name control) {
        return new EndpointMedia(media)
                .toMixer().map(Mixer::controls).stream()
                        .flatMap(List::stream)
                        .flatMap((Controls controls) -> controls.flag(control).stream())
                        .findFirst();
    }

    private static boolean isSilent(String status) {
        return status.equals(MediaStatus.RECVONLY) || status.equals(MediaStatus.INACTIVE);
    }

    private static Element withStatus(Element media, boolean muted) {
        String status = media.childText(Info.STATUS).orElse(MediaStatus.SENDRECV);
        return switch (status) {
            case MediaStatus.SENDRECV -> muted ? media.with(Info.STATUS, MediaStatus.RECVONLY) : media;
            case MediaStatus.SENDONLY -> muted ? media.with(Info.STATUS, MediaStatus.INACTIVE) : media;
            case MediaStatus.RECVONLY -> muted ? media : media.with(Info.STATUS, MediaStatus.SENDRECV);
            default -> media;
        };
    }

    /** A control that would say what is so without it is not added. */
    private static Element withControl(Element media, Name control, boolean muted) {
        if (muted(media, control).orElse(false) == muted) {
            return media;
        }
        Element mixer = media.child(Xcon.TO_MIXER)
                .orElseGet(() -> media.type()
                        .child(Xcon.TO_MIXER)
                        .empty()
                        .withAttribute(
                                Attributes.NAME, control.equals(Xcon.MUTE) ? MixerName.AUDIO_IN : MixerName.VIDEO_IN));
        Optional<Element> standing = mixer.child(Xcon.CONTROLS);
        Element controls =
                standing.orElseGet(mixer.type().child(Xcon.CONTROLS)::empty).with(control, Boolean.toString(muted));
        return media.with(standing.isPresent() ? mixer.replacing(standing.get(), controls) : mixer.with(controls));
    }
}
