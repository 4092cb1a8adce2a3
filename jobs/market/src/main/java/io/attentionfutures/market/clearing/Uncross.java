package io.attentionfutures.market.clearing;

import io.attentionfutures.market.Side;
import io.attentionfutures.market.auction.AuctionResult;
import io.attentionfutures.market.book.BookAuction;
import io.attentionfutures.market.book.RestingOrder;
import io.attentionfutures.market.clearing.MarketOutput.DepthPublished;
import io.attentionfutures.market.clearing.MarketOutput.ExecutionType;
import io.attentionfutures.market.clearing.MarketOutput.Level;
import io.attentionfutures.market.phase.CallPhase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * One call of one contract, or of several that block orders tie together. Says of each, in this
 * order: the fills by sequence of their orders, blocks first, the orders that lived for this call
 * only and are cancelled, the price, the book that is left, and what follows for accounts.
 *
 * <p>A call without a quote, or with the same book, reference and band as the one before, is
 * skipped without a word. A call whose price would leave the dynamic band is put off, see {@link
 * Interruptions}.
 */
final class Uncross {
    /** Levels of each side that are published. */
    static final int DEPTH = 20;

    private final Segment segment;
    private final Reports reports;
    private final PriceReports prices;
    private final Fills fills;
    private final Marking marking;
    private final MarginCalls marginCalls;
    private final OrderRemoval removal;
    private final BlockEntry blockEntry;
    private final Interruptions interruptions;
    private final Audit audit;

    Uncross(
            Segment segment,
            Reports reports,
            PriceReports prices,
            Fills fills,
            Marking marking,
            MarginCalls marginCalls,
            OrderRemoval removal,
            BlockEntry blockEntry,
            Interruptions interruptions,
            Audit audit) {
        this.segment = segment;
        this.reports = reports;
        this.prices = prices;
        this.fills = fills;
        this.marking = marking;
        this.marginCalls = marginCalls;
        this.removal = removal;
        this.blockEntry = blockEntry;
        this.interruptions = interruptions;
        this.audit = audit;
    }

    /** Calls a contract whose call is due, and those that blocks tie to it. */
    void call(ContractState due) {
        List<ContractState> called = tiedTo(due);
        for (ContractState contract : called) {
            segment.unscheduleCall(contract);
            segment.changes.touch(contract);
            contract.quote = Pricing.quote(contract, segment.nowMillis);
            if (contract.quote == null) {
                contract.extended = false;
            } else {
                marginCalls.enterOrders(contract);
            }
        }
        called.removeIf(contract -> contract.quote == null);
        BlockCall blocks;
        List<BookAuction> auctions;
        do {
            // Without the interrupted contracts other blocks may trade, at other prices.
            blocks = BlockCall.of(due.market, called);
            auctions = auctions(called, blocks);
        } while (interrupt(called, auctions));
        for (int i = 0; i < called.size(); i++) {
            uncross(called.get(i), auctions.get(i), blocks);
        }
        finish(due.market, called, blocks);
    }

    /** Takes out the contracts whose call is interrupted; returns whether there were any. */
    private boolean interrupt(List<ContractState> called, List<BookAuction> auctions) {
        List<ContractState> interrupted = new ArrayList<>();
        for (int i = 0; i < called.size(); i++) {
            if (interruptions.interrupt(called.get(i), auctions.get(i).result())) {
                interrupted.add(called.get(i));
            }
        }
        return called.removeAll(interrupted);
    }

    /** Returns the contract and all that blocks tie to it, directly or not, by start. */
    private List<ContractState> tiedTo(ContractState due) {
        TreeSet<ContractState> tied =
                new TreeSet<>(Comparator.comparingLong(contract -> contract.code.startMillis()));
        tied.add(due);
        boolean grows = !due.market.blocks.isEmpty();
        while (grows) {
            grows = false;
            for (RestingBlock block : due.market.blocks.all()) {
                if (tied.stream().anyMatch(block::covers)) {
                    for (ContractState contract : due.market.contracts.values()) {
                        boolean callable = !contract.extended && !contract.isHalted();
                        grows |= callable && block.covers(contract) && tied.add(contract);
                    }
                }
            }
        }
        return new ArrayList<>(tied);
    }

