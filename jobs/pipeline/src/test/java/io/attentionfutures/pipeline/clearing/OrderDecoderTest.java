package io.attentionfutures.pipeline.clearing;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.market.OrderType;
import io.attentionfutures.market.Side;
import io.attentionfutures.market.TimeInForce;
import io.attentionfutures.market.clearing.LogPosition;
import io.attentionfutures.market.clearing.MarketEvent;
import io.attentionfutures.pipeline.testing.DecoderHarness;
import io.attentionfutures.pipeline.testing.Log;
import io.attentionfutures.pipeline.testing.Values;
import io.attentionfutures.schemas.DeadLetter;
import io.attentionfutures.schemas.OrderCommand;
import io.attentionfutures.schemas.OrderSide;
import io.attentionfutures.schemas.Topic;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderDecoderTest {
    private static final String CONTRACT = "H100.EUW1.1H.20261122T14Z";
    private static final long NOW = 1_000_000;

    private final Log orders = new Log(Topic.ORDERS);
    private DecoderHarness<SegmentEvent> decoder;

    @BeforeEach
    void open() throws Exception {
        SegmentRouting routing = new SegmentRouting(Map.of("B200.APS1", "ASIA"));
        decoder = DecoderHarness.open(new OrderDecoder(routing), SegmentEventSerializer.TYPE);
    }

    @AfterEach
    void close() throws Exception {
        decoder.close();
    }

    private static OrderCommand.Builder order() {
        return Values.order("alice", "o1", CONTRACT, OrderSide.BUY, 5, 120);
    }

    private void read(Log log, OrderCommand.Builder command) throws Exception {
        decoder.read(log.append(2, NOW, Values.bytes(command.build())));
    }

    @Test
    void aCommandGoesToTheSegmentOfItsContractWithItsPlaceInTheLog() throws Exception {
        read(orders, order());
        assertThat(decoder.decoded())
                .containsExactly(
                        new SegmentEvent(
                                "EUW1",
                                new MarketEvent.NewOrder(
                                        new LogPosition(NOW, "afm.orders", 2, 0),
                                        "alice",
                                        "o1",
                                        CONTRACT,
                                        Side.BUY,
                                        OrderType.LIMIT,
                                        TimeInForce.GTC,
                                        5,
                                        120)));
        assertThat(decoder.deadLetters()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "H100.EUW1.1H.20261122T14Z, EUW1",
        "llm.m-large.10M.20250101T0010Z, m-large",
        "B200.APS1.1H.20261122T14Z, ASIA",
        "H100.1H.20261122T14Z, H100",
        "1H.20261122T14Z, ''",
        "nonsense, ''",
        ".., ''",
        "'', ''"
    })
    void everyContractHasASegment(String contract, String segment) throws Exception {
        read(orders, order().setContract(contract));
        assertThat(decoder.decoded()).extracting(SegmentEvent::segment).containsExactly(segment);
    }

    @Test
    void anAccountsOwnTopicTakesItsCommands() throws Exception {
        read(new Log("afm.orders.alice"), order());
        assertThat(decoder.decoded())
                .extracting(event -> event.event().position().topic())
                .containsExactly("afm.orders.alice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bob", "Alice", "alice ", "", "alice.sub"})
    void aCommandForAnotherAccountIsRefusedOnAnAccountsOwnTopic(String forged) throws Exception {
        read(new Log("afm.orders.alice"), order().setAccount(forged));
        assertThat(decoder.decoded()).isEmpty();
        DeadLetter letter = decoder.deadLetters().get(0);
        assertThat(letter.getTopic()).isEqualTo("afm.orders.alice");
        assertThat(letter.getPartition()).isEqualTo(2);
        assertThat(letter.getError())
                .isEqualTo("account '" + forged + "' may not trade on topic afm.orders.alice");
    }

    @Test
    void namesOfMoreThan256CharactersAreRefused() throws Exception {
        String name = "x".repeat(257);
        read(orders, order().setAccount(name));
        read(orders, order().setClientOrderId(name));
        read(orders, order().setOriginalClientOrderId(name));
        read(orders, order().setContract(name));
        assertThat(decoder.decoded()).isEmpty();
        assertThat(decoder.deadLetters())
                .extracting(DeadLetter::getError)
                .extracting(error -> error.substring(0, error.indexOf(' ')))
                .containsExactly("account", "clientOrderId", "originalClientOrderId", "contract");
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0, Long.MAX_VALUE})
    void numbersAreTheMarketsToReject(long number) throws Exception {
        read(orders, order().setLots(number).setLimitTicks(number));
        assertThat(decoder.deadLetters()).isEmpty();
        MarketEvent.NewOrder decoded = (MarketEvent.NewOrder) decoder.decoded().get(0).event();
        assertThat(decoded.lots()).isEqualTo(number);
        assertThat(decoded.limitTicks()).isEqualTo(number);
    }

    @Test
    void aRecordOfAnotherSchemaIsRefused() throws Exception {
        decoder.read(orders.append(0, NOW, Values.bytes(Values.usage("m", "t", NOW, 1, 1))));
        assertThat(decoder.decoded()).isEmpty();
        assertThat(decoder.deadLetters().get(0).getError())
                .contains("no released version of OrderCommand");
    }

    @Test
    void heartbeatsVanishAndRecordsWithoutValueDoNot() throws Exception {
        decoder.read(orders.heartbeat(0, NOW), orders.append(0, NOW, null));
        assertThat(decoder.decoded()).isEmpty();
        assertThat(decoder.deadLetters())
                .extracting(DeadLetter::getReason)
                .containsExactly("NULL_VALUE");
    }
}
