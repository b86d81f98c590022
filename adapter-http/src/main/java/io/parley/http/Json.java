package io.parley.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** JSON, as far as the resources beside CCMP need it: objects out, flat objects in. */
final class Json {

    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(2)
                    .maxStringLength(8 * 1024)
                    .maxNumberLength(20)
                    .build())
            .build();

    private Json() {}

    /** Writes the content of something. */
    @FunctionalInterface
    interface Content {
        /** Writes it. */
        void writeTo(JsonGenerator json) throws IOException;
    }

    /** An object with these members. */
    static byte[] object(Content members) {
        return text(json -> {
            json.writeStartObject();
            members.writeTo(json);
            json.writeEndObject();
        });
    }

    static byte[] text(Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            content.writeTo(json);
        } catch (IOException e) {
            // Nothing is written to but memory.
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * The members of a flat object, by name; whole numbers and words as they are written.
     *
     * @throws IllegalArgumentException if it is anything else; the message says what, and quotes nothing
     */
    static Map<String, String> flatObject(byte[] text) {
        Map<String, String> members = new LinkedHashMap<>();
        try (JsonParser json = FACTORY.createParser(text)) {
            expect(json.nextToken() == JsonToken.START_OBJECT);
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                expect(value == JsonToken.VALUE_STRING || value == JsonToken.VALUE_NUMBER_INT);
                members.put(name, json.getText());
            }
            expect(json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null);
        } catch (IOException e) {
            // The message of the library may quote what was sent, secrets included.
            throw new IllegalArgumentException("the body is no JSON", e);
        }
        return members;
    }

    private static void expect(boolean fulfilled) {
        if (!fulfilled) {
            throw new IllegalArgumentException("the body has to be a JSON object of strings and whole numbers");
        }
    }

    /** A response that holds {@code json}. */
    static FullHttpResponse response(HttpResponseStatus status, byte[] json) {
        FullHttpResponse response =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(json));
        response.headers().set(HttpHeaderNames.CONTENT_TYPE, "application/json");
        return response;
    }

    /** A response that says what is wrong. */
    static FullHttpResponse error(HttpResponseStatus status, String what) {
        return response(status, object(json -> json.writeStringField("error", what)));
    }
}
