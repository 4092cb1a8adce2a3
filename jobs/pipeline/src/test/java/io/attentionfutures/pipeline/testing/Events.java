package io.attentionfutures.pipeline.testing;

import io.attentionfutures.market.Account;
import io.attentionfutures.market.AllocationProfile;
import io.attentionfutures.market.BaselineRules;
import io.attentionfutures.market.CallRules;
import io.attentionfutures.market.ContractSpecification;
import io.attentionfutures.market.DeliveryRules;
import io.attentionfutures.market.MarginRules;
import io.attentionfutures.market.OrderType;
import io.attentionfutures.market.Role;
import io.attentionfutures.market.SelfTradePrevention;
import io.attentionfutures.market.Side;
import io.attentionfutures.market.TimeInForce;
import io.attentionfutures.market.clearing.LogPosition;
import io.attentionfutures.market.clearing.MarketEvent;
import io.attentionfutures.market.clearing.MarketEvent.DirectiveAction;
import io.attentionfutures.market.clearing.MarketEvent.TransferKind;
import io.attentionfutures.market.clearing.MarketOutput.RejectionCode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One market event of each kind, and of each that may hold nulls one that does. */
public final class Events {
    private static final LogPosition POSITION =
            new LogPosition(1_760_000_000_000L, "afm.orders.alice", 7, 1L << 40);

    private Events() {}

    public static List<MarketEvent> all() {
        return List.of(
                new MarketEvent.NewOrder(
                        POSITION,
                        "alice",
                        "o1",
                        "H100.EUW1.1H.20261122T14Z",
                        Side.SELL,
                        OrderType.MARKET,
                        TimeInForce.IOC,
                        Long.MAX_VALUE,
                        Long.MIN_VALUE),
                new MarketEvent.NewOrder(POSITION, null, null, null, null, null, null, -1, 0),
                new MarketEvent.CancelOrder(POSITION, "älice", "€", "", "o1"),
                new MarketEvent.CancelOrder(POSITION, null, null, null, null),
                new MarketEvent.ReplaceOrder(POSITION, "alice", "o2", "c", "o1", 12, 13),
                new MarketEvent.ReplaceOrder(POSITION, null, null, null, null, -12, -13),
                new MarketEvent.AccountChanged(
                        POSITION,
                        new Account(
                                "alice",
                                Role.PROVIDER,
                                false,
                                9,
                                true,
                                new TreeMap<>(Map.of("H100.EUW1", 7L, "A100.EUW1", 0L)))),
                new MarketEvent.NewOrder(
                        POSITION,
                        "alice",
                        "o3",
                        "c",
                        Side.BUY,
                        OrderType.LIMIT,
                        TimeInForce.GTD,
                        1,
                        2,
                        1L << 41),
                new MarketEvent.NewBlockOrder(POSITION, "alice", "b1", "c", Side.SELL, 3, 4, 5),
                new MarketEvent.NewBlockOrder(POSITION, null, null, null, null, -3, -4, -5),
                new MarketEvent.CollateralMoved(
                        POSITION, "t1", "alice", TransferKind.WITHDRAWAL, Long.MAX_VALUE),
                new MarketEvent.CollateralMoved(POSITION, "t2", "alice", null, -1),
                new MarketEvent.DirectiveIssued(
                        POSITION,
                        "d1",
                        "authority",
                        DirectiveAction.SET_ALLOCATION_PROFILE,
                        "H100.EUW1",
                        1,
                        2,
                        3,
                        4.5,
                        AllocationProfile.PRICE_TIME),
                new MarketEvent.DirectiveIssued(
                        POSITION, "d2", "authority", null, "", 0, 0, 0, Double.NaN, null),
                new MarketEvent.DemandRealised(
                        POSITION,
                        "H100.EUW1",
                        1,
                        2,
                        Double.NaN,
                        3.5,
                        new TreeMap<>(Map.of("dc-1", 4.5, "dc-2", 0.0))),
                new MarketEvent.RecordRefused(
                        POSITION,
                        "contract specification",
                        "H100.EUW1",
                        RejectionCode.INVALID_SPECIFICATION,
                        "lotSize must be at least 1"),
                new MarketEvent.SpecificationChanged(POSITION, specification()),
                new MarketEvent.ForecastArrived(
                        POSITION,
                        "H100.EUW1",
                        1,
                        3_600_000,
                        128.5,
                        new double[] {1, 2.5},
                        new double[] {0.5, Double.MIN_VALUE},
                        new double[] {0.1, 0.9},
                        new double[][] {{1, 2}, {3, 4}}),
                new MarketEvent.ForecastArrived(
                        POSITION,
                        "H100.EUW1",
                        1,
                        3_600_000,
                        0,
                        new double[0],
                        new double[0],
                        new double[0],
                        new double[0][]));
    }

    private static ContractSpecification specification() {
        return new ContractSpecification(
                "H100.EUW1",
                "EUW1",
                "GPU",
                60_000,
                2,
                3,
                4,
                5,
                1_000,
                7,
                8,
                9,
                10,
                11,
                6,
                13,
                14,
                15,
                16.5,
                17,
                18,
                19,
                20,
                21.5,
                22,
                AllocationProfile.PRO_RATA,
                SelfTradePrevention.CANCEL_RESTING,
                new CallRules(1, 2, 3, 4, 5, 6, 7.5, 8, 9.5),
                new MarginRules(true, 1, 2, 3.5, 4, 0.5, 6.5, 7.5, 8.5, 0.9, 10, 11.5),
                new DeliveryRules(1, 2, true, 3.5),
                new BaselineRules("baseline", 4),
                7);
    }
}
