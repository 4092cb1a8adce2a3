package io.attentionfutures.local.scenario;

import io.attentionfutures.local.agents.ConsumerRules;
import io.attentionfutures.local.agents.Given;
import io.attentionfutures.local.agents.InvestorRules;
import io.attentionfutures.local.agents.PopulationRules;
import io.attentionfutures.local.agents.Provider;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.util.TimeUtils;

/**
 * A market to run, as configuration: its contracts, who takes part, and a made-up trace.
 *
 * @param title what it is, for people
 * @param days length of the trace, 1 to 400
 * @param step time between rows of the trace, e.g. 15m
 * @param period delivery period, e.g. 1h
 * @param callInterval time between call auctions, e.g. 60s
 * @param trainedModel whether a model is trained on the trace; else statistics forecast
 * @param specification fields of all markets' contract specifications that are not the local
 *     market's
 * @param markets the markets
 * @param consumers who consumes
 * @param providers who provides
 * @param investors who does neither
 */
public record Scenario(
        String title,
        Integer days,
        String step,
        String period,
        String callInterval,
        Boolean trainedModel,
        Map<String, Object> specification,
        List<ScenarioMarket> markets,
        List<ScenarioConsumer> consumers,
        List<Provider> providers,
        List<InvestorRules> investors) {
    public Scenario {
        Given.holds(title != null && !title.isBlank(), "title must say what the scenario is");
        days = days == null ? 14 : days;
        step = step == null ? "15m" : step;
        period = period == null ? "1h" : period;
        callInterval = callInterval == null ? "60s" : callInterval;
        trainedModel = trainedModel != null && trainedModel;
        specification = specification == null ? Map.of() : specification;
        investors = investors == null ? List.of() : List.copyOf(investors);
        Given.inRange("days", days, 1, 400);
        long periodMillis = duration("period", period).toMillis();
        long stepMillis = duration("step", step).toMillis();
        Given.holds(
                periodMillis % 60_000 == 0 && Duration.ofDays(1).toMillis() % periodMillis == 0,
                "period must be whole minutes that divide a day, was " + period);
        Given.holds(
                stepMillis <= periodMillis && periodMillis % stepMillis == 0,
                "step must divide the period, was " + step);
        Given.holds(
                duration("callInterval", callInterval).toMillis() <= periodMillis,
                "callInterval must be at most the period, was " + callInterval);
        Given.holds(markets != null && !markets.isEmpty(), "markets must name one at least");
        Given.holds(consumers != null && !consumers.isEmpty(), "consumers must name one at least");
        Given.holds(providers != null && !providers.isEmpty(), "providers must name one at least");
        Set<String> names = new TreeSet<>();
        for (ScenarioMarket market : markets) {
            Given.holds(names.add(market.name()), "markets has " + market.name() + " twice");
        }
        consumers.forEach(one -> requireKnown("consumers", one.name(), one.markets(), names));
        providers.forEach(one -> requireKnown("providers", one.name(), one.markets(), names));
        investors.forEach(one -> requireKnown("investors", one.name(), one.markets(), names));
        requireShares(markets, consumers, providers);
    }

    private static void requireKnown(
            String field, String who, List<String> markets, Set<String> known) {
        for (String market : markets) {
            Given.holds(
                    known.contains(market),
                    field + ": " + who + " names market " + market + ", which is none of " + known);
        }
    }

    private static void requireShares(
            List<ScenarioMarket> markets,
            List<ScenarioConsumer> consumers,
            List<Provider> providers) {
        for (ScenarioMarket market : markets) {
            double consumed =
                    consumers.stream()
                            .filter(one -> one.consumes(market.name()))
                            .mapToDouble(ScenarioConsumer::share)
                            .sum();
            double provided =
                    providers.stream()
                            .filter(
                                    one ->
                                            one.markets().isEmpty()
                                                    || one.markets().contains(market.name()))
                            .mapToDouble(Provider::share)
                            .sum();
            requireShares("consumers", market.name(), consumed);
            requireShares("providers", market.name(), provided);
        }
    }

    private static void requireShares(String field, String market, double sum) {
        Given.holds(
                sum > 0 && sum <= 1 + 1e-9,
                String.format(
                        Locale.ROOT,
                        "%s: the shares of market %s must sum to above 0 and at most 1, were %.3f",
                        field,
                        market,
                        sum));
    }

    private static Duration duration(String field, String text) {
        try {
            Duration duration = TimeUtils.parseDuration(text);
            Given.holds(duration.toMillis() >= 1, field + " must be a positive time, was " + text);
            return duration;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    field + " must be a time like 15m, 1h or 60s, was '" + text + "'", e);
        }
    }

    /** Returns the time between rows of the trace. */
    Duration stepLength() {
        return duration("step", step);
    }

    /** Returns the delivery period. */
    public Duration periodLength() {
        return duration("period", period);
    }

    /** Returns the time between calls. */
    public Duration callLength() {
        return duration("callInterval", callInterval);
    }

    /** Returns who takes part and how. */
    public PopulationRules population() {
        Map<String, ConsumerRules> rules = new TreeMap<>();
        consumers.forEach(consumer -> rules.put(consumer.name(), consumer.trading()));
        return new PopulationRules(providers, rules, ConsumerRules.STANDARD, investors);
    }

    /** Returns what the scenario says of a market's specification, by field. */
    Map<String, Object> specification(ScenarioMarket market) {
        Map<String, Object> fields = new LinkedHashMap<>(specification);
        fields.putAll(market.specification());
        return fields;
    }
}
