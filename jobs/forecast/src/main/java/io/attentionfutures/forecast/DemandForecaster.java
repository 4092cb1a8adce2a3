package io.attentionfutures.forecast;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * One way to forecast the demand of one market, from what it has learnt window by window. Every
 * model is behind this port: the simple and statistical ones, the networks, and others to come. A
 * forecaster's state is a function of the windows that it has observed alone. Not thread-safe.
 */
public interface DemandForecaster {

    /** Short name, as in reports and forecasts. */
    String code();

    /**
     * Learns from the newest window of the history. Called once for every window, in order.
     *
     * @param history all that is kept of the market; the newest window is the last
     */
    void observe(History history);

    /** Whether it has seen enough to say anything about what follows the history. */
    boolean isReady(History history);

    /**
     * Forecasts the {@value DemandForecast#HORIZON} windows after the history's end, in units. Only
     * asked for when ready; numbers that are not finite are taken as no forecast.
     */
    double[] points(History history);

    /** Writes the state. */
    default void write(DataOutput out) throws IOException {}

    /** Reads what {@link #write} wrote into a forecaster that has not observed anything. */
    default void read(DataInput in) throws IOException {}
}
