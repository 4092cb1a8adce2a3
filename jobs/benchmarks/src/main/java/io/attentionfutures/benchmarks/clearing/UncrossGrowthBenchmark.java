package io.attentionfutures.benchmarks.clearing;

import io.attentionfutures.market.book.BookAuction;
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

/** One book's auction as orders and price levels grow; all of them can cross. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-Xms3g", "-Xmx3g", "-XX:+UseParallelGC"})
public class UncrossGrowthBenchmark {
    @Param({"1000", "10000", "100000", "1000000"})
    private int orders;

    @Param({"10", "100", "1000", "10000"})
    private int levels;

    private AuctionBook book;

    @Setup(Level.Trial)
    public void fill() {
        book = new AuctionBook(orders, levels, 1);
        book.requireSameResult();
    }

    /** The price alone, as it is published while orders come and go. */
    @Benchmark
    public void indicativePrice(Blackhole blackhole, CpuTime cpu) {
        cpu.start();
        blackhole.consume(book.auction().result());
        cpu.stop(1);
    }

    @Benchmark
    public void uncross(Blackhole blackhole, CpuTime cpu) {
        cpu.start();
        BookAuction auction = book.auction();
        blackhole.consume(auction.result());
        blackhole.consume(auction.fills());
        cpu.stop(orders);
    }

    @Benchmark
    public void sortAndScan(Blackhole blackhole, CpuTime cpu) {
        cpu.start();
        SortAndScan scan = book.sortAndScan();
        blackhole.consume(scan.priceTicks());
        blackhole.consume(scan.fills());
        cpu.stop(orders);
    }
}
