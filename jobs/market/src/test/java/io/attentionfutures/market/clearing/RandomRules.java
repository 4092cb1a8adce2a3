package io.attentionfutures.market.clearing;

import io.attentionfutures.market.AllocationProfile;
import io.attentionfutures.market.BaselineRules;
import io.attentionfutures.market.CallRules;
import io.attentionfutures.market.ContractSpecification;
import io.attentionfutures.market.DeliveryRules;
import io.attentionfutures.market.MarginRules;
import io.attentionfutures.market.SelfTradePrevention;
import io.attentionfutures.market.Specifications;
import io.attentionfutures.market.clearing.MarketEvent.DirectiveAction;
import io.attentionfutures.market.clearing.MarketEvent.DirectiveIssued;
import io.attentionfutures.market.clearing.MarketEvent.ForecastArrived;
import java.util.Random;

/** Random rules of a market with collateral, and what regulators and forecasts say about it. */
final class RandomRules {
    static final long PERIOD = 30 * Exchange.MINUTE;
    static final long GATE = 5 * Exchange.MINUTE;

    private final Random random;

    RandomRules(Random random) {
        this.random = random;
    }

    ContractSpecification specification(String market) {
        return Specifications.with(
                s -> {
                    s.market = market;
                    s.periodMillis = PERIOD;
                    s.gateClosureMillis = random.nextInt(4) == 0 ? 2 * GATE : GATE;
                    s.listingHorizon = 2 + random.nextInt(3);
                    s.maximumOrderLots = 40;
                    s.minimumVolumeLots = 1 + random.nextInt(10);
                    s.freezeMillis = random.nextInt(3) == 0 ? 5_000 : 0;
                    s.priceIncrementTicks = 1 + random.nextInt(2);
                    s.bandFloorTicks = 30;
                    s.bandFraction = 0.4;
                    s.protectionTicks = 25;
                    s.referenceStepTicks = 30;
                    s.openingReferenceTicks = random.nextInt(8) == 0 ? -1 : 200;
                    s.forecastStaleMillis = Exchange.HOUR;
                    s.marketStaleMillis = Exchange.HOUR;
                    s.allocationProfile = pick(AllocationProfile.values());
                    s.selfTradePrevention = pick(SelfTradePrevention.values());
                    s.calls = calls();
                    s.margin = margin();
                    s.delivery = delivery();
                    s.baseline =
                            random.nextInt(3) == 0
                                    ? new BaselineRules("base", 1 + random.nextInt(5))
                                    : BaselineRules.none();
                    s.autoregressiveAfterPeriods = random.nextInt(3);
                });
    }

    private CallRules calls() {
        boolean hours = random.nextInt(5) == 0;
        return new CallRules(
                random.nextBoolean() ? 10_000 : 0,
                random.nextInt(100),
                random.nextInt(3) * 5_000L,
                hours ? 11 * 60 : 0,
                hours ? 13 * 60 + random.nextInt(60) : 0,
                4,
                random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(3),
                90_000,
                2);
    }

    private MarginRules margin() {
        return new MarginRules(
                true,
                random.nextInt(3) == 0 ? 60 : 0,
                random.nextInt(3),
                0.02,
                60_000,
                0.94,
                2,
                0.02,
                0.25,
                random.nextBoolean() ? 0.75 : 1,
                random.nextInt(3) * 120_000L,
                random.nextInt(3) * 0.1);
    }

    private DeliveryRules delivery() {
        return new DeliveryRules(
                random.nextInt(3) * 300_000L,
                random.nextInt(3) * 600_000L,
                random.nextInt(4) > 0,
                random.nextInt(3) * 0.25);
    }

    /** Mostly one under which the scarcity price is near a centre; some of it is garbage. */
    ForecastArrived forecast(LogPosition position, String market, long centre) {
        double[] mean = new double[5];
        double[] deviation = new double[random.nextInt(40) == 0 ? 2 : 5];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = random.nextInt(40) == 0 ? Double.NaN : 700 + centre / 2 + random.nextInt(60);
        }
        for (int i = 0; i < deviation.length; i++) {
            deviation[i] = random.nextInt(40) == 0 ? -1 : 30 + random.nextInt(60);
        }
        boolean quantiles = random.nextInt(3) == 0;
        double[][] points = new double[quantiles ? 3 : 0][];
        for (int i = 0; i < points.length; i++) {
            points[i] = new double[] {mean[i] - 60, mean[i], mean[i] + 80};
        }
        long asOf = Math.floorDiv(position.timeMillis(), PERIOD) * PERIOD;
        return new ForecastArrived(
                position,
                random.nextInt(30) == 0 ? "B200.EUW1" : market,
                random.nextInt(8) == 0 ? asOf - PERIOD : asOf,
                PERIOD,
                random.nextInt(40) == 0 ? Double.NaN : 1000,
                mean,
                deviation,
                quantiles ? new double[] {0.1, 0.5, 0.9} : new double[0],
                points);
    }

    DirectiveIssued directive(LogPosition position, String contract, long centre) {
        DirectiveAction action =
                pick(
                        new DirectiveAction[] {
                            null,
                            DirectiveAction.HALT,
                            DirectiveAction.RESUME,
                            DirectiveAction.RESUME,
                            DirectiveAction.RESUME,
                            DirectiveAction.SET_BAND,
                            DirectiveAction.SET_POSITION_LIMIT,
                            DirectiveAction.SUSPEND_ACCOUNT,
                            DirectiveAction.REINSTATE_ACCOUNT,
                            DirectiveAction.REINSTATE_ACCOUNT,
                            DirectiveAction.REINSTATE_ACCOUNT,
                            DirectiveAction.SET_ALLOCATION_PROFILE,
                            DirectiveAction.SET_MARGIN_BUFFER
                        });
        boolean withdrawn = random.nextBoolean();
        return new DirectiveIssued(
                position,
                "d" + position.offset(),
                random.nextInt(10) == 0 ? pick(RandomLife.ACCOUNTS) : "reg",
                action,
                target(action, contract),
                withdrawn ? 0 : Math.max(0, centre - 40),
                withdrawn ? 0 : Math.min(1_000, centre + 40),
                random.nextInt(6) == 0 ? -1 : random.nextInt(3) * 50L,
                random.nextInt(6) == 0 ? Double.NaN : random.nextInt(4) * 0.25,
                random.nextInt(6) == 0 ? null : pick(AllocationProfile.values()));
    }

    private String target(DirectiveAction action, String contract) {
        if (random.nextInt(20) == 0) {
            return "nonsense";
        }
        if (action == DirectiveAction.SUSPEND_ACCOUNT
                || action == DirectiveAction.REINSTATE_ACCOUNT) {
            return RandomLife.ACCOUNTS[random.nextInt(3)];
        }
        boolean market =
                action == DirectiveAction.SET_ALLOCATION_PROFILE
                        || action == DirectiveAction.SET_MARGIN_BUFFER
                        || random.nextInt(3) > (action == DirectiveAction.RESUME ? 0 : 1);
        return market ? pick(RandomLife.MARKETS) : contract;
    }

    private <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
