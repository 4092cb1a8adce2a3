package io.attentionfutures.benchmarks.flow;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.attentionfutures.benchmarks.BenchmarkReport;
import io.attentionfutures.benchmarks.Conditions;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./afm bench soak}: whether a market that runs for long holds more and more. */
@Command(
        name = "soak",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Sends orders to a live market, exactly once, for long, and looks each minute at the"
                    + " heap after a collection, the memory of the process and the size of a"
                    + " checkpoint. Contracts have short delivery periods, so that each of them is"
                    + " listed, trades, delivers and is forgotten within the run.",
            "Flat means that the median of the last third of the samples is at most a tenth above"
                    + " that of the middle third.",
            "Exit code 0, 1 if something is not flat or failed, 2 if something given was wrong."
        })
public final class SoakCommand implements Callable<Integer> {
    private static final double MOST_GROWTH = 0.10;
    private static final int LEAST_SAMPLES = 6;

    @Option(
            names = "--minutes",
            defaultValue = "60",
            description = "How long. Default: ${DEFAULT-VALUE}.")
    private int minutes;

    @Option(
            names = "--rate",
            defaultValue = "0",
            description =
                    "Orders a second; 0 measures the market's throughput first, and takes half."
                            + " Default: ${DEFAULT-VALUE}.")
    private double rate;

    @Option(
            names = "--period",
            defaultValue = "60",
            description =
                    "Seconds of a delivery period; a contract lives for 25. Default:"
                            + " ${DEFAULT-VALUE}.")
    private int periodSeconds;

    @Option(
            names = "--sample",
            defaultValue = "60",
            description = "Seconds between samples. Default: ${DEFAULT-VALUE}.")
    private int sampleSeconds;

    @Mixin private FlowOptions options;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Map<String, String> conditions = Conditions.now();
        // What the heap may grow into is resident from the start: the rest is what may not grow.
        options.jvmArguments =
                Stream.concat(options.jvmArguments.stream(), Stream.of("-XX:+AlwaysPreTouch"))
                        .toList();
        double orders = rate > 0 ? rate : LatencyCommand.LOAD * LatencyCommand.maximum(options, 1);
        conditions.put("orders", String.format(Locale.ROOT, "%,.0f a second", orders));
        conditions.put(
                "period", periodSeconds + " s, calls every " + callInterval().toSeconds() + " s");
        BenchmarkReport report = new BenchmarkReport(conditions, options.json);
        report.text("%n%8s %10s %14s %10s%n", "minute", "heap MiB", "resident MiB", "state MiB");
        LatencyRun run =
                new LatencyRun(
                        options,
                        1,
                        orders,
                        0,
                        minutes * 60,
                        Duration.ofSeconds(1).toMillis(),
                        Duration.ofSeconds(periodSeconds),
                        callInterval());
        AtomicReference<MemoryWatch> watch = new AtomicReference<>();
        LatencyRun.Result result =
                run.measure(
                        List.of(),
                        job -> {
                            watch.set(
                                    new MemoryWatch(
                                            job,
                                            Duration.ofSeconds(sampleSeconds),
                                            sample -> show(report, sample)));
                            return watch.get();
                        });
        List<MemoryWatch.Sample> samples = watch.get().samples();
        if (samples.size() < LEAST_SAMPLES) {
            throw new IllegalStateException(
                    samples.size()
                            + " samples say nothing: give it more --minutes or sample more often");
        }
        return tell(report, samples, result) ? 0 : 1;
    }

    /** A contract has some calls in its last period, too. */
    private Duration callInterval() {
        return Duration.ofSeconds(
                Math.max(1, Math.min(options.callIntervalSeconds, periodSeconds / 6)));
    }

    private void show(BenchmarkReport report, MemoryWatch.Sample sample) {
        if (options.json) {
            Progress.say("%s", sample);
        }
        report.text(
                "%8.1f %,10d %,14d %10.1f%n",
                sample.seconds() / 60.0,
                sample.heap() >> 20,
                sample.resident() >> 20,
                sample.state() / (double) (1 << 20));
    }

    /** Prints what came out and returns whether all of it is flat. */
    private static boolean tell(
            BenchmarkReport report, List<MemoryWatch.Sample> samples, LatencyRun.Result result)
            throws JsonProcessingException {
        Histogram acknowledgement = result.acknowledgement();
        double heap = growth(samples, MemoryWatch.Sample::heap);
        double resident = growth(samples, MemoryWatch.Sample::resident);
        double state = growth(samples, MemoryWatch.Sample::state);
        boolean complete = acknowledgement.getTotalCount() == result.sent();
        boolean flat = complete && Math.max(heap, Math.max(resident, state)) <= MOST_GROWTH;
        report.object()
                .put("heap_growth", heap)
                .put("resident_growth", resident)
                .put("state_growth", state)
                .put("sent", result.sent())
                .put("answered", acknowledgement.getTotalCount())
                .put("p50_ms", acknowledgement.getValueAtPercentile(50) / 1e3)
                .put("p99_9_ms", acknowledgement.getValueAtPercentile(99.9) / 1e3)
                .put("flat", flat);
        report.array("samples");
        samples.forEach(
                sample ->
                        report.row("samples")
                                .put("seconds", sample.seconds())
                                .put("heap_bytes", sample.heap())
                                .put("resident_bytes", sample.resident())
                                .put("state_bytes", sample.state()));
        report.text(
                "%nlast third against middle third: heap %+.1f %%, resident %+.1f %%, state"
                        + " %+.1f %%%n%,d of %,d orders answered; acknowledged after %.0f ms"
                        + " (p50), %.0f ms (p99.9)%n%s%n",
                100 * heap,
                100 * resident,
                100 * state,
                acknowledgement.getTotalCount(),
                result.sent(),
                acknowledgement.getValueAtPercentile(50) / 1e3,
                acknowledgement.getValueAtPercentile(99.9) / 1e3,
                flat ? "flat" : "NOT flat, or not all answered");
        report.end();
        return flat;
    }

    private static double growth(
            List<MemoryWatch.Sample> samples, ToLongFunction<MemoryWatch.Sample> what) {
        int third = samples.size() / 3;
        double middle = median(samples.subList(third, 2 * third), what);
        return median(samples.subList(2 * third, samples.size()), what) / middle - 1;
    }

    private static double median(
            List<MemoryWatch.Sample> samples, ToLongFunction<MemoryWatch.Sample> what) {
        return samples.stream().mapToLong(what).sorted().toArray()[samples.size() / 2];
    }
}
