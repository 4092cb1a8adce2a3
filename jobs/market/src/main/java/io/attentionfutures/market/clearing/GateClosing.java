package io.attentionfutures.market.clearing;

import io.attentionfutures.market.Role;
import io.attentionfutures.market.margin.Money;
import io.attentionfutures.market.price.StaticBand;
import io.attentionfutures.market.settlement.Allocation;
import io.attentionfutures.market.settlement.GateClosure;
import io.attentionfutures.market.settlement.Holding;
import io.attentionfutures.market.settlement.PhysicalMatch;
import io.attentionfutures.market.settlement.SettlementPrice;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Closes a contract's gate. Orders that are left expire; positions are marked to the settlement
 * price; consumers' lots become allocations backed by named providers' lots and are paid for, into
 * escrow until they are delivered. What is left of all positions waits for the final index.
 *
 * <p>Where collateral is asked for, a consumer takes delivery of no more lots than its free cash
 * pays for, and a provider makes delivery of no more than it has verified.
 */
final class GateClosing {
    private final Reports reports;
    private final PriceReports prices;
    private final Ledger ledger;
    private final OrderMargin orderMargin;
    private final Marking marking;
    private final OrderRemoval removal;
    private final Watch watch;

    GateClosing(
            Reports reports,
            PriceReports prices,
            Ledger ledger,
            OrderMargin orderMargin,
            Marking marking,
            OrderRemoval removal,
            Watch watch) {
        this.reports = reports;
        this.prices = prices;
        this.ledger = ledger;
        this.orderMargin = orderMargin;
        this.marking = marking;
        this.removal = removal;
        this.watch = watch;
    }

    /** Closes the gate and returns what is delivered from then on. */
    Delivering close(ContractState contract) {
        long bestBid = contract.book.bestBidTicks();
        long bestAsk = contract.book.bestAskTicks();
        watch.judge(contract);
        removal.expireAll(contract);
        SettlementPrice price = settlementPrice(contract, bestBid, bestAsk);
        marking.payVariation(contract, price.ticks());
        contract.markTicks = price.ticks();
        prices.settlement(contract, price);
        List<Allocation> allocations = allocate(contract, price.ticks());
        marking.renew(contract);
        for (Position position : contract.sortedPositions()) {
            if (position.isEmpty()) {
                orderMargin.drop(contract, position);
            }
        }
        return new Delivering(price, allocations);
    }

    private static SettlementPrice settlementPrice(
            ContractState contract, long bestBid, long bestAsk) {
        long reference =
                contract.quote == null ? contract.valuationTicks() : contract.quote.ticks();
        Market market = contract.market;
        GateClosure.Neighbour neighbour =
                market.closedStartMillis
                                == contract.code.startMillis() - contract.code.periodMillis()
                        ? market.closedNeighbour
                        : null;
        SettlementPrice price =
                SettlementPrice.of(
                        new GateClosure(
                                contract.windowVolume,
                                contract.lastPriceTicks,
                                bestBid,
                                bestAsk,
                                reference,
                                neighbour),
                        StaticBand.hard(contract.rules()));
        market.closedStartMillis = contract.code.startMillis();
        market.closedNeighbour = new GateClosure.Neighbour(price, reference);
        market.specificationChanged = true;
        return price;
    }

    private List<Allocation> allocate(ContractState contract, long priceTicks) {
        List<Holding> holdings = new ArrayList<>();
        for (Position position : contract.sortedPositions()) {
            if (position.lots != 0) {
                holdings.add(
                        new Holding(
                                position.accountId(),
                                position.account.account.role(),
                                position.lots,
                                deliverable(contract, position, priceTicks),
                                position.account.account.weight()));
            }
        }
        PhysicalMatch match = PhysicalMatch.of(holdings, contract.rules().allocationProfile());
        AccountState escrow = ledger.house(ClearingHouse.ESCROW);
        for (Allocation allocation : match.allocations()) {
            Position consumer = contract.positions.get(allocation.consumer());
            Position provider = contract.positions.get(allocation.provider());
            BigInteger price =
                    Money.of(priceTicks, allocation.lots(), contract.rules().tickValue());
            ledger.move(consumer.account, escrow, price);
            contract.add(consumer, -allocation.lots());
            contract.add(provider, allocation.lots());
            provider.soldLots += allocation.lots();
            contract.touch(consumer);
            contract.touch(provider);
            orderMargin.renew(contract, consumer);
            orderMargin.renew(contract, provider);
            reports.allocated(
                    contract,
                    allocation.consumer(),
                    allocation.provider(),
                    allocation.lots(),
                    priceTicks);
        }
        return match.allocations();
    }

    private static long deliverable(ContractState contract, Position position, long priceTicks) {
        long lots = Math.abs(position.lots);
        if (!contract.rules().margin().collateralised()) {
            return lots;
        }
        AccountState account = position.account;
        if (account.account.role() == Role.PROVIDER) {
            return account.account.verifiedLots().getOrDefault(contract.code.market(), 0L);
        }
        BigInteger lotPrice = Money.of(priceTicks, 1, contract.rules().tickValue());
        if (lotPrice.signum() == 0) {
            return lots;
        }
        BigInteger free =
                account.free().add(position.requirement.toBigInteger()).max(BigInteger.ZERO);
        return free.divide(lotPrice).min(BigInteger.valueOf(lots)).longValue();
    }
}
