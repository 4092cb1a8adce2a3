package io.attentionfutures.local.simulation;

import io.attentionfutures.market.clearing.MarketOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A market in one process: a clearing house with hourly contracts, demand that is forecast each
 * hour, and participants who act before each call on what they see. What happens is a function of
 * the seed and the participants alone.
 */
public final class Simulation {
    private final SimulatedExchange exchange;
    private final DemandProcess demand;
    private final MarketView market = new MarketView();
    private final List<Participant> participants;
    private final List<Desk> desks = new ArrayList<>();
    private int nextHour;

    /**
     * Opens the market.
     *
     * @param participants who trades, in the order in which they act
     */
    public Simulation(long seed, List<Participant> participants) {
        this(seed, participants, output -> {});
    }

    /**
     * Opens the market and listens to it.
     *
     * @param tape hears all that the clearing house says
     */
    public Simulation(long seed, List<Participant> participants, Consumer<MarketOutput> tape) {
        this.exchange = new SimulatedExchange(tape);
        this.demand = new DemandProcess(seed);
        this.participants = List.copyOf(participants);
        for (Participant participant : participants) {
            desks.add(exchange.open(participant.name(), participant.role()));
        }
    }

    /** Runs a number of hours, all of them of trading and delivery. */
    public void run(int hours) {
        for (int end = nextHour + hours; nextHour < end; nextHour++) {
            startHour(nextHour);
            for (int call = 1; call <= SimulatedExchange.CALLS_AN_HOUR; call++) {
                callToOrder(nextHour, call);
            }
        }
    }

    private void startHour(int hour) {
        while (market.contracts.size() < SimulatedExchange.HORIZON) {
            int last = market.contracts.isEmpty() ? hour : lastListed();
            market.contracts.add(exchange.contract(last + 1));
        }
        market.forecast = demand.forecast(hour);
        for (ContractView contract : market.contracts) {
            contract.fairTicks = market.forecast.price(contract.hour());
        }
        exchange.forecast(market.forecast);
    }

    private int lastListed() {
        return market.contracts.get(market.contracts.size() - 1).hour();
    }

    /** The gate of the next hour closes with the last call but one. */
    private void callToOrder(int hour, int call) {
        market.call = hour * SimulatedExchange.CALLS_AN_HOUR + call;
        for (ContractView contract : market.contracts) {
            contract.callsToGate = contract.hour() * SimulatedExchange.CALLS_AN_HOUR - market.call;
        }
        for (int i = 0; i < participants.size(); i++) {
            participants.get(i).act(market, desks.get(i));
        }
        exchange.advanceTo(
                SimulatedExchange.START_MILLIS + market.call * SimulatedExchange.CALL_MILLIS);
        if (call == SimulatedExchange.CALLS_AN_HOUR - 1) {
            close(market.contracts.remove(0));
        }
    }

    private void close(ContractView contract) {
        for (int i = 0; i < participants.size(); i++) {
            participants.get(i).closed(contract, desks.get(i));
        }
        exchange.forget(contract);
    }

    /** Returns a participant's desk. */
    public Desk desk(Participant participant) {
        return desks.get(participants.indexOf(participant));
    }

    /** Returns what everybody sees. */
    public MarketView market() {
        return market;
    }

    /** Whether money and lots sum to zero over all accounts. */
    public boolean isConserved() {
        return exchange.isConserved();
    }
}
