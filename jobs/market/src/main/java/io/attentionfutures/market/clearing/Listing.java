package io.attentionfutures.market.clearing;

import io.attentionfutures.market.ContractCode;
import io.attentionfutures.market.ContractSpecification;
import io.attentionfutures.market.book.RestingOrder;
import io.attentionfutures.market.clearing.MarketEvent.ForecastArrived;
import io.attentionfutures.market.clearing.MarketEvent.SpecificationChanged;
import io.attentionfutures.market.clearing.MarketOutput.RejectionCode;
import java.util.Arrays;

/** Lists contracts and changes what they go by. */
final class Listing {
    private static final String KIND = "contract specification";

    private final Segment segment;
    private final Marking marking;
    private final Audit audit;

    Listing(Segment segment, Marking marking, Audit audit) {
        this.segment = segment;
        this.marking = marking;
        this.audit = audit;
    }

    void specify(SpecificationChanged event) {
        ContractSpecification specification = event.specification();
        Market market = segment.markets.get(specification.market());
        String refused =
                market == null
                        ? specification.segment().equals(segment.name)
                                ? null
                                : "segment " + specification.segment() + ": is not this one"
                        : unsafe(market, specification);
        if (refused != null) {
            audit.rejected(
                    event.position(),
                    KIND,
                    specification.market(),
                    RejectionCode.INVALID_SPECIFICATION,
                    refused);
            return;
        }
        audit.accepted(event.position(), KIND, specification.market(), "");
        if (market != null && specification.equals(market.published)) {
            return;
        }
        if (market == null) {
            market = new Market(specification);
            segment.markets.put(market.name(), market);
            list(market);
        } else {
            change(market, specification);
        }
    }

    /** Says what cannot change while contracts are listed, null if nothing of it does. */
    private static String unsafe(Market market, ContractSpecification changed) {
        ContractSpecification current = market.published;
        boolean listed = !market.contracts.isEmpty() || !market.delivering.isEmpty();
        String frozen = "cannot change while contracts are listed, is ";
        if (!changed.segment().equals(current.segment())) {
            return "segment " + changed.segment() + ": cannot change, is " + current.segment();
        }
        // The next listing is planned at the current period's boundary.
        if (changed.periodMillis() != current.periodMillis()) {
            return "periodMillis "
                    + changed.periodMillis()
                    + ": "
                    + frozen
                    + current.periodMillis();
        }
        if (listed && changed.tickValue() != current.tickValue()) {
            return "tickValue " + changed.tickValue() + ": " + frozen + current.tickValue();
        }
        if (listed && changed.lotSize() != current.lotSize()) {
            return "lotSize " + changed.lotSize() + ": " + frozen + current.lotSize();
        }
        if (listed && changed.margin().collateralised() != current.margin().collateralised()) {
            return "collateralised "
                    + changed.margin().collateralised()
                    + ": "
                    + frozen
                    + current.margin().collateralised();
        }
        if (changed.priceIncrementTicks() != current.priceIncrementTicks()
                && market.contracts.values().stream().anyMatch(c -> c.book.size() > 0)) {
            return "priceIncrementTicks "
                    + changed.priceIncrementTicks()
                    + ": cannot change while orders rest, is "
                    + current.priceIncrementTicks();
        }
        return null;
    }

    private void change(Market market, ContractSpecification specification) {
        market.specify(specification);
        listNew(market);
        for (ContractState contract : market.contracts.values()) {
            segment.unscheduleCall(contract);
            contract.extended = false;
            segment.deadlines.removeClose(contract);
            long gateMillis = contract.code.startMillis() - specification.gateClosureMillis();
            planExpiries(contract, gateMillis);
            contract.gateMillis = gateMillis;
            segment.deadlines.addClose(contract);
            contract.renewedTicks = -1;
            requote(contract);
        }
        for (ContractState contract : market.delivering.values()) {
            contract.renewedTicks = -1;
            segment.changes.touch(contract);
            marking.renew(contract);
            marking.check(contract);
        }
    }

    /** Orders that would have expired with the contract expire in their own time if it stays. */
    private void planExpiries(ContractState contract, long gateMillis) {
        for (RestingOrder order : contract.book.orders()) {
            if (order.expiresMillis() >= contract.gateMillis
                    && order.expiresMillis() < gateMillis) {
                segment.planExpiry(contract, order);
            }
        }
    }

    /** A new forecast may move the reference by a step from where it is. */
    void forecast(ForecastArrived forecast) {
        Market market = segment.markets.get(forecast.market());
        if (market == null
                || (market.forecast != null
                        && market.forecast.dataAsOfMillis() > forecast.dataAsOfMillis())
                || saysTheSame(market.forecast, forecast)) {
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

    private static boolean saysTheSame(ForecastArrived known, ForecastArrived arrived) {
        return known != null
                && known.dataAsOfMillis() == arrived.dataAsOfMillis()
                && known.periodMillis() == arrived.periodMillis()
                && Double.compare(known.capacity(), arrived.capacity()) == 0
                && Arrays.equals(known.mean(), arrived.mean())
                && Arrays.equals(known.deviation(), arrived.deviation())
                && Arrays.equals(known.probabilities(), arrived.probabilities())
                && Arrays.deepEquals(known.quantiles(), arrived.quantiles());
    }

    /** Brings reference, band and margins of all the market's contracts up to date. */
    void requoteAll(Market market) {
        market.contracts.values().forEach(this::requote);
    }

    private void requote(ContractState contract) {
        segment.changes.touch(contract);
        contract.quote = Pricing.quote(contract, segment.nowMillis);
        marking.renew(contract);
        marking.check(contract);
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
}
