package io.attentionfutures.local.run;

import io.attentionfutures.forecast.telemetry.CapacityRule;
import io.attentionfutures.local.UserError;
import io.attentionfutures.local.scenario.ScenarioFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.util.TimeUtils;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** The options of {@code ./afm run}. */
final class RunOptions {
    @Option(
            names = "--telemetry",
            paramLabel = "FILE.csv[.gz]",
            description =
                    "Telemetry to replay: timestamp_utc_iso8601,resource,tenant,used,capacity."
                            + " May be given more than once. Default: a synthetic trace.")
    List<Path> telemetry = new ArrayList<>();

    @Option(
            names = "--orders",
            paramLabel = "FILE.csv",
            description = "Orders to replay instead of the seeded population.")
    Path orders;

    @Option(
            names = "--scenario",
            paramLabel = "NAME|FILE.yaml|list",
            description =
                    "A market of its own: contracts, participants and trace as a YAML file says."
                            + " 'list' names the presets.")
    String scenarioName;

    /** What the scenario says, null without one. */
    ScenarioFile scenario;

    @Option(names = "--no-agents", description = "No seeded population of participants.")
    boolean noAgents;

    @Option(
            names = "--capacity",
            paramLabel = "shared|sum",
            description =
                    "How tenants' capacities total: 'shared' where every row repeats the pool,"
                            + " 'sum' where every row is a quota. Default: shared if all rows of"
                            + " each time agree.")
    CapacityRule capacity;

    @Option(
            names = "--period",
            paramLabel = "DURATION",
            defaultValue = "1h",
            converter = DurationConverter.class,
            description = "Delivery period, e.g. 1h or 10m. Default: ${DEFAULT-VALUE}.")
    Duration period;

    @Option(
            names = "--call-interval",
            paramLabel = "DURATION",
            defaultValue = "60s",
            converter = DurationConverter.class,
            description = "Time between call auctions. Default: ${DEFAULT-VALUE}.")
    Duration callInterval;

    @Option(
            names = "--speed",
            paramLabel = "N|max",
            defaultValue = "max",
            converter = SpeedConverter.class,
            description = "Seconds of market time per second. Default: ${DEFAULT-VALUE}.")
    Double speed;

    @Option(
            names = "--follow",
            description =
                    "Stay up on the wall clock: the trace is moved by whole weeks to reach the"
                            + " present, and goes on repeating its last week for seven days.")
    boolean follow;

    @Option(
            names = "--model",
            paramLabel = "BUNDLE.zip",
            description =
                    "Model bundle to forecast with. Default: one is trained on the first half of"
                            + " the trace, and forecasts from then on.")
    Path model;

    @Option(names = "--no-model", description = "Forecast by statistics alone.")
    boolean noModel;

    @Option(
            names = "--parallelism",
            paramLabel = "N",
            defaultValue = "2",
            description = "Parallelism of the job; decides speed alone. Default: ${DEFAULT-VALUE}.")
    int parallelism;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of population, synthetic trace and training. Default: 1.")
    long seed;

    @Option(
            names = "--data",
            paramLabel = "DIR|tmp",
            description =
                    "Where broker, checkpoints and models live; a run that was killed goes on from"
                            + " there. 'tmp' for a throw-away. Default: a folder in the user's"
                            + " cache.")
    String data = DataFolder.standard().toString();

    @Option(
            names = "--bootstrap",
            paramLabel = "HOST:PORT",
            description =
                    "Use this Kafka instead of an embedded broker. Without --telemetry the market"
                            + " is live: it takes what others write.")
    String bootstrap;

    @Option(
            names = "--kafka-properties",
            paramLabel = "FILE",
            description =
                    "With --bootstrap: Java properties file of Kafka client properties: TLS, and"
                            + " whom to log in as.")
    Path kafkaProperties;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Port of the embedded broker. Default: 9092, or the next free one.")
    Integer port;

    @Option(
            names = "--web-port",
            paramLabel = "PORT",
            description = "Port of Flink's web page. Default: 8081, or the next free one.")
    Integer webPort;

    @Option(
            names = "--metrics-port",
            paramLabel = "PORT",
            description =
                    "Serve metrics to a Prometheus on this machine, at /metrics of this port."
                            + " Default: not served.")
    Integer metricsPort;

    @Option(
            names = "--registry-port",
            paramLabel = "PORT",
            description =
                    "Port of the schema registry, which readers of the topics need."
                            + " Default: 8085, or the next free one.")
    Integer registryPort;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description =
                    "Write prices, executions, allocations, statements, alerts, audit records and"
                            + " forecasts as JSON lines in an order"
                            + " that does not depend on how the job ran.")
    Path output;

    @Option(names = "--json", description = "Print the summary as JSON on standard output.")
    boolean json;

    @Option(
            names = "-D",
            paramLabel = "KEY=VALUE",
            description = "An option of the job or of Flink, e.g. -D afm.clock.max-drift=1h.")
    Map<String, String> options = new LinkedHashMap<>();

    /** Reads the scenario, if one is named: it decides period, calls and forecasts. */
    void readScenario() {
        if (scenarioName == null) {
            return;
        }
        require(
                telemetry.isEmpty() && orders == null,
                "--scenario excludes --telemetry and --orders: it makes its own");
        scenario = ScenarioFile.read(scenarioName);
        period = scenario.scenario().periodLength();
        callInterval = scenario.scenario().callLength();
        capacity = CapacityRule.SUM;
        noModel |= !scenario.scenario().trainedModel() && model == null;
    }

    /** Checks what picocli cannot. */
    void validate() {
        require(parallelism >= 1 && parallelism <= 128, "--parallelism must be 1 to 128");
        require(
                !period.isNegative() && !period.isZero() && period.toMillis() % 60_000 == 0,
                "--period must be whole minutes");
        require(
                callInterval.toMillis() >= 1 && callInterval.compareTo(period) <= 0,
                "--call-interval must be positive and at most the delivery period");
        require(!(noModel && model != null), "--model and --no-model exclude each other");
        require(
                output == null || Files.isDirectory(output) || Files.notExists(output),
                "--output " + output + " is a file: name a folder");
        requirePort("--port", port);
        requirePort("--web-port", webPort);
        requirePort("--metrics-port", metricsPort);
        requirePort("--registry-port", registryPort);
        require(
                bootstrap == null || port == null,
                "--port is for the embedded broker, which --bootstrap does without");
        require(
                kafkaProperties == null || bootstrap != null,
                "--kafka-properties is for the Kafka of --bootstrap; the embedded broker asks for"
                        + " no login");
    }

    private static void requirePort(String name, Integer port) {
        require(port == null || (port >= 1 && port <= 65_535), name + " must be 1 to 65535");
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new UserError(message);
        }
    }

    /** Whether the market takes what others write, instead of a replay. */
    boolean live() {
        return bootstrap != null && telemetry.isEmpty() && orders == null && scenarioName == null;
    }

    /** Reads durations like 10m. */
    static final class DurationConverter implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            return TimeUtils.parseDuration(text);
        }
    }

    /** Reads a positive number, or {@code max}. */
    static final class SpeedConverter implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            if (text.equals("max")) {
                return Double.POSITIVE_INFINITY;
            }
            double speed = Double.parseDouble(text);
            if (!(speed > 0) || Double.isInfinite(speed)) {
                throw new IllegalArgumentException("must be a positive number or max");
            }
            return speed;
        }
    }
}
