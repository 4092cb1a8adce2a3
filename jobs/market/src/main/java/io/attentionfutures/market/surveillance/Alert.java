package io.attentionfutures.market.surveillance;

import java.util.List;
import java.util.Objects;

/**
 * A suspicion, for a person to look into; it proves nothing.
 *
 * @param kind the rule that raised it
 * @param account whom it is about
 * @param contract code of the contract
 * @param scorePerMille how far the threshold was passed: 1000 is at the threshold, 2000 twice as
 *     far, at most {@link #HIGHEST_SCORE}
 * @param evidence what was measured, and against what, in a fixed order
 */
public record Alert(
        AlertKind kind,
        String account,
        String contract,
        long scorePerMille,
        List<Evidence> evidence) {
    /** Stands for all scores that are higher. */
    public static final long HIGHEST_SCORE = 1_000_000;

    public Alert {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(contract, "contract");
        evidence = List.copyOf(evidence);
    }
}
