package io.parley.bench.micro;

import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pResponse;
import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.codec.c3p.C3pReading;
import io.parley.codec.c3p.UnreadableC3pException;
import io.parley.codec.xml.CcmpCodec;
import io.parley.codec.xml.Dialect;
import io.parley.codec.xml.DocumentCodec;
import io.parley.codec.xml.Limits;
import io.parley.codec.xml.Reading;
import io.parley.codec.xml.UnreadableException;
import io.parley.codec.xml.patch.DiffCodec;
import io.parley.document.Element;
import io.parley.document.Merge;
import io.parley.patch.Patch;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Each kind of message, read and written. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CodecBenchmark {

    /** How many users stand in the document, and in the response of CCMP. */
    @Param({"100"})
    private int users;

    private final CcmpCodec ccmp = new CcmpCodec(Limits.defaults());
    private final DocumentCodec documents = new DocumentCodec(Limits.defaults());
    private final DiffCodec diffs = new DiffCodec(Limits.defaults());
    private final C3pRequest lock = C3pExamples.lock();
    private final C3pResponse locked = locked();

    private Room room = new Room(0);
    private CcmpRequest request = CcmpRequest.of(Message.CONF, Room.OWNER);
    private CcmpResponse response = room.retrieve();
    private Element document = room.conference().document();
    private String entity = room.conference().id().toString();
    private Patch patch = Patch.between(document, document);
    private byte[] writtenRequest = new byte[0];
    private byte[] writtenResponse = new byte[0];
    private byte[] writtenDocument = new byte[0];
    private byte[] writtenDiff = new byte[0];

    private static C3pResponse locked() {
        try {
            return C3pExamples.CODEC.readResponse(C3pExamples.LOCKED);
        } catch (UnreadableC3pException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** Makes the messages. */
    @Setup
    public void fill() {
        room = new Room(users);
        Element title = Room.titled(room.conference(), "Another title");
        request = CcmpRequest.of(Message.CONF, Room.OWNER)
                .operation(Operation.UPDATE)
                .on(room.conference().id().toString())
                .info(title);
        response = room.retrieve();
        document = room.conference().document();
        entity = room.conference().id().toString();
        patch = Patch.between(document, Merge.update(document, title));
        writtenRequest = writeCcmpRequest();
        writtenResponse = writeCcmpResponse();
        writtenDocument = writeDocument();
        writtenDiff = writeDiff();
    }

    @Benchmark
    public Reading readCcmpRequest() {
        return ccmp.readRequest(writtenRequest);
    }

    @Benchmark
    public byte[] writeCcmpRequest() {
        return ccmp.writeRequest(request, Dialect.RFC_6503);
    }

    @Benchmark
    public CcmpResponse readCcmpResponse() throws UnreadableException {
        return ccmp.readResponse(writtenResponse);
    }

    @Benchmark
    public byte[] writeCcmpResponse() {
        return ccmp.writeResponse(response, Dialect.RFC_6503);
    }

    @Benchmark
    public C3pReading readC3pRequest() {
        return C3pExamples.CODEC.readRequest(C3pExamples.LOCK);
    }

    @Benchmark
    public byte[] writeC3pRequest() {
        return C3pExamples.CODEC.writeRequest(lock);
    }

    @Benchmark
    public C3pResponse readC3pResponse() throws UnreadableC3pException {
        return C3pExamples.CODEC.readResponse(C3pExamples.LOCKED);
    }

    @Benchmark
    public byte[] writeC3pResponse() {
        return C3pExamples.CODEC.writeResponse(locked);
    }

    @Benchmark
    public Element readDocument() throws UnreadableException {
        return documents.read(writtenDocument);
    }

    @Benchmark
    public byte[] writeDocument() {
        return documents.write(document);
    }

    /** Reads a diff, and applies it to the bytes of the document. */
    @Benchmark
    public DiffCodec.Result applyDiff() throws UnreadableException {
        return diffs.apply(writtenDocument, writtenDiff);
    }

    @Benchmark
    public byte[] writeDiff() {
        return diffs.write(entity, patch);
    }
}
