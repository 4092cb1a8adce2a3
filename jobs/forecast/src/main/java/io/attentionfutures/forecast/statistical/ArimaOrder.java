package io.attentionfutures.forecast.statistical;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import jdplus.toolkit.base.api.arima.SarimaOrders;

/**
 * The orders of a seasonal ARIMA model (p,d,q)(P,D,Q) in the notation of Box and Jenkins.
 *
 * @param period windows in a season; 1 for a model without one
 * @param mean whether the differenced series has a mean of its own
 */
record ArimaOrder(int p, int d, int q, int bp, int bd, int bq, int period, boolean mean) {

    static ArimaOrder of(int p, int d, int q) {
        return new ArimaOrder(p, d, q, 0, 0, 0, 1, d == 0);
    }

    ArimaOrder seasonal(int seasonalP, int seasonalD, int seasonalQ, int windows) {
        boolean stationary = d == 0 && seasonalD == 0;
        return new ArimaOrder(p, d, q, seasonalP, seasonalD, seasonalQ, windows, stationary);
    }

    /** Fewest values that such a model is fitted to. */
    int minimumValues() {
        return d + bd * period + 2 * period * Math.max(bp, bq) + 10 * (parameters() + 1);
    }

    int parameters() {
        return p + q + bp + bq;
    }

    SarimaOrders orders() {
        SarimaOrders orders = new SarimaOrders(period);
        orders.setRegular(p, d, q);
        orders.setSeasonal(bp, bd, bq);
        return orders;
    }

    void write(DataOutput out) throws IOException {
        for (int part : new int[] {p, d, q, bp, bd, bq}) {
            out.writeByte(part);
        }
        out.writeInt(period);
        out.writeBoolean(mean);
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
                in.readBoolean());
    }
}
