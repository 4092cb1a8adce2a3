package io.attentionfutures.market.clearing;

import static io.attentionfutures.market.clearing.Exchange.HOUR;
import static io.attentionfutures.market.clearing.Exchange.MINUTE;
import static io.attentionfutures.market.clearing.Exchange.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.market.Account;
import io.attentionfutures.market.CallRules;
import io.attentionfutures.market.ContractCode;
import io.attentionfutures.market.ContractSpecification;
import io.attentionfutures.market.DeliveryRules;
import io.attentionfutures.market.MarginRules;
import io.attentionfutures.market.OrderType;
import io.attentionfutures.market.Role;
import io.attentionfutures.market.Side;
import io.attentionfutures.market.Specifications;
import io.attentionfutures.market.TimeInForce;
import io.attentionfutures.market.clearing.MarketEvent.AccountChanged;
import io.attentionfutures.market.clearing.MarketEvent.CollateralMoved;
import io.attentionfutures.market.clearing.MarketEvent.DemandRealised;
import io.attentionfutures.market.clearing.MarketEvent.ForecastArrived;
import io.attentionfutures.market.clearing.MarketEvent.NewBlockOrder;
import io.attentionfutures.market.clearing.MarketEvent.NewOrder;
import io.attentionfutures.market.clearing.MarketEvent.SpecificationChanged;
import io.attentionfutures.market.clearing.MarketEvent.TransferKind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** A year of hourly contracts leaves nothing behind. */
class YearProperties {
    private static final String MARKET = "H100.EUW1";
    private static final long DAY = 24 * HOUR;
    private static final int DAYS_OF_MONTH = 30;
    private static final List<String> ACCOUNTS = List.of("c1", "c2", "i1", "i2", "p1", "p2");

    private final MapStore store = new MapStore();
    private long time = NOON;
    private long offset;
    private long trades;

    /** Nobody trades on the last two days of a month, so that months end alike. */
    @Property(tries = 1, shrinking = ShrinkingMode.OFF)
    void monthsEndAlike(@ForAll long seed) {
        Random random = new Random(seed);
        Collaterals collaterals = new Collaterals();
        Life life = new Life(this::count);
        collaterals.of(life);
        open(life);
        int entities = -1;
        for (int day = 0; day < 365; day++) {
            boolean quiet = day % DAYS_OF_MONTH >= DAYS_OF_MONTH - 2;
            day(life, random, quiet);
            collaterals.check(null, List.of());
            life.house.writeChanges(store);
            if (day % DAYS_OF_MONTH == DAYS_OF_MONTH - 1) {
                StoreContent.assertExact(life.segment(), store);
                assertThat(store.names())
                        .noneMatch(key -> key.matches("(order|block|position|conduct|ids)/.*"));
                assertThat(life.house.cash(ClearingHouse.ESCROW)).isZero();
                entities = entities < 0 ? store.names().size() : entities;
                assertThat(store.names()).hasSize(entities);
                assertThat(bytes(StoredEntities.byName(store.entities))).isLessThan(12_000);
                // What is in chunks may be mostly old.
                assertThat(bytes(store.entities)).isLessThan(4 * 12_000);
                // Whatever is planned follows from what is stored.
                life.restart(store.shuffled(random));
            }
        }
        assertThat(trades).isGreaterThan(365);
        assertThat(life.segment().nextSerial).isGreaterThan(364 * 24);
    }

    private void count(MarketEvent event, List<MarketOutput> said) {
        for (MarketOutput output : said) {
            trades += output instanceof MarketOutput.AllocationGranted ? 1 : 0;
        }
    }

    private void open(Life life) {
        life.apply(new SpecificationChanged(next(), specification()));
        for (String id : ACCOUNTS) {
            TreeMap<String, Long> verified = new TreeMap<>();
            Role role = id.startsWith("c") ? Role.CONSUMER : Role.INVESTOR;
            if (id.startsWith("p")) {
                role = Role.PROVIDER;
                verified.put(MARKET, 100L);
            }
            life.apply(new AccountChanged(next(), new Account(id, role, true, 1, false, verified)));
            deposit(life, id, 1_000_000);
        }
        // The funds exist from the beginning, so that months can be compared.
        deposit(life, ClearingHouse.DEFAULT_FUND, 1);
        deposit(life, ClearingHouse.FEES, 1);
    }

