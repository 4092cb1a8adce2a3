package io.attentionfutures.benchmarks.chaos;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** All drills, in the order in which they are done. */
final class Drills {
    private Drills() {}

    /**
     * Returns them.
     *
     * @param previous the job jar of the release before this one, if there is one
     */
    static List<Drill> all(Optional<Path> previous) {
        return List.of(
                new ProcessDrills.TaskManagerKill(),
                new ProcessDrills.JobManagerKill(),
                new ProcessDrills.BrokerKill(),
                new StateDrills.Rescaling(),
                new FlowDrills.Garbage(),
                new FlowDrills.Duplicates(),
                new FlowDrills.Reordered(),
                new ProcessDrills.BrokerPause(),
                new StateDrills.CheckpointFailure(),
                new StateDrills.DiskFull(),
                new PoisonRelease(),
                new FlowDrills.ClockJumps(),
                new ProcessClockJumps(),
                new StateDrills.Upgrade(previous));
    }
}
