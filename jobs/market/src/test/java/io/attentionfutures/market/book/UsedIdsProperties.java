package io.attentionfutures.market.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.market.OrderType;
import io.attentionfutures.market.Side;
import io.attentionfutures.market.TimeInForce;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class UsedIdsProperties {
    private final Owner owner = new Owner("account");

    /** Ids from a small range, so that they are used again and again; every third one is spent. */
    @Property
    void agreesWithAMapOfTexts(@ForAll @Size(max = 300) List<Byte> steps) {
        UsedIds ids = new UsedIds();
        Map<String, RestingOrder> oracle = new HashMap<>();
        for (int step = 0; step < steps.size(); step++) {
            String id = "id-" + steps.get(step);
            RestingOrder order = step % 3 == 0 ? null : order(id, step);
            if (step % 2 == 0) {
                boolean fresh = !oracle.containsKey(id);
                assertThat(ids.register(id, order)).isEqualTo(fresh);
                if (fresh) {
                    oracle.put(id, order);
                }
            } else {
                ids.put(id, order);
                oracle.put(id, order);
            }
        }
        for (int each = Byte.MIN_VALUE; each <= Byte.MAX_VALUE; each++) {
            String id = "id-" + each;
            assertThat(ids.contains(id)).isEqualTo(oracle.containsKey(id));
            assertThat(ids.order(id)).isSameAs(oracle.get(id));
        }
        assertThat(ids.resting())
                .containsExactlyInAnyOrderElementsOf(
                        oracle.values().stream().filter(Objects::nonNull).toList());
    }

    @Property
    void tellsAnyTwoTextsApart(@ForAll String one, @ForAll String other) {
        UsedIds ids = new UsedIds();
        ids.put(one, null);
        assertThat(ids.contains(other)).isEqualTo(one.equals(other));
    }

    @Example
    void keepsAMillionIdsApart() {
        UsedIds ids = new UsedIds();
        for (int i = 0; i < 1_000_000; i++) {
            assertThat(ids.register(Integer.toString(i, Character.MAX_RADIX), null)).isTrue();
        }
        assertThat(ids.contains("")).isFalse();
    }

    private RestingOrder order(String id, long sequence) {
        return new RestingOrder(owner, id, Side.BUY, OrderType.LIMIT, TimeInForce.GTC, 1, sequence);
    }
}
