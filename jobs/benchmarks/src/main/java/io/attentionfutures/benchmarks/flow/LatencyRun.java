package io.attentionfutures.benchmarks.flow;

import io.attentionfutures.benchmarks.cluster.KafkaCluster;
import io.attentionfutures.local.broker.MarketTopics;
import io.attentionfutures.pipeline.MarketOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.HdrHistogram.Histogram;
import org.apache.flink.configuration.Configuration;

/** One live market that orders are sent to on a schedule. */
final class LatencyRun {
    private static final List<String> BROKER_JVM = List.of("-Xmx1g", "-Xms1g", "-XX:+UseG1GC");
    private static final int CONTRACTS = 24;

    /**
     * What was measured, in microseconds.
     *
     * @param sent orders in the measured part
     */
    record Result(Histogram acknowledgement, Histogram indicative, long sent) {}

    /** Something that goes on beside the orders, until it is closed. */
    interface Watch extends AutoCloseable {
        @Override
        void close() throws InterruptedException;
    }

    private final FlowOptions options;
    private final int parallelism;
    private final double rate;
    private final int warmUpSeconds;
    private final int seconds;
    private final long indicativeMillis;
    private final Duration period;
    private final Duration callInterval;

    LatencyRun(
            FlowOptions options,
            int parallelism,
            double rate,
            int warmUpSeconds,
            int seconds,
            long indicativeMillis,
            Duration period,
            Duration callInterval) {
        this.options = options;
        this.parallelism = parallelism;
        this.rate = rate;
        this.warmUpSeconds = warmUpSeconds;
        this.seconds = seconds;
        this.indicativeMillis = indicativeMillis;
        this.period = period;
        this.callInterval = callInterval;
    }

    /** Runs a market whose given output topics are written at once, the others exactly once. */
    Result measure(List<String> atLeastOnceTopics) throws IOException, InterruptedException {
        return measure(atLeastOnceTopics, job -> () -> {});
    }

    /**
     * Runs a market.
     *
     * @param watch starts to watch the job, and returns what ends that
     */
    Result measure(List<String> atLeastOnceTopics, Function<FlowJobProcess, Watch> watch)
            throws IOException, InterruptedException {
        long orders = Math.round(rate * (warmUpSeconds + seconds));
        FlowMarket market =
                new FlowMarket(
                        new FlowShape(
                                CONTRACTS,
                                1,
                                options.accounts,
                                0,
                                orders,
                                Math.max(10, (int) rate),
                                0,
                                options.seed),
                        System.currentTimeMillis(),
                        period,
                        callInterval,
                        Duration.ofMillis(indicativeMillis));
        try (RunFolder folder = RunFolder.make(options.folder);
                KafkaCluster kafka = KafkaCluster.start(folder.path(), 1, BROKER_JVM)) {
            MarketTopics.create(kafka.bootstrapServers(), false);
            try (FlowLog log = new FlowLog(kafka.bootstrapServers(), market)) {
                log.writeReferenceDataNow();
            }
            FlowJobProcess.Spec spec =
                    new FlowJobProcess.Spec(
                            FlowJobKind.MARKET,
                            "market-live",
                            parallelism,
                            options.stateBackend,
                            options.heap,
                            atLeastOnceTopics,
                            options.jvmArguments);
            Configuration live = new Configuration();
            live.set(MarketOptions.TIMESTAMPS, MarketOptions.TimestampSource.LOG_APPEND);
            live.set(MarketOptions.HEARTBEAT_INTERVAL, Duration.ofMillis(100));
            live.addAll(options.overriding());
            try (FlowJobProcess job =
                            FlowJobProcess.start(
                                    spec, kafka.bootstrapServers(), folder.path(), live);
                    LatencyProbe probe = new LatencyProbe(kafka.bootstrapServers(), market, rate);
                    Watch watching = watch.apply(job)) {
                Result result =
                        probe.measure(
                                job, Math.round(rate * warmUpSeconds), Math.round(rate * seconds));
                folder.finished();
                return result;
            }
        }
    }
}
