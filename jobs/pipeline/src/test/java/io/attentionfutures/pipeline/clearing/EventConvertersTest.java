package io.attentionfutures.pipeline.clearing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attentionfutures.market.Account;
import io.attentionfutures.market.ContractSpecification;
import io.attentionfutures.market.Side;
import io.attentionfutures.market.TimeInForce;
import io.attentionfutures.market.clearing.LogPosition;
import io.attentionfutures.market.clearing.MarketEvent;
import io.attentionfutures.pipeline.testing.Values;
import io.attentionfutures.schemas.AllocationProfile;
import io.attentionfutures.schemas.OrderAction;
import io.attentionfutures.schemas.OrderCommand;
import io.attentionfutures.schemas.OrderSide;
import io.attentionfutures.schemas.OrderType;
import io.attentionfutures.schemas.Role;
import io.attentionfutures.schemas.SelfTradePrevention;
import io.attentionfutures.schemas.wire.MalformedRecordException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
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
    void everyRoleMapsToTheConstantOfItsName() throws Exception {
        assertThat(known(Role.values()))
                .containsExactlyInAnyOrderElementsOf(
                        names(io.attentionfutures.market.Role.values()));
        for (String name : known(Role.values())) {
            Account account =
                    EventConverters.account(Values.account("alice", Role.valueOf(name), "EUW1"));
            assertThat(account.role()).hasToString(name);
        }
    }

    @Test
    void everyFieldOfAnAccountLandsWhereItShould() throws Exception {
        io.attentionfutures.schemas.Account record = Values.account("alice", Role.INVESTOR, "EUW1");
        record.setActive(false);
        record.setWeight(7);
        assertThat(EventConverters.account(record))
                .isEqualTo(
                        new Account("alice", io.attentionfutures.market.Role.INVESTOR, false, 7));
    }

    @Test
    void everySymbolOfASpecificationMapsToTheConstantOfItsName() throws Exception {
        assertThat(known(AllocationProfile.values()))
                .containsExactlyInAnyOrderElementsOf(
                        names(io.attentionfutures.market.AllocationProfile.values()));
        for (String name : known(AllocationProfile.values())) {
            assertThat(
                            EventConverters.specification(
                                            Values.specification("H100.EUW1")
                                                    .setAllocationProfile(
                                                            AllocationProfile.valueOf(name))
                                                    .build())
                                    .allocationProfile())
                    .hasToString(name);
        }
        assertThat(known(SelfTradePrevention.values()))
                .containsExactlyInAnyOrderElementsOf(
                        names(io.attentionfutures.market.SelfTradePrevention.values()));
        for (String name : known(SelfTradePrevention.values())) {
            assertThat(
                            EventConverters.specification(
                                            Values.specification("H100.EUW1")
                                                    .setSelfTradePrevention(
                                                            SelfTradePrevention.valueOf(name))
                                                    .build())
                                    .selfTradePrevention())
                    .hasToString(name);
        }
    }

    @Test
    void everyFieldOfASpecificationLandsInTheOneOfItsName() throws Exception {
        io.attentionfutures.schemas.ContractSpecification record = distinct();
        ContractSpecification specification = EventConverters.specification(record);
        RecordComponent[] fields = ContractSpecification.class.getRecordComponents();
        assertThat(record.getSchema().getFields())
                .extracting(Schema.Field::name)
                .containsExactlyElementsOf(
                        Arrays.stream(fields).map(RecordComponent::getName).toList());
        for (RecordComponent field : fields) {
            assertThat(field.getAccessor().invoke(specification))
                    .as(field.getName())
                    .hasToString(String.valueOf(record.get(field.getName())));
        }
    }

    /** A valid specification in which no two numbers are the same. */
    private static io.attentionfutures.schemas.ContractSpecification distinct() {
        return Values.specification("H100.EUW1")
                .setPeriodMillis(7_200_000)
                .setLotSize(2)
                .setTickValue(3)
                .setPriceIncrementTicks(4)
                .setFloorTicks(5)
                .setCapTicks(1_001)
                .setMarginalCostTicks(151)
                .setMinimumReserve(6)
                .setListingHorizon(7)
                .setCallIntervalMillis(60_001)
                .setGateClosureMillis(900_001)
                .setFreezeMillis(8)
                .setMaximumOrderLots(1_002)
                .setProtectionTicks(401)
                .setBandFloorTicks(601)
                .setBandFraction(1.25)
                .setReferenceStepTicks(201)
                .setOpeningReferenceTicks(202)
                .setForecastStaleMillis(7_200_001)
                .setMarketStaleMillis(7_200_002)
                .setMarketDeviationTicks(11.5)
                .setMinimumVolumeLots(12)
                .build();
    }

    @Test
    void whatTheDomainRefusesIsMalformed() {
        assertThatThrownBy(
                        () ->
                                EventConverters.specification(
                                        Values.specification("H100.EUW1").setLotSize(0).build()))
                .isInstanceOf(MalformedRecordException.class)
                .hasMessageContaining("lotSize must be at least 1");
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }

    /** All symbols but the one that stands for those of later releases. */
    private static List<String> known(Enum<?>[] symbols) {
        return names(symbols).stream().filter(name -> !name.equals("UNKNOWN")).toList();
    }
}
