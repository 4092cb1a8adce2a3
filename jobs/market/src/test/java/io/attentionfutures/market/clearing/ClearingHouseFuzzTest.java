package io.attentionfutures.market.clearing;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.ArrayList;
import java.util.List;

/**
 * Lives of a segment that bytes decide. What holds in every life holds in these, and a life that is
 * interrupted and restored says the same.
 */
class ClearingHouseFuzzTest {
    private static final int MOST_EVENTS = 400;

    /** One segment that is left alone, and one that is restored again and again. */
    private static final class Twins {
        private final Collaterals collaterals = new Collaterals();
        private final OrderHistory orders = new OrderHistory();
        private final List<MarketOutput> undisturbed = new ArrayList<>();
        private final List<MarketOutput> disturbed = new ArrayList<>();
        private final MapStore store = new MapStore();
        private final Life calm =
                new Life(
                        orders,
                        new OpenContracts(),
                        new Chains(),
                        collaterals,
                        new UncrossedBooks(),
                        (event, said) -> undisturbed.addAll(said));
        private ClearingHouse restored = new ClearingHouse(Life.SEGMENT);

        Twins() {
            collaterals.of(calm);
        }

        void apply(MarketEvent event) {
            passTo(event.position().timeMillis());
            calm.apply(event);
            restored.apply(event, disturbed::add);
            compare();
        }

        /** An expiry of orders that are gone is forgotten by a restart, so the calm one leads. */
        private void passTo(long timeMillis) {
            long next = calm.house.nextDeadlineMillis();
            while (next <= timeMillis) {
                calm.passTo(next);
                restored.advanceTo(next, disturbed::add);
                next = calm.house.nextDeadlineMillis();
            }
        }

        void restore() {
            restored.writeChanges(store);
            restored = ClearingHouse.restore(Life.SEGMENT, store.entities.entrySet());
        }

        private void compare() {
            assertThat(disturbed).isEqualTo(undisturbed);
            disturbed.clear();
            undisturbed.clear();
        }

        void end() {
            passTo(calm.segment().nowMillis + 12 * Exchange.HOUR);
            compare();
            orders.assertNoneAlive();
            assertThat(restored.restingOrders()).isZero();
        }
    }

    @FuzzTest(maxDuration = "10m")
    void everyLifeKeepsItsPromises(byte[] bytes) {
        DrawnBytes decisions = new DrawnBytes(bytes);
        RandomLife life = new RandomLife(decisions);
        ExtremeEvents extremes = new ExtremeEvents(decisions);
        Twins twins = new Twins();
        life.opening().forEach(twins::apply);
        for (int left = MOST_EVENTS; left > 0 && !decisions.isSpent(); left--) {
            int what = decisions.nextInt(32);
            if (what == 0) {
                twins.restore();
            } else if (what <= 2) {
                twins.apply(extremes.event(life.next()));
            } else {
                MarketEvent event = life.event();
                twins.apply(event);
                if (what == 3) {
                    twins.apply(Again.at(event, life.next()));
                }
            }
        }
        twins.end();
    }
}
