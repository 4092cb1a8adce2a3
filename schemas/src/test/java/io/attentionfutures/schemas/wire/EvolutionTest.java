package io.attentionfutures.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.schemas.Account;
import io.attentionfutures.schemas.ContractSpecification;
import io.attentionfutures.schemas.DemandWindow;
import io.attentionfutures.schemas.OrderAction;
import io.attentionfutures.schemas.OrderCommand;
import io.attentionfutures.schemas.Price;
import io.attentionfutures.schemas.TimeInForce;
import io.attentionfutures.schemas.UsageSample;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificRecordBase;
import org.junit.jupiter.api.Test;

class EvolutionTest {
    @Test
    void aSpecificationOfTheFirstReleaseTradesAsItDid() throws Exception {
        ContractSpecification read =
                decode(ContractSpecification.class, Map.of("market", "H100.EUW1", "capTicks", 9L));
        assertThat(read.getMarket()).isEqualTo("H100.EUW1");
        assertThat(read.getCapTicks()).isEqualTo(9);
        assertThat(read.getCollateralised()).isFalse();
        assertThat(read.getDynamicBandFactor()).isZero();
        assertThat(read.getExtensionMillis()).isEqualTo(300_000);
        assertThat(read.getDeliveryVerified()).isFalse();
        assertThat(read.getBaselineAccount()).isEmpty();
        assertThat(read.getAutoregressiveAfterPeriods()).isEqualTo(24);
    }

    @Test
    void recordsOfTheFirstReleaseAskForNothingNew() throws Exception {
        Account account = decode(Account.class, Map.of("account", "alice"));
        assertThat(account.getPaysInFull()).isFalse();
        assertThat(account.getVerifiedLots()).isEmpty();
        OrderCommand order = decode(OrderCommand.class, Map.of("account", "alice"));
        assertThat(order.getPeriods()).isZero();
        assertThat(order.getExpiresAt()).isEqualTo(Instant.EPOCH);
        assertThat(decode(UsageSample.class, Map.of("used", 2.0)).getProvider()).isEmpty();
        assertThat(decode(DemandWindow.class, Map.of("used", 2.0)).getProviders()).isEmpty();
    }

    @Test
    void aPriceOfTheFirstReleaseHasNoAutoregressivePrice() throws Exception {
        Price price = decode(Price.class, Map.of("priceTicks", 200L, "marketWeight", 1.0));
        assertThat(price.getPriceTicks()).isEqualTo(200);
        assertThat(price.getMarketWeight()).isEqualTo(1);
        assertThat(price.getAutoregressiveWeight()).isZero();
        assertThat(price.getAutoregressiveTicks()).isNull();
        assertThat(price.getAutoregressiveDeviationTicks()).isNull();
    }

    @Test
    void theFirstReleaseReadsNewSymbolsAsUnknown() throws IOException {
        RecordCodec<OrderCommand> codec = RecordCodec.of(OrderCommand.class);
        OrderCommand block =
                OrderCommand.newBuilder()
                        .setAccount("alice")
                        .setClientOrderId("1")
                        .setContract("H100.EUW1.1H.20261122T14Z")
                        .setAction(OrderAction.NEW_BLOCK)
                        .setTimeInForce(TimeInForce.FOK)
                        .setLots(10)
                        .setLimitTicks(250)
                        .setPeriods(3)
                        .build();
        byte[] bytes = codec.encode(block);
        GenericDatumReader<GenericRecord> old =
                new GenericDatumReader<>(block.getSchema(), first("OrderCommand"));
        GenericRecord read =
                old.read(
                        null,
                        DecoderFactory.get().binaryDecoder(bytes, 10, bytes.length - 10, null));
        assertThat(read.get("action")).hasToString("UNKNOWN");
        assertThat(read.get("timeInForce")).hasToString("UNKNOWN");
        assertThat(read.get("lots")).isEqualTo(10L);
    }

    private static <T extends SpecificRecordBase> T decode(Class<T> type, Map<String, ?> values)
            throws IOException, MalformedRecordException {
        Schema schema = first(type.getSimpleName());
        GenericRecord record = new GenericData.Record(schema);
        for (Schema.Field field : schema.getFields()) {
            Object value = values.get(field.name());
            record.put(field.name(), value == null ? blank(field.schema()) : value);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(
                ByteBuffer.allocate(10)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .put((byte) 0xC3)
                        .put((byte) 0x01)
                        .putLong(SchemaNormalization.parsingFingerprint64(schema))
                        .array());
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<GenericRecord>(schema).write(record, encoder);
        encoder.flush();
        return RecordCodec.of(type).decode(bytes.toByteArray());
    }

    private static Object blank(Schema schema) {
        return switch (schema.getType()) {
            case STRING -> "";
            case INT -> 0;
            case LONG -> 0L;
            case DOUBLE -> 0.0;
            case BOOLEAN -> false;
            case ARRAY -> List.of();
            case UNION -> null;
            case ENUM -> new GenericData.EnumSymbol(schema, "UNKNOWN");
            default -> throw new IllegalArgumentException("no blank " + schema);
        };
    }

    private static Schema first(String recordName) {
        return ReleasedSchemas.of(recordName).get(0);
    }
}
