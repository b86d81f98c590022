package io.parley.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.parley.codec.xml.DocumentCodec;
import io.parley.codec.xml.Limits;
import io.parley.ports.in.ConferenceEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** An event as JSON, the same for server-sent events and call-backs. It is one line. */
final class EventText {

    private final DocumentCodec documents = new DocumentCodec(Limits.defaults());

    byte[] of(ConferenceEvent event) {
        return Json.object(json -> {
            json.writeStringField("conference", event.conference().toString());
            json.writeStringField("event", event.type().word());
            json.writeNumberField("sequence", event.sequence());
            json.writeBooleanField("skipped", event.skipped());
            write(json, "action", event.action());
            write(json, "time", event.at().map(Object::toString));
            write(
                    json,
                    "document",
                    event.document().map(document -> new String(documents.write(document), StandardCharsets.UTF_8)));
        });
    }

    private static void write(JsonGenerator json, String name, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(name, value.get());
        }
    }
}
