package io.attentionfutures.readers;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.avro.specific.SpecificRecordBase;

/** Puts values of the market's own records and of the Node reader's into one text form. */
final class JsonRendering {
    private JsonRendering() {}

    static String of(Object value) {
        if (value instanceof SpecificRecordBase record) {
            return record.getSchema().getFields().stream()
                    .map(field -> field.name() + "=" + of(record.get(field.pos())))
                    .toList()
                    .toString();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(JsonRendering::of).toList().toString();
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + of(entry.getValue()))
                    .sorted()
                    .toList()
                    .toString();
        }
        if (value instanceof ByteBuffer bytes) {
            byte[] copy = new byte[bytes.remaining()];
            bytes.duplicate().get(copy);
            return HexFormat.of().formatHex(copy);
        }
        if (value instanceof Instant time) {
            return Long.toString(time.toEpochMilli());
        }
        if (value instanceof Number number) {
            return new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
        }
        return String.valueOf(value);
    }

    /**
     * Returns the same of what was read, which is told apart by what was written: times are text in
     * JSON, and so are large numbers.
     */
    static String of(JsonNode read, Object written) {
        if (written instanceof SpecificRecordBase record) {
            return record.getSchema().getFields().stream()
                    .map(
                            field ->
                                    field.name()
                                            + "="
                                            + of(read.get(field.name()), record.get(field.pos())))
                    .toList()
                    .toString();
        }
        if (written instanceof List<?> list) {
            return StreamSupport.stream(read.spliterator(), false)
                    .map(element -> of(element, list.isEmpty() ? null : list.get(0)))
                    .toList()
                    .toString();
        }
        if (written instanceof Map<?, ?> map) {
            return read.properties().stream()
                    .map(
                            entry ->
                                    entry.getKey()
                                            + "="
                                            + of(entry.getValue(), map.get(entry.getKey())))
                    .sorted()
                    .toList()
                    .toString();
        }
        if (written instanceof ByteBuffer) {
            StringBuilder hex = new StringBuilder();
            read.get("data").forEach(octet -> hex.append(String.format("%02x", octet.asInt())));
            return hex.toString();
        }
        if (written instanceof Instant) {
            return Long.toString(Instant.parse(read.asText()).toEpochMilli());
        }
        if (written instanceof Number) {
            return new BigDecimal(read.asText()).stripTrailingZeros().toPlainString();
        }
        return read == null ? "missing" : read.asText();
    }
}
