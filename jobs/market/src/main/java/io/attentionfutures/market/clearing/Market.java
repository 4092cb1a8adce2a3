package io.attentionfutures.market.clearing;

import io.attentionfutures.market.ContractSpecification;
import java.util.Map;
import java.util.TreeMap;

/** A market of the segment: its rules, its newest forecast, and its contracts that trade. */
final class Market {
    ContractSpecification specification;

    /** Null before the first forecast. */
    MarketEvent.ForecastArrived forecast;

    /** By start of delivery. */
    final Map<Long, ContractState> contracts = new TreeMap<>();

    /** Latest start of delivery that was ever listed. */
    long listedThroughMillis = Long.MIN_VALUE;

    boolean specificationChanged;
    boolean forecastChanged;

    Market(ContractSpecification specification) {
        this.specification = specification;
    }

    String name() {
        return specification.market();
    }
}
