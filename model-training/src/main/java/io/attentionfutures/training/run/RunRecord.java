package io.attentionfutures.training.run;

import io.attentionfutures.forecast.DemandSeries;
import io.attentionfutures.forecast.model.FeatureExtractor;
import io.attentionfutures.forecast.model.ModelBundle;
import io.attentionfutures.forecast.telemetry.CapacityRule;
import io.attentionfutures.training.TrainingSettings;
import io.attentionfutures.training.network.Network;
import java.nio.file.Path;
import java.util.List;

/**
 * What a run was asked for, as {@code run.json} has it. Times are ISO 8601 in UTC.
 *
 * @param formatVersion version of this file's format
 * @param id name of the run's folder
 * @param state how it stands
 * @param fault why it failed; empty if it did not
 * @param commandLine the arguments it was started with
 * @param settings how to train
 * @param data what on
 * @param code what ran
 * @param machine where
 * @param output where the bundle goes beside the run's folder; empty for nowhere
 * @param startedAt when it was started first
 * @param endedAt when it ended; empty while it has not
 * @param resumed how often it was resumed
 */
public record RunRecord(
        int formatVersion,
        String id,
        RunState state,
        String fault,
        List<String> commandLine,
        TrainingSettings settings,
        Data data,
        Code code,
        Machine machine,
        String output,
        String startedAt,
        String endedAt,
        int resumed) {

    /** Version of the format of {@code run.json}. */
    public static final int FORMAT_VERSION = 1;

    /**
     * The data.
     *
     * @param files absolute paths of the telemetry
     * @param capacity how tenants' capacities are totalled
     * @param periodSeconds length of a window
     * @param sha256 hash of the series that the files gave
     * @param series the markets
     * @param windows windows of all series together
     */
    public record Data(
            List<String> files,
            CapacityRule capacity,
            long periodSeconds,
            String sha256,
            List<String> series,
            long windows) {

        /** Describes series and where they are from. */
        public static Data of(List<Path> files, CapacityRule capacity, List<DemandSeries> series) {
            return new Data(
                    files.stream().map(f -> f.toAbsolutePath().normalize().toString()).toList(),
                    capacity,
                    series.isEmpty() ? 0 : series.get(0).periodMillis() / 1000,
                    DataHash.of(series),
                    series.stream().map(DemandSeries::market).toList(),
                    series.stream().mapToLong(DemandSeries::windows).sum());
        }
    }

    /**
     * The code, as far as the result depends on it.
     *
     * @param version the program's
     * @param featureVersion that of the features
     * @param bundleFormat that of bundles
     * @param library the numerical library
     */
    public record Code(String version, int featureVersion, int bundleFormat, String library) {

        /** This program's. */
        public static Code current() {
            String version = RunRecord.class.getPackage().getImplementationVersion();
            return new Code(
                    version == null ? "not packaged" : version,
                    FeatureExtractor.FEATURE_VERSION,
                    ModelBundle.FORMAT_VERSION,
                    Network.LIBRARY);
        }
    }

    /**
     * The machine.
     *
     * @param cores processors that the program may use
     * @param java version of the virtual machine
     * @param system operating system and processor
     */
    public record Machine(int cores, String java, String system) {

        /** This one. */
        public static Machine current() {
            return new Machine(
                    Runtime.getRuntime().availableProcessors(),
                    System.getProperty("java.vm.name") + " " + Runtime.version(),
                    System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        }
    }

    /** This in another state. */
    public RunRecord with(RunState newState, String newFault, String newEnd) {
        return new RunRecord(
                formatVersion,
                id,
                newState,
                newFault,
                commandLine,
                settings,
                data,
                code,
                machine,
                output,
                startedAt,
                newEnd,
                resumed);
    }

    /** This, going on once more. */
    public RunRecord resumedOn(Machine now) {
        return new RunRecord(
                formatVersion,
                id,
                RunState.RUNNING,
                "",
                commandLine,
                settings,
                data,
                code,
                now,
                output,
                startedAt,
                "",
                resumed + 1);
    }
}
