package io.parley.inmemory.mcu;

import io.parley.focus.McuType;
import io.parley.mcu.EntityView;
import io.parley.mcu.McuCommands;

/** MCUs of a type of which nothing peculiar is known. */
record PlainProfile(McuType type) implements McuProfile {

    @Override
    public McuCommands commands() {
        return type.equals(McuType.CHAT) ? McuCommands.OF_MESSAGES : McuCommands.OF_MEDIA;
    }

    @Override
    public EntityView view() {
        return EntityView.PLAIN;
    }
}
