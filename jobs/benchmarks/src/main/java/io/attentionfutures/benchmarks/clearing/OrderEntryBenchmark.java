package io.attentionfutures.benchmarks.clearing;

import io.attentionfutures.market.clearing.MarketEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * One command through the clearing house with its acknowledgement, while many orders rest. Orders
 * to cancel and to replace are drawn from all that rest; after each batch the market is brought
 * back to as many orders as before, off the clock.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 6, time = 1)
@Measurement(iterations = 8, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-Xms6g", "-Xmx6g", "-XX:+UseParallelGC"})
public class OrderEntryBenchmark {
    static final int BATCH = 500;

    /** A market with resting orders and the batch of commands that comes next. */
    @State(Scope.Thread)
    public abstract static class Market {
        @Param({"1000", "10000", "100000", "1000000"})
        public int restingOrders;

        @Param({"false", "true"})
        public boolean collateral;

        final List<MarketEvent> commands = new ArrayList<>(BATCH);
        private final List<MarketEvent.NewOrder> resting = new ArrayList<>();
        private final SplittableRandom random = new SplittableRandom(2);
        BenchmarkMarket market;
        private int contract;

        @Setup(Level.Iteration)
        public void fill(Blackhole blackhole) {
            market = new BenchmarkMarket(collateral, blackhole::consume);
            resting.clear();
            for (int order = 0; order < restingOrders; order++) {
                enter(next());
            }
            System.gc();
        }

        MarketEvent.NewOrder next() {
            contract = (contract + 1) % BenchmarkMarket.CONTRACTS;
            return market.order(contract, false);
        }

        void enter(MarketEvent.NewOrder order) {
            market.apply(order);
            resting.add(order);
        }

        MarketEvent.NewOrder takeAny() {
            int any = random.nextInt(resting.size());
            MarketEvent.NewOrder taken = resting.get(any);
            MarketEvent.NewOrder last = resting.remove(resting.size() - 1);
            if (any < resting.size()) {
                resting.set(any, last);
            }
            return taken;
        }

        void run(CpuTime cpu) {
            cpu.start();
            for (MarketEvent command : commands) {
                market.apply(command);
            }
            cpu.stop(commands.size());
        }
    }

    /** Orders to enter, which are cancelled afterwards. */
    @State(Scope.Thread)
    public static class NewOrders extends Market {
        @Setup(Level.Invocation)
        public void prepare() {
            commands.clear();
            for (int i = 0; i < BATCH; i++) {
                commands.add(next());
            }
        }

        @TearDown(Level.Invocation)
        public void restore() {
            for (MarketEvent command : commands) {
                MarketEvent.NewOrder order = (MarketEvent.NewOrder) command;
                market.apply(market.cancel(order));
            }
        }
    }

    /** Orders to cancel, for which new ones come afterwards. */
    @State(Scope.Thread)
    public static class Cancels extends Market {
        @Setup(Level.Invocation)
        public void prepare() {
            commands.clear();
            for (int i = 0; i < BATCH; i++) {
                commands.add(market.cancel(takeAny()));
            }
        }

        @TearDown(Level.Invocation)
        public void restore() {
            for (int i = 0; i < BATCH; i++) {
                enter(next());
            }
        }
    }

    /** Orders to move to another limit, for which new ones come afterwards. */
    @State(Scope.Thread)
    public static class Replacements extends Market {
        @Setup(Level.Invocation)
        public void prepare() {
            commands.clear();
            for (int i = 0; i < BATCH; i++) {
                commands.add(market.replace(takeAny()));
            }
        }

        @TearDown(Level.Invocation)
        public void restore() {
            for (MarketEvent command : commands) {
                MarketEvent.ReplaceOrder order = (MarketEvent.ReplaceOrder) command;
                market.apply(market.cancel(order));
                enter(next());
            }
        }
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void enter(NewOrders market, CpuTime cpu) {
        market.run(cpu);
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void cancel(Cancels market, CpuTime cpu) {
        market.run(cpu);
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void replace(Replacements market, CpuTime cpu) {
        market.run(cpu);
    }
}
