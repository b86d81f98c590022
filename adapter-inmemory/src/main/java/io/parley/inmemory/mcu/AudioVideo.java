package io.parley.inmemory.mcu;

import static io.parley.c3p.C3pNames.ci;
import static io.parley.c3p.C3pNames.msci;

import io.parley.c3p.C3pEndpoint;
import io.parley.c3p.C3pMedia;
import io.parley.c3p.C3pRole;
import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.document.Name;
import io.parley.focus.McuType;
import io.parley.mcu.EntityView;
import io.parley.mcu.McuCommands;
import io.parley.user.MediaStatus;
import java.util.List;

/** MCUs of audio and video. */
enum AudioVideo implements McuProfile {
    PROFILE;

    private static final Name LABEL = Name.unqualified("label");
    static final String AUDIO = "audio";
    static final String VIDEO = "video";

    @Override
    public McuType type() {
        return McuType.AUDIO_VIDEO;
    }

    @Override
    public McuCommands commands() {
        return McuCommands.OF_MEDIA;
    }

    /** Everybody may mute and unmute himself, until {@code modifyConference} says otherwise. */
    @Override
    public EntityView view() {
        Element rules = ElementType.foreign(msci("mediaFiltersRules")).empty();
        for (C3pRole role : C3pRole.values()) {
            rules = rules.with(ElementType.foreign(msci("mayModifyOwnFilters"))
                    .empty()
                    .with(msci("role"), role.word())
                    .with(msci("value"), "true"));
        }
        Element media =
                ElementType.foreign(msci("media")).empty().with(entry(AUDIO)).with(entry(VIDEO));
        return EntityView.PLAIN.with(rules).with(media).announcing(false);
    }

    /** The label of the one medium of that type, where the conference gives it none. */
    static String label(String type) {
        return "main-" + type;
    }

    private static Element entry(String type) {
        return ElementType.foreign(ci("entry"))
                .empty()
                .withAttribute(LABEL, label(type))
                .with(ci("type"), type)
                .with(ci("status"), MediaStatus.SENDRECV);
    }

    /** Whoever does not say which media he has has audio. */
    @Override
    public C3pEndpoint completed(C3pEndpoint endpoint) {
        return endpoint.media().isEmpty()
                ? endpoint.withMedia(List.of(
                        C3pMedia.of("1").withType(AUDIO).withLabel(label(AUDIO)).withStatus(MediaStatus.SENDRECV)))
                : endpoint;
    }
}
