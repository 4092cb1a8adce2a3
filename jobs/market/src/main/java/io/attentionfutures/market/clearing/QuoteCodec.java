package io.attentionfutures.market.clearing;

import io.attentionfutures.market.auction.Band;
import io.attentionfutures.market.price.PriceSignal;
import io.attentionfutures.market.price.ReferencePrice;
import io.attentionfutures.market.price.ScarcityPrice;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Layout of a quote: a byte that is 0 for none, else the layout's version. Before version 2 there
 * was no autoregressive price.
 */
final class QuoteCodec {
    private static final int VERSION = 2;

    private QuoteCodec() {}

    static void write(DataOutput out, Quote quote) throws IOException {
        out.writeByte(quote == null ? 0 : VERSION);
        if (quote == null) {
            return;
        }
        Binary.writeLong(out, quote.ticks());
        out.writeDouble(quote.reference().forecastWeight());
        out.writeDouble(quote.reference().marketWeight());
        Binary.writeLong(out, quote.band().lowTicks());
        Binary.writeLong(out, quote.band().highTicks());
        out.writeDouble(quote.stressTicks());
        ScarcityPrice scarcity = quote.scarcity();
        out.writeBoolean(scarcity != null);
        if (scarcity != null) {
            out.writeDouble(scarcity.ticks());
            out.writeDouble(scarcity.deviationTicks());
            out.writeDouble(scarcity.lossOfLoadProbability());
        }
        PriceSignal autoregressive = quote.autoregressive();
        out.writeBoolean(autoregressive != null);
        if (autoregressive != null) {
            out.writeDouble(quote.reference().autoregressiveWeight());
            out.writeDouble(autoregressive.ticks());
            out.writeDouble(autoregressive.deviationTicks());
        }
    }

    static Quote read(DataInput in) throws IOException {
        int version = in.readUnsignedByte();
        if (version == 0) {
            return null;
        }
        if (version > VERSION) {
            throw new IOException(
                    "a quote has layout version "
                            + version
                            + ", this program reads versions 1 to "
                            + VERSION);
        }
        long ticks = Binary.readLong(in);
        double forecastWeight = in.readDouble();
        double marketWeight = in.readDouble();
        Band band = new Band(Binary.readLong(in), Binary.readLong(in));
        double stress = in.readDouble();
        ScarcityPrice scarcity =
                in.readBoolean()
                        ? new ScarcityPrice(in.readDouble(), in.readDouble(), in.readDouble())
                        : null;
        double autoregressiveWeight = 0;
        PriceSignal autoregressive = null;
        if (version >= 2 && in.readBoolean()) {
            autoregressiveWeight = in.readDouble();
            autoregressive = new PriceSignal(in.readDouble(), in.readDouble());
        }
        return new Quote(
                new ReferencePrice(ticks, forecastWeight, marketWeight, autoregressiveWeight),
                scarcity,
                autoregressive,
                stress,
                band);
    }
}
