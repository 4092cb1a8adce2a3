package io.attentionfutures.market.clearing;

import io.attentionfutures.market.Account;
import io.attentionfutures.market.MarginRules;
import io.attentionfutures.market.OrderType;
import io.attentionfutures.market.Role;
import io.attentionfutures.market.Side;
import io.attentionfutures.market.auction.Band;
import io.attentionfutures.market.book.RestingOrder;
import io.attentionfutures.market.clearing.MarketOutput.RejectionCode;
import io.attentionfutures.market.margin.AccountStatus;
import io.attentionfutures.market.margin.ExactSum;
import io.attentionfutures.market.margin.Exposure;
import io.attentionfutures.market.margin.LockedLoss;
import io.attentionfutures.market.margin.PaymentInFull;
import io.attentionfutures.market.price.StaticBand;
import java.util.List;

/**
 * Reserves margin for orders and positions. An order is admitted if, were the riskiest of its
 * account's orders filled, the account keeps its limits and its cash covers what it needs. What an
 * order reserved is released exactly when it fills or leaves.
 *
 * <p>Where a contract asks for no collateral, orders and positions reserve nothing.
 */
final class OrderMargin {
    /** Keeps sums of lots far from the largest number. */
    private static final long MOST_LOTS = 1L << 50;

    private final Segment segment;

    /** What an order under check needs more than before. */
    private final ExactSum more = new ExactSum();

    private final ExactSum sum = new ExactSum();

    OrderMargin(Segment segment) {
        this.segment = segment;
    }

    /**
     * Checks an order that would come, in place of another if that is not null.
     *
     * @param legs the contracts that it is for, in each the same lots
     * @return null if the account may have it
     */
    Rejection check(
            List<ContractState> legs,
            AccountState account,
            Side side,
            long leavesLots,
            long reservedPerLot,
            RestingOrder replaced) {
        more.clear();
        boolean closing = true;
        for (ContractState contract : legs) {
            Position held = contract.positions.get(account.id());
            Exposure before = held == null ? Exposure.NONE : held.exposure();
            if (replaced != null) {
                before = before.minusOrder(replaced.side(), replaced.leavesLots());
            }
            if (before.buyLots() + before.sellLots() + leavesLots > MOST_LOTS) {
                return exceeds("lots", leavesLots, "too many lots are open");
            }
            Exposure after = before.plusOrder(side, leavesLots);
            closing &= isClosing(after, side);
            Rejection rejection = checkLimit(contract, account, side, after, leavesLots);
            if (rejection != null) {
                return rejection;
            }
            if (contract.rules().margin().collateralised()) {
                rejection = checkRole(contract, account.account, side, after, leavesLots);
                if (rejection != null) {
                    return rejection;
                }
                addRequirement(more, contract, account.account, after);
                more.addProduct(reservedPerLot, leavesLots);
                if (replaced != null) {
                    more.addProduct(replaced.reservedPerLot(), -replaced.leavesLots());
                }
                if (held != null) {
                    more.add(held.ordersReserve);
                    more.subtract(held.requirement);
                }
            }
        }
        // What is called for margin has none free, and yet may close what it is called for.
        boolean called = account.check.status() == AccountStatus.MARGIN_CALL;
        return called && closing ? null : checkFree(legs.get(0), account, leavesLots);
    }

    /** Whether all open orders of a side together only take from the position. */
    private static boolean isClosing(Exposure exposure, Side side) {
        long held = -side.sign() * exposure.positionLots();
        return (side == Side.BUY ? exposure.buyLots() : exposure.sellLots()) <= held;
    }

    private Rejection checkFree(ContractState contract, AccountState account, long lots) {
        if (!contract.rules().margin().collateralised()) {
            return null;
        }
        if (account.check.status() == AccountStatus.LIQUIDATING) {
            return exceeds("account", account.id(), "is being liquidated");
        }
        if (more.signum() <= 0) {
            return null;
        }
        sum.set(more);
        sum.add(account.reserved);
        if (sum.exceeds(account.cash)) {
            return exceeds(
                    "lots",
                    lots,
                    "needs " + more + " more of collateral, " + account.free() + " is free");
        }
        return null;
    }

    /** An order that takes risk away is admitted even where a limit is exceeded already. */
    private Rejection checkLimit(
            ContractState contract, AccountState account, Side side, Exposure after, long lots) {
        long limit = contract.positionLimitLots();
        long riskiest = side == Side.BUY ? after.riskiestLong() : after.riskiestShort();
        if (limit == 0 || riskiest <= limit) {
            return null;
        }
        return exceeds(
                "lots",
                lots,
                account.id()
                        + " could come to hold "
                        + riskiest
                        + " lots, the position limit of "
                        + contract.name
                        + " is "
                        + limit);
    }

