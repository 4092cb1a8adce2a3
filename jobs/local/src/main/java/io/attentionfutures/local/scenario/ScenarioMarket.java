package io.attentionfutures.local.scenario;

import io.attentionfutures.local.agents.Given;
import java.util.Map;

/**
 * One market of a scenario.
 *
 * @param name resource class and region, e.g. {@code H100.EUW1}; the region is its segment
 * @param capacity units on offer, all of which are some consumer's quota
 * @param demand how demand runs
 * @param specification fields of its contract specification that are not the local market's
 */
public record ScenarioMarket(
        String name, Double capacity, DemandShape demand, Map<String, Object> specification) {
    private static final DemandShape STANDARD =
            new DemandShape(null, null, null, null, null, null, null, null, null);

    public ScenarioMarket {
        Given.name("name", name);
        Given.holds(
                name.matches("[^.]+(\\.[^.]+)+"),
                "name must be a resource class and a region with a dot between, e.g. H100.EUW1,"
                        + " was "
                        + name);
        Given.inRange("capacity", capacity, 1e-3, 1e12);
        demand = demand == null ? STANDARD : demand;
        specification = specification == null ? Map.of() : specification;
    }
}
