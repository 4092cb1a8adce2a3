package io.attentionfutures.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * One call of 24 contracts, all of whose orders are new and cross: price, rationing, fills,
 * reports, cash, positions and book hash.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 10)
@Measurement(iterations = 15)
@Fork(value = 1, jvmArgs = "-Xmx4g")
public class UncrossBenchmark {
    @Param({"1000", "10000"})
    private int ordersPerContract;

    private BenchmarkMarket market;

    @Setup(Level.Invocation)
    public void fill(Blackhole blackhole) {
        market = new BenchmarkMarket(blackhole::consume);
        for (int order = 0; order < ordersPerContract; order++) {
            for (int contract = 0; contract < BenchmarkMarket.CONTRACTS; contract++) {
                market.enter(contract, true);
            }
        }
    }

    @Benchmark
    public void callOf24Contracts() {
        market.call();
    }
}
