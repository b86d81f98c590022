package io.parley.sdp;

import java.util.List;

/** A session description as text, its lines in the one order of RFC 8866 section 5. */
final class SdpWriter {

    private final StringBuilder text = new StringBuilder();

    private SdpWriter() {}

    static String write(SessionDescription session) {
        SdpWriter writer = new SdpWriter();
        writer.line('v', "0");
        writer.line('o', session.origin());
        writer.line('s', session.name());
        session.information().ifPresent(title -> writer.line('i', title));
        session.uri().ifPresent(uri -> writer.line('u', uri));
        writer.lines('e', session.emails());
        writer.lines('p', session.phones());
        session.connection().ifPresent(connection -> writer.line('c', connection));
        writer.lines('b', session.bandwidths());
        writer.line('t', session.times());
        writer.lines('a', session.attributes());
        session.media().forEach(writer::stream);
        return writer.text.toString();
    }

    private void stream(MediaDescription stream) {
        String ports = stream.ports() == 1 ? "" : "/" + stream.ports();
        line(
                'm',
                stream.media() + " " + stream.port() + ports + " " + stream.protocol() + " "
                        + String.join(" ", stream.formats()));
        stream.information().ifPresent(title -> line('i', title));
        lines('c', stream.connections());
        lines('b', stream.bandwidths());
        lines('a', stream.attributes());
    }

    private void lines(char type, List<?> values) {
        values.forEach(value -> line(type, value));
    }

    private void line(char type, Object value) {
        text.append(type).append('=').append(value).append("\r\n");
    }
}
