package io.parley.participation;

import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Schema;
import io.parley.focus.Focus;
import io.parley.focus.FocusInstance;
import io.parley.focus.Mcu;
import io.parley.focus.McuType;
import io.parley.focus.Provisioning;
import java.time.Instant;
import java.util.Optional;

/** The beginning of an instance of a conference at its focus (MS-CONFBAS section 3.1.4.1). */
public final class Activation {

    private Activation() {}

    /**
     * {@code focus} with an instance: the one that there is, or a new one whose MCUs are to be started.
     *
     * @param incarnation a number that no earlier instance of the conference had
     */
    public static Focus begun(Focus focus, long incarnation, Instant now) {
        if (focus.instance().isPresent()) {
            return focus;
        }
        Provisioning provisioning = focus.provisioning().activated(now);
        FocusInstance instance = FocusInstance.of(provisioning.lobby());
        for (McuType type : provisioning.mcus()) {
            instance = instance.with(Mcu.starting(type, provisioning.mcuUri(type), incarnation));
        }
        return new Focus(provisioning, Optional.of(instance));
    }

    /** {@code document} of a running conference. */
    public static Element running(Element document) {
        return document.with(document.child(Info.CONFERENCE_STATE)
                .orElseGet(Schema.CONFERENCE_STATE::empty)
                .with(Info.ACTIVE, "true"));
    }
}
