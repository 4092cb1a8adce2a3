package io.attentionfutures.market.clearing;

import io.attentionfutures.market.Side;
import io.attentionfutures.market.book.BookAuction;
import io.attentionfutures.market.book.Fill;
import io.attentionfutures.market.book.RestingOrder;
import java.util.ArrayList;
import java.util.List;

/** Fills the orders of an auction: in their book, in what they reserved, and to their owners. */
final class Fills {
    private final Reports reports;
    private final OrderMargin orderMargin;
    private final Watch watch;

    Fills(Reports reports, OrderMargin orderMargin, Watch watch) {
        this.reports = reports;
        this.orderMargin = orderMargin;
        this.watch = watch;
    }

    /**
     * Fills blocks and orders and returns the positions that traded; their lots are not yet in the
     * positions.
     */
    List<Position> fill(ContractState contract, BookAuction auction, BlockCall blocks) {
        List<Position> traders = new ArrayList<>();
        watch.called(contract, auction);
        long price = auction.result().priceTicks();
        for (RestingBlock block : blocks.accepted()) {
            if (block.covers(contract)) {
                trade(
                        contract,
                        orderMargin.position(contract, block.account()),
                        block.side(),
                        block.lots(),
                        block.reservedPerLot(),
                        traders);
                reports.block(
                        null,
                        block,
                        contract.name,
                        MarketOutput.ExecutionType.TRADE,
                        true,
                        false,
                        price);
            }
        }
        for (Fill fill : auction.fills()) {
            RestingOrder order = fill.order();
            contract.book.fill(order, fill.lots());
            watch.filled(contract, fill, price);
            trade(
                    contract,
                    orderMargin.position(contract, order.account()),
                    order.side(),
                    fill.lots(),
                    order.reservedPerLot(),
                    traders);
            reports.filled(contract, order, fill.lots(), price);
        }
        watch.uncrossed(contract, auction.result());
        return traders;
    }

    private static void trade(
            ContractState contract,
            Position position,
            Side side,
            long lots,
            long reservedPerLot,
            List<Position> traders) {
        if (position.filledLots == 0) {
            traders.add(position);
        }
        position.order(side, -lots, reservedPerLot);
        position.unpaidLots += side.sign() * lots;
        position.filledLots += lots;
        contract.touch(position);
    }
}
