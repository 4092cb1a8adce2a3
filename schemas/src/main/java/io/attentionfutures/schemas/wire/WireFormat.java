package io.attentionfutures.schemas.wire;

import io.attentionfutures.schemas.Topic;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * How the records of a market are framed. On each topic they are in one of two forms, which readers
 * tell apart by the first byte:
 *
 * <ul>
 *   <li>Confluent framing: the byte {@code 00}, the schema's id in a registry as four bytes, the
 *       highest first, and the Avro binary body. Analysts' tools read it.
 *   <li>Avro single-object encoding, as {@link RecordCodec} writes it, which needs no registry.
 * </ul>
 */
public final class WireFormat implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int CONFLUENT_HEADER = 5;
    private static final String ORDERS = Topic.ORDERS.topicName();

    private final SchemaLookup schemas;
    private final Map<String, Integer> ids;

    private WireFormat(SchemaLookup schemas, Map<String, Integer> ids) {
        this.schemas = schemas;
        this.ids = Map.copyOf(ids);
    }

    /**
     * Returns a format with the ids that the market's own registry gives, which need not be asked.
     *
     * @param framed the topics that are written in Confluent framing
     */
    public static WireFormat ownIds(Collection<Topic> framed) {
        Map<String, Integer> ids = new HashMap<>();
        for (Topic topic : framed) {
            ids.put(topic.topicName(), PublicSchemas.id(PublicSchemas.current(topic)));
        }
        return new WireFormat(PublicSchemas.ownIds(), ids);
    }

    /**
     * Returns a format with the ids of a registry, which must hold today's schemas.
     *
     * @param framed the topics that are written in Confluent framing
     * @throws RegistryException if the registry does not answer or lacks a schema
     */
    public static WireFormat confluent(RegistryAccess access, Collection<Topic> framed)
            throws RegistryException {
        RegistryClient client = new RegistryClient(access);
        Map<Integer, Schema> known = new HashMap<>();
        Map<String, Integer> ids = new HashMap<>();
        for (Topic topic : Topic.values()) {
            String subject = PublicSchemas.subject(topic.topicName());
            if (topic.input()) {
                known.putAll(client.versions(subject));
            }
            if (framed.contains(topic)) {
                Schema schema = PublicSchemas.current(topic);
                OptionalInt id = client.idOf(subject, schema);
                if (id.isEmpty()) {
                    throw new RegistryException(
                            "schema registry at "
                                    + access
                                    + " does not hold today's schema of "
                                    + subject
                                    + ": register the market's schemas with ./afm prepare");
                }
                ids.put(topic.topicName(), id.getAsInt());
                known.put(id.getAsInt(), schema);
            }
        }
        return new WireFormat(new RegistryLookup(access, known), ids);
    }

    /** Returns a codec that reads both forms, and writes single-object encoding. */
    public <T extends SpecificRecordBase> RecordCodec<T> codec(Class<T> type) {
        return RecordCodec.of(type, schemas);
    }

    /**
     * Returns a value as it goes onto its topic.
     *
     * @param topic the topic's name
     * @param singleObject what {@link RecordCodec#encode} made of a record of today's schema
     */
    public byte[] frame(String topic, byte[] singleObject) {
        Integer id = ids.get(topic.startsWith(Topic.ACCOUNT_ORDERS) ? ORDERS : topic);
        if (id == null) {
            return singleObject;
        }
        int body = singleObject.length - RecordCodec.HEADER_BYTES;
        return ByteBuffer.allocate(CONFLUENT_HEADER + body)
                .put((byte) 0)
                .putInt(id)
                .put(singleObject, RecordCodec.HEADER_BYTES, body)
                .array();
    }
}
