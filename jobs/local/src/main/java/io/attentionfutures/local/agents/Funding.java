package io.attentionfutures.local.agents;

import io.attentionfutures.local.trace.TenantNeeds;
import io.attentionfutures.local.trace.Trace;
import io.attentionfutures.market.Role;
import io.attentionfutures.market.clearing.ClearingHouse;
import io.attentionfutures.schemas.CollateralTransfer;
import io.attentionfutures.schemas.ContractSpecification;
import io.attentionfutures.schemas.Topic;
import io.attentionfutures.schemas.TransferKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The money that participants bring: enough for what they do, at the highest price that there is.
 * Only the speculator gets little, anew each day, and takes away what it can do without, so that it
 * is called for margin at times.
 */
final class Funding {
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final long LARGEST = 1L << 53;
    private static final double LEAST = 1_000_000;

    /** Bets whose price the speculator's daily allowance is, at marginal cost. */
    private static final double ALLOWED_BETS = 1;

    /** Part of its allowance that it asks back each time, whether or not it is free. */
    private static final double WITHDRAWN = 0.5;

    private static final long WITHDRAWAL_INTERVAL = Duration.ofHours(3).toMillis();

    private final long startMillis;
    private final TenantNeeds needs;
    private final Trace trace;
    private final List<ContractSpecification> specifications;
    private final PopulationRules rules;
    private final SortedMap<String, SortedMap<String, Double>> bySegment = new TreeMap<>();

    Funding(
            long startMillis,
            TenantNeeds needs,
            Trace trace,
            List<ContractSpecification> specifications,
            PopulationRules rules) {
        this.rules = rules;
        this.startMillis = startMillis;
        this.needs = needs;
        this.trace = trace;
        this.specifications = specifications;
        for (ContractSpecification market : specifications) {
            add(market, ClearingHouse.DEFAULT_FUND, capacityValue(market));
        }
    }

    /**
     * Opens an account.
     *
     * @param filedLots lots of its orders in an order file, by market
     */
    void open(String account, Role role, Map<String, Long> filedLots) {
        Optional<InvestorRules> investor = rules.investor(account);
        boolean bets = investor.isPresent() && investor.get().style() == InvestorRules.Style.BETS;
        double quoted =
                investor.map(kind -> kind.share() * kind.quotes())
                        .orElse(InvestorRules.STANDARD.get(0).share());
        for (ContractSpecification market : specifications) {
            // For each lot its price, its margin, what it may lose, and a fee, each at most the
            // cap.
            double filed = 4 * filedLots.getOrDefault(market.getMarket(), 0L) * lotValue(market);
            double horizon = (market.getListingHorizon() + 2) * capacityValue(market);
            double periods = (double) (trace.endMillis() - startMillis) / market.getPeriodMillis();
            double own =
                    switch (role) {
                        case CONSUMER -> horizon + valueOfNeeds(market, account);
                        case INVESTOR -> (horizon + periods * capacityValue(market) / 5) * quoted;
                        case PROVIDER, REGULATOR -> horizon;
                    };
            if (!bets) {
                add(market, account, LEAST + own + filed);
            } else if (filed > 0) {
                add(market, account, filed);
            }
        }
    }

    private double valueOfNeeds(ContractSpecification market, String tenant) {
        double units = 0;
        long period = market.getPeriodMillis();
        long first = Math.floorDiv(trace.startMillis(), period) * period;
        for (long time = first; time < trace.endMillis(); time += period) {
            units += needs.of(market.getMarket(), time).getOrDefault(tenant, 0.0);
        }
        return units / market.getLotSize() * lotValue(market);
    }

    private double capacityValue(ContractSpecification market) {
        return needs.largestCapacity(market.getMarket()) / market.getLotSize() * lotValue(market);
    }

    private static double lotValue(ContractSpecification market) {
        return (double) market.getCapTicks() * market.getTickValue();
    }

    private void add(ContractSpecification market, String account, double amount) {
        bySegment
                .computeIfAbsent(market.getSegment(), segment -> new TreeMap<>())
                .merge(account, amount, Double::sum);
    }

    /** Returns the first deposits. */
    List<TimedRecord> opening() {
        List<TimedRecord> deposits = new ArrayList<>();
        bySegment.forEach(
                (segment, accounts) ->
                        accounts.forEach(
                                (account, amount) ->
                                        deposits.add(
                                                deposit(
                                                        startMillis,
                                                        "opening",
                                                        account,
                                                        segment,
                                                        amount))));
        return deposits;
    }

    /** Returns the deposits and withdrawals of those who bet. */
    List<TimedRecord> allowances() {
        List<TimedRecord> allowances = new ArrayList<>();
        for (long time = startMillis; time < trace.endMillis(); time = nextDay(time)) {
            for (InvestorRules investors : rules.investors()) {
                if (investors.style() == InvestorRules.Style.BETS) {
                    allow(time, investors, allowances);
                }
            }
        }
        return allowances;
    }

    private void allow(long time, InvestorRules investors, List<TimedRecord> allowances) {
        SortedMap<String, Double> amounts = new TreeMap<>();
        for (ContractSpecification market : specifications) {
            double lots =
                    needs.largestCapacity(market.getMarket())
                            / market.getLotSize()
                            * investors.share();
            amounts.merge(
                    market.getSegment(),
                    ALLOWED_BETS
                            * (lots + 1)
                            * market.getMarginalCostTicks()
                            * market.getTickValue(),
                    Double::sum);
        }
        LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(time, DAY));
        for (String account : investors.accounts()) {
            amounts.forEach(
                    (segment, amount) -> {
                        allowances.add(deposit(time, "allowance-" + day, account, segment, amount));
                        for (long back = time + WITHDRAWAL_INTERVAL;
                                back < nextDay(time);
                                back += WITHDRAWAL_INTERVAL) {
                            allowances.add(
                                    transfer(
                                            back,
                                            "withdrawal-" + Instant.ofEpochMilli(back),
                                            account,
                                            segment,
                                            TransferKind.WITHDRAWAL,
                                            WITHDRAWN * amount));
                        }
                    });
        }
    }

    private static long nextDay(long time) {
        return (Math.floorDiv(time, DAY) + 1) * DAY;
    }

    private static TimedRecord deposit(
            long time, String id, String account, String segment, double amount) {
        return transfer(time, id, account, segment, TransferKind.DEPOSIT, amount);
    }

    private static TimedRecord transfer(
            long time,
            String id,
            String account,
            String segment,
            TransferKind kind,
            double amount) {
        return new TimedRecord(
                time,
                Topic.COLLATERAL,
                account,
                new CollateralTransfer(
                        id, account, segment, kind, (long) Math.min(LARGEST, Math.ceil(amount))));
    }
}
