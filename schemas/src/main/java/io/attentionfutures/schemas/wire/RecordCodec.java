package io.attentionfutures.schemas.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * Reads and writes the values of one topic in Avro's single-object encoding: the bytes {@code C3
 * 01}, the schema's 64-bit Rabin fingerprint in little-endian order, and the Avro binary body.
 *
 * <p>A value written with any released version of the record's schema is read, and resolved to
 * today's version. Not thread-safe: one codec per thread.
 *
 * @param <T> the record
 */
public final class RecordCodec<T extends SpecificRecordBase> {
    private static final int HEADER_BYTES = 10;

    private final Class<T> type;
    private final Schema schema;
    private final byte[] header;
    private final SpecificDatumWriter<T> writer;
    private final Map<Long, SpecificDatumReader<T>> readers = new HashMap<>();
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(256);
    private BinaryEncoder encoder;
    private BinaryDecoder decoder;

    private RecordCodec(Class<T> type) {
        AvroSafety.apply();
        this.type = type;
        this.schema = SpecificData.get().getSchema(type);
        this.writer = new SpecificDatumWriter<>(type);
        long fingerprint = SchemaNormalization.parsingFingerprint64(schema);
        this.header =
                ByteBuffer.allocate(HEADER_BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .put((byte) 0xC3)
                        .put((byte) 0x01)
                        .putLong(fingerprint)
                        .array();
        readers.put(fingerprint, new SpecificDatumReader<>(schema, schema));
        for (Schema released : ReleasedSchemas.of(schema.getName())) {
            readers.putIfAbsent(
                    SchemaNormalization.parsingFingerprint64(released),
                    new SpecificDatumReader<>(released, schema));
        }
    }

    /** Returns a new codec for a record type. */
    public static <T extends SpecificRecordBase> RecordCodec<T> of(Class<T> type) {
        return new RecordCodec<>(type);
    }

    /** Returns the record's bytes. */
    public byte[] encode(T value) {
        buffer.reset();
        buffer.writeBytes(header);
        encoder = EncoderFactory.get().directBinaryEncoder(buffer, encoder);
        try {
            writer.write(value, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return buffer.toByteArray();
    }

    /**
     * Returns the record that the bytes hold.
     *
     * @throws MalformedRecordException if they hold anything else
     */
    public T decode(byte[] bytes) throws MalformedRecordException {
        if (bytes.length < HEADER_BYTES || bytes[0] != (byte) 0xC3 || bytes[1] != (byte) 0x01) {
            throw new MalformedRecordException(
                    "not an Avro single-object record: "
                            + bytes.length
                            + " bytes that begin with "
                            + HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, 4)));
        }
        long fingerprint = ByteBuffer.wrap(bytes, 2, 8).order(ByteOrder.LITTLE_ENDIAN).getLong();
        SpecificDatumReader<T> reader = readers.get(fingerprint);
        if (reader == null) {
            throw new MalformedRecordException(
                    String.format(
                            "schema fingerprint %016x is no released version of %s",
                            fingerprint, type.getSimpleName()));
        }
        decoder =
                DecoderFactory.get()
                        .binaryDecoder(bytes, HEADER_BYTES, bytes.length - HEADER_BYTES, decoder);
        try {
            T value = reader.read(null, decoder);
            if (!decoder.isEnd()) {
                throw new MalformedRecordException(
                        "bytes are left after the end of " + type.getSimpleName());
            }
            return value;
        } catch (IOException
                | AvroRuntimeException
                | IndexOutOfBoundsException
                | UnsupportedOperationException
                | IllegalArgumentException
                | ArithmeticException e) {
            throw new MalformedRecordException(
                    "truncated or damaged " + type.getSimpleName() + ": " + e, e);
        }
    }
}
