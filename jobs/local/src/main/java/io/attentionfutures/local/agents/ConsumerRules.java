package io.attentionfutures.local.agents;

/**
 * How tenants bid for what they need.
 *
 * @param bids part of its need that a tenant bids for, 0 to 1
 * @param uncertainty standard deviation of the logarithm of its guess at the need, 0 to 2
 * @param urgentPercent part of the guess that it bids high for, 0 to 100
 * @param normalPercent part of the guess that it bids fairly for; the rest it bids low for
 * @param value multiple of all its limits, above 0
 * @param blockChance how often it wants some periods in a row or not at all, 0 to 1
 * @param longestBlock periods of its longest block order, 2 to 100
 * @param blockPart part of its need that a block is for, 0 to 1
 * @param paysInFull whether it must hold the whole price of what it buys
 * @param weight its weight where lots are rationed
 */
public record ConsumerRules(
        Double bids,
        Double uncertainty,
        Integer urgentPercent,
        Integer normalPercent,
        Double value,
        Double blockChance,
        Integer longestBlock,
        Double blockPart,
        Boolean paysInFull,
        Integer weight) {
    /** Bids for all of its need, with a guess at it. */
    public static final ConsumerRules STANDARD =
            new ConsumerRules(null, null, null, null, null, null, null, null, null, null);

    public ConsumerRules {
        bids = bids == null ? 1 : bids;
        uncertainty = uncertainty == null ? 0.25 : uncertainty;
        urgentPercent = urgentPercent == null ? 50 : urgentPercent;
        normalPercent = normalPercent == null ? 30 : normalPercent;
        value = value == null ? 1 : value;
        blockChance = blockChance == null ? 0.04 : blockChance;
        longestBlock = longestBlock == null ? 4 : longestBlock;
        blockPart = blockPart == null ? 0.1 : blockPart;
        paysInFull = paysInFull != null && paysInFull;
        weight = weight == null ? 1 : weight;
        Given.fraction("bids", bids);
        Given.inRange("uncertainty", uncertainty, 0, 2);
        Given.inRange("urgentPercent", urgentPercent, 0, 100);
        Given.inRange("normalPercent", normalPercent, 0, 100 - urgentPercent);
        Given.inRange("value", value, 0.01, 100);
        Given.fraction("blockChance", blockChance);
        Given.inRange("longestBlock", longestBlock, 2, 100);
        Given.fraction("blockPart", blockPart);
        Given.inRange("weight", weight, 1, 1_000);
    }
}
