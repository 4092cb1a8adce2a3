package io.attentionfutures.pipeline.clearing;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.market.clearing.LogPosition;
import io.attentionfutures.market.clearing.MarketEvent;
import io.attentionfutures.pipeline.testing.DecoderHarness;
import io.attentionfutures.pipeline.testing.Log;
import io.attentionfutures.pipeline.testing.Values;
import io.attentionfutures.schemas.CollateralTransfer;
import io.attentionfutures.schemas.DeadLetter;
import io.attentionfutures.schemas.Directive;
import io.attentionfutures.schemas.DirectiveAction;
import io.attentionfutures.schemas.Topic;
import io.attentionfutures.schemas.TransferKind;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecordBase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InstructionDecoderTest {
    private static final long NOW = 1_000_000;

    private final Log collateral = new Log(Topic.COLLATERAL);
    private final Log directives = new Log(Topic.DIRECTIVES);
    private DecoderHarness<SegmentEvent> decoder;

    @BeforeEach
    void open() throws Exception {
        decoder = DecoderHarness.open(new InstructionDecoder(), SegmentEventSerializer.TYPE);
    }

    @AfterEach
    void close() throws Exception {
        decoder.close();
    }

    private void read(Log log, int partition, SpecificRecordBase value) throws Exception {
        decoder.read(log.append(partition, NOW, Values.bytes(value)));
    }

    @Test
    void aTransferGoesToTheSegmentThatItNames() throws Exception {
        CollateralTransfer transfer = Values.deposit("t1", "alice", "EUW1", 500);
        read(collateral, 2, transfer);
        assertThat(decoder.decoded())
                .containsExactly(
                        new SegmentEvent(
                                "EUW1",
                                EventConverters.transfer(
                                        transfer, new LogPosition(NOW, "afm.collateral", 2, 0))));
    }

    @Test
    void aDirectiveGoesToTheSegmentThatItNames() throws Exception {
        Directive directive = Values.halt("d1", "USE1", "H100.USE1").build();
        read(directives, 0, directive);
        assertThat(decoder.decoded())
                .containsExactly(
                        new SegmentEvent(
                                "USE1",
                                EventConverters.directive(
                                        directive, new LogPosition(NOW, "afm.directives", 0, 0))));
    }

    @Test
    void whatIsNotUnderstoodIsSentToBeRejected() throws Exception {
        CollateralTransfer transfer = Values.deposit("t1", "alice", "EUW1", 500);
        transfer.setKind(TransferKind.UNKNOWN);
        read(collateral, 0, transfer);
        read(
                directives,
                0,
                Values.halt("d1", "EUW1", "m").setAction(DirectiveAction.UNKNOWN).build());
        read(collateral, 0, Values.deposit("", "", "", -1));
        assertThat(decoder.deadLetters()).isEmpty();
        assertThat(decoder.decoded())
                .extracting(SegmentEvent::event)
                .satisfiesExactly(
                        event -> assertThat(((MarketEvent.CollateralMoved) event).kind()).isNull(),
                        event ->
                                assertThat(((MarketEvent.DirectiveIssued) event).action()).isNull(),
                        event ->
                                assertThat(((MarketEvent.CollateralMoved) event).amount())
                                        .isEqualTo(-1));
    }

    static Stream<Arguments> longNames() {
        String name = "n".repeat(257);
        return Stream.of(
                Arguments.of("transferId", Values.deposit(name, "a", "s", 1)),
                Arguments.of("account", Values.deposit("t", name, "s", 1)),
                Arguments.of("segment", Values.deposit("t", "a", name, 1)),
                Arguments.of("directiveId", Values.halt(name, "s", "m").build()),
                Arguments.of("issuer", Values.halt("d", "s", "m").setIssuer(name).build()),
                Arguments.of("segment", Values.halt("d", name, "m").build()),
                Arguments.of("target", Values.halt("d", "s", name).build()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("longNames")
    void namesThatAreNoNamesAreDeadLetters(String field, SpecificRecordBase record)
            throws Exception {
        read(record instanceof Directive ? directives : collateral, 0, record);
        assertThat(decoder.decoded()).isEmpty();
        assertThat(decoder.deadLetters())
                .extracting(DeadLetter::getError)
                .containsExactly(field + " has 257 characters, at most 256 are allowed");
    }

    @Test
    void aTransferOnTheDirectivesTopicIsADeadLetter() throws Exception {
        read(directives, 0, Values.deposit("t1", "alice", "EUW1", 500));
        assertThat(decoder.decoded()).isEmpty();
        assertThat(decoder.deadLetters().get(0).getError())
                .contains("no released version of Directive");
    }

    @Test
    void heartbeatsVanishAndTombstonesDoNot() throws Exception {
        decoder.read(collateral.heartbeat(0, NOW), directives.append(0, NOW, null));
        assertThat(decoder.decoded()).isEmpty();
        assertThat(decoder.deadLetters())
                .extracting(DeadLetter::getReason)
                .containsExactly("NULL_VALUE");
    }
}
