package io.attentionfutures.local.run;

import io.attentionfutures.forecast.telemetry.CapacityRule;
import io.attentionfutures.local.UserError;
import io.attentionfutures.local.agents.OrderFile;
import io.attentionfutures.local.agents.Population;
import io.attentionfutures.local.agents.TimedCommand;
import io.attentionfutures.local.broker.EmbeddedBroker;
import io.attentionfutures.local.broker.KafkaConnection;
import io.attentionfutures.local.broker.MarketTopics;
import io.attentionfutures.local.registry.RegistryCommandLine;
import io.attentionfutures.local.registry.RegistryServer;
import io.attentionfutures.local.replay.MarketPlan;
import io.attentionfutures.local.replay.Pace;
import io.attentionfutures.local.replay.Replayer;
import io.attentionfutures.local.scenario.Scenario;
import io.attentionfutures.local.scenario.ScenarioSpecifications;
import io.attentionfutures.local.scenario.ScenarioTrace;
import io.attentionfutures.local.trace.SyntheticTrace;
import io.attentionfutures.local.trace.TenantNeeds;
import io.attentionfutures.local.trace.Trace;
import io.attentionfutures.pipeline.MarketOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.flink.configuration.Configuration;

/** One run of the local market, from the trace to the summary. */
final class MarketRun {
    private static final long SYNTHETIC_START =
            Instant.parse("2026-01-05T00:00:00Z").toEpochMilli();
    private static final Duration SYNTHETIC_LENGTH = Duration.ofDays(28);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration FAST_DRIFT = Duration.ofDays(2);
    private static final int BROKER_PORT = 9092;
    private static final int WEB_PORT = 8081;
    private static final String LOOPBACK = "127.0.0.1";

    private final RunOptions options;
    private final Console console;

    MarketRun(RunOptions options, Console console) {
        this.options = options;
        this.console = console;
    }

    /** Runs to the end. */
    RunSummary run() throws InterruptedException {
        options.validate();
        if (options.live()) {
            return live();
        }
        List<TimedCommand> orders =
                options.orders == null ? List.of() : OrderFile.read(options.orders);
        Trace trace = trace(orders);
        CapacityRule rule =
                options.capacity != null ? options.capacity : trace.suggestedCapacityRule();
        try (DataFolder folder = DataFolder.open(options.data)) {
            DataFolder.Run run = openRun(folder, trace, rule, orders);
            Trace moved = run.shiftMillis() == 0 ? trace : trace.shifted(run.shiftMillis());
            if (options.follow) {
                moved = moved.repeatedUntil(System.currentTimeMillis() + WEEK.toMillis());
            }
            describe(moved, rule, folder);
            RunModel.Provided model =
                    RunModel.provide(options, moved, rule, folder.models(), console::say);
            if (options.bootstrap != null) {
                return play(folder, run, kafka(), moved, rule, model, orders);
            }
            int port = port("--port", options.port, BROKER_PORT);
            try (EmbeddedBroker broker = EmbeddedBroker.start(folder.broker(), port)) {
                KafkaConnection kafka = KafkaConnection.plain(broker.bootstrapServers());
                return play(folder, run, kafka, moved, rule, model, orders);
            }
        }
    }

    /** Runs the job on a broker that others write to, until it is stopped. */
    private RunSummary live() {
        try (DataFolder folder = DataFolder.open(options.data)) {
            KafkaConnection kafka = kafka();
            MarketTopics.create(kafka, false);
            Configuration config =
                    configuration(
                            kafka,
                            options.capacity == null ? CapacityRule.SUM : options.capacity,
                            Optional.ofNullable(options.model));
            int webPort = port("--web-port", options.webPort, WEB_PORT);
            try (RegistryServer registry = ownRegistry(config)) {
                sayAddresses(kafka, registry, config, webPort);
                LocalJob job = startJob(folder, config, webPort);
                return new RunMonitor(console, kafka, config.get(MarketOptions.GROUP_ID))
                        .watchLive(job);
            }
        }
    }

