package io.attentionfutures.readers;

import io.attentionfutures.schemas.Topic;
import io.attentionfutures.schemas.wire.PublicSchemas;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/** One record of each topic with a value in every field, as a producer without Java might write. */
final class Samples {
    /** No double holds it. */
    private static final long BEYOND_DOUBLES = (1L << 53) + 1;

    private static final long TIME = Instant.parse("2026-03-01T10:00:00.123Z").toEpochMilli();
    private static final byte[] NEGATIVE_MONEY = {(byte) 0xAB, 1, 2, 3, 4, 5, 6, 7, 8, 9};

    private Samples() {}

    /** Returns the bytes of a topic's sample in Confluent framing. */
    static byte[] framed(Topic topic, int schemaId) throws IOException {
        Schema schema = PublicSchemas.current(topic);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(ByteBuffer.allocate(5).put((byte) 0).putInt(schemaId).array());
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
        new GenericDatumWriter<>(schema).write(of(schema, topic.topicName()), encoder);
        encoder.flush();
        return out.toByteArray();
    }

    private static Object of(Schema schema, String name) {
        return switch (schema.getType()) {
            case RECORD -> {
                GenericData.Record value = new GenericData.Record(schema);
                schema.getFields()
                        .forEach(field -> value.put(field.pos(), of(field.schema(), field.name())));
                yield value;
            }
            case ENUM -> new GenericData.EnumSymbol(schema, schema.getEnumSymbols().get(1));
            case ARRAY -> List.of(of(schema.getElementType(), name));
            case MAP -> Map.of("key", of(schema.getValueType(), name));
            case UNION -> of(schema.getTypes().get(1), name);
            case STRING -> "a " + name;
            case BYTES ->
                    ByteBuffer.wrap(
                            schema.getLogicalType() instanceof LogicalTypes.Decimal
                                    ? NEGATIVE_MONEY
                                    : new byte[] {0, (byte) 0xFF});
            case INT -> 3;
            case LONG -> {
                if (schema.getLogicalType() instanceof LogicalTypes.TimestampMillis) {
                    yield TIME;
                }
                yield name.equals("sequence") ? BEYOND_DOUBLES : 7L;
            }
            case DOUBLE -> 0.1;
            case BOOLEAN -> true;
            default -> throw new IllegalArgumentException("no sample of " + schema);
        };
    }
}
