package io.attentionfutures.market;

import java.util.Objects;

/**
 * Demand that the forecast itself brings to the market, under the name of an account that pays for
 * it.
 *
 * @param account the account that bids the forecast's newsvendor curve, empty for none
 * @param levels limits on its ladder, at least 1
 */
public record BaselineRules(String account, int levels) {
    public BaselineRules {
        Objects.requireNonNull(account, "account");
        Requirement.holds(levels >= 1 && levels <= 100, "baselineLevels must be 1 to 100");
    }

    /** Nobody bids for the forecast. */
    public static BaselineRules none() {
        return new BaselineRules("", 10);
    }

    public boolean enabled() {
        return !account.isEmpty();
    }
}
