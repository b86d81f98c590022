package io.parley.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.parley.c3p.C3pResponse;
import io.parley.c3p.Reason;
import io.parley.identity.SipUri;
import io.parley.identity.XconUserId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FactoryAnswersTest {

    private final FactoryAnswers answers = new FactoryAnswers();
    private final AtomicInteger executions = new AtomicInteger();

    private static FactoryAnswers.Key key(int requestId) {
        return new FactoryAnswers.Key(
                XconUserId.of("alice", "example.com"), "call", Integer.toString(requestId), "addConference");
    }

    private C3pResponse execute() {
        SipUri alice = SipUri.of("sip:alice@example.com");
        return C3pResponse.failure(Integer.toString(executions.incrementAndGet()), alice, alice, Reason.NOT_SUPPORTED);
    }

    @Test
    void aRepetitionGetsTheFirstAnswer() {
        C3pResponse first = answers.once(key(1), this::execute);
        assertThat(answers.once(key(1), this::execute)).isSameAs(first);
        assertThat(answers.once(key(2), this::execute)).isNotEqualTo(first);
        assertThat(executions).hasValue(2);
    }

    @Test
    void aRepetitionThatComesMeanwhileWaitsForTheFirstAnswer() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        CompletableFuture<C3pResponse> first = CompletableFuture.supplyAsync(() -> answers.once(key(1), () -> {
            begun.countDown();
            try {
                end.await();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
            return execute();
        }));
        begun.await();
        CompletableFuture<C3pResponse> second =
                CompletableFuture.supplyAsync(() -> answers.once(key(1), this::execute));
        end.countDown();
        assertThat(second.get()).isSameAs(first.get());
        assertThat(executions).hasValue(1);
    }

    @Test
    void whatFailedIsExecutedAgain() {
        assertThatIllegalStateException()
                .isThrownBy(() -> answers.once(key(1), () -> {
                    throw new IllegalStateException("the store is gone");
                }));
        answers.once(key(1), this::execute);
        assertThat(executions).hasValue(1);
    }

    @Test
    void theOldestAnswersAreForgotten() {
        for (int i = 0; i <= FactoryAnswers.REMEMBERED; i++) {
            answers.once(key(i), this::execute);
        }
        int before = executions.get();
        answers.once(key(FactoryAnswers.REMEMBERED), this::execute);
        assertThat(executions).hasValue(before);
        answers.once(key(0), this::execute);
        assertThat(executions).hasValue(before + 1);
    }
}
