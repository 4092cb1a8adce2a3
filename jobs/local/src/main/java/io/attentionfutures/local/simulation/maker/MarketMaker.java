package io.attentionfutures.local.simulation.maker;

import io.attentionfutures.local.simulation.ContractView;
import io.attentionfutures.local.simulation.Desk;
import io.attentionfutures.local.simulation.MarketView;
import io.attentionfutures.local.simulation.OwnOrder;
import io.attentionfutures.local.simulation.Participant;
import io.attentionfutures.local.simulation.Quotes;
import io.attentionfutures.local.simulation.maker.ActionValues.Step;
import io.attentionfutures.local.simulation.maker.MakerPolicy.Quoting;
import io.attentionfutures.market.Role;
import io.attentionfutures.market.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Quotes both sides of the contracts of the next hours, as its policy says. */
public final class MarketMaker implements Participant {
    private static final int QUOTED_CALLS = 48;
    private static final long LOTS = 5;
    private static final long MOST_LOTS = 30;
    private static final double TRUST_IN_MARKET = 0;
    private static final double RISK_AVERSION = 0.1;
    private static final int BID = 0;
    private static final int ASK = 1;

    private final MakerPolicy policy;
    private final Quotes quotes = new Quotes(2);
    private final Map<Integer, Book> books = new HashMap<>();
    private final List<List<Step>> trajectories = new ArrayList<>();
    private final MakerResult result = new MakerResult();

    public MarketMaker(MakerPolicy policy) {
        this.policy = policy;
    }

    @Override
    public String name() {
        return "maker";
    }

    @Override
    public Role role() {
        return Role.INVESTOR;
    }

    @Override
    public void act(MarketView market, Desk desk) {
        for (ContractView contract : market.contracts()) {
            if (contract.callsToGate() <= QUOTED_CALLS) {
                quote(contract, desk);
            }
        }
    }

    private void quote(ContractView contract, Desk desk) {
        double middle = middle(contract);
        Book book = books.computeIfAbsent(contract.hour(), hour -> new Book());
        book.remember(contract, desk, middle, result);
        long inventory = desk.position(contract.hour());
        MakerState state = new MakerState(inventory, contract.volatility(), contract.callsToGate());
        Quoting quoting = policy.quote(state);
        book.decided(QuotingGrid.state(state), quoting.action());
        long bid = (long) Math.floor(middle * (1 + quoting.skew() - quoting.halfSpread()));
        long ask = (long) Math.ceil(middle * (1 + quoting.skew() + quoting.halfSpread()));
        ask = Math.max(ask, bid + 1);
        // Both go before either comes back, or the new bid could meet the old ask.
        place(desk, contract, BID, Side.BUY, MOST_LOTS - inventory, bid, ask);
        place(desk, contract, ASK, Side.SELL, MOST_LOTS + inventory, ask, bid);
        result.quoted((ask - bid) / middle);
    }

    private void place(
            Desk desk,
            ContractView contract,
            int place,
            Side side,
            long room,
            long ticks,
            long otherTicks) {
        OwnOrder other = quotes.get(contract, 1 - place);
        if (other != null && other.isOpen() && side.sign() * (ticks - other.limitTicks()) >= 0) {
            quotes.put(desk, contract, 1 - place, side.opposite(), 0, otherTicks);
        }
        quotes.put(desk, contract, place, side, Math.max(0, Math.min(LOTS, room)), ticks);
    }

    private static double middle(ContractView contract) {
        return contract.lastTicks() < 0
                ? contract.fairTicks()
                : (1 - TRUST_IN_MARKET) * contract.fairTicks()
                        + TRUST_IN_MARKET * contract.lastTicks();
    }

    @Override
    public void closed(ContractView contract, Desk desk) {
        Book book = books.remove(contract.hour());
        if (book != null) {
            book.remember(contract, desk, contract.settlementTicks(), result);
            trajectories.add(book.steps);
            result.settled(
                    desk.cash(contract.hour())
                            + desk.position(contract.hour()) * contract.settlementTicks(),
                    desk.position(contract.hour()));
        }
        quotes.forget(contract);
    }

    /** Returns what it earned so far on contracts that have settled. */
    public MakerResult result() {
        return result;
    }

    /** Returns the decisions on each contract that has settled. */
    List<List<Step>> trajectories() {
        return trajectories;
    }

    /** One contract's decisions and what the latest was worth before the call. */
    private static final class Book {
        private final List<Step> steps = new ArrayList<>();
        private int state = -1;
        private int action;
        private double middle;
        private double fair;
        private double volatility;
        private long position;
        private long cash;

        void decided(int newState, int newAction) {
            state = newState;
            action = newAction;
        }

        /** Rewards the last decision by the change of wealth, relative to the price. */
        void remember(ContractView contract, Desk desk, double newMiddle, MakerResult result) {
            long newPosition = desk.position(contract.hour());
            long newCash = desk.cash(contract.hour());
            if (state >= 0) {
                double surprise = newPosition * (contract.fairTicks() - fair);
                double change =
                        newCash - cash + newPosition * newMiddle - position * middle - surprise;
                double risk = newPosition * volatility;
                steps.add(
                        new Step(state, action, change / middle - RISK_AVERSION * risk * risk / 2));
                result.surprised(surprise);
                long lots = newPosition - position;
                if (lots != 0) {
                    result.traded(Math.abs(lots), (newCash - cash + lots * middle) / middle);
                }
            }
            middle = newMiddle;
            fair = contract.fairTicks();
            volatility = contract.volatility();
            position = newPosition;
            cash = newCash;
        }
    }
}
