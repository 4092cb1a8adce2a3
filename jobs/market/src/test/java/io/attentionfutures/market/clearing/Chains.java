package io.attentionfutures.market.clearing;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.market.clearing.MarketOutput.AuditRecorded;
import io.attentionfutures.market.clearing.MarketOutput.PricePublished;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Verifies that outputs are numbered without gaps and that audit and prices are chained. */
final class Chains implements Life.Step {
    private final Map<String, String> prices = new HashMap<>();
    private String audit = PriceHash.GENESIS;
    private long sequence;
    private long time = Long.MIN_VALUE;

    @Override
    public void check(MarketEvent event, List<MarketOutput> said) {
        for (MarketOutput output : said) {
            assertThat(output.sequence()).isEqualTo(sequence++);
            assertThat(output.timeMillis()).isGreaterThanOrEqualTo(time);
            time = output.timeMillis();
            if (output instanceof AuditRecorded) {
                AuditRecorded record = (AuditRecorded) output;
                assertThat(record.previousHash()).isEqualTo(audit);
                audit = AuditHash.of(record);
                assertThat(record.hash()).isEqualTo(audit);
            } else if (output instanceof PricePublished) {
                PricePublished price = (PricePublished) output;
                String previous = prices.put(price.contract(), PriceHash.of(price));
                assertThat(price.previousHash())
                        .isEqualTo(previous == null ? PriceHash.GENESIS : previous);
            }
        }
    }
}
