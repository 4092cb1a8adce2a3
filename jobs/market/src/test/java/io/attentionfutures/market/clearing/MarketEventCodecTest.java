package io.attentionfutures.market.clearing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attentionfutures.market.Account;
import io.attentionfutures.market.AllocationProfile;
import io.attentionfutures.market.OrderType;
import io.attentionfutures.market.Role;
import io.attentionfutures.market.SelfTradePrevention;
import io.attentionfutures.market.Side;
import io.attentionfutures.market.Specifications;
import io.attentionfutures.market.TimeInForce;
import io.attentionfutures.market.clearing.MarketEvent.AccountChanged;
import io.attentionfutures.market.clearing.MarketEvent.CancelOrder;
import io.attentionfutures.market.clearing.MarketEvent.ForecastArrived;
import io.attentionfutures.market.clearing.MarketEvent.NewOrder;
import io.attentionfutures.market.clearing.MarketEvent.ReplaceOrder;
import io.attentionfutures.market.clearing.MarketEvent.SpecificationChanged;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarketEventCodecTest {
    private static final LogPosition POSITION =
            new LogPosition(1_795_348_800_123L, "afm.orders", 3, 1L << 40);

    @Test
    void keepsEveryKindOfEvent() throws IOException {
        List<MarketEvent> events =
                List.of(
                        order("anna", "o-1", Side.BUY, OrderType.LIMIT, TimeInForce.GTC, 5, 200),
                        order("ben", "", Side.SELL, OrderType.MARKET, TimeInForce.IOC, -1, -9),
                        order(null, null, null, null, null, Long.MIN_VALUE, Long.MAX_VALUE),
                        new CancelOrder(POSITION, "anna", "c-1", "H100.EUW1", "o-1"),
                        new CancelOrder(POSITION, null, null, null, null),
                        new ReplaceOrder(POSITION, "anna", "o-2", "☃", "o-1", 7, 201),
                        new AccountChanged(POSITION, new Account("anna", Role.INVESTOR, false, 77)),
                        new SpecificationChanged(POSITION, Specifications.plain()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        for (MarketEvent event : events) {
            MarketEventCodec.write(event, out);
        }

        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
        for (MarketEvent event : events) {
            assertThat(MarketEventCodec.read(in)).isEqualTo(event);
        }
        assertThat(in.available()).isZero();
    }

    @Test
    void keepsForecasts() throws IOException {
        ForecastArrived forecast =
                new ForecastArrived(
                        POSITION,
                        "H100.EUW1",
                        1_795_348_800_000L,
                        3_600_000,
                        1000.5,
                        new double[] {1, Double.NEGATIVE_INFINITY},
                        new double[] {0.1, 0.2},
                        new double[] {0.1, 0.9},
                        new double[][] {{1, 2}, {3, 4}});

        assertThat(read(write(forecast))).usingRecursiveComparison().isEqualTo(forecast);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "caf\u00e9", "\u2603", "\ud83d\ude00", "\ud800", "a\0b"})
    void keepsEveryCharacter(String text) throws IOException {
        NewOrder order = order(text, text.repeat(40_000), null, null, null, 0, 0);

        assertThat(read(write(order))).isEqualTo(order);
    }

    @ParameterizedTest
    @EnumSource
    void keepsEveryProfile(AllocationProfile profile) throws IOException {
        for (SelfTradePrevention prevention : SelfTradePrevention.values()) {
            MarketEvent event =
                    new SpecificationChanged(
                            POSITION,
                            Specifications.with(
                                    s -> {
                                        s.allocationProfile = profile;
                                        s.selfTradePrevention = prevention;
                                    }));

            assertThat(read(write(event))).isEqualTo(event);
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepsEveryRole(Role role) throws IOException {
        MarketEvent event = new AccountChanged(POSITION, new Account("a", role, true, 1));

        assertThat(read(write(event))).isEqualTo(event);
    }

    /** Bytes that an earlier build wrote; they must stay readable. */
    @Test
    void readsWhatVersionOneWrote() throws IOException {
        NewOrder order = order("anna", "o-1", Side.SELL, OrderType.LIMIT, TimeInForce.IOC, 5, 200);
        String versionOne =
                "0103f68985b2c068"
                        + "2861666d2e6f7264657273"
                        + "06808080808040"
                        + "10616e6e61"
                        + "0c6f2d31"
                        + "24483130302e45555731"
                        + "010001"
                        + "0a900300";

        assertThat(read(HexFormat.of().parseHex(versionOne))).isEqualTo(order);
        assertThat(HexFormat.of().formatHex(write(order))).isEqualTo(versionOne);
    }

    @Test
    void refusesALaterVersionOrAnUnknownKind() throws IOException {
        byte[] bytes = write(order("a", "b", null, null, null, 0, 0));
        bytes[0] = 9;
        assertThatThrownBy(() -> read(bytes))
                .isInstanceOf(IOException.class)
                .hasMessage("an event has layout version 9, this program reads versions 1 to 1");
        bytes[0] = 1;
        bytes[1] = 99;
        assertThatThrownBy(() -> read(bytes)).hasMessageContaining("event kind 99 is not known");
    }

    private static NewOrder order(
            String account,
            String id,
            Side side,
            OrderType type,
            TimeInForce timeInForce,
            long lots,
            long limit) {
        return new NewOrder(
                POSITION, account, id, "H100.EUW1", side, type, timeInForce, lots, limit);
    }

    private static byte[] write(MarketEvent event) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        MarketEventCodec.write(event, new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static MarketEvent read(byte[] bytes) throws IOException {
        return MarketEventCodec.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    }
}