    /** Consumers sell only what they hold; providers only capacity that they have verified. */
    private static Rejection checkRole(
            ContractState contract, Account account, Side side, Exposure after, long lots) {
        if (account.role() == Role.CONSUMER && side == Side.SELL && after.riskiestShort() > 0) {
            return exceeds("lots", lots, "a consumer sells no more than it holds");
        }
        if (account.role() == Role.PROVIDER) {
            long verified = account.verifiedLots().getOrDefault(contract.code.market(), 0L);
            if (side == Side.SELL && after.riskiestShort() > verified) {
                return exceeds(
                        "lots",
                        lots,
                        "the provider has verified " + verified + " lots of this market");
            }
            if (side == Side.BUY && after.riskiestLong() > 0) {
                return exceeds("lots", lots, "a provider buys no more than it has sold");
            }
        }
        return null;
    }

    private static Rejection exceeds(String field, Object value, String expected) {
        return Rejection.of(RejectionCode.ORDER_EXCEEDS_LIMIT, field, value, expected);
    }

    /**
     * What each lot of an order holds back beyond the margin of the position that it may become:
     * its fee, and the loss that it locks in at the present mark, or its whole price where the
     * account pays in full.
     */
    static long reservedPerLot(
            ContractState contract, Account account, Side side, OrderType type, long limitTicks) {
        MarginRules rules = contract.rules().margin();
        if (!rules.collateralised()) {
            return 0;
        }
        long worst = type == OrderType.MARKET ? worstTicks(contract, side) : limitTicks;
        long tickValue = contract.rules().tickValue();
        boolean inFull = account.paysInFull() && side == Side.BUY;
        long held =
                inFull
                        ? Math.multiplyExact(worst, tickValue)
                        : LockedLoss.perLot(side, worst, contract.valuationTicks(), tickValue);
        return held + rules.feePerLot();
    }

    private static long worstTicks(ContractState contract, Side side) {
        Band band = StaticBand.hard(contract.rules());
        return side == Side.BUY ? band.highTicks() : band.lowTicks();
    }

    /** Takes note of an order that entered its book. */
    void entered(ContractState contract, RestingOrder order) {
        order(contract, order, order.leavesLots());
    }

    /** Takes note that an order has fewer lots left than before, whatever became of them. */
    void released(ContractState contract, RestingOrder order, long lots) {
        order(contract, order, -lots);
    }

    private void order(ContractState contract, RestingOrder order, long lots) {
        order(contract, order.account(), order.side(), lots, order.reservedPerLot());
    }

    /** Adds lots of an open order to its account's position, or takes them away if negative. */
    void order(ContractState contract, String account, Side side, long lots, long reservedPerLot) {
        Position position = position(contract, account);
        position.order(side, lots, reservedPerLot);
        renew(contract, position);
        if (position.isUntouched()) {
            contract.positions.remove(account);
        }
    }

    /** Returns the account's position, a new one if there was none. */
    Position position(ContractState contract, String account) {
        Position position = contract.positions.get(account);
        if (position == null) {
            position = new Position(segment.accounts.get(account), 0);
            contract.positions.put(account, position);
        }
        return position;
    }

    /** Recomputes what a position needs of its account's cash. */
    void renew(ContractState contract, Position position) {
        if (!contract.rules().margin().collateralised()) {
            return;
        }
        AccountState account = position.account;
        account.reserved.subtract(position.requirement);
        position.requirement.clear();
        addRequirement(position.requirement, contract, account.account, position.exposure());
        position.requirement.add(position.ordersReserve);
        position.requirement.addProduct(contract.bondPerLot, position.soldLots);
        account.reserved.add(position.requirement);

        account.maintenance.subtract(position.maintenance);
        position.maintenance.clear();
        if (!account.account.paysInFull()) {
            position.maintenance.addProduct(maintenancePerLot(contract), Math.abs(position.lots));
        }
        account.maintenance.add(position.maintenance);
    }

    /** Recomputes what an account's positions need, after its role or way of payment changed. */
    void renew(AccountState account) {
        for (Market market : segment.markets.values()) {
            for (ContractState contract : market.allContracts()) {
                Position position = contract.positions.get(account.id());
                if (position != null) {
                    renew(contract, position);
                }
            }
        }
    }

    /** Forgets a position that holds nothing. */
    void drop(ContractState contract, Position position) {
        renew(contract, position);
        contract.positions.remove(position.accountId());
        Snapshot.forget(contract, position, segment.changes);
    }

    /** Adds what an exposure needs, but for what its open orders hold back. */
    private static void addRequirement(
            ExactSum into, ContractState contract, Account account, Exposure exposure) {
        boolean provider = account.role() == Role.PROVIDER;
        long shortPerLot =
                provider
                        ? Math.max(contract.marginPerLot, contract.bondPerLot)
                        : contract.marginPerLot;
        if (account.paysInFull()) {
            PaymentInFull.addRequirement(
                    into,
                    exposure.positionLots(),
                    contract.valuationTicks(),
                    contract.rules().tickValue());
            into.addProduct(shortPerLot, exposure.riskiestShort());
        } else {
            exposure.addMargin(into, contract.marginPerLot, shortPerLot);
        }
    }

    /** Rounded up, so that an account that is not called never lacks a part of a unit. */
    private static long maintenancePerLot(ContractState contract) {
        return (long)
                Math.ceil(contract.marginPerLot * contract.rules().margin().maintenanceFraction());
    }
}
