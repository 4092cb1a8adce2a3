package io.attentionfutures.benchmarks;

import ai.onnxruntime.OrtException;
import io.attentionfutures.forecast.model.Architecture;
import io.attentionfutures.forecast.model.NetworkScorer;
import io.attentionfutures.forecast.model.ScoringEngines;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Rows a second that the engines score, in one thread, by the number of rows in a call; {@code
 * runtime} is ONNX Runtime called directly with the whole batch, which is what an engine's blocks
 * of a fixed size compare with.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgs = "-Xmx1g")
public class ScoringBenchmark {

    @Param({ScoringEngines.ONNX, ScoringEngines.DEEPLEARNING4J, ScoringWork.RUNTIME})
    private String engine;

    @Param({"LSTM", "GRU"})
    private Architecture architecture;

    @Param({"32", "128"})
    private int hidden;

    @Param({"1", "16", "256", "1024"})
    private int batch;

    private List<float[][]> rows;
    private NetworkScorer scorer;

    /** Rows beside calls. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Counter {
        public long rows;
    }

    @Setup
    public void open() throws OrtException {
        ScoringWork work = new ScoringWork(architecture, hidden, batch);
        rows = work.rows();
        scorer = work.open(engine);
    }

    @Benchmark
    public float[][] rows(Counter counter) {
        counter.rows += batch;
        return scorer.score(rows);
    }

    @TearDown
    public void close() {
        scorer.close();
    }
}
