package io.attentionfutures.forecast.statistical;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import jdplus.toolkit.base.api.arima.SarimaOrders;

/**
 * The orders of a seasonal ARIMA model (p,d,q)(P,D,Q) in the notation of Box and Jenkins.
 *
 * @param period windows in the model's season; 1 if it has none
 * @param profile windows in a day whose {@link DailyProfile} is taken out before; 0 if none is
 */
record ArimaOrder(int p, int d, int q, int bp, int bd, int bq, int period, int profile) {

    /** Exponential smoothing as an ARIMA model. */
    static ArimaOrder smoothing() {
        return new ArimaOrder(0, 1, 1, 0, 0, 0, 1, 0);
    }

    /** Exponential smoothing of the deviations from the daily profile. */
    static ArimaOrder smoothedProfile(int day) {
        return new ArimaOrder(0, 1, 1, 0, 0, 0, 1, day);
    }

    /** Exponential smoothing with a daily season that fades. */
    static ArimaOrder smoothedSeason(int day) {
        return new ArimaOrder(0, 1, 1, 1, 0, 0, day, 0);
    }

    /** A return to an evolving daily season. */
    static ArimaOrder returning(int day) {
        return new ArimaOrder(2, 0, 1, 0, 1, 1, day, 0);
    }

    int parameters() {
        return p + q + bp + bq;
    }

    /** Without differences a model has a mean of its own. */
    boolean hasMean() {
        return d + bd == 0;
    }

    SarimaOrders orders() {
        SarimaOrders orders = new SarimaOrders(period);
        orders.setRegular(p, d, q);
        orders.setSeasonal(bp, bd, bq);
        return orders;
    }

    /** The values less their profile, in a new array. */
    double[] withoutProfile(double[] values) {
        double[] rest = values.clone();
        if (profile > 0) {
            DailyProfile daily = DailyProfile.of(values, profile);
            for (int i = 0; i < rest.length; i++) {
                rest[i] -= daily.at(i);
            }
        }
        return rest;
    }

    /** Adds the profile of the values to the forecasts of the windows after them. */
    void addProfile(double[] values, double[] forecast) {
        if (profile > 0) {
            DailyProfile daily = DailyProfile.of(values, profile);
            for (int h = 0; h < forecast.length; h++) {
                forecast[h] += daily.at(values.length + h);
            }
        }
    }

    void write(DataOutput out) throws IOException {
        for (int order : new int[] {p, d, q, bp, bd, bq}) {
            out.writeByte(order);
        }
        out.writeInt(period);
        out.writeInt(profile);
    }

    static ArimaOrder read(DataInput in) throws IOException {
        return new ArimaOrder(
                in.readUnsignedByte(),
                in.readUnsignedByte(),
                in.readUnsignedByte(),
                in.readUnsignedByte(),
                in.readUnsignedByte(),
                in.readUnsignedByte(),
                in.readInt(),
                in.readInt());
    }

    @Override
    public String toString() {
        String regular = "(" + p + "," + d + "," + q + ")";
        String season = period > 1 ? "(" + bp + "," + bd + "," + bq + ")" + period : "";
        return regular + season + (profile > 0 ? " less the daily profile" : "");
    }
}
