package io.attentionfutures.benchmarks.chaos;

import io.attentionfutures.schemas.Topic;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Something that goes wrong in the middle of a flow, or in the flow itself. */
interface Drill {
    /** Returns its name on the command line. */
    String name();

    /** Returns what it does, for people. */
    String description();

    /** Returns how many brokers it needs. */
    default int brokers() {
        return 1;
    }

    /** Whether a JobManager must recover its jobs. */
    default boolean highAvailability() {
        return false;
    }

    /** Whether checkpoints go to a file system of their own, which can break. */
    default boolean breakableCheckpoints() {
        return false;
    }

    /** Returns how parallel the job is at first. */
    default int parallelism() {
        return 2;
    }

    /** Returns further options of the cluster. */
    default Map<String, String> options() {
        return Map.of();
    }

    /**
     * Returns environment variables of the TaskManagers.
     *
     * @param folder a folder of the drill's own
     */
    default Map<String, String> taskManagerEnvironment(Path folder) {
        return Map.of();
    }

    /** Returns why it cannot be done here, if it cannot. */
    default Optional<String> obstacle() {
        return Optional.empty();
    }

    /** Returns what producers write instead of the flow. */
    default Flow flow(Flow undisturbed, long seed) {
        return undisturbed;
    }

    /** Whether it adds records to the flow, which move offsets, sequences and hash chains. */
    default boolean addsRecords() {
        return false;
    }

    /** Whether each record that it adds is answered by exactly one output. */
    default boolean oneAnswerEach() {
        return addsRecords();
    }

    /** Returns output topics that say something of the drill itself. */
    default Set<Topic> ignored() {
        return Set.of();
    }

    /**
     * Strikes, a third into the flow, tells the stage so, and puts things right again.
     *
     * @throws InterruptedException if the process is told to end
     */
    void strike(Stage stage) throws InterruptedException;

    /** Returns what the drill itself has to check once all is over; empty if it is well. */
    default Optional<String> fault(Stage stage) throws InterruptedException {
        return Optional.empty();
    }
}
