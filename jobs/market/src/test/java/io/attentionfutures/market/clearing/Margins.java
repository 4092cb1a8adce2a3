package io.attentionfutures.market.clearing;

import io.attentionfutures.market.MarginRules;
import io.attentionfutures.market.Role;
import io.attentionfutures.market.Specifications;

/**
 * Margin rules with round numbers. With the plain market's tick value of 3 a lot marked at 200
 * needs 60 of initial and 45 of maintenance margin, a provider's short lot a bond of 120, and each
 * side of a fill pays 2.
 */
final class Margins {
    static final long CALL_MILLIS = 10 * Exchange.MINUTE;

    private Margins() {}

    static MarginRules round() {
        return rules(0, 0, 0.75);
    }

    static MarginRules withPositionLimit(long lots) {
        return rules(lots, 0, 0.75);
    }

    static MarginRules withVolatility(double volatility) {
        return rules(0, volatility, 0.75);
    }

    static MarginRules withMaintenance(double fraction) {
        return rules(0, 0, fraction);
    }

    private static MarginRules rules(long limit, double volatility, double maintenance) {
        return new MarginRules(
                true,
                limit,
                2,
                volatility,
                24 * Exchange.HOUR,
                0.94,
                2,
                0.1,
                0.25,
                maintenance,
                CALL_MILLIS,
                0.2);
    }

    /** The plain market, collateralised, with a second investor. */
    static Exchange exchange() {
        return exchange(specification -> {});
    }

    static Exchange exchange(Specifications.Change change) {
        Exchange exchange =
                Exchange.open(
                        Specifications.with(
                                s -> {
                                    s.margin = round();
                                    change.apply(s);
                                }));
        exchange.account("investor2", Role.INVESTOR);
        return exchange;
    }
}
