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
import java.util.TreeMap;

/**
 * The markets, accounts and collateral of a benchmark: the local market's own rules, with margin,
 * fees, bands and surveillance, and so much money and verified capacity that no order is rejected.
 */
final class FlowMarket {
    /** Where the flow trades, ticks. */
    static final long PRICE_TICKS = 150;

    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long LARGEST_DEPOSIT = 1L << 53;
    private static final long UNLIMITED_LOTS = 1L << 39;
    private static final double CAPACITY = 1_000;

    /** Gates close at a quarter to, so none does while a log of less than 55 minutes is read. */
    static final long TRACE_START = Instant.parse("2026-01-05T00:50:00Z").toEpochMilli();

    private final FlowShape shape;
    private final long startMillis;
    private final Duration callInterval;
    private final Duration indicativeInterval;
    private final String[] markets;
    private final String[] contracts;

    /**
     * @param startMillis when the flow's market opens, milliseconds since the epoch
     */
    FlowMarket(
            FlowShape shape, long startMillis, Duration callInterval, Duration indicativeInterval) {
        this.shape = shape;
        this.startMillis = startMillis;
        this.callInterval = callInterval;
        this.indicativeInterval = indicativeInterval;
        markets = new String[shape.markets()];
        contracts = new String[shape.contracts()];
        long firstDelivery = Math.floorDiv(startMillis, HOUR) * HOUR + 2 * HOUR;
        for (int market = 0; market < markets.length; market++) {
            markets[market] = "GPU" + market + "." + segmentName(market % shape.segments());
            for (int i = 0; i < FlowShape.CONTRACTS_PER_MARKET; i++) {
                contracts[market * FlowShape.CONTRACTS_PER_MARKET + i] =
                        new ContractCode(markets[market], firstDelivery + i * HOUR, HOUR)
                                .toString();
            }
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

    String contract(int index) {
        return contracts[index];
    }

    /** Accounts are of one segment: a contract's are those of its market's. */
    String account(int contract, int index) {
        return segmentOf(contract) + "-" + index;
    }

    private String segmentOf(int contract) {
        return segmentName(contract / FlowShape.CONTRACTS_PER_MARKET % shape.segments());
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
                                    LocalSpecification.of(market, HOUR, callInterval, CAPACITY))
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
