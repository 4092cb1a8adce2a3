package io.attentionfutures.forecast.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class DemandWindowProperties {

    @Property(tries = 300)
    void theOrderOfSamplesDoesNotMatter(
            @ForAll @Size(max = 60) List<@DoubleRange(min = 0, max = 1e12) Double> values,
            @ForAll @IntRange(min = 1, max = 5) int tenants,
            @ForAll long seed) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            order.add(i);
        }
        DemandWindowAccumulator one = total(values, order, tenants);
        Collections.shuffle(order, new Random(seed));
        DemandWindowAccumulator other = total(values, order, tenants);
        assertThat(Double.valueOf(other.used())).isEqualTo(Double.valueOf(one.used()));
        assertThat(other.samples()).isEqualTo(one.samples());
        for (CapacityRule rule : CapacityRule.values()) {
            assertThat(other.capacity(rule)).isEqualTo(one.capacity(rule));
        }
    }

    @Property(tries = 100)
    void aStoredAccumulatorGoesOnAsBefore(
            @ForAll @Size(min = 1, max = 20) List<@DoubleRange(min = 0, max = 1e6) Double> values)
            throws IOException {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            order.add(i);
        }
        DemandWindowAccumulator whole = total(values, order, 3);
        DemandWindowAccumulator restored = new DemandWindowAccumulator();
        for (String tenant : whole.tenants().keySet()) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            whole.tenants().get(tenant).write(new DataOutputStream(bytes));
            assertThat(bytes.size()).isEqualTo(20);
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
            restored.put(tenant, TenantUsage.read(in));
        }
        assertThat(restored.used()).isEqualTo(whole.used());
        assertThat(restored.samples()).isEqualTo(whole.samples());
    }

    private static DemandWindowAccumulator total(
            List<Double> values, List<Integer> order, int tenants) {
        DemandWindowAccumulator window = new DemandWindowAccumulator();
        for (int i : order) {
            window.add("tenant-" + i % tenants, values.get(i), 10 + i);
        }
        return window;
    }
}
