package io.parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

/** Faults of the system itself. */
class FaultsTest {

    @Test
    void anExceptionOfTheServiceIs500AndTheEnd() {
        faultIs500(new IllegalStateException("password=hunter2", new RuntimeException("inner secret")));
    }

    @Test
    void anErrorOfTheServiceIs500AndTheEnd() {
        faultIs500(new StackOverflowError());
    }

    private static void faultIs500(Throwable fault) {
        Exchange broken = (body, origin) -> {
            if (fault instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) fault;
        };
        try (Pipe pipe = new Pipe(CcmpHttpServer.builder().exchange(broken))) {
            Answer answer = pipe.send(Post.of("a") + Post.of("b")).answer();
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.body()).matches("Incident [0-9a-f-]{36}\n");
            assertThat(answer.field("content-type")).startsWith("text/plain");
            assertThat(answer.field("cache-control")).isEqualTo("no-store");
            assertThat(answer.closes()).isTrue();
            assertThat(pipe.isOpen()).isFalse();
        }
    }

    @Test
    void theLogHasTheIncidentAndTheLinesButNoWordOfTheFault() {
        List<Object> logged = new ArrayList<>();
        Logger log = (Logger) Proxy.newProxyInstance(
                Logger.class.getClassLoader(), new Class<?>[] {Logger.class}, (proxy, method, arguments) -> {
                    for (Object argument : arguments) {
                        logged.addAll(
                                argument instanceof Object[] several ? Arrays.asList(several) : List.of(argument));
                    }
                    return null;
                });
        RuntimeException fault = new IllegalStateException("hunter2", new RuntimeException("hunter3"));
        Incident incident = Incident.of(fault);

        incident.report(log, "Something happened");

        assertThat(logged).contains(incident.id(), "Something happened");
        Throwable trace = (Throwable) logged.get(logged.size() - 1);
        assertThat(trace).hasMessage("java.lang.IllegalStateException");
        assertThat(trace.getStackTrace()).isEqualTo(fault.getStackTrace());
        assertThat(trace.getCause()).hasMessage("java.lang.RuntimeException");
        assertThat(trace).hasStackTraceContaining("FaultsTest").hasNoSuppressedExceptions();
        assertThat(logged.toString()).doesNotContain("hunter");
    }

    @Test
    void anExecutorThatIsFullIs503() {
        CcmpHttpServerBuilder server = new Echo().server().executor(task -> {
            throw new RejectedExecutionException();
        });
        try (Pipe pipe = new Pipe(server)) {
            Answer answer = pipe.send(Post.of("body")).answer();
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.field("retry-after")).isEqualTo("2");
            assertThat(pipe.isOpen()).isTrue();
        }
    }
}
