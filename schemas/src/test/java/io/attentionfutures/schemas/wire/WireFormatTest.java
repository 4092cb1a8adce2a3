package io.attentionfutures.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attentionfutures.schemas.Account;
import io.attentionfutures.schemas.OrderAction;
import io.attentionfutures.schemas.OrderCommand;
import io.attentionfutures.schemas.OrderSide;
import io.attentionfutures.schemas.OrderType;
import io.attentionfutures.schemas.Role;
import io.attentionfutures.schemas.TimeInForce;
import io.attentionfutures.schemas.Topic;
import io.attentionfutures.schemas.UsageSample;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.junit.jupiter.api.Test;

class WireFormatTest {
    private static final String TELEMETRY = Topic.TELEMETRY.topicName();

    private final WireFormat wire = WireFormat.ownIds(List.of(Topic.values()));
    private final RecordCodec<UsageSample> codec = wire.codec(UsageSample.class);
    private final UsageSample sample =
            new UsageSample("H100.EUW1", "a", Instant.EPOCH, 1.0, 2.0, "");

    @Test
    void aFramedRecordIsReadBack() throws MalformedRecordException {
        byte[] framed = wire.frame(TELEMETRY, codec.encode(sample));
        assertThat(framed[0]).isZero();
        assertThat(codec.decode(framed)).isEqualTo(sample);
    }

    @Test
    void anybodyReadsItWithThePublishedSchemaOfItsId() throws Exception {
        byte[] framed = wire.frame(TELEMETRY, codec.encode(sample));
        Schema schema =
                PublicSchemas.ownIds().byId(ByteBuffer.wrap(framed, 1, 4).getInt()).orElseThrow();
        GenericRecord read =
                new GenericDatumReader<GenericRecord>(schema)
                        .read(
                                null,
                                DecoderFactory.get()
                                        .binaryDecoder(framed, 5, framed.length - 5, null));
        assertThat(read.get("market")).hasToString("H100.EUW1");
        assertThat(read.get("capacity")).isEqualTo(2.0);
    }

    @Test
    void topicsThatAreNotFramedStayInSingleObjectEncoding() throws MalformedRecordException {
        byte[] encoded = codec.encode(sample);
        WireFormat prices = WireFormat.ownIds(List.of(Topic.PRICES));
        assertThat(prices.frame(TELEMETRY, encoded)).isSameAs(encoded);
        assertThat(prices.codec(UsageSample.class).decode(encoded)).isEqualTo(sample);
    }

    @Test
    void anAccountsOwnTopicIsFramedAsTheOneOfAll() {
        RecordCodec<OrderCommand> orders = wire.codec(OrderCommand.class);
        byte[] encoded =
                orders.encode(
                        OrderCommand.newBuilder()
                                .setAccount("alice")
                                .setClientOrderId("1")
                                .setContract("c")
                                .setAction(OrderAction.CANCEL)
                                .setSide(OrderSide.BUY)
                                .setOrderType(OrderType.LIMIT)
                                .setTimeInForce(TimeInForce.GTC)
                                .setLots(1)
                                .setLimitTicks(0)
                                .build());
        assertThat(wire.frame("afm.orders.alice", encoded))
                .isEqualTo(wire.frame("afm.orders", encoded));
    }

    @Test
    void anUnknownIdIsNamed() {
        byte[] framed = wire.frame(TELEMETRY, codec.encode(sample));
        ByteBuffer.wrap(framed, 1, 4).putInt(77);
        assertThatThrownBy(() -> codec.decode(framed))
                .isInstanceOf(MalformedRecordException.class)
                .hasMessageContaining("no Avro schema of id 77");
    }

    @Test
    void aRecordOfAnotherTopicIsNamed() {
        byte[] framed = wire.frame(TELEMETRY, codec.encode(sample));
        assertThatThrownBy(() -> wire.codec(Account.class).decode(framed))
                .isInstanceOf(MalformedRecordException.class)
                .hasMessageContaining("UsageSample, not of Account");
    }

    @Test
    void everyTruncationOfAFramedRecordIsNamed() {
        byte[] framed = wire.frame(TELEMETRY, codec.encode(sample));
        for (int length = 0; length < framed.length; length++) {
            byte[] cut = Arrays.copyOf(framed, length);
            assertThatThrownBy(() -> codec.decode(cut))
                    .isInstanceOf(MalformedRecordException.class);
        }
    }

    @Test
    void itTravelsWithTheJobsGraph() throws Exception {
        WireFormat copy = copy(wire);
        RecordCodec<Account> accounts = copy.codec(Account.class);
        Account account =
                Account.newBuilder()
                        .setAccount("alice")
                        .setRole(Role.CONSUMER)
                        .setSegments(List.of("EUW1"))
                        .setActive(true)
                        .build();
        byte[] framed = copy.frame(Topic.ACCOUNTS.topicName(), accounts.encode(account));
        assertThat(framed[0]).isZero();
        assertThat(accounts.decode(framed)).isEqualTo(account);
    }

    private static WireFormat copy(WireFormat format) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(format);
        }
        try (ObjectInputStream in =
                new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (WireFormat) in.readObject();
        }
    }
}
