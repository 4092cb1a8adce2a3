package io.attentionfutures.market.clearing;

import io.attentionfutures.market.CallRules;
import io.attentionfutures.market.phase.CallPhase;
import io.attentionfutures.market.phase.RandomEnd;
import io.attentionfutures.market.phase.TradingHours;

/**
 * When calls take place: at multiples of the call interval since the epoch that lie in trading
 * hours, each delayed by its random end.
 */
final class CallTimes {
    private CallTimes() {}

    /** Returns the time of the first call after a time. */
    private static long nextCall(Market market, long timeMillis) {
        long running = Math.floorDiv(timeMillis, interval(market)) * interval(market);
        if (hours(market).isOpen(running) && delayed(market, running) > timeMillis) {
            return delayed(market, running);
        }
        return delayed(market, hours(market).nextCallAt(timeMillis, interval(market)));
    }

    /**
     * Returns the time of the contract's first call after a time; it may lie behind its gate. The
     * last call is not delayed beyond the gate.
     */
    static long nextCall(ContractState contract, long timeMillis) {
        long call = nextCall(contract.market, timeMillis);
        long nominal = Math.floorDiv(call, interval(contract.market)) * interval(contract.market);
        return nominal <= contract.gateMillis ? Math.min(call, contract.gateMillis) : call;
    }

    /** Returns when the orders of that call begin to be frozen. */
    private static long freezeBefore(Market market, long callMillis) {
        long nominal = Math.floorDiv(callMillis, interval(market)) * interval(market);
        return nominal - market.specification.freezeMillis();
    }

    static boolean isOpen(Market market, long timeMillis) {
        return hours(market).isOpen(timeMillis);
    }

    /** Returns what the trading of a contract is in at a time. */
    static CallPhase phase(ContractState contract, long timeMillis) {
        if (contract.isHalted()) {
            return CallPhase.HALTED;
        }
        if (contract.extended) {
            return CallPhase.EXTENDED;
        }
        if (!isOpen(contract.market, timeMillis)) {
            return CallPhase.CLOSED;
        }
        if (contract.market.specification.freezeMillis() == 0) {
            return CallPhase.ENTRY;
        }
        long call = nextCall(contract, timeMillis);
        return call <= contract.gateMillis && timeMillis >= freezeBefore(contract.market, call)
                ? CallPhase.FREEZE
                : CallPhase.ENTRY;
    }

    private static long delayed(Market market, long nominalMillis) {
        CallRules rules = market.specification.calls();
        return nominalMillis
                + RandomEnd.delayMillis(
                        rules.randomSeed(), market.name(), nominalMillis, rules.randomEndMillis());
    }

    private static long interval(Market market) {
        return market.specification.callIntervalMillis();
    }

    private static TradingHours hours(Market market) {
        CallRules rules = market.specification.calls();
        return new TradingHours(rules.openMinute(), rules.closeMinute());
    }
}
