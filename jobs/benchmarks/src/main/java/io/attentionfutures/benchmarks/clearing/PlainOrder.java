package io.attentionfutures.benchmarks.clearing;

import io.attentionfutures.market.Side;

/** A limit order as a program without a book would keep it. */
record PlainOrder(int account, Side side, long limitTicks, long lots, long sequence) {}
