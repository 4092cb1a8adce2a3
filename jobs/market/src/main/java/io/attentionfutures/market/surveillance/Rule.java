package io.attentionfutures.market.surveillance;

/** One kind of conduct that is reported. */
@FunctionalInterface
interface Rule {
    void judge(Review review);
}
