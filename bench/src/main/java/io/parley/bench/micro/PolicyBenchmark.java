package io.parley.bench.micro;

import io.parley.authorization.AccessPolicy;
import io.parley.authorization.AccessRequest;
import io.parley.authorization.Action;
import io.parley.authorization.Requester;
import io.parley.c3p.C3pAuthorization;
import io.parley.c3p.C3pCommand;
import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pRole;
import io.parley.c3p.Carrier;
import io.parley.c3p.SipEnvelope;
import io.parley.identity.SipUri;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Whether somebody may do what he asks for. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PolicyBenchmark {

    private final AccessPolicy policy = AccessPolicy.standard();
    private final Requester participant = People.requester(Room.user(50));
    private final AccessRequest change = new AccessRequest(
            participant, Action.CHANGE_CONFERENCE, Optional.of(new Room(100).conference()), Optional.empty());
    private final C3pRequest lock = C3pExamples.lock();
    private final SipEnvelope envelope = new SipEnvelope(
            Carrier.INFO, SipUri.of(C3pExamples.ALICE), SipUri.of(C3pExamples.CONFERENCE), "example.com");
    private final C3pCommand command = C3pCommand.of(lock, envelope).orElseThrow();

    /** The policy of CCMP: a participant wants to change a conference of a hundred. */
    @Benchmark
    public Optional<String> authorizeCcmp() {
        return policy.refusal(change);
    }

    /** The rule of C3P: an attendee wants to lock it. */
    @Benchmark
    public boolean authorizeC3p() {
        return C3pAuthorization.permits(C3pAuthorization.Question.of(command, lock, envelope, C3pRole.ATTENDEE, false));
    }
}
