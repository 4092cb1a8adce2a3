package io.attentionfutures.benchmarks.clearing;

import exchange.core2.collections.objpool.ObjectsPool;
import exchange.core2.core.common.CoreSymbolSpecification;
import exchange.core2.core.common.OrderAction;
import exchange.core2.core.common.SymbolType;
import exchange.core2.core.common.cmd.CommandResultCode;
import exchange.core2.core.common.cmd.OrderCommand;
import exchange.core2.core.common.config.LoggingConfiguration;
import exchange.core2.core.orderbook.IOrderBook;
import exchange.core2.core.orderbook.OrderBookDirectImpl;
import exchange.core2.core.orderbook.OrderBookEventsHelper;
import io.attentionfutures.market.OrderType;
import io.attentionfutures.market.Side;
import io.attentionfutures.market.TimeInForce;
import io.attentionfutures.market.book.OrderBook;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * A book alone, without a clearing house around it, beside the direct order book of exchange-core:
 * the same orders enter the same 24 books and are cancelled in another order. No order crosses, for
 * exchange-core would match it at once. Ids are numbers there and text here; only the book here
 * keeps what its hash and its snapshot need.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 6, time = 1)
@Measurement(iterations = 8, time = 1)
@Fork(
        value = 1,
        jvmArgs = {
            "-Xms6g",
            "-Xmx6g",
            "-XX:+UseParallelGC",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "--add-exports=java.base/jdk.internal.ref=ALL-UNNAMED",
            "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED"
        })
public class BookEntryBenchmark {
    private static final int BOOKS = BenchmarkMarket.CONTRACTS;
    private static final int BATCH = 500;
    private static final int ACCOUNTS = 200;

    @Param({"1000", "10000", "100000", "1000000"})
    private int restingOrders;

    private final OrderBook[] books = new OrderBook[BOOKS];
    private final IOrderBook[] directBooks = new IOrderBook[BOOKS];
    private final List<PlainOrder> batch = new ArrayList<>();
    private final List<PlainOrder> shuffled = new ArrayList<>();
    private final String[] accounts = new String[ACCOUNTS];
    private String[] ids;
    private OrderCommand[] commands;
    private SplittableRandom random;
    private long nextId;

    @Setup(Level.Iteration)
    public void fill() {
        random = new SplittableRandom(3);
        nextId = 0;
        for (int account = 0; account < ACCOUNTS; account++) {
            accounts[account] = "account-" + account;
        }
        for (int book = 0; book < BOOKS; book++) {
            books[book] = new OrderBook();
            directBooks[book] =
                    new OrderBookDirectImpl(
                            CoreSymbolSpecification.builder()
                                    .symbolId(book)
                                    .type(SymbolType.CURRENCY_EXCHANGE_PAIR)
                                    .baseScaleK(1)
                                    .quoteScaleK(1)
                                    .build(),
                            ObjectsPool.createDefaultTestPool(),
                            OrderBookEventsHelper.NON_POOLED_EVENTS_HELPER,
                            LoggingConfiguration.DEFAULT);
        }
        for (int i = 0; i < restingOrders; i++) {
            PlainOrder order = next();
            enter(order, Long.toString(order.sequence()));
            directBooks[bookOf(order)].newOrder(command(order));
        }
        System.gc();
    }

    private PlainOrder next() {
        int account = random.nextInt(ACCOUNTS);
        Side side = account % 2 == 0 ? Side.SELL : Side.BUY;
        long away = 100 + random.nextInt(2_000);
        return new PlainOrder(
                account, side, 5_000 - side.sign() * away, 1 + random.nextInt(20), ++nextId);
    }

    private static int bookOf(PlainOrder order) {
        return (int) (order.sequence() % BOOKS);
    }

    private static OrderCommand command(PlainOrder order) {
        OrderCommand command =
                OrderCommand.newOrder(
                        exchange.core2.core.common.OrderType.GTC,
                        order.sequence(),
                        order.account(),
                        order.limitTicks(),
                        order.limitTicks(),
                        order.lots(),
                        order.side() == Side.BUY ? OrderAction.BID : OrderAction.ASK);
        command.symbol = bookOf(order);
        return command;
    }

    private void enter(PlainOrder order, String id) {
        books[bookOf(order)].enter(
                accounts[order.account()],
                id,
                order.side(),
                OrderType.LIMIT,
                TimeInForce.GTC,
                order.lots(),
                order.limitTicks());
    }

    @Setup(Level.Invocation)
    public void prepare() {
        batch.clear();
        for (int i = 0; i < BATCH; i++) {
            batch.add(next());
        }
        shuffled.clear();
        shuffled.addAll(batch);
        for (int i = BATCH - 1; i > 0; i--) {
            shuffled.set(i, shuffled.set(random.nextInt(i + 1), shuffled.get(i)));
        }
        ids = new String[BATCH];
        commands = new OrderCommand[2 * BATCH];
        for (int i = 0; i < BATCH; i++) {
            ids[i] = Long.toString(batch.get(i).sequence());
            commands[i] = command(batch.get(i));
            PlainOrder order = shuffled.get(i);
            commands[BATCH + i] = OrderCommand.cancel(order.sequence(), order.account());
            commands[BATCH + i].symbol = bookOf(order);
        }
    }

    /** Half of the operations enter an order, half cancel one. */
    @Benchmark
    @OperationsPerInvocation(2 * BATCH)
    public void book(CpuTime cpu) {
        cpu.start();
        for (int i = 0; i < BATCH; i++) {
            enter(batch.get(i), ids[i]);
        }
        for (PlainOrder order : shuffled) {
            OrderBook book = books[bookOf(order)];
            book.cancel(
                    book.find(
                            accounts[order.account()],
                            ids[(int) (order.sequence() - batch.get(0).sequence())]));
        }
        cpu.stop(2 * BATCH);
    }

    /** Half of the operations enter an order, half cancel one. */
    @Benchmark
    @OperationsPerInvocation(2 * BATCH)
    public void exchangeCoreDirect(CpuTime cpu) {
        cpu.start();
        for (int i = 0; i < BATCH; i++) {
            directBooks[commands[i].symbol].newOrder(commands[i]);
        }
        for (int i = BATCH; i < 2 * BATCH; i++) {
            OrderCommand cancel = commands[i];
            if (directBooks[cancel.symbol].cancelOrder(cancel) != CommandResultCode.SUCCESS) {
                throw new IllegalStateException("exchange-core did not cancel " + cancel);
            }
        }
        cpu.stop(2 * BATCH);
    }
}
