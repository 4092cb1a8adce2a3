package io.attentionfutures.local.agents;

import io.attentionfutures.local.trace.TenantNeeds;
import io.attentionfutures.local.trace.Trace;
import io.attentionfutures.market.ContractCode;
import io.attentionfutures.market.Role;
import io.attentionfutures.schemas.Account;
import io.attentionfutures.schemas.ContractSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who takes part in a run: the population, whom an order file names, the user, a regulator. */
public final class Participants {
    /** An account for whoever places orders by hand. */
    public static final String OWN_ACCOUNT = "you";

    private final Trace trace;
    private final TenantNeeds needs;
    private final Optional<Population> population;
    private final PopulationRules rules;
    private final Exposures filed;
    private final List<ContractSpecification> specifications;
    private final SortedMap<String, Role> roles = new TreeMap<>();

    public Participants(
            Trace trace,
            TenantNeeds needs,
            Optional<Population> population,
            List<TimedCommand> orders,
            List<ContractSpecification> specifications) {
        this.trace = trace;
        this.needs = needs;
        this.population = population;
        this.rules = population.map(Population::rules).orElse(PopulationRules.STANDARD);
        this.filed = new Exposures(orders);
        this.specifications = specifications;
        population.ifPresent(
                people -> {
                    trace.markets().forEach(this::addTenants);
                    roles.putAll(people.tradersBesides());
                });
        for (ContractSpecification market : specifications) {
            if (!market.getBaselineAccount().isEmpty()) {
                roles.put(market.getBaselineAccount(), Role.CONSUMER);
            }
        }
        roles.putAll(OrderFile.roles(orders));
        roles.putIfAbsent(OWN_ACCOUNT, Role.CONSUMER);
        roles.putIfAbsent(Regulator.ACCOUNT, Role.REGULATOR);
    }

    private void addTenants(String market) {
        trace.tenants(market).forEach(tenant -> roles.put(tenant, Role.CONSUMER));
    }

    /** Returns their accounts, by name, each in all segments. */
    public List<Account> accounts() {
        TreeSet<String> segments = new TreeSet<>();
        specifications.forEach(specification -> segments.add(specification.getSegment()));
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
                                        .setWeight(rules.consumer(account).weight())
                                        .setPaysInFull(
                                                role == Role.CONSUMER
                                                        && rules.consumer(account).paysInFull())
                                        .setVerifiedLots(verifiedLots(account, role))
                                        .build()));
        return accounts;
    }

    private Map<String, Long> verifiedLots(String account, Role role) {
        Map<String, Long> verified = new TreeMap<>();
        if (role == Role.PROVIDER) {
            verified.putAll(filed.mostSold(account));
            for (Provider provider : rules.providers()) {
                if (population.isPresent() && provider.name().equals(account)) {
                    for (ContractSpecification market : specifications) {
                        if (provider.offers(market.getMarket())) {
                            long lots = provider.verifiedLots(capacityLots(market));
                            verified.merge(market.getMarket(), lots, Long::sum);
                        }
                    }
                }
            }
        }
        return verified;
    }

    private double capacityLots(ContractSpecification market) {
        return needs.largestCapacity(market.getMarket()) / market.getLotSize();
    }

    /** Returns the units that providers report online in a contract's delivery period. */
    public SortedMap<String, Double> online(
            ContractCode contract, ContractSpecification specification) {
        if (!needs.covers(contract.market(), contract.startMillis())) {
            return new TreeMap<>();
        }
        SortedMap<String, Double> online =
                population.isPresent()
                        ? population.get().online(contract, specification)
                        : new TreeMap<>();
        filed.sold(contract)
                .forEach(
                        (account, lots) -> {
                            if (roles.get(account) == Role.PROVIDER) {
                                online.merge(
                                        account,
                                        (double) lots * specification.getLotSize(),
                                        Double::sum);
                            }
                        });
        return online;
    }

    /**
     * Returns transfers of collateral and directives, by time.
     *
     * @param startMillis when the market's clock starts
     */
    public List<TimedRecord> instructions(long startMillis) {
        Funding funding = new Funding(startMillis, needs, trace, specifications, rules);
        roles.forEach(
                (account, role) -> {
                    if (role != Role.REGULATOR) {
                        funding.open(account, role, filed.allLots(account));
                    }
                });
        List<TimedRecord> instructions = new ArrayList<>(funding.opening());
        if (population.isPresent()) {
            instructions.addAll(funding.allowances());
            instructions.addAll(
                    Regulator.directives(specifications, startMillis, trace.endMillis()));
        }
        instructions.sort((a, b) -> Long.compare(a.timeMillis(), b.timeMillis()));
        return instructions;
    }
}
