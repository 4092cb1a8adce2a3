package io.attentionfutures.benchmarks;

import ai.onnxruntime.OrtException;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.attentionfutures.forecast.model.Architecture;
import io.attentionfutures.forecast.model.NetworkScorer;
import io.attentionfutures.forecast.model.ScoringEngines;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./afm bench scoring}: the scoring engines beside ONNX Runtime alone. */
@Command(
        name = "scoring",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Sequences a second that each engine scores through the port that the forecast operator"
                    + " calls, on one thread, by rows in a call, beside ONNX Runtime called directly"
                    + " on the same graph. The engines take turns; the medians of the turns are"
                    + " reported, and the median of the ratios of each turn.",
            "Exit code 0, 1 if something failed, 2 if something given was wrong."
        })
final class ScoringCommand implements Callable<Integer> {
    private static final List<String> ENGINES =
            List.of(ScoringWork.RUNTIME, ScoringEngines.ONNX, ScoringEngines.DEEPLEARNING4J);

    @Option(
            names = "--batch",
            split = ",",
            defaultValue = "1,4,16,64,256,1024,4096",
            description = "Rows in a call. Default: ${DEFAULT-VALUE}.")
    private List<Integer> batches;

    @Option(
            names = "--architecture",
            defaultValue = "LSTM",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Architecture architecture;

    @Option(
            names = "--hidden",
            defaultValue = "128",
            description = "Hidden units. Default: ${DEFAULT-VALUE}.")
    private int hidden;

    @Option(
            names = "--turns",
            defaultValue = "7",
            description = "Turns of each engine, after two to warm up. Default: ${DEFAULT-VALUE}.")
    private int turns;

    @Option(
            names = "--turn-millis",
            defaultValue = "500",
            description = "Least length of a turn. Default: ${DEFAULT-VALUE}.")
    private long turnMillis;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws OrtException, JsonProcessingException {
        BenchmarkReport report = new BenchmarkReport(Conditions.now(), json);
        report.array("results");
        report.text(
                "%n%s, %d hidden units, one thread; sequences a second, and as a share of the"
                        + " runtime's%n%n%6s %10s %18s %18s%n",
                architecture, hidden, "batch", "runtime", "onnx", "deeplearning4j");
        for (int batch : batches) {
            Map<String, List<Double>> rates = measure(batch);
            for (String engine : ENGINES) {
                report.row("results")
                        .put("engine", engine)
                        .put("batch", batch)
                        .put("sequences_per_second", median(rates.get(engine)))
                        .put("ratio", ratio(rates, engine));
            }
            report.text(
                    "%6d %,10.0f %,10.0f %7.3f %,10.0f %7.3f%n",
                    batch,
                    median(rates.get(ScoringWork.RUNTIME)),
                    median(rates.get(ScoringEngines.ONNX)),
                    ratio(rates, ScoringEngines.ONNX),
                    median(rates.get(ScoringEngines.DEEPLEARNING4J)),
                    ratio(rates, ScoringEngines.DEEPLEARNING4J));
        }
        report.end();
        return 0;
    }

    private Map<String, List<Double>> measure(int batch) throws OrtException {
        ScoringWork work = new ScoringWork(architecture, hidden, batch);
        Map<String, NetworkScorer> scorers = new LinkedHashMap<>();
        Map<String, List<Double>> rates = new LinkedHashMap<>();
        try {
            for (String engine : ENGINES) {
                scorers.put(engine, work.open(engine));
                rates.put(engine, new ArrayList<>());
            }
            for (int turn = -2; turn < turns; turn++) {
                for (String engine : ENGINES) {
                    double rate = turn(scorers.get(engine), work.rows());
                    if (turn >= 0) {
                        rates.get(engine).add(rate);
                    }
                }
            }
            return rates;
        } finally {
            scorers.values().forEach(NetworkScorer::close);
        }
    }

    /** Rows a second of one turn. */
    private double turn(NetworkScorer scorer, List<float[][]> rows) {
        long started = System.nanoTime();
        long elapsed = 0;
        long scored = 0;
        while (elapsed < turnMillis * 1_000_000) {
            scored += scorer.score(rows).length;
            elapsed = System.nanoTime() - started;
        }
        return scored * 1e9 / elapsed;
    }

    private static double ratio(Map<String, List<Double>> rates, String engine) {
        List<Double> ratios = new ArrayList<>();
        for (int turn = 0; turn < rates.get(engine).size(); turn++) {
            ratios.add(rates.get(engine).get(turn) / rates.get(ScoringWork.RUNTIME).get(turn));
        }
        return median(ratios);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
