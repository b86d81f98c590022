package io.parley.codec.xml;

import java.util.OptionalInt;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;

/** Something is not the XML that it should be. */
public final class UnreadableException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;
    private final int line;
    private final int column;

    private UnreadableException(String reason, int line, int column) {
        super(reason);
        this.reason = reason;
        this.line = line;
        this.column = column;
    }

    static UnreadableException because(String reason) {
        return new UnreadableException(Words.presentable(reason), 0, 0);
    }

    static UnreadableException at(Location location, String reason) {
        return new UnreadableException(Words.presentable(reason), location.getLineNumber(), location.getColumnNumber());
    }

    /** The parser's complaint, without the position that it repeats on a line of its own. */
    static UnreadableException of(XMLStreamException complaint) {
        String message = String.valueOf(complaint.getMessage());
        int position = message.indexOf("\n at [row,col");
        String reason = position < 0 ? message : message.substring(0, position);
        Location location = complaint.getLocation();
        return location == null ? because(reason) : at(location, reason);
    }

    /** The reason and, if the fault has one, its place. */
    @Override
    public String getMessage() {
        return line < 1 ? reason : reason + " (line " + line + ", column " + column + ")";
    }

    /** What is wrong, naming the offending element where there is one. */
    public String reason() {
        return reason;
    }

    /** The line, from 1; empty if the fault has no place. */
    public OptionalInt line() {
        return line < 1 ? OptionalInt.empty() : OptionalInt.of(line);
    }

    /** The column in the line, from 1; empty if the fault has no place. */
    public OptionalInt column() {
        return line < 1 ? OptionalInt.empty() : OptionalInt.of(column);
    }
}
