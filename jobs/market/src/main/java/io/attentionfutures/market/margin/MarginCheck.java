package io.attentionfutures.market.margin;

import java.math.BigInteger;

/**
 * Where an account stands after a margin check, and where its next check starts from.
 *
 * @param status the account's status
 * @param deadlineMillis when a margin call lapses; 0 outside a margin call
 */
public record MarginCheck(AccountStatus status, long deadlineMillis) {
    /** An account that was never called. */
    public static final MarginCheck NORMAL = new MarginCheck(AccountStatus.NORMAL, 0);

    private static final MarginCheck LIQUIDATING = new MarginCheck(AccountStatus.LIQUIDATING, 0);

    public MarginCheck {
        if (status != AccountStatus.MARGIN_CALL && deadlineMillis != 0) {
            throw new IllegalArgumentException("only a margin call has a deadline");
        }
    }

    /**
     * Checks an account.
     *
     * <ul>
     *   <li>Negative cash liquidates at once, called or not.
     *   <li>A liquidation ends when the account is flat and its cash not negative; restored cash
     *       does not stop it. What follows is as for an account that was not liquidating.
     *   <li>Cash below the requirement opens a margin call. Later checks keep its deadline; from
     *       the deadline on, an account that is still below is liquidated.
     *   <li>Cash of at least the requirement ends a margin call.
     * </ul>
     *
     * @param cash the account's cash in minor units
     * @param maintenance what its cash must cover
     * @param flat whether it holds no position in any contract
     * @param nowMillis time of the check
     * @param graceMillis how long after the check a new margin call lapses, not negative
     */
    public MarginCheck next(
            BigInteger cash,
            BigInteger maintenance,
            boolean flat,
            long nowMillis,
            long graceMillis) {
        if (graceMillis < 0) {
            throw new IllegalArgumentException("grace must not be negative, was " + graceMillis);
        }
        if (cash.signum() < 0 || (status == AccountStatus.LIQUIDATING && !flat)) {
            return LIQUIDATING;
        }
        if (cash.compareTo(maintenance) >= 0) {
            return NORMAL;
        }
        if (status != AccountStatus.MARGIN_CALL) {
            return new MarginCheck(
                    AccountStatus.MARGIN_CALL, Math.addExact(nowMillis, graceMillis));
        }
        return nowMillis >= deadlineMillis ? LIQUIDATING : this;
    }
}
