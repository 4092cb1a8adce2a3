package io.attentionfutures.forecast.online;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.forecast.DemandForecast;
import io.attentionfutures.forecast.DemandSeries;
import io.attentionfutures.forecast.DemandWindow;
import io.attentionfutures.forecast.TestSeries;
import java.io.IOException;
import java.util.Arrays;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MarketForecasterProperties {

    @Property(tries = 8)
    void whatIsReadBackGoesOnToTheLastBit(
            @ForAll @IntRange(min = 1, max = 420) int until, @ForAll long seed) throws IOException {
        DemandSeries series = TestSeries.wave("m", 450, seed);
        MarketForecaster undisturbed = TestSeries.observed(series.slice(0, until));
        MarketForecaster restored = TestSeries.restored(undisturbed);
        for (int i = until; i < series.windows(); i++) {
            DemandForecast expected = forecast(undisturbed);
            DemandForecast actual = forecast(restored);
            assertThat(actual.mean()).isEqualTo(expected.mean());
            assertThat(actual.quantiles()).isDeepEqualTo(expected.quantiles());
            undisturbed.observe(series.window(i));
            restored.observe(series.window(i));
        }
    }

    @Property(tries = 8)
    void demandInOtherUnitsHasTheSameForecastInThoseUnits(@ForAll long seed) {
        DemandSeries series = TestSeries.wave("m", 420, seed);
        double[] doubled = series.used();
        for (int i = 0; i < doubled.length; i++) {
            doubled[i] *= 1024;
        }
        DemandForecast one = forecast(TestSeries.observed(series));
        DemandForecast other = forecast(TestSeries.observed(TestSeries.of("m", doubled)));
        for (int h = 0; h < DemandForecast.HORIZON; h++) {
            double expected = 1024 * one.mean()[h];
            assertThat(other.mean()[h]).isBetween(0.999 * expected, 1.001 * expected);
        }
    }

    @Test
    void aGapOfManyDaysIsForecastAcrossAndFilledByTheProfile() {
        MarketForecaster market = TestSeries.observed(TestSeries.wave("m", 400, 1));
        for (int i = 0; i < 300; i++) {
            market.observe(DemandWindow.of(Double.NaN, 0));
            assertThat(forecast(market).isValid()).isTrue();
        }
        assertThat(Arrays.stream(forecast(market).mean())).allMatch(m -> m > 20 && m < 200);
    }

    @Test
    void oneWindowIsEnough() {
        DemandForecast forecast = forecast(TestSeries.observed(TestSeries.of("a", 80)));
        assertThat(forecast.mean()).containsOnly(80);
        assertThat(Arrays.stream(forecast.deviation())).allMatch(d -> d > 10);
        assertThat(forecast.isValid()).isTrue();
    }

    @Test
    void aSpikeOfAMillionLeavesTheForecastWhereItWas() {
        DemandSeries series = TestSeries.wave("m", 500, 2);
        double[] used = series.used();
        used[470] = 1e6;
        DemandForecast forecast = forecast(TestSeries.observed(TestSeries.of("m", used)));
        assertThat(Arrays.stream(forecast.mean())).allMatch(m -> m < 400);
        assertThat(forecast.quantiles()[23][6]).isLessThan(2000);
    }

    @Test
    void aSignalThatGoesBelowZeroIsForecastBelowZero() {
        double[] used = TestSeries.constant(300, -50);
        assertThat(Arrays.stream(forecast(TestSeries.observed(TestSeries.of("m", used))).mean()))
                .allMatch(mean -> Math.abs(mean + 50) < 1e-3);
    }

    private static DemandForecast forecast(MarketForecaster market) {
        return market.forecast(new TreeMap<>(), "", "no model").forecast();
    }
}
