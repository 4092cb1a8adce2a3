package io.attentionfutures.local.scenario;

import io.attentionfutures.local.agents.ConsumerRules;
import io.attentionfutures.local.agents.Given;
import java.util.List;

/**
 * One consumer of a scenario.
 *
 * @param name its account, and its name as a tenant in telemetry
 * @param share its quota as a part of a market's capacity, 0 to 1
 * @param markets where it consumes; empty for everywhere
 * @param demand how its demand runs, if not like the market's
 * @param trading how it bids
 */
public record ScenarioConsumer(
        String name,
        Double share,
        List<String> markets,
        DemandShape demand,
        ConsumerRules trading) {
    public ScenarioConsumer {
        Given.name("name", name);
        Given.fraction("share", share);
        markets = markets == null ? List.of() : List.copyOf(markets);
        trading = trading == null ? ConsumerRules.STANDARD : trading;
    }

    boolean consumes(String market) {
        return markets.isEmpty() || markets.contains(market);
    }
}
