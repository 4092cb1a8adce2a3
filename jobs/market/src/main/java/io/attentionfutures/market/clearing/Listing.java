package io.attentionfutures.market.clearing;

import io.attentionfutures.market.ContractCode;
import io.attentionfutures.market.ContractSpecification;
import io.attentionfutures.market.clearing.MarketEvent.ForecastArrived;

/** Lists contracts, changes what they go by, and takes them off the list when their gate closes. */
final class Listing {
    private final Segment segment;
    private final Delivery delivery;

    Listing(Segment segment, Delivery delivery) {
        this.segment = segment;
        this.delivery = delivery;
    }

    void specify(ContractSpecification specification) {
        Market market = segment.markets.get(specification.market());
        if (market == null) {
            if (specification.segment().equals(segment.name)) {
                market = new Market(specification);
                market.specificationChanged = true;
                segment.markets.put(market.name(), market);
                list(market);
            }
            return;
        }
        if (isSafe(market, specification)) {
            change(market, specification);
        }
    }

    private static boolean isSafe(Market market, ContractSpecification changed) {
        ContractSpecification current = market.specification;
        return changed.segment().equals(current.segment())
                && (market.contracts.isEmpty()
                        || (changed.tickValue() == current.tickValue()
                                && changed.lotSize() == current.lotSize()))
                // The next listing is planned at the current period's boundary.
                && changed.periodMillis() == current.periodMillis();
    }

    private void change(Market market, ContractSpecification specification) {
        market.specification = specification;
        market.specificationChanged = true;
        listNew(market);
        for (ContractState contract : market.contracts.values()) {
            segment.unscheduleCall(contract);
            segment.deadlines.removeClose(contract);
            contract.gateMillis = contract.code.startMillis() - specification.gateClosureMillis();
            segment.deadlines.addClose(contract);
            requote(contract);
        }
    }

    /** A new forecast may move the reference by a step from where it is. */
    void forecast(ForecastArrived forecast) {
        Market market = segment.markets.get(forecast.market());
        if (market == null
                || (market.forecast != null
                        && market.forecast.dataAsOfMillis() > forecast.dataAsOfMillis())) {
            return;
        }
        market.forecast = forecast;
        market.forecastChanged = true;
        for (ContractState contract : market.contracts.values()) {
            if (contract.quote != null) {
                contract.anchorTicks = contract.quote.ticks();
            }
            requote(contract);
        }
    }

    private void requote(ContractState contract) {
        segment.changes.touch(contract);
        contract.quote = Pricing.quote(contract, segment.nowMillis);
        if (contract.quote != null
                && (contract.bookChanged || !contract.quote.sameCall(contract.calledAt))) {
            segment.scheduleCall(contract);
        }
    }

    /** Lists the periods that have come into the horizon and plans the next listing. */
    void list(Market market) {
        listNew(market);
        long period = market.specification.periodMillis();
        segment.deadlines.addListing(
                (Math.floorDiv(segment.nowMillis, period) + 1) * period, market);
    }

    private void listNew(Market market) {
        ContractSpecification specification = market.specification;
        long period = specification.periodMillis();
        long first = (Math.floorDiv(segment.nowMillis, period) + 1) * period;
        long last = first + (specification.listingHorizon() - 1) * period;
        for (long start = Math.max(first, next(market, period)); start <= last; start += period) {
            if (start - specification.gateClosureMillis() > segment.nowMillis) {
                open(new ContractCode(market.name(), start, period), market);
            }
        }
        if (last > market.listedThroughMillis) {
            market.listedThroughMillis = last;
            market.specificationChanged = true;
        }
    }

    private static long next(Market market, long period) {
        return market.listedThroughMillis == Long.MIN_VALUE
                ? Long.MIN_VALUE
                : market.listedThroughMillis + period;
    }

    private void open(ContractCode code, Market market) {
        ContractState contract = new ContractState(code, market, segment.nextSerial++);
        market.contracts.put(code.startMillis(), contract);
        segment.contracts.put(contract.name, contract);
        segment.deadlines.addClose(contract);
        requote(contract);
    }

    void close(ContractState contract) {
        segment.unscheduleCall(contract);
        delivery.close(contract);
        contract.market.contracts.remove(contract.code.startMillis());
        segment.contracts.remove(contract.name);
        Snapshot.forget(contract, segment.changes);
    }
}
