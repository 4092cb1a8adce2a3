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
 * Writes the values of one topic in Avro's single-object encoding: the bytes {@code C3 01}, the
 * schema's 64-bit Rabin fingerprint in little-endian order, and the Avro binary body. Reads that,
 * and the Confluent framing that {@link WireFormat} makes of it.
 *
 * <p>A value written with any released version of the record's schema is read, and resolved to
 * today's version; with a registry, so is one of any schema there that fits. Not thread-safe: one
 * codec per thread.
 *
 * @param <T> the record
 */
public final class RecordCodec<T extends SpecificRecordBase> {
    static final int HEADER_BYTES = 10;

    private static final int CONFLUENT_HEADER_BYTES = 5;

    private final Class<T> type;
    private final Schema schema;
    private final byte[] header;
    private final SpecificDatumWriter<T> writer;
    private final Map<Long, SpecificDatumReader<T>> readers = new HashMap<>();
    private final Map<Integer, SpecificDatumReader<T>> readersById = new HashMap<>();
    private final SchemaLookup schemas;
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(256);
    private BinaryEncoder encoder;
    private BinaryDecoder decoder;

    private RecordCodec(Class<T> type, SchemaLookup schemas) {
        AvroSafety.apply();
        this.type = type;
        this.schemas = schemas;
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

    /** Returns a new codec for a record type, which knows the ids of the market's own registry. */
    public static <T extends SpecificRecordBase> RecordCodec<T> of(Class<T> type) {
        return of(type, PublicSchemas.ownIds());
    }

    /** Returns a new codec for a record type, which knows the ids of that lookup. */
    static <T extends SpecificRecordBase> RecordCodec<T> of(Class<T> type, SchemaLookup schemas) {
        return new RecordCodec<>(type, schemas);
    }

    /** Returns the record's bytes. */
    public byte[] encode(T value) {
        buffer.reset();
        buffer.writeBytes(header);
        encoder = EncoderFactory.get().binaryEncoder(buffer, encoder);
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
        if (bytes.length >= CONFLUENT_HEADER_BYTES && bytes[0] == 0) {
            return decode(
                    bytes, CONFLUENT_HEADER_BYTES, readerOf(ByteBuffer.wrap(bytes, 1, 4).getInt()));
        }
        if (bytes.length < HEADER_BYTES || bytes[0] != (byte) 0xC3 || bytes[1] != (byte) 0x01) {
            throw new MalformedRecordException(
                    "neither Confluent framing nor an Avro single-object record: "
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
        return decode(bytes, HEADER_BYTES, reader);
    }

    private SpecificDatumReader<T> readerOf(int id) throws MalformedRecordException {
        SpecificDatumReader<T> reader = readersById.get(id);
        if (reader == null) {
            Schema written;
            try {
                written =
                        schemas.byId(id)
                                .orElseThrow(
                                        () ->
                                                new MalformedRecordException(
                                                        "the schema registry has no Avro schema of"
                                                                + " id "
                                                                + id));
            } catch (RegistryException e) {
                throw new MalformedRecordException(
                        "schema id " + id + " cannot be looked up: " + e.getMessage(), e);
            }
            if (!written.getFullName().equals(schema.getFullName())) {
                throw new MalformedRecordException(
                        "schema id "
                                + id
                                + " is of "
                                + written.getFullName()
                                + ", not of "
                                + type.getSimpleName());
            }
            reader = new SpecificDatumReader<>(written, schema);
            readersById.put(id, reader);
        }
        return reader;
    }

    private T decode(byte[] bytes, int from, SpecificDatumReader<T> reader)
            throws MalformedRecordException {
        decoder = DecoderFactory.get().binaryDecoder(bytes, from, bytes.length - from, decoder);
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
