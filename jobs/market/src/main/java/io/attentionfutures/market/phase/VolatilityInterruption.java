package io.attentionfutures.market.phase;

import io.attentionfutures.market.auction.Band;
import java.util.Objects;

/**
 * Decides whether a call may print its price. A price outside the dynamic band is never clamped to
 * it: the call is extended, so that others can answer; if the price is then outside the wider band
 * too, the contract halts until somebody resumes it.
 *
 * @param action what happens
 * @param untilMillis when the extended call is due; 0 unless the action is {@link Action#EXTEND}
 */
public record VolatilityInterruption(Action action, long untilMillis) {
    /** What happens to a call that is due. */
    public enum Action {
        /** The call takes place; it prints unless there is no price. */
        PRINT,
        /** The call is put off, once. */
        EXTEND,
        /** No call takes place until the contract is resumed. */
        HALT
    }

    /**
     * When a call may be put off.
     *
     * @param extensionMillis by how long; 0 for never: a breach halts at once
     * @param latestMillis no later than this: the gate closure
     */
    public record Extension(long extensionMillis, long latestMillis) {
        public Extension {
            if (extensionMillis < 0) {
                throw new IllegalArgumentException(
                        "an extension must not be negative, was " + extensionMillis);
            }
        }

        long until(long callMillis) {
            boolean late = extensionMillis > latestMillis - callMillis;
            return late ? latestMillis : callMillis + extensionMillis;
        }
    }

    public VolatilityInterruption {
        Objects.requireNonNull(action, "action");
    }

    /**
     * Decides about a call that is due.
     *
     * @param indicativeTicks the price that the call would print, negative if it has none
     * @param band the phase's corridor, see {@link DynamicBand}; null if nothing printed yet that
     *     it could be centred on
     * @param phase what the call is doing, not {@link CallPhase#CLOSED}
     * @param callMillis when the call is due
     */
    public static VolatilityInterruption decide(
            long indicativeTicks, Band band, CallPhase phase, long callMillis, Extension rules) {
        if (phase == CallPhase.CLOSED) {
            throw new IllegalArgumentException("no call is due outside the trading hours");
        }
        if (phase == CallPhase.HALTED) {
            return new VolatilityInterruption(Action.HALT, 0);
        }
        if (indicativeTicks < 0 || band == null || band.contains(indicativeTicks)) {
            return new VolatilityInterruption(Action.PRINT, 0);
        }
        long until = rules.until(callMillis);
        if (phase == CallPhase.EXTENDED || until <= callMillis) {
            return new VolatilityInterruption(Action.HALT, 0);
        }
        return new VolatilityInterruption(Action.EXTEND, until);
    }
}
