package io.parley.docs;

import java.util.List;

/** The rooms of core-domain from the ground up. */
final class Rooms {

    static final List<String> FROM_THE_GROUND_UP = List.of(
            "persistent",
            "sdp",
            "identity",
            "document",
            "patch",
            "filter",
            "user",
            "focus",
            "conference",
            "schedule",
            "cloning",
            "authorization",
            "privacy",
            "roster",
            "subscription",
            "participation",
            "dialout",
            "ccmp",
            "c3p",
            "mcu");

    private Rooms() {}

    static String packageOf(String room) {
        return "io.parley." + room + "..";
    }

    static String[] below(String room) {
        return FROM_THE_GROUND_UP.subList(0, FROM_THE_GROUND_UP.indexOf(room)).toArray(String[]::new);
    }

    static String[] packages() {
        return FROM_THE_GROUND_UP.stream().map(Rooms::packageOf).toArray(String[]::new);
    }
}
