package io.parley.inmemory.mcu;

import io.parley.c3p.C3pEndpoint;
import io.parley.c3p.ConnectionInfo;
import io.parley.focus.McuType;
import io.parley.mcu.EntityView;
import io.parley.mcu.McuCommands;
import io.parley.mcu.McuState;
import java.util.List;

/** What is peculiar to the MCUs of one type. Any thread may ask. */
public interface McuProfile {

    /** The type. */
    McuType type();

    /** What they execute. */
    McuCommands commands();

    /** What one of them tells of itself at the beginning, before what was provisioned. */
    EntityView view();

    /** {@code endpoint} of a request with what an endpoint of this type has, if the request does not say it. */
    default C3pEndpoint completed(C3pEndpoint endpoint) {
        return endpoint;
    }

    /** What whoever dials in is told about how to reach the MCU in {@code state}. */
    default ConnectionInfo connectionInfo(McuState state) {
        return new ConnectionInfo(List.of(new ConnectionInfo.Entry(
                ConnectionInfo.MCU_CONFERENCE_URI, state.uri().toString())));
    }

    /** What there is for {@code type}. */
    static McuProfile of(McuType type) {
        if (type.equals(McuType.AUDIO_VIDEO)) {
            return audioVideo();
        }
        return type.equals(McuType.DATA_CONF) ? dataConf() : plain(type);
    }

    /** Audio and video. */
    static McuProfile audioVideo() {
        return AudioVideo.PROFILE;
    }

    /** Web conferencing (MS-CONFBAS sections 2.2.2.8 to 2.2.2.11), reached directly over TLS. */
    static McuProfile dataConf() {
        return DataConf.overTls();
    }

    /** Any type of which nothing peculiar is known. */
    static McuProfile plain(McuType type) {
        return new PlainProfile(type);
    }
}
