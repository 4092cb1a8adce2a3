package io.attentionfutures.benchmarks.flow;

import io.attentionfutures.local.agents.LocalSpecification;
import io.attentionfutures.market.ContractCode;
import io.attentionfutures.schemas.Account;
import io.attentionfutures.schemas.CollateralTransfer;
import io.attentionfutures.schemas.ContractSpecification;
import io.attentionfutures.schemas.Role;
import io.attentionfutures.schemas.TransferKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * The markets, accounts and collateral of a benchmark: the local market's own rules, with margin,
 * fees, bands and surveillance, and so much money and verified capacity that no order is rejected.
 */
final class FlowMarket {
    /** Where the flow trades, ticks. */
    static final long PRICE_TICKS = 150;

    private static final long LARGEST_DEPOSIT = 1L << 53;
    private static final long UNLIMITED_LOTS = 1L << 39;
    private static final double CAPACITY = 1_000;

    /** Gates close at a quarter to, so none does while a log of less than 55 minutes is read. */
    static final long TRACE_START = Instant.parse("2026-01-05T00:50:00Z").toEpochMilli();

    private final FlowShape shape;
    private final long startMillis;
    private final Duration period;
    private final Duration callInterval;
    private final Duration indicativeInterval;
    private final String[] markets;

    /** Contract codes by number, as far as they were asked for. */
    private final List<String> contracts = new ArrayList<>();

    /** Delivery periods that the flow has left behind. */
    private int rolled;

    /**
     * A market of hourly contracts.
     *
     * @param startMillis when the flow's market opens, milliseconds since the epoch
     */
    FlowMarket(
            FlowShape shape, long startMillis, Duration callInterval, Duration indicativeInterval) {
        this(shape, startMillis, Duration.ofHours(1), callInterval, indicativeInterval);
    }

    /**
     * @param period length of a delivery period
     */
    FlowMarket(
            FlowShape shape,
            long startMillis,
            Duration period,
            Duration callInterval,
            Duration indicativeInterval) {
        this.shape = shape;
        this.startMillis = startMillis;
        this.period = period;
        this.callInterval = callInterval;
        this.indicativeInterval = indicativeInterval;
        markets = new String[shape.markets()];
        for (int market = 0; market < markets.length; market++) {
            markets[market] = "GPU" + market + "." + segmentName(market % shape.segments());
        }
    }

    private static String segmentName(int segment) {
        return "R" + segment;
    }

    FlowShape shape() {
        return shape;
    }

    /** When the flow's market opens, milliseconds since the epoch. */
    long startMillis() {
        return startMillis;
    }

    String market(int index) {
        return markets[index];
    }

    /**
     * Leaves contracts behind whose gates close soon.
     *
     * @param nowMillis milliseconds since the epoch
     */
    void rollTo(long nowMillis) {
        rolled = Math.max(rolled, (int) (periodOf(nowMillis) - periodOf(startMillis)));
    }

    private long periodOf(long millis) {
        return Math.floorDiv(millis, period.toMillis());
    }

    /** Draws a contract that is open: a number that counts by delivery period, then by market. */
    int draw(SplittableRandom random) {
        return rolled * markets.length + random.nextInt(shape.contracts());
    }

    /** Whether a contract's gate has yet some time to close. */
    boolean isOpen(int contract) {
        return contract >= rolled * markets.length;
    }

    /** Returns the code of a contract. */
    String contract(int number) {
        while (contracts.size() <= number) {
            int next = contracts.size();
            // Of the period that is next to begin, the gate is about to close.
            long start = (periodOf(startMillis) + 2 + next / markets.length) * period.toMillis();
            contracts.add(
                    new ContractCode(markets[next % markets.length], start, period.toMillis())
                            .toString());
        }
        return contracts.get(number);
    }

    /** Accounts are of one segment: a contract's are those of its market's. */
    String account(int contract, int index) {
        return segmentName(contract % markets.length % shape.segments()) + "-" + index;
    }

    /** An account is always on the same side of a contract, so it never meets itself. */
    static boolean buys(int contract, int account) {
        return switch (account % 4) {
            case 0 -> false;
            case 1 -> true;
            default -> (account / 4 + contract) % 2 == 0;
        };
    }

    List<ContractSpecification> specifications() {
        List<ContractSpecification> specifications = new ArrayList<>();
        for (String market : markets) {
            specifications.add(
                    ContractSpecification.newBuilder(
                                    LocalSpecification.of(
                                            market, period.toMillis(), callInterval, CAPACITY))
                            // The next delivery period's gate has closed.
                            .setListingHorizon(FlowShape.CONTRACTS_PER_MARKET + 1)
                            .setOpeningReferenceTicks(PRICE_TICKS)
                            .setIndicativeMillis(indicativeInterval.toMillis())
                            .setPositionLimitLots(UNLIMITED_LOTS)
                            .build());
        }
        return specifications;
    }

    List<Account> accounts() {
        List<Account> accounts = new ArrayList<>();
        for (int segment = 0; segment < shape.segments(); segment++) {
            Map<String, Long> verified = new TreeMap<>();
            for (int market = segment; market < markets.length; market += shape.segments()) {
                verified.put(markets[market], UNLIMITED_LOTS);
            }
            for (int i = 0; i < shape.accounts(); i++) {
                Role role =
                        switch (i % 4) {
                            case 0 -> Role.PROVIDER;
                            case 1 -> Role.CONSUMER;
                            default -> Role.INVESTOR;
                        };
                accounts.add(
                        Account.newBuilder()
                                .setAccount(segmentName(segment) + "-" + i)
                                .setRole(role)
                                .setSegments(List.of(segmentName(segment)))
                                .setActive(true)
                                .setVerifiedLots(role == Role.PROVIDER ? verified : Map.of())
                                .build());
            }
        }
        return accounts;
    }

    List<CollateralTransfer> deposits() {
        return accounts().stream()
                .map(
                        account ->
                                new CollateralTransfer(
                                        "opening",
                                        account.getAccount(),
                                        account.getSegments().get(0),
                                        TransferKind.DEPOSIT,
                                        LARGEST_DEPOSIT))
                .toList();
    }
}
