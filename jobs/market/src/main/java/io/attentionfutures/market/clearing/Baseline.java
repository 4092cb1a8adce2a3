package io.attentionfutures.market.clearing;

import io.attentionfutures.market.ContractSpecification;
import io.attentionfutures.market.OrderType;
import io.attentionfutures.market.Side;
import io.attentionfutures.market.TimeInForce;
import io.attentionfutures.market.book.RestingOrder;
import io.attentionfutures.market.clearing.MarketEvent.ForecastArrived;
import io.attentionfutures.market.clearing.MarketEvent.NewOrder;
import io.attentionfutures.market.clearing.MarketOutput.ExecutionType;
import io.attentionfutures.market.price.DemandDistribution;
import io.attentionfutures.market.price.NewsvendorCurve;

/**
 * Bids the forecast's newsvendor curve in the name of the account that a market's rules say, anew
 * with each forecast. The account trades like any other: it needs collateral, its lots are real,
 * and what it already holds is not bid for again.
 */
final class Baseline {
    private final Segment segment;
    private final OrderEntry orderEntry;
    private final OrderRemoval removal;
    private final Audit audit;

    Baseline(Segment segment, OrderEntry orderEntry, OrderRemoval removal, Audit audit) {
        this.segment = segment;
        this.orderEntry = orderEntry;
        this.removal = removal;
        this.audit = audit;
    }

    void forecast(ForecastArrived forecast) {
        Market market = segment.markets.get(forecast.market());
        if (market == null
                || market.forecast != forecast
                || !market.specification.baseline().enabled()) {
            return;
        }
        String name = market.specification.baseline().account();
        AccountState account = segment.accounts.get(name);
        if (account == null) {
            audit.enacted("baseline", market.name(), "account " + name + " is not known");
            return;
        }
        for (ContractState contract : market.contracts.values()) {
            int period = Pricing.periodOf(contract, forecast);
            if (period >= 0 && period < forecast.deviation().length) {
                bid(contract, account, Pricing.demand(forecast, period));
            }
        }
    }

    private void bid(ContractState contract, AccountState account, DemandDistribution demand) {
        for (RestingOrder order : contract.book.ordersOf(account.id())) {
            removal.remove(contract, order, ExecutionType.CANCELED);
            contract.bookChanged = true;
        }
        if (demand == null || contract.quote == null) {
            return;
        }
        ContractSpecification rules = contract.rules();
        Position position = contract.positions.get(account.id());
        long held = position == null ? 0 : Math.max(0, position.lots);
        NewsvendorCurve.Grid grid =
                new NewsvendorCurve.Grid(
                        Math.max(rules.marginalCostTicks(), contract.quote.band().lowTicks()),
                        contract.quote.band().highTicks(),
                        rules.priceIncrementTicks(),
                        rules.baseline().levels());
        if (rules.capTicks() < 1) {
            return;
        }
        for (NewsvendorCurve.Rung rung :
                new NewsvendorCurve(demand, rules.capTicks()).ladder(grid, rules.lotSize())) {
            long lots =
                    Math.min(rung.lots() - Math.min(held, rung.lots()), rules.maximumOrderLots());
            held -= Math.min(held, rung.lots());
            if (lots > 0
                    && !orderEntry.enterQuietly(
                            contract, account, order(contract, account, rung, lots))) {
                audit.enacted(
                        "baseline",
                        contract.name,
                        account.id() + " cannot bid " + lots + " lots at " + rung.limitTicks());
                return;
            }
        }
    }

    private NewOrder order(
            ContractState contract, AccountState account, NewsvendorCurve.Rung rung, long lots) {
        return new NewOrder(
                null,
                account.id(),
                "baseline-" + contract.book.nextSequence(),
                contract.name,
                Side.BUY,
                OrderType.LIMIT,
                TimeInForce.GTC,
                lots,
                rung.limitTicks());
    }
}
