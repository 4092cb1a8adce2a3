package io.attentionfutures.local.audit;

import io.attentionfutures.market.auction.RuleStep;
import io.attentionfutures.market.clearing.AuditHash;
import io.attentionfutures.market.clearing.LogPosition;
import io.attentionfutures.market.clearing.MarketOutput;
import io.attentionfutures.market.clearing.MarketOutput.AuditRecorded;
import io.attentionfutures.market.clearing.MarketOutput.PricePublished;
import io.attentionfutures.market.clearing.PriceHash;
import io.attentionfutures.market.phase.CallPhase;
import io.attentionfutures.market.settlement.SettlementTier;
import io.attentionfutures.schemas.AuditRecord;
import io.attentionfutures.schemas.Price;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Follows the hash chains of published prices, one for each contract, and of audit records, one for
 * each segment. They hold or break whatever has become of the inputs.
 */
final class HashChains {
    private final Map<String, String> lastPrice = new HashMap<>();
    private final Map<String, String> lastAudit = new HashMap<>();
    private long links;

    /** Where a chain breaks: the field, what it says and what it should say. */
    record Break(String field, String published, String recomputed) {}

    /**
     * Adds a contract's next price.
     *
     * @param cut whether the first prices of its partition are no longer kept
     */
    Optional<Break> add(Price price, boolean cut) {
        links++;
        String before = lastPrice.put(price.getContract(), PriceHash.of(price(price)));
        String expected = before == null && !cut ? PriceHash.GENESIS : before;
        return compare("previousHash", price.getPreviousHash(), expected);
    }

    /** Adds a segment's next audit record. */
    Optional<Break> add(AuditRecord audit, boolean cut) {
        links++;
        String before = lastAudit.put(audit.getSegment(), audit.getHash());
        String expected = before == null && !cut ? PriceHash.GENESIS : before;
        Optional<Break> link = compare("previousHash", audit.getPreviousHash(), expected);
        return link.isPresent()
                ? link
                : compare("hash", audit.getHash(), AuditHash.of(audit(audit)));
    }

    private static Optional<Break> compare(String field, String published, String expected) {
        return expected == null || expected.equals(published)
                ? Optional.empty()
                : Optional.of(new Break(field, published, expected));
    }

    /** Returns how many links were followed. */
    long links() {
        return links;
    }

    /** Returns how many chains there are. */
    int chains() {
        return lastPrice.size() + lastAudit.size();
    }

    private static PricePublished price(Price price) {
        return new PricePublished(
                price.getSegment(),
                price.getTime().toEpochMilli(),
                price.getSequence(),
                price.getContract(),
                MarketOutput.PriceKind.valueOf(price.getKind().name()),
                price.getPriceTicks(),
                price.getVolumeLots(),
                price.getSurplusLots(),
                RuleStep.valueOf(price.getRuleStep().name()),
                price.getReferenceTicks(),
                price.getForecastWeight(),
                price.getMarketWeight(),
                price.getAutoregressiveWeight(),
                presentTicks(price.getAutoregressiveTicks()),
                price.getAutoregressiveDeviationTicks() == null
                        ? Double.NaN
                        : price.getAutoregressiveDeviationTicks(),
                presentTicks(price.getScarcityTicks()),
                price.getLossOfLoadProbability() == null
                        ? Double.NaN
                        : price.getLossOfLoadProbability(),
                price.getBandLowTicks(),
                price.getBandHighTicks(),
                presentTicks(price.getBestBidTicks()),
                presentTicks(price.getBestAskTicks()),
                CallPhase.valueOf(price.getPhase().name()),
                price.getSettlementTier() == io.attentionfutures.schemas.SettlementTier.NONE
                        ? null
                        : SettlementTier.valueOf(price.getSettlementTier().name()),
                price.getBookHash(),
                price.getPreviousHash());
    }

    private static long presentTicks(Long ticks) {
        return ticks == null ? -1 : ticks;
    }

    private static AuditRecorded audit(AuditRecord audit) {
        LogPosition cause =
                audit.getSourceTopic() == null
                        ? null
                        : new LogPosition(
                                audit.getSourceTime().toEpochMilli(),
                                audit.getSourceTopic(),
                                audit.getSourcePartition(),
                                audit.getSourceOffset());
        return new AuditRecorded(
                audit.getSegment(),
                audit.getTime().toEpochMilli(),
                audit.getSequence(),
                cause,
                audit.getKind(),
                audit.getSubject(),
                MarketOutput.Decision.valueOf(audit.getDecision().name()),
                MarketOutput.RejectionCode.valueOf(audit.getRejectionCode()),
                audit.getText(),
                audit.getPreviousHash(),
                audit.getHash());
    }
}
