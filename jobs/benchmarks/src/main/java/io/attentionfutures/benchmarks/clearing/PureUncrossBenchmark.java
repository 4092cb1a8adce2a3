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

/**
 * The auction alone over 24 books in which every order has a limit that can cross: price,
 * rationing, and who trades how many lots, by sequence. The books stay as they are.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 10, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-Xms3g", "-Xmx3g", "-XX:+UseParallelGC"})
public class PureUncrossBenchmark {
    @Param({"1000", "10000"})
    private int ordersPerContract;

    private AuctionBook[] books;

    @Setup(Level.Trial)
    public void fill() {
        books = new AuctionBook[BenchmarkMarket.CONTRACTS];
        for (int book = 0; book < books.length; book++) {
            books[book] = new AuctionBook(ordersPerContract, 2_000, book);
            books[book].requireSameResult();
        }
    }

    @Benchmark
    public void books(Blackhole blackhole, CpuTime cpu) {
        cpu.start();
        for (AuctionBook book : books) {
            BookAuction auction = book.auction();
            blackhole.consume(auction.result());
            blackhole.consume(auction.fills());
        }
        cpu.stop((long) ordersPerContract * books.length);
    }

    @Benchmark
    public void sortAndScan(Blackhole blackhole, CpuTime cpu) {
        cpu.start();
        for (AuctionBook book : books) {
            SortAndScan scan = book.sortAndScan();
            blackhole.consume(scan.priceTicks());
            blackhole.consume(scan.fills());
        }
        cpu.stop((long) ordersPerContract * books.length);
    }
}
