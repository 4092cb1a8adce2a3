package io.attentionfutures.market.book;

/** Receives the price levels of a book, one after the other. */
@FunctionalInterface
public interface DepthVisitor {
    /** Called with a limit, all lots that rest at it, and in how many orders. */
    void visit(long limitTicks, long lots, int orders);
}
