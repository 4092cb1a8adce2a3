package io.attentionfutures.local.replay;

import io.attentionfutures.local.agents.Exposures;
import io.attentionfutures.local.agents.LocalSpecification;
import io.attentionfutures.local.agents.Participants;
import io.attentionfutures.local.agents.Population;
import io.attentionfutures.local.agents.PopulationRules;
import io.attentionfutures.local.agents.TimedCommand;
import io.attentionfutures.local.agents.TimedRecord;
import io.attentionfutures.local.trace.TenantNeeds;
import io.attentionfutures.local.trace.Trace;
import io.attentionfutures.schemas.Account;
import io.attentionfutures.schemas.ContractSpecification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that is going to be written to the input topics, apart from the clock.
 *
 * @param trace telemetry
 * @param specifications one per market
 * @param participants everybody who takes part
 * @param population the seeded participants, if they take part
 * @param orders commands of an order file, sorted by time; may be empty
 * @param periodMillis length of delivery periods
 */
public record MarketPlan(
        Trace trace,
        List<ContractSpecification> specifications,
        Participants participants,
        Optional<Population> population,
        List<TimedCommand> orders,
        long periodMillis) {
    /** Decides the contract specification of a market. */
    @FunctionalInterface
    public interface Specifications {
        /**
         * Returns a specification.
         *
         * @param capacity the largest capacity in the trace, units
         * @param leastPositionLimit lots that an account may hold of one contract in any case
         */
        ContractSpecification of(String market, double capacity, long leastPositionLimit);
    }

    /**
     * Plans a market on a trace.
     *
     * @param seed seed of the population; absent for no population
     * @param orders commands of an order file, may be empty
     */
    public static MarketPlan of(
            Trace trace,
            TenantNeeds needs,
            Duration callInterval,
            Optional<Long> seed,
            List<TimedCommand> orders) {
        return of(
                trace,
                needs,
                (market, capacity, leastPositionLimit) ->
                        LocalSpecification.of(
                                market,
                                needs.periodMillis(),
                                callInterval,
                                capacity,
                                leastPositionLimit),
                seed.map(value -> new Population(value, needs, PopulationRules.STANDARD)),
                orders);
    }

    /**
     * Plans a market on a trace with contracts and a population of its own.
     *
     * @param orders commands of an order file, may be empty
     */
    public static MarketPlan of(
            Trace trace,
            TenantNeeds needs,
            Specifications rules,
            Optional<Population> population,
            List<TimedCommand> orders) {
        long leastPositionLimit = new Exposures(orders).mostLots();
        List<ContractSpecification> specifications = new ArrayList<>();
        for (String market : trace.markets()) {
            specifications.add(rules.of(market, needs.largestCapacity(market), leastPositionLimit));
        }
        return new MarketPlan(
                trace,
                specifications,
                new Participants(trace, needs, population, orders, specifications),
                population,
                orders,
                needs.periodMillis());
    }

    /** Returns everybody's accounts. */
    public List<Account> accounts() {
        return participants.accounts();
    }

    /** Returns transfers of collateral and directives, by time, none before the clock starts. */
    public List<TimedRecord> instructions() {
        return participants.instructions(startMillis());
    }

    /** Returns when the market's clock starts: with the period of the first row. */
    public long startMillis() {
        long first = trace.startMillis();
        if (!orders.isEmpty()) {
            first = Math.min(first, orders.get(0).timeMillis());
        }
        return first - Math.floorMod(first, periodMillis);
    }

    /** Returns when the last window of the trace has closed and the last order is in. */
    public long endMillis(Duration allowedLateness) {
        long last = trace.endMillis();
        if (!orders.isEmpty()) {
            last = Math.max(last, orders.get(orders.size() - 1).timeMillis());
        }
        long endOfPeriod = -Math.floorDiv(-last, periodMillis) * periodMillis;
        return endOfPeriod + allowedLateness.toMillis() + Duration.ofMinutes(2).toMillis();
    }
}
