package io.parley.inmemory.mcu;

import io.parley.ports.in.FocusService.McuId;
import io.parley.ports.out.Scheduler;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tasks that MCUs have given to a scheduler, until they are released. */
final class Work {

    private final Map<McuId, List<Scheduler.Task>> tasks = new HashMap<>();

    synchronized void add(McuId mcu, Scheduler.Task task) {
        tasks.computeIfAbsent(mcu, key -> new ArrayList<>()).add(task);
    }

    synchronized void cancel(McuId mcu) {
        List<Scheduler.Task> of = tasks.remove(mcu);
        if (of != null) {
            of.forEach(Scheduler.Task::cancel);
        }
    }
}
