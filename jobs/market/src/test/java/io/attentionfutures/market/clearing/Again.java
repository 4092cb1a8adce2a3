package io.attentionfutures.market.clearing;

import io.attentionfutures.market.clearing.MarketEvent.AccountChanged;
import io.attentionfutures.market.clearing.MarketEvent.CancelOrder;
import io.attentionfutures.market.clearing.MarketEvent.CollateralMoved;
import io.attentionfutures.market.clearing.MarketEvent.DemandRealised;
import io.attentionfutures.market.clearing.MarketEvent.DirectiveIssued;
import io.attentionfutures.market.clearing.MarketEvent.ForecastArrived;
import io.attentionfutures.market.clearing.MarketEvent.NewBlockOrder;
import io.attentionfutures.market.clearing.MarketEvent.NewOrder;
import io.attentionfutures.market.clearing.MarketEvent.RecordRefused;
import io.attentionfutures.market.clearing.MarketEvent.ReplaceOrder;
import io.attentionfutures.market.clearing.MarketEvent.SpecificationChanged;

/** Makes the same record come a second time. */
final class Again {
    private Again() {}

    /** Returns an event that says the same at another place in the logs. */
    static MarketEvent at(MarketEvent event, LogPosition at) {
        if (event instanceof NewOrder) {
            NewOrder e = (NewOrder) event;
            return new NewOrder(
                    at,
                    e.account(),
                    e.clientOrderId(),
                    e.contract(),
                    e.side(),
                    e.type(),
                    e.timeInForce(),
                    e.lots(),
                    e.limitTicks(),
                    e.expiresMillis());
        } else if (event instanceof NewBlockOrder) {
            NewBlockOrder e = (NewBlockOrder) event;
            return new NewBlockOrder(
                    at,
                    e.account(),
                    e.clientOrderId(),
                    e.contract(),
                    e.side(),
                    e.periods(),
                    e.lots(),
                    e.limitTicks());
        } else if (event instanceof CancelOrder) {
            CancelOrder e = (CancelOrder) event;
            return new CancelOrder(
                    at, e.account(), e.clientOrderId(), e.contract(), e.originalClientOrderId());
        } else if (event instanceof ReplaceOrder) {
            ReplaceOrder e = (ReplaceOrder) event;
            return new ReplaceOrder(
                    at,
                    e.account(),
                    e.clientOrderId(),
                    e.contract(),
                    e.originalClientOrderId(),
                    e.lots(),
                    e.limitTicks());
        } else if (event instanceof ForecastArrived) {
            ForecastArrived e = (ForecastArrived) event;
            return new ForecastArrived(
                    at,
                    e.market(),
                    e.dataAsOfMillis(),
                    e.periodMillis(),
                    e.capacity(),
                    e.mean().clone(),
                    e.deviation().clone(),
                    e.probabilities().clone(),
                    e.quantiles().clone());
        } else if (event instanceof DirectiveIssued) {
            DirectiveIssued e = (DirectiveIssued) event;
            return new DirectiveIssued(
                    at,
                    e.directiveId(),
                    e.issuer(),
                    e.action(),
                    e.target(),
                    e.lowTicks(),
                    e.highTicks(),
                    e.lots(),
                    e.buffer(),
                    e.profile());
        } else if (event instanceof DemandRealised) {
            DemandRealised e = (DemandRealised) event;
            return new DemandRealised(
                    at,
                    e.market(),
                    e.startMillis(),
                    e.periodMillis(),
                    e.used(),
                    e.capacity(),
                    e.delivered());
        } else if (event instanceof CollateralMoved) {
            CollateralMoved e = (CollateralMoved) event;
            return new CollateralMoved(at, e.transferId(), e.account(), e.kind(), e.amount());
        } else if (event instanceof AccountChanged) {
            return new AccountChanged(at, ((AccountChanged) event).account());
        } else if (event instanceof SpecificationChanged) {
            return new SpecificationChanged(at, ((SpecificationChanged) event).specification());
        }
        RecordRefused e = (RecordRefused) event;
        return new RecordRefused(at, e.kind(), e.subject(), e.code(), e.reason());
    }
}
