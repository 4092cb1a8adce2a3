package io.attentionfutures.market.auction;

/** Which rule of the call auction decided the price. Published with every price. */
public enum RuleStep {
    /** No tick of the band has volume. */
    NO_PRICE,
    /** One tick alone has the largest volume. */
    UNIQUE,
    /** Of several ticks with the largest volume, one alone has the smallest surplus. */
    MIN_SURPLUS,
    /** Several ticks are equally good; the one nearest to the reference price was taken. */
    REFERENCE,
    /** Several ticks are equally good and all have more demand than supply: the highest. */
    PRESSURE_BUY,
    /** Several ticks are equally good and all have more supply than demand: the lowest. */
    PRESSURE_SELL
}
