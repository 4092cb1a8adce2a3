package io.attentionfutures.local.run;

import io.attentionfutures.schemas.Alert;
import io.attentionfutures.schemas.Allocation;
import io.attentionfutures.schemas.AuditRecord;
import io.attentionfutures.schemas.DeadLetter;
import io.attentionfutures.schemas.DemandForecast;
import io.attentionfutures.schemas.DemandWindow;
import io.attentionfutures.schemas.ExecutionReport;
import io.attentionfutures.schemas.Price;
import io.attentionfutures.schemas.PriceKind;
import io.attentionfutures.schemas.Statement;
import io.attentionfutures.schemas.Topic;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecordBase;

/** What the public topics have said so far. Not thread-safe. */
final class MarketView {
    /** The topics that it is made of. */
    static final List<Topic> TOPICS =
            List.of(
                    Topic.PRICES,
                    Topic.EXECUTIONS,
                    Topic.ALLOCATIONS,
                    Topic.FORECASTS,
                    Topic.DEMAND,
                    Topic.STATEMENTS,
                    Topic.SURVEILLANCE,
                    Topic.AUDIT,
                    Topic.DEAD_LETTERS);

    private static final int MOST_EXPECTED = 4_096;

    final OrderOutcomes orders = new OrderOutcomes();
    final ForecastScore score = new ForecastScore();
    final Oversight oversight = new Oversight();
    private final Map<String, CashCut> money = new TreeMap<>();
    private final Map<String, Long> settlementTiers = new TreeMap<>();
    private final Set<String> settledContracts = new HashSet<>();
    private long indexes;
    private final Map<String, NavigableMap<Long, Double>> expectedDemand = new HashMap<>();
    final Map<String, Price> latestPrices = new HashMap<>();
    final Map<String, Long> lotsTraded = new HashMap<>();
    long windows;
    long forecasts;
    long fallbackForecasts;
    long prices;
    long indicativePrices;
    long callsWithPrice;
    long lots;
    long turnoverTicks;
    long allocations;
    private long allocatedLots;
    long deadLetters;
    long latestPriceMillis = Long.MIN_VALUE;

    void add(SpecificRecordBase record) {
        if (record instanceof ExecutionReport report) {
            orders.add(report);
        } else if (record instanceof Price price) {
            price(price);
        } else if (record instanceof DemandWindow window) {
            windows++;
            score.add(window);
        } else if (record instanceof DemandForecast forecast) {
            forecasts++;
            fallbackForecasts += forecast.getFallback() ? 1 : 0;
            expect(forecast);
            score.add(forecast);
        } else if (record instanceof Allocation allocation) {
            allocations++;
            allocatedLots += allocation.getLots();
        } else if (record instanceof Statement statement) {
            money.computeIfAbsent(statement.getSegment(), segment -> new CashCut()).add(statement);
        } else if (record instanceof AuditRecord audit) {
            oversight.add(audit);
        } else if (record instanceof Alert alert) {
            oversight.add(alert);
        } else if (record instanceof DeadLetter) {
            deadLetters++;
        }
    }

    private void expect(DemandForecast forecast) {
        NavigableMap<Long, Double> expected =
                expectedDemand.computeIfAbsent(forecast.getMarket(), market -> new TreeMap<>());
        long start = forecast.getDataAsOf().toEpochMilli();
        for (double mean : forecast.getMean()) {
            expected.put(start, mean);
            start += forecast.getPeriodMillis();
        }
        while (expected.size() > MOST_EXPECTED) {
            expected.pollFirstEntry();
        }
    }

    /** Returns the demand last forecast for a delivery period, if it was. */
    Optional<Double> expectedDemand(String market, long startMillis) {
        NavigableMap<Long, Double> expected = expectedDemand.get(market);
        return expected == null ? Optional.empty() : Optional.ofNullable(expected.get(startMillis));
    }

    private void price(Price price) {
        prices++;
        switch (price.getKind()) {
            case SETTLEMENT -> {
                settlementTiers.merge(price.getSettlementTier().name(), 1L, Long::sum);
                settledContracts.add(price.getContract());
            }
            case INDEX -> indexes++;
            case CLEARING, INDICATIVE -> call(price);
            case UNKNOWN -> throw new IllegalStateException("unknown kind of price: " + price);
        }
    }

    /** An indication and a call that did not trade look the same. */
    private void call(Price price) {
        latestPriceMillis = Math.max(latestPriceMillis, price.getTime().toEpochMilli());
        latestPrices.put(price.getContract(), price);
        if (price.getKind() == PriceKind.CLEARING) {
            callsWithPrice++;
            lots += price.getVolumeLots();
            turnoverTicks += price.getVolumeLots() * price.getPriceTicks();
            lotsTraded.merge(price.getContract(), price.getVolumeLots(), Long::sum);
        } else {
            indicativePrices++;
        }
    }

    /** Returns what each segment holds, by name. */
    Map<String, CashCut.Balance> money() {
        Map<String, CashCut.Balance> balances = new TreeMap<>();
        money.forEach((segment, cut) -> balances.put(segment, cut.balance()));
        return balances;
    }

    /** Returns how contracts ended. */
    RunSummary.Settlement settlement() {
        long openInterest = settledContracts.stream().mapToLong(orders::openInterest).sum();
        return new RunSummary.Settlement(
                new TreeMap<>(settlementTiers), indexes, openInterest, allocatedLots);
    }
}
