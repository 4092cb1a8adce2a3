package io.attentionfutures.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Entering an order and cancelling it, both acknowledged, while many orders rest. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgs = "-Xmx6g")
public class OrderEntryBenchmark {
    @Param({"1000", "100000", "1000000"})
    private int restingOrders;

    private BenchmarkMarket market;
    private int contract;

    @Setup(Level.Iteration)
    public void fill(Blackhole blackhole) {
        market = new BenchmarkMarket(blackhole::consume);
        for (int order = 0; order < restingOrders; order++) {
            market.enter(order % BenchmarkMarket.CONTRACTS, false);
        }
    }

    @Benchmark
    @OperationsPerInvocation(2)
    public void enterAndCancel() {
        contract = (contract + 1) % BenchmarkMarket.CONTRACTS;
        market.apply(market.enter(contract, false));
    }
}
