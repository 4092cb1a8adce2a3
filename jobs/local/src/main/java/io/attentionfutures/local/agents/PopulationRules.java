package io.attentionfutures.local.agents;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who is in a population and how they trade.
 *
 * @param providers who offers
 * @param consumers rules of single tenants, by account
 * @param otherConsumers rules of all other tenants
 * @param investors who neither has nor needs capacity
 */
public record PopulationRules(
        List<Provider> providers,
        Map<String, ConsumerRules> consumers,
        ConsumerRules otherConsumers,
        List<InvestorRules> investors) {
    /** Three providers, tenants as the trace has them, three investors. */
    public static final PopulationRules STANDARD =
            new PopulationRules(
                    Provider.ALL, Map.of(), ConsumerRules.STANDARD, InvestorRules.STANDARD);

    ConsumerRules consumer(String account) {
        return consumers.getOrDefault(account, otherConsumers);
    }

    /** Returns the rules of an investor, if the account is one. */
    Optional<InvestorRules> investor(String account) {
        return Optional.ofNullable(byAccount().get(account));
    }

    private Map<String, InvestorRules> byAccount() {
        Map<String, InvestorRules> rules = new HashMap<>();
        for (InvestorRules kind : investors) {
            kind.accounts().forEach(account -> rules.put(account, kind));
        }
        return rules;
    }
}
