package io.attentionfutures.benchmarks.clearing;

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
 * One call of 24 contracts through the clearing house, all of whose orders are new and cross:
 * price, rationing, fills, reports, cash, positions, margin, surveillance and the hash of every
 * order. The garbage of the entry is collected before the clock starts.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 12)
@Measurement(iterations = 15)
@Fork(
        value = 1,
        jvmArgs = {"-Xms3g", "-Xmx3g", "-XX:+UseParallelGC"})
public class FullUncrossBenchmark {
    @Param({"1000", "10000"})
    private int ordersPerContract;

    @Param({"false", "true"})
    private boolean collateral;

    private BenchmarkMarket market;

    @Setup(Level.Invocation)
    public void fill(Blackhole blackhole) {
        market = new BenchmarkMarket(collateral, blackhole::consume);
        for (int order = 0; order < ordersPerContract; order++) {
            for (int contract = 0; contract < BenchmarkMarket.CONTRACTS; contract++) {
                market.apply(market.order(contract, true));
            }
        }
        System.gc();
    }

    @Benchmark
    public void callOf24Contracts(CpuTime cpu) {
        cpu.start();
        market.call();
        cpu.stop((long) ordersPerContract * BenchmarkMarket.CONTRACTS);
    }
}
