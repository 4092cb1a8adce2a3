package io.attentionfutures.forecast.statistical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.attentionfutures.forecast.Season;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FittedModelProperties {

    private static final Season HOURLY = new Season(24, 168);
    private static final int HORIZON = 24;

    /** One of the two models; null if there is none. */
    private interface Fit {
        double[] forecast(double[] history);
    }

    private static Fit arima(double[] values) {
        return SeasonalArima.fit(values, HOURLY)
                .<Fit>map(model -> history -> model.forecast(history, HORIZON))
                .orElse(null);
    }

    private static Fit smoothing(double[] values) {
        return ExponentialSmoothing.fit(values, HOURLY)
                .<Fit>map(model -> history -> model.forecast(history, HORIZON))
                .orElse(null);
    }

    @Property(tries = 30)
    void forecastsOfAnyHistoryStayNearItsRange(
            @ForAll("hostile") double[] values, @ForAll("hostile") double[] later) {
        for (Fit fit : new Fit[] {arima(values), smoothing(values)}) {
            for (double[] history : new double[][] {values, later}) {
                double[] forecast = fit == null ? new double[0] : fit.forecast(history);
                double lowest = Arrays.stream(history).min().orElseThrow();
                double highest = Arrays.stream(history).max().orElseThrow();
                double slack = (highest - lowest) * 1.000001;
                for (double value : forecast) {
                    assertThat(value).isFinite().isBetween(lowest - slack, highest + slack);
                }
            }
        }
    }

    @Property(tries = 25)
    void forecastsFollowAChangeOfUnits(
            @ForAll("seeds") long seed,
            @ForAll("units") double unit,
            @ForAll("origins") double origin) {
        double[] values = demand(seed, 200);
        double[] other = Arrays.stream(values).map(v -> unit * (v + origin)).toArray();
        Fit[] fits = {arima(values), smoothing(values)};
        Fit[] others = {arima(other), smoothing(other)};
        for (int i = 0; i < fits.length; i++) {
            double[] forecast = fits[i].forecast(values);
            double[] otherForecast = others[i].forecast(other);
            for (int h = 0; h < HORIZON; h++) {
                double back = otherForecast[h] / unit - origin;
                assertThat(back).isCloseTo(forecast[h], within(1e-6));
            }
        }
    }

    @Property(tries = 10)
    void whatWasWrittenAndReadForecastsTheSame(@ForAll("seeds") long seed) throws IOException {
        double[] values = demand(seed, 50 + (int) Math.floorMod(seed, 200L));
        SeasonalArima arima = SeasonalArima.fit(values, HOURLY).orElseThrow();
        ExponentialSmoothing smoothing = ExponentialSmoothing.fit(values, HOURLY).orElseThrow();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        arima.write(out);
        smoothing.write(out);
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
        assertThat(SeasonalArima.read(in).forecast(values, HORIZON))
                .isEqualTo(arima.forecast(values, HORIZON));
        assertThat(ExponentialSmoothing.read(in).forecast(values, HORIZON))
                .isEqualTo(smoothing.forecast(values, HORIZON));
        assertThat(in.available()).isZero();
    }

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs();
    }

    @Provide
    Arbitrary<Double> units() {
        return Arbitraries.of(1e-9, 0.001, 3.0, 1e12);
    }

    @Provide
    Arbitrary<Double> origins() {
        return Arbitraries.of(-100.0, 0.0, 1000.0);
    }

    @Provide
    Arbitrary<double[]> hostile() {
        return Arbitraries.longs()
                .flatMap(
                        seed ->
                                Arbitraries.of(1, 2, 12, 13, 25, 48, 50, 96, 97, 200)
                                        .map(windows -> hostile(windows, seed)));
    }

    private static double[] hostile(int windows, long seed) {
        Random random = new Random(seed);
        double level = StrictMath.pow(10, random.nextInt(22) - 9);
        double centre = random.nextInt(3) == 0 ? -level : 0;
        int zeros = random.nextInt(5);
        int spikes = random.nextInt(3);
        boolean steps = random.nextBoolean();
        double[] values = new double[windows];
        for (int i = 0; i < windows; i++) {
            double value = steps ? level * Math.floorDiv(i, 40) : level * random.nextDouble();
            if (random.nextInt(4) < zeros) {
                value = 0;
            }
            values[i] = random.nextInt(50) < spikes ? 1e6 : centre + value;
        }
        return values;
    }

    /** Noise that remembers, around a daily wave. */
    private static double[] demand(long seed, int windows) {
        double[] values = TestProcesses.autoregression(windows, 0.8, 0, 8, seed);
        for (int i = 0; i < windows; i++) {
            values[i] += TestProcesses.waveAt(i, 24);
        }
        return values;
    }
}