    private static ContractSpecification specification() {
        return Specifications.with(
                s -> {
                    s.listingHorizon = 24;
                    s.callIntervalMillis = 5 * MINUTE;
                    s.calls = new CallRules(10_000, 1, 60_000, 0, 0, 50, 6, 300_000, 2);
                    s.margin =
                            new MarginRules(
                                    true, 0, 1, 0.02, HOUR, 0.94, 2, 0.02, 0.25, 0.75, HOUR, 0.1);
                    s.delivery = new DeliveryRules(1_800_000, 1_800_000, true, 0.25);
                });
    }

    private void day(Life life, Random random, boolean quiet) {
        long start = time;
        forecast(life, random);
        if (random.nextInt(7) == 0) {
            deposit(life, ACCOUNTS.get(random.nextInt(ACCOUNTS.size())), 50_000);
        }
        for (int i = 0; i < 8 && !quiet; i++) {
            time = Math.max(time, start + i * 3 * HOUR + random.nextInt(3_600_000));
            int ahead = 1 + random.nextInt(20);
            long limit = 180 + random.nextInt(40);
            int lots = 1 + random.nextInt(20);
            order(life, i + "s", "p" + (1 + i % 2), Side.SELL, ahead, lots, limit - 10);
            order(life, i + "b", "c" + (1 + i % 2), Side.BUY, ahead, lots, limit + 5);
            order(life, i + "i", "i" + (1 + i % 2), Side.BUY, ahead, lots, limit);
            if (i % 4 == 0) {
                life.apply(
                        new NewBlockOrder(
                                next(), "c1", "k" + offset, code(2), Side.BUY, 3, 5, limit));
            }
            demand(life, random);
        }
        time = start + DAY;
        life.passTo(time);
    }

    private void order(
            Life life, String id, String account, Side side, int ahead, int lots, long limit) {
        life.apply(
                new NewOrder(
                        next(),
                        account,
                        id + offset,
                        code(ahead),
                        side,
                        OrderType.LIMIT,
                        offset % 3 == 0 ? TimeInForce.GTD : TimeInForce.GTC,
                        lots,
                        limit,
                        time + HOUR));
    }

    private void demand(Life life, Random random) {
        long start = (Math.floorDiv(time, HOUR) - 1) * HOUR;
        TreeMap<String, Double> delivered = new TreeMap<>();
        delivered.put("p1", (double) random.nextInt(40));
        life.apply(
                new DemandRealised(
                        next(), MARKET, start, HOUR, 600 + random.nextInt(400), 1000, delivered));
    }

    private void forecast(Life life, Random random) {
        double[] mean = new double[48];
        double[] deviation = new double[48];
        Arrays.fill(mean, 780 + random.nextInt(60));
        Arrays.fill(deviation, 50);
        life.apply(
                new ForecastArrived(
                        next(),
                        MARKET,
                        Math.floorDiv(time, HOUR) * HOUR,
                        HOUR,
                        1000,
                        mean,
                        deviation,
                        new double[0],
                        new double[0][]));
    }

    private void deposit(Life life, String account, long amount) {
        life.apply(
                new CollateralMoved(next(), "t" + offset, account, TransferKind.DEPOSIT, amount));
    }

    private String code(int ahead) {
        return new ContractCode(MARKET, (Math.floorDiv(time, HOUR) + ahead) * HOUR, HOUR)
                .toString();
    }

    private LogPosition next() {
        return new LogPosition(time, "afm.orders", 0, offset++);
    }

    private static int bytes(Map<String, byte[]> entities) {
        return entities.values().stream().mapToInt(value -> value.length).sum();
    }
}