    private Trace trace(List<TimedCommand> orders) {
        if (!options.telemetry.isEmpty()) {
            return Trace.read(options.telemetry);
        }
        if (options.scenario != null) {
            return ScenarioTrace.make(options.scenario.scenario(), SYNTHETIC_START, options.seed);
        }
        long start = SYNTHETIC_START;
        if (!orders.isEmpty()) {
            long first = orders.get(0).timeMillis();
            start = first - Math.floorMod(first, Duration.ofDays(1).toMillis());
        }
        return SyntheticTrace.make(start, SYNTHETIC_LENGTH, options.seed);
    }

    /** Goes on with the folder's run if it is this one and not at its end, else starts anew. */
    private DataFolder.Run openRun(
            DataFolder folder, Trace trace, CapacityRule rule, List<TimedCommand> orders) {
        String fingerprint = RunFingerprint.of(options, trace, rule, orders);
        Optional<DataFolder.Run> held = folder.run();
        if (held.isPresent()
                && !held.get().completed()
                && held.get().fingerprint().equals(fingerprint)) {
            console.say("going on with the run in " + folder.root());
            return held.get();
        }
        if (held.isPresent() && !held.get().completed()) {
            console.say("an unfinished run of another market in " + folder.root() + " is dropped");
        }
        folder.clear();
        long shift = 0;
        if (options.follow) {
            long weeks = WEEK.toMillis();
            long behind = System.currentTimeMillis() - trace.endMillis();
            shift = -Math.floorDiv(-behind, weeks) * weeks;
        }
        DataFolder.Run run = new DataFolder.Run(fingerprint, shift, false, "");
        folder.write(run);
        return run;
    }

    private void describe(Trace trace, CapacityRule rule, DataFolder folder) {
        console.say(
                String.format(
                        "trace: %s, %,d rows, %d markets, %s to %s, capacity %s",
                        trace.label(),
                        trace.rows().size(),
                        trace.markets().size(),
                        Instant.ofEpochMilli(trace.startMillis()),
                        Instant.ofEpochMilli(trace.endMillis()),
                        rule == CapacityRule.SUM ? "summed over tenants" : "shared by tenants"));
        console.say("data folder: " + folder.root());
    }

    private RunSummary play(
            DataFolder folder,
            DataFolder.Run run,
            KafkaConnection kafka,
            Trace trace,
            CapacityRule rule,
            RunModel.Provided model,
            List<TimedCommand> orders)
            throws InterruptedException {
        folder.write(
                new DataFolder.Run(
                        run.fingerprint(), run.shiftMillis(), false, kafka.bootstrapServers()));
        MarketTopics.create(kafka, true);
        Configuration config = configuration(kafka, rule, model.bundle());
        int webPort = port("--web-port", options.webPort, WEB_PORT);
        RunSummary summary;
        try (RegistryServer registry = ownRegistry(config)) {
            sayAddresses(kafka, registry, config, webPort);
            MarketPlan plan = plan(trace, rule, orders);
            Replayer replayer =
                    new Replayer(
                            kafka,
                            plan,
                            plan.endMillis(config.get(MarketOptions.ALLOWED_LATENESS)),
                            Pace.of(options.speed, options.follow));
            LocalJob job = startJob(folder, config, webPort);
            summary =
                    new RunMonitor(console, kafka, config.get(MarketOptions.GROUP_ID))
                            .watch(plan, replayer, job, model.scoreFromMillis());
        }
        if (options.output != null) {
            OutputFolder.write(kafka, options.output);
            console.say("output: " + options.output);
        }
        folder.write(
                new DataFolder.Run(
                        run.fingerprint(), run.shiftMillis(), true, kafka.bootstrapServers()));
        return summary;
    }

