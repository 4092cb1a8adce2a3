package io.attentionfutures.local.replay;

import io.attentionfutures.local.agents.LocalSpecification;
import io.attentionfutures.local.agents.Population;
import io.attentionfutures.local.agents.TimedCommand;
import io.attentionfutures.local.trace.TenantNeeds;
import io.attentionfutures.local.trace.Trace;
import io.attentionfutures.market.Role;
import io.attentionfutures.schemas.Account;
import io.attentionfutures.schemas.ContractSpecification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All that is going to be written to the input topics, apart from the clock.
 *
 * @param trace telemetry
 * @param specifications one per market
 * @param accounts everybody who takes part
 * @param population the seeded participants, if they take part
 * @param orders commands of an order file, sorted by time; may be empty
 * @param periodMillis length of delivery periods
 */
public record MarketPlan(
        Trace trace,
        List<ContractSpecification> specifications,
        List<Account> accounts,
        Optional<Population> population,
        List<TimedCommand> orders,
        long periodMillis) {
    /** An account for whoever places orders by hand. */
    public static final String OWN_ACCOUNT = "you";

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
        List<ContractSpecification> specifications = new ArrayList<>();
        TreeSet<String> segments = new TreeSet<>();
        Map<String, Role> roles = new TreeMap<>();
        Optional<Population> population = seed.map(value -> new Population(value, needs));
        for (String market : trace.markets()) {
            ContractSpecification specification =
                    LocalSpecification.of(
                            market,
                            needs.periodMillis(),
                            callInterval,
                            needs.largestCapacity(market));
            specifications.add(specification);
            segments.add(specification.getSegment());
            if (population.isPresent()) {
                trace.tenants(market).forEach(tenant -> roles.put(tenant, Role.CONSUMER));
            }
        }
        population.ifPresent(people -> roles.putAll(people.tradersBesides()));
        roles.putAll(io.attentionfutures.local.agents.OrderFile.roles(orders));
        roles.put(OWN_ACCOUNT, Role.CONSUMER);
        List<Account> accounts = new ArrayList<>();
        roles.forEach(
                (account, role) ->
                        accounts.add(
                                Account.newBuilder()
                                        .setAccount(account)
                                        .setRole(
                                                io.attentionfutures.schemas.Role.valueOf(
                                                        role.name()))
                                        .setSegments(List.copyOf(segments))
                                        .setActive(true)
                                        .build()));
        return new MarketPlan(
                trace, specifications, accounts, population, orders, needs.periodMillis());
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
