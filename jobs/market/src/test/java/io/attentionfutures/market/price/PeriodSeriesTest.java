package io.attentionfutures.market.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PeriodSeriesTest {
    private final PeriodSeries series = new PeriodSeries(3);

    @Test
    void knowsNothingAtFirst() {
        assertThat(series.isEmpty()).isTrue();
        assertThat(series.get(0)).isNaN();
        assertThat(series.get(Long.MIN_VALUE)).isNaN();
    }

    @Test
    void keepsTheFirstWordOfTheLatestPeriods() {
        assertThat(series.put(-1, 5)).isTrue();
        assertThat(series.put(-1, 6)).isFalse();
        assertThat(series.put(1, 7)).isTrue();
        assertThat(series.put(0, Double.NaN)).isFalse();
        assertThat(series.get(-1)).isEqualTo(5);
        assertThat(series.get(0)).isNaN();
        assertThat(series.put(0, 8)).isTrue();
        assertThat(series.put(2, 9)).isTrue();
        assertThat(series.get(-1)).isNaN();
        assertThat(series.put(-1, 5)).isFalse();
        assertThat(series.newest()).isEqualTo(2);
    }

    @Property(tries = 200)
    void isAMapThatForgetsOldPeriods(@ForAll long seed) {
        Random random = new Random(seed);
        PeriodSeries ring = new PeriodSeries(5);
        TreeMap<Long, Double> map = new TreeMap<>();
        long now = random.nextInt(40) - 20;
        for (int step = 0; step < 60; step++) {
            now += random.nextInt(random.nextInt(10) == 0 ? 30 : 2);
            long period = now - random.nextInt(7);
            double value = random.nextDouble();
            boolean old = !map.isEmpty() && period <= map.lastKey() - 5;
            assertThat(ring.put(period, value)).isEqualTo(!old && !map.containsKey(period));
            if (!old) {
                map.putIfAbsent(period, value);
            }
            map.headMap(map.lastKey() - 4).clear();
            for (long at = map.lastKey() - 8; at < map.lastKey() + 3; at++) {
                assertThat(ring.get(at)).isEqualTo(Map.copyOf(map).getOrDefault(at, Double.NaN));
            }
        }
    }
}
