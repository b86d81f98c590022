package io.parley.bench.micro;

import io.parley.cloning.Inheritance;
import io.parley.conference.Kind;
import io.parley.document.Attributes;
import io.parley.document.Diff;
import io.parley.document.Difference;
import io.parley.document.Element;
import io.parley.document.Finding;
import io.parley.document.Info;
import io.parley.document.Merge;
import io.parley.document.Placeholders;
import io.parley.document.Schema;
import io.parley.document.ThreeWayMerge;
import io.parley.document.Validation;
import io.parley.patch.Patch;
import io.parley.patch.Patched;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What is done to conference documents. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DocumentBenchmark {

    private static final Element PLACEHOLDERS = Schema.CONFERENCE_INFO
            .empty()
            .withAttribute(Attributes.ENTITY, "xcon:AUTO_GENERATE_1@example.com")
            .with(Schema.CONFERENCE_DESCRIPTION.empty().with(Info.DISPLAY_TEXT, "Meeting"))
            .with(Schema.USERS
                    .empty()
                    .with(Schema.USER
                            .empty()
                            .withAttribute(Attributes.ENTITY, "xcon-userid:AUTO_GENERATE_2@example.com")));

    /** How many users stand in the document. */
    @Param({"100"})
    private int users;

    private Element document = Schema.CONFERENCE_INFO.empty();
    private Element changes = document;
    private Element elsewhere = document;
    private Element changed = document;
    private Patch patch = Patch.between(document, document);

    /** Makes the documents. */
    @Setup
    public void fill() {
        Room room = new Room(users);
        document = room.conference().document();
        changes = Room.titled(room.conference(), "Another title");
        changed = Merge.update(document, changes);
        room.join("xcon-userid:guest@example.com");
        elsewhere = room.conference().document();
        patch = Patch.between(document, changed);
    }

    /** A new title, merged into the document. */
    @Benchmark
    public Element merge() {
        return Merge.update(document, changes);
    }

    /** A new title, merged into a document that somebody has joined meanwhile. */
    @Benchmark
    public ThreeWayMerge threeWayMerge() {
        return ThreeWayMerge.of(document, elsewhere, changes);
    }

    /** What is different after the new title. */
    @Benchmark
    public List<Difference> diff() {
        return Diff.between(document, changed);
    }

    /** The patch that makes the new title. */
    @Benchmark
    public Patch patchBetween() {
        return Patch.between(document, changed);
    }

    /** That patch, applied. */
    @Benchmark
    public Patched applyPatch() {
        return patch.applyTo(document);
    }

    /** What a clone takes over. */
    @Benchmark
    public Element deriveClone() {
        return Inheritance.of(document, Kind.RESERVATION);
    }

    /** The whole document, examined. */
    @Benchmark
    public List<Finding> validate() {
        return Validation.ofDocument(document);
    }

    /** Two placeholders of a request, found and replaced. */
    @Benchmark
    public Element substitutePlaceholders() {
        return Placeholders.in(PLACEHOLDERS, "example.com")
                .replacedIn(PLACEHOLDERS, (number, kind) -> "xcon:conf" + number + "@example.com");
    }
}
