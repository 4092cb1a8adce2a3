package io.attentionfutures.market.surveillance;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** Judges what all accounts did in a contract. Pure: the same conduct gives the same alerts. */
public final class Surveillance {
    private static final List<Rule> RULES =
            List.of(
                    new OrderToTradeRule(),
                    new InfluenceRule(),
                    new SpoofingRule(),
                    new LayeringRule(),
                    new WashRule(),
                    new MarkingSettlementRule(),
                    new ConcentrationRule(),
                    new ResidualSupplyRule(),
                    new WithheldRule());

    private Surveillance() {}

    /**
     * Returns the alerts of a contract, by kind and then by account. To be asked when its gate
     * closes, before the orders left in its book expire: they count as offered.
     *
     * @param conduct what everyone did
     * @param verifiedLots capacity that each provider has verified for the delivery period
     * @param thresholds from where on to report
     */
    public static List<Alert> judge(
            ContractConduct conduct,
            SortedMap<String, Long> verifiedLots,
            SurveillanceThresholds thresholds) {
        List<Alert> alerts = new ArrayList<>();
        Review review =
                new Review(conduct, conduct.conducts(), verifiedLots, thresholds, alerts::add);
        for (Rule rule : RULES) {
            rule.judge(review);
        }
        return List.copyOf(alerts);
    }
}
