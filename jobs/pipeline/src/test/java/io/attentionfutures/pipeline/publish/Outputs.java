package io.attentionfutures.pipeline.publish;

import io.attentionfutures.market.Side;
import io.attentionfutures.market.auction.RuleStep;
import io.attentionfutures.market.clearing.LogPosition;
import io.attentionfutures.market.clearing.MarketOutput;
import io.attentionfutures.market.clearing.MarketOutput.ExecutionType;
import io.attentionfutures.market.clearing.MarketOutput.PriceKind;
import io.attentionfutures.market.clearing.MarketOutput.RejectionCode;
import java.util.List;

/** Outputs of the market with another value in every field. */
final class Outputs {
    static final long TIME = 1_760_000_000_000L;

    private Outputs() {}

    static MarketOutput.PricePublished price() {
        return price(7, 0.125, 10, 11);
    }

    static MarketOutput.PricePublished priceWithoutForecastAndQuotes() {
        return price(-1, Double.NaN, -1, -1);
    }

    static MarketOutput.PricePublished price(
            long scarcity, double lossOfLoad, long bestBid, long bestAsk) {
        return price(
                PriceKind.CLEARING, RuleStep.PRESSURE_SELL, scarcity, lossOfLoad, bestBid, bestAsk);
    }

    static MarketOutput.PricePublished price(PriceKind kind) {
        return price(kind, RuleStep.UNIQUE, 1, 0, 1, 1);
    }

    static MarketOutput.PricePublished price(RuleStep step) {
        return price(PriceKind.CLEARING, step, 1, 0, 1, 1);
    }

    private static MarketOutput.PricePublished price(
            PriceKind kind,
            RuleStep step,
            long scarcity,
            double lossOfLoad,
            long bestBid,
            long bestAsk) {
        return new MarketOutput.PricePublished(
                "segment",
                TIME,
                2,
                "contract",
                kind,
                3,
                4,
                -5,
                step,
                6,
                0.25,
                0.75,
                scarcity,
                lossOfLoad,
                8,
                9,
                bestBid,
                bestAsk,
                "book",
                "previous");
    }

    static MarketOutput.DepthPublished depth() {
        return new MarketOutput.DepthPublished(
                "segment",
                TIME,
                2,
                "contract",
                List.of(new MarketOutput.Level(10, 3, 1), new MarketOutput.Level(9, 4, 2)),
                List.of(new MarketOutput.Level(11, 5, 6)));
    }

    static MarketOutput.ExecutionReport execution() {
        return execution(
                new LogPosition(1, "afm.orders", 10, 11),
                ExecutionType.TRADE,
                Side.SELL,
                RejectionCode.SELF_CROSS);
    }

    static MarketOutput.ExecutionReport executionWithoutCause() {
        return execution(null, ExecutionType.EXPIRED, Side.BUY, RejectionCode.NONE);
    }

    static MarketOutput.ExecutionReport execution(ExecutionType type) {
        return execution(null, type, Side.BUY, RejectionCode.NONE);
    }

    static MarketOutput.ExecutionReport execution(Side side) {
        return execution(null, ExecutionType.NEW, side, RejectionCode.NONE);
    }

    static MarketOutput.ExecutionReport execution(RejectionCode code) {
        return execution(null, ExecutionType.REJECTED, Side.BUY, code);
    }

    private static MarketOutput.ExecutionReport execution(
            LogPosition cause, ExecutionType type, Side side, RejectionCode code) {
        return new MarketOutput.ExecutionReport(
                "segment",
                TIME,
                2,
                cause,
                "account",
                "id",
                "original",
                "contract",
                type,
                side,
                3,
                4,
                5,
                6,
                7,
                8,
                9,
                code,
                "text");
    }

    static MarketOutput.AllocationGranted allocation() {
        return new MarketOutput.AllocationGranted(
                "segment", TIME, 2, "contract", "account", "provider", 3, 4, 5, 6);
    }
}