    private LocalJob startJob(DataFolder folder, Configuration config, int webPort) {
        return LocalJob.start(
                config,
                options.parallelism,
                webPort,
                folder.checkpoints(),
                folder.latestCheckpoint());
    }

    /** Serves the market's schemas to readers of its topics, unless another registry does. */
    private RegistryServer ownRegistry(Configuration config) {
        if (!config.get(MarketOptions.REGISTRY_URL).isBlank()) {
            return null;
        }
        return RegistryServer.start(
                LOOPBACK,
                port("--registry-port", options.registryPort, RegistryCommandLine.STANDARD_PORT));
    }

    private void sayAddresses(
            KafkaConnection kafka, RegistryServer own, Configuration config, int webPort) {
        console.say(
                String.format(
                        "Kafka: %s, schema registry: %s, Flink: http://%s:%d",
                        kafka,
                        own == null ? config.get(MarketOptions.REGISTRY_URL) : own.url(),
                        LOOPBACK,
                        webPort));
    }

    private MarketPlan plan(Trace trace, CapacityRule rule, List<TimedCommand> orders) {
        TenantNeeds needs = new TenantNeeds(trace, options.period.toMillis(), rule);
        boolean population = options.orders == null && !options.noAgents;
        if (options.scenario == null) {
            return MarketPlan.of(
                    trace,
                    needs,
                    options.callInterval,
                    population ? Optional.of(options.seed) : Optional.empty(),
                    orders);
        }
        Scenario scenario = options.scenario.scenario();
        return MarketPlan.of(
                trace,
                needs,
                (market, capacity, leastPositionLimit) ->
                        ScenarioSpecifications.of(scenario, market, capacity, leastPositionLimit),
                population
                        ? Optional.of(new Population(options.seed, needs, scenario.population()))
                        : Optional.empty(),
                orders);
    }

    private Configuration configuration(
            KafkaConnection kafka, CapacityRule rule, Optional<Path> model) {
        Configuration config = Configuration.fromMap(options.options);
        if (options.metricsPort != null) {
            int port = port("--metrics-port", options.metricsPort, options.metricsPort);
            LocalJob.serveMetrics(config, port);
            console.say("metrics: http://127.0.0.1:" + port + "/metrics");
        }
        if (options.speed.isInfinite() && !config.contains(MarketOptions.MAX_DRIFT)) {
            config.set(MarketOptions.MAX_DRIFT, FAST_DRIFT);
        }
        config.set(MarketOptions.BOOTSTRAP_SERVERS, kafka.bootstrapServers());
        KafkaConnection.useFile(config, options.kafkaProperties);
        config.set(MarketOptions.DEMAND_PERIOD, options.period);
        config.set(MarketOptions.CAPACITY_RULE, rule);
        model.ifPresent(path -> config.set(MarketOptions.MODEL, path.toUri().toString()));
        if (!options.live()) {
            config.set(MarketOptions.TIMESTAMPS, MarketOptions.TimestampSource.REPLAY);
            config.set(MarketOptions.HEARTBEAT_INTERVAL, Duration.ZERO);
        }
        return config;
    }

    /**
     * The Kafka of {@code --bootstrap}, for the job's options and for everything beside the job.
     */
    private KafkaConnection kafka() {
        Configuration config = Configuration.fromMap(options.options);
        config.set(MarketOptions.BOOTSTRAP_SERVERS, options.bootstrap);
        KafkaConnection.useFile(config, options.kafkaProperties);
        return KafkaConnection.of(config);
    }

    private static int port(String name, Integer wanted, int standard) {
        if (wanted != null) {
            if (!EmbeddedBroker.isFree(wanted)) {
                throw new UserError(
                        name
                                + " "
                                + wanted
                                + " is in use: stop what listens there, or choose"
                                + " another port");
            }
            return wanted;
        }
        return EmbeddedBroker.isFree(standard) ? standard : EmbeddedBroker.freePort();
    }
}
