package io.attentionfutures.market.clearing;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.market.clearing.MarketOutput.DepthPublished;
import io.attentionfutures.market.clearing.MarketOutput.Level;
import io.attentionfutures.market.clearing.MarketOutput.PriceKind;
import io.attentionfutures.market.clearing.MarketOutput.PricePublished;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Insists that a price leaves no buy at or above it beside a sell at or below it. */
final class UncrossedBooks implements Life.Step {
    @Override
    public void check(MarketEvent event, List<MarketOutput> said) {
        Map<String, Long> printed = new HashMap<>();
        for (MarketOutput output : said) {
            if (output instanceof PricePublished) {
                PricePublished price = (PricePublished) output;
                if (price.kind() == PriceKind.CLEARING) {
                    printed.put(price.contract(), price.priceTicks());
                }
            } else if (output instanceof DepthPublished) {
                DepthPublished depth = (DepthPublished) output;
                Long price = printed.remove(depth.contract());
                if (price != null && !depth.bids().isEmpty() && !depth.asks().isEmpty()) {
                    Level bid = depth.bids().get(0);
                    Level ask = depth.asks().get(0);
                    assertThat(bid.priceTicks() >= price && ask.priceTicks() <= price)
                            .as(depth.contract() + " stays crossed at " + price)
                            .isFalse();
                }
            }
        }
    }
}
