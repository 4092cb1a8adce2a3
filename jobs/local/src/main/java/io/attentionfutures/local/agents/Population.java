package io.attentionfutures.local.agents;

import io.attentionfutures.local.trace.TenantNeeds;
import io.attentionfutures.market.ContractCode;
import io.attentionfutures.market.Role;
import io.attentionfutures.market.phase.TradingHours;
import io.attentionfutures.schemas.ContractSpecification;
import io.attentionfutures.schemas.OrderSide;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A seeded population of participants: {@link Provider}s, {@link Tenant}s and {@link Investor}s.
 * What they order for a contract is a function of the seed, the trace and the contract's listing
 * alone, never of outcomes, so that a run can be repeated to the byte.
 */
public final class Population {
    private final long seed;
    private final TenantNeeds needs;
    private final PopulationRules rules;

    public Population(long seed, TenantNeeds needs, PopulationRules rules) {
        this.seed = seed;
        this.needs = needs;
        this.rules = rules;
    }

    PopulationRules rules() {
        return rules;
    }

    /** Returns who takes part, besides the tenants. */
    public Map<String, Role> tradersBesides() {
        Map<String, Role> accounts = new LinkedHashMap<>();
        for (Provider provider : rules.providers()) {
            accounts.put(provider.name(), Role.PROVIDER);
        }
        for (InvestorRules investors : rules.investors()) {
            investors.accounts().forEach(name -> accounts.put(name, Role.INVESTOR));
        }
        return accounts;
    }

    long seed() {
        return seed;
    }

    /**
     * Returns what everybody orders for a contract, in no particular order.
     *
     * @param listedMillis when it is listed
     * @param gateMillis when it closes for trading
     */
    public List<TimedCommand> orders(
            ContractCode contract,
            ContractSpecification specification,
            long listedMillis,
            long gateMillis) {
        List<TimedCommand> commands = new ArrayList<>();
        TradingHours hours =
                new TradingHours(specification.getOpenMinute(), specification.getCloseMinute());
        OpenTime open = new OpenTime(hours, listedMillis + 1, gateMillis - 1);
        if (open.millis() < 10 || !needs.covers(contract.market(), contract.startMillis())) {
            return commands;
        }
        Prices prices = new Prices(specification);
        double capacityLots = capacityLots(contract, specification);
        for (Provider provider : rules.providers()) {
            if (!provider.offers(contract.market())) {
                continue;
            }
            OrderWriter writer = new OrderWriter(provider.name(), contract, open, commands);
            Provider.Offer offer = provider.offer(seed, contract, capacityLots);
            for (Provider.Rung rung : offer.rungs()) {
                writer.limit(
                        offer.moment(),
                        OrderSide.SELL,
                        rung.lots(),
                        prices.timesMarginalCost(rung.cost()));
            }
        }
        Map<String, Double> needed =
                new TreeMap<>(needs.of(contract.market(), contract.startMillis()));
        for (Map.Entry<String, Double> need : needed.entrySet()) {
            ConsumerRules bidding = rules.consumer(need.getKey());
            Tenant tenant =
                    new Tenant(
                            new ContractRandom(seed, contract, need.getKey()),
                            new OrderWriter(need.getKey(), contract, open, commands),
                            prices,
                            bidding);
            double needLots = need.getValue() / specification.getLotSize() * bidding.bids();
            tenant.bid(needLots);
            tenant.bidForBlock(needLots, specification);
        }
        for (InvestorRules investors : rules.investors()) {
            if (investors.trades(contract.market())) {
                for (String investor : investors.accounts()) {
                    ContractRandom random = new ContractRandom(seed, contract, investor);
                    OrderWriter writer = new OrderWriter(investor, contract, open, commands);
                    if (investors.style() == InvestorRules.Style.BETS) {
                        Investor.bet(random, writer, capacityLots, investors);
                    } else {
                        Investor.quote(random, writer, prices, capacityLots, investors);
                    }
                }
            }
        }
        return commands;
    }

    /** Returns the units that each provider has online in a contract's delivery period. */
    public SortedMap<String, Double> online(
            ContractCode contract, ContractSpecification specification) {
        SortedMap<String, Double> online = new TreeMap<>();
        if (needs.covers(contract.market(), contract.startMillis())) {
            double capacityLots = capacityLots(contract, specification);
            for (Provider provider : rules.providers()) {
                if (provider.offers(contract.market())) {
                    double lots = provider.onlineLots(seed, contract, capacityLots);
                    online.put(provider.name(), lots * specification.getLotSize());
                }
            }
        }
        return online;
    }

    private double capacityLots(ContractCode contract, ContractSpecification specification) {
        return needs.capacity(contract.market(), contract.startMillis())
                / specification.getLotSize();
    }
}
