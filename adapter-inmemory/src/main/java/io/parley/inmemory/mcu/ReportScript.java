package io.parley.inmemory.mcu;

import io.parley.document.Element;
import io.parley.ports.in.FocusService;
import io.parley.ports.in.FocusService.McuId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/**
 * The way of reports to the focus, on which they get lost, come twice, or wait and overtake one another. A new one hands on every report at
 * once. May be used by any number of threads at once.
 */
public final class ReportScript {

    /** A report on its way. */
    private record Report(McuId mcu, Element document) {}

    private final Supplier<FocusService> focus;
    private final Deque<Report> held = new ArrayDeque<>();
    private int lost;
    private int repeated;
    private boolean holding;

    ReportScript(Supplier<FocusService> focus) {
        this.focus = focus;
    }

    /** The next {@code count} reports get lost. */
    public synchronized ReportScript lose(int count) {
        lost = positive(count);
        return this;
    }

    /** The next {@code count} reports come twice. */
    public synchronized ReportScript repeat(int count) {
        repeated = positive(count);
        return this;
    }

    private static int positive(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("one report at least, not " + count);
        }
        return count;
    }

    /** Reports wait from now on. */
    public synchronized ReportScript hold() {
        holding = true;
        return this;
    }

    /** What waits comes, in order, and nothing waits any more. */
    public void deliver() {
        deliver(taken());
    }

    /** What waits comes, the last first, and nothing waits any more. */
    public void deliverBackwards() {
        List<Report> reports = taken();
        Collections.reverse(reports);
        deliver(reports);
    }

    private void deliver(List<Report> reports) {
        reports.forEach(report -> focus.get().report(report.mcu(), report.document()));
    }

    private synchronized List<Report> taken() {
        List<Report> reports = new ArrayList<>(held);
        held.clear();
        holding = false;
        return reports;
    }

    void report(McuId mcu, Element document) {
        deliver(passing(new Report(mcu, document)));
    }

    private synchronized List<Report> passing(Report report) {
        if (lost > 0) {
            lost--;
            return List.of();
        }
        List<Report> copies = repeated > 0 ? List.of(report, report) : List.of(report);
        repeated = Math.max(0, repeated - 1);
        if (holding) {
            held.addAll(copies);
            return List.of();
        }
        return copies;
    }

    synchronized void forget(McuId mcu) {
        held.removeIf(report -> report.mcu().equals(mcu));
    }
}