    private List<BookAuction> auctions(List<ContractState> called, BlockCall blocks) {
        List<BookAuction> auctions = new ArrayList<>();
        for (ContractState contract : called) {
            auctions.add(
                    contract.quote.auction(
                            contract,
                            segment,
                            blocks.lots(contract, Side.BUY),
                            blocks.lots(contract, Side.SELL)));
        }
        return auctions;
    }

    private void uncross(ContractState contract, BookAuction auction, BlockCall blocks) {
        AuctionResult result = auction.result();
        boolean traded = result.hasPrice();
        contract.extended = false;
        if (!traded && !contract.bookChanged && contract.quote.sameCall(contract.calledAt)) {
            return;
        }
        String bookHash = contract.book.bookHash();
        List<Position> traders = fills.fill(contract, auction, blocks);
        for (RestingOrder order : contract.book.immediateOrders()) {
            removal.remove(contract, order, ExecutionType.CANCELED);
        }
        prices.auction(contract, result, false, CallPhase.ENTRY, bookHash);
        publishDepth(contract);
        contract.bookChanged = false;
        contract.calledAt = contract.quote;
        if (traded) {
            marking.printed(contract, result.priceTicks(), result.volumeLots(), traders);
            traded(contract, result);
        }
    }

    private void traded(ContractState contract, AuctionResult result) {
        contract.lastPriceTicks = result.priceTicks();
        contract.lastVolumeLots = result.volumeLots();
        contract.lastPriceMillis = segment.nowMillis;
        contract.resumed = false;
        contract.anchorTicks = contract.quote.ticks();
        long window = contract.rules().delivery().settlementWindowMillis();
        if (segment.nowMillis >= contract.gateMillis - window) {
            contract.windowVolume =
                    contract.windowVolume.plus(result.priceTicks(), result.volumeLots());
        }
        contract.quote = Pricing.quote(contract, segment.nowMillis);
        segment.scheduleCall(contract);
    }

    /** Takes traded and killed blocks out and does what the prices mean for accounts. */
    private void finish(Market market, List<ContractState> called, BlockCall blocks) {
        for (RestingBlock block : blocks.accepted()) {
            market.blocks.remove(block);
            market.specificationChanged = true;
        }
        for (RestingBlock block : List.copyOf(market.blocks.all())) {
            if (block.killed() && called.stream().anyMatch(block::covers)) {
                blockEntry.remove(market, block, ExecutionType.CANCELED);
            }
        }
        for (RestingBlock block : blocks.paradoxical()) {
            if (!block.killed() && market.blocks.flagged.add(block.sequence())) {
                market.specificationChanged = true;
                audit.enacted(
                        "paradoxical rejection",
                        block.clientOrderId(),
                        block.account()
                                + "'s block is in the money, but would not be at the prices that"
                                + " it would set");
            }
        }
        for (ContractState contract : called) {
            marking.renew(contract);
            marking.check(contract);
            marginCalls.keepCalling(contract);
        }
        marginCalls.finishFlat();
    }

    private void publishDepth(ContractState contract) {
        reports.say(
                new DepthPublished(
                        segment.name,
                        segment.nowMillis,
                        reports.nextSequence(),
                        contract.name,
                        levels(contract, Side.BUY),
                        levels(contract, Side.SELL)));
    }

    private static List<Level> levels(ContractState contract, Side side) {
        List<Level> levels = new ArrayList<>();
        contract.book.depth(
                side, DEPTH, (limit, lots, orders) -> levels.add(new Level(limit, lots, orders)));
        return List.copyOf(levels);
    }
}
