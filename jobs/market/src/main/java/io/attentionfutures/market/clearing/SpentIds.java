package io.attentionfutures.market.clearing;

import io.attentionfutures.market.store.Stored;

/** Client order ids that were spent in a book between two snapshots: where they are stored. */
final class SpentIds extends Stored {}
