package io.attentionfutures.forecast;

import io.attentionfutures.forecast.online.MarketForecaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.TreeMap;

/** Small demand histories for tests. */
public final class TestSeries {

    public static final long HOUR = 3_600_000L;

    private static final long END = 480_000 * HOUR;

    private TestSeries() {}

    public static DemandSeries of(String market, double... used) {
        return new DemandSeries(market, HOUR, END, used, 200);
    }

    /** A daily wave, quieter at the weekend, with noise. */
    public static DemandSeries wave(String market, int windows, long seed) {
        Random random = new Random(seed);
        double[] used = new double[windows];
        for (int i = 0; i < windows; i++) {
            double day = 100 + 40 * Math.sin(2 * Math.PI * (i % 24) / 24.0);
            double weekend = (i / 24) % 7 >= 5 ? 0.6 : 1;
            used[i] = Math.max(0, day * weekend + 5 * random.nextGaussian());
        }
        return of(market, used);
    }

    public static double[] constant(int windows, double value) {
        double[] used = new double[windows];
        Arrays.fill(used, value);
        return used;
    }

    /** A forecaster that has lived through a history, forecasting after each window. */
    public static MarketForecaster observed(DemandSeries series) {
        MarketForecaster market =
                new MarketForecaster(series.market(), series.periodMillis(), series.startMillis());
        for (int i = 0; i < series.windows(); i++) {
            market.observe(series.window(i));
            if (i < series.windows() - 1 && market.hasDemand()) {
                market.forecast(new TreeMap<>(), "", "no model");
            }
        }
        return market;
    }

    /** What is read back of what a forecaster writes. */
    public static MarketForecaster restored(MarketForecaster market) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        market.write(new DataOutputStream(bytes));
        return MarketForecaster.read(
                new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    }
}
