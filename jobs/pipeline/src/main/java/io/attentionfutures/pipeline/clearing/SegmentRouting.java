package io.attentionfutures.pipeline.clearing;

import java.io.Serializable;
import java.util.Map;

/**
 * Which clearing segment a market belongs to: as configured, else the last component of its name,
 * its region.
 *
 * @param configured segment by market
 */
public record SegmentRouting(Map<String, String> configured) implements Serializable {
    /** Where commands for contracts that nobody can parse are rejected: no market is ever in it. */
    public static final String UNROUTABLE = "";

    /** Returns the segment of a market. */
    public String ofMarket(String market) {
        String segment = configured.get(market);
        return segment != null ? segment : market.substring(market.lastIndexOf('.') + 1);
    }

    /**
     * Returns the segment of a contract. A code that is not one goes where its text points to; no
     * market is there, so the command is rejected there.
     */
    public String ofContract(String code) {
        int start = code.lastIndexOf('.');
        int period = start < 0 ? -1 : code.lastIndexOf('.', start - 1);
        return period <= 0 ? UNROUTABLE : ofMarket(code.substring(0, period));
    }
}
