package io.attentionfutures.pipeline.clearing;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.market.Side;
import io.attentionfutures.market.TimeInForce;
import io.attentionfutures.market.clearing.LogPosition;
import io.attentionfutures.market.clearing.MarketEvent;
import io.attentionfutures.pipeline.testing.Values;
import io.attentionfutures.schemas.AllocationProfile;
import io.attentionfutures.schemas.CollateralTransfer;
import io.attentionfutures.schemas.Directive;
import io.attentionfutures.schemas.DirectiveAction;
import io.attentionfutures.schemas.OrderAction;
import io.attentionfutures.schemas.OrderCommand;
import io.attentionfutures.schemas.OrderSide;
import io.attentionfutures.schemas.OrderType;
import io.attentionfutures.schemas.TransferKind;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventConvertersTest {
    private static final LogPosition POSITION = new LogPosition(1, "afm.orders", 2, 3);

    private static OrderCommand.Builder order() {
        return Values.order("alice", "o2", "contract", OrderSide.SELL, 4, 5)
                .setOriginalClientOrderId("o1");
    }

    private static MarketEvent.NewOrder entered(OrderCommand.Builder command) {
        return (MarketEvent.NewOrder) EventConverters.command(command.build(), POSITION);
    }

    @Test
    void everyFieldOfACommandLandsWhereItShould() {
        assertThat(entered(order().setOrderType(OrderType.MARKET).setAction(OrderAction.NEW)))
                .isEqualTo(
                        new MarketEvent.NewOrder(
                                POSITION,
                                "alice",
                                "o2",
                                "contract",
                                Side.SELL,
                                io.attentionfutures.market.OrderType.MARKET,
                                TimeInForce.GTC,
                                4,
                                5));
        assertThat(EventConverters.command(order().setAction(OrderAction.CANCEL).build(), POSITION))
                .isEqualTo(new MarketEvent.CancelOrder(POSITION, "alice", "o2", "contract", "o1"));
        assertThat(
                        EventConverters.command(
                                order().setAction(OrderAction.REPLACE).build(), POSITION))
                .isEqualTo(
                        new MarketEvent.ReplaceOrder(
                                POSITION, "alice", "o2", "contract", "o1", 4, 5));
    }

    @Test
    void anActionThatIsNotKnownIsEnteredToBeRejected() {
        MarketEvent.NewOrder unknown =
                entered(
                        order().setAction(OrderAction.UNKNOWN)
                                .setSide(OrderSide.BUY)
                                .setOrderType(OrderType.LIMIT)
                                .setTimeInForce(io.attentionfutures.schemas.TimeInForce.GTC));
        assertThat(unknown.side()).isEqualTo(Side.BUY);
        assertThat(unknown.type()).isNull();
        assertThat(unknown.timeInForce()).isNull();
    }

    @Test
    void everySymbolOfACommandMapsToTheConstantOfItsName() {
        assertThat(known(OrderSide.values())).isEqualTo(names(Side.values()));
        for (Side side : Side.values()) {
            OrderSide symbol = OrderSide.valueOf(side.name());
            assertThat(entered(order().setSide(symbol)).side()).isEqualTo(side);
        }
        assertThat(known(OrderType.values()))
                .isEqualTo(names(io.attentionfutures.market.OrderType.values()));
        for (OrderType symbol : List.of(OrderType.LIMIT, OrderType.MARKET)) {
            assertThat(entered(order().setOrderType(symbol)).type()).hasToString(symbol.name());
        }
        assertThat(known(io.attentionfutures.schemas.TimeInForce.values()))
                .isEqualTo(names(TimeInForce.values()));
        for (TimeInForce time : TimeInForce.values()) {
            var symbol = io.attentionfutures.schemas.TimeInForce.valueOf(time.name());
            assertThat(entered(order().setTimeInForce(symbol)).timeInForce()).isEqualTo(time);
        }
    }

    @Test
    void anOrderForATimeNamesTheTime() {
        for (long expires : new long[] {1, Long.MAX_VALUE, Long.MIN_VALUE}) {
            assertThat(entered(order().setExpiresAt(Instant.ofEpochMilli(expires))).expiresMillis())
                    .isEqualTo(expires);
        }
    }

    @Test
    void everyFieldOfABlockOrderLandsWhereItShould() {
        OrderCommand block = order().setAction(OrderAction.NEW_BLOCK).setPeriods(6).build();
        assertThat(EventConverters.command(block, POSITION))
                .isEqualTo(
                        new MarketEvent.NewBlockOrder(
                                POSITION, "alice", "o2", "contract", Side.SELL, 6, 4, 5));
    }

    @Test
    void everyFieldOfATransferLandsWhereItShould() {
        assertThat(
                        EventConverters.transfer(
                                new CollateralTransfer(
                                        "t1", "alice", "EUW1", TransferKind.WITHDRAWAL, 7L),
                                POSITION))
                .isEqualTo(
                        new MarketEvent.CollateralMoved(
                                POSITION, "t1", "alice", MarketEvent.TransferKind.WITHDRAWAL, 7));
    }

    @Test
    void everySymbolOfATransferMapsToTheConstantOfItsName() {
        assertThat(known(TransferKind.values()))
                .isEqualTo(names(MarketEvent.TransferKind.values()));
        for (TransferKind symbol : TransferKind.values()) {
            CollateralTransfer transfer = Values.deposit("t1", "alice", "EUW1", 1);
            transfer.setKind(symbol);
            assertThat(EventConverters.transfer(transfer, POSITION).kind())
                    .isEqualTo(
                            symbol == TransferKind.UNKNOWN
                                    ? null
                                    : MarketEvent.TransferKind.valueOf(symbol.name()));
        }
    }

    @Test
    void everyFieldOfADirectiveLandsWhereItShould() {
        assertThat(
                        EventConverters.directive(
                                new Directive(
                                        "d1",
                                        "authority",
                                        "EUW1",
                                        DirectiveAction.SET_BAND,
                                        "H100.EUW1",
                                        1L,
                                        2L,
                                        3L,
                                        4.5,
                                        AllocationProfile.PRO_RATA),
                                POSITION))
                .isEqualTo(
                        new MarketEvent.DirectiveIssued(
                                POSITION,
                                "d1",
                                "authority",
                                MarketEvent.DirectiveAction.SET_BAND,
                                "H100.EUW1",
                                1,
                                2,
                                3,
                                4.5,
                                io.attentionfutures.market.AllocationProfile.PRO_RATA));
    }

    @Test
    void everySymbolOfADirectiveMapsToTheConstantOfItsName() {
        assertThat(known(DirectiveAction.values()))
                .isEqualTo(names(MarketEvent.DirectiveAction.values()));
        for (DirectiveAction symbol : DirectiveAction.values()) {
            Directive directive = Values.halt("d1", "EUW1", "m").setAction(symbol).build();
            assertThat(EventConverters.directive(directive, POSITION).action())
                    .isEqualTo(
                            symbol == DirectiveAction.UNKNOWN
                                    ? null
                                    : MarketEvent.DirectiveAction.valueOf(symbol.name()));
        }
        for (AllocationProfile symbol : AllocationProfile.values()) {
            Directive directive =
                    Values.halt("d1", "EUW1", "m").setAllocationProfile(symbol).build();
            assertThat(EventConverters.directive(directive, POSITION).profile())
                    .isEqualTo(
                            symbol == AllocationProfile.UNKNOWN
                                    ? null
                                    : io.attentionfutures.market.AllocationProfile.valueOf(
                                            symbol.name()));
        }
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }

    /** All symbols but the one that stands for those of later releases. */
    private static List<String> known(Enum<?>[] symbols) {
        return names(symbols).stream().filter(name -> !name.equals("UNKNOWN")).toList();
    }
}
