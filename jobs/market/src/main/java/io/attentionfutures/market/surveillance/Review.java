package io.attentionfutures.market.surveillance;

import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;

/**
 * What the rules look at when a contract's gate closes.
 *
 * @param contract sums of the contract
 * @param conducts conduct by account
 * @param verifiedLots capacity that each provider has verified for the delivery period
 * @param thresholds from where on to report
 * @param alerts receives what is found
 */
record Review(
        ContractConduct contract,
        List<Conduct> conducts,
        SortedMap<String, Long> verifiedLots,
        SurveillanceThresholds thresholds,
        Consumer<Alert> alerts) {

    Finding finding(AlertKind kind, String account) {
        return new Finding(kind, account, contract.contract, alerts);
    }

    /** Whether the contract traded enough to speak of shares. */
    boolean hasVolume() {
        return contract.volumeLots >= thresholds.minimumVolumeLots();
    }
}
