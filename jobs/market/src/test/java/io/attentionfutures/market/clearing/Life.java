package io.attentionfutures.market.clearing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Runs a stream of events through a clearing house, deadline by deadline, and looks at each. */
final class Life {
    static final String SEGMENT = "EUW1";

    /** What is looked at after each step. */
    @FunctionalInterface
    interface Step {
        /**
         * @param event what was applied, null after a deadline
         * @param said what the house said since the step before
         */
        void check(MarketEvent event, List<MarketOutput> said);
    }

    ClearingHouse house = new ClearingHouse(SEGMENT);
    private final List<Step> steps;

    Life(Step... steps) {
        this.steps = List.of(steps);
    }

    Segment segment() {
        return house.segment;
    }

    void run(List<MarketEvent> events) {
        events.forEach(this::apply);
    }

    void apply(MarketEvent event) {
        passTo(event.position().timeMillis());
        look(event, said -> house.apply(event, said::add));
    }

    /** Stops at every deadline up to a time. */
    void passTo(long timeMillis) {
        while (house.nextDeadlineMillis() <= timeMillis) {
            look(null, said -> house.advanceTo(house.nextDeadlineMillis(), said::add));
        }
        look(null, said -> house.advanceTo(timeMillis, said::add));
    }

    /** Passes until everything that ever traded is settled. */
    void end() {
        passTo(segment().nowMillis + 12 * Exchange.HOUR);
    }

    private void look(MarketEvent event, Consumer<List<MarketOutput>> action) {
        List<MarketOutput> said = new ArrayList<>();
        action.accept(said);
        for (Step step : steps) {
            step.check(event, said);
        }
    }

    /** Writes what changed and goes on with what is restored from the store. */
    void restart(Iterable<Map.Entry<String, byte[]>> entities) {
        house = ClearingHouse.restore(SEGMENT, entities);
    }
}
