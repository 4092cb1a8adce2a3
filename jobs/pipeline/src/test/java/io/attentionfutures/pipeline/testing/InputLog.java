package io.attentionfutures.pipeline.testing;

import io.attentionfutures.pipeline.log.LoggedRecord;
import io.attentionfutures.pipeline.log.LoggedRecordSerializer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** The records of all input topics, as a compressed file holds them. */
public final class InputLog implements Serializable {
    private static final long serialVersionUID = 1L;

    private final byte[] file;
    private transient volatile Map<String, List<LoggedRecord>> partitions;

    /** Takes what {@link #file} gave. */
    public InputLog(byte[] file) {
        this.file = file.clone();
    }

    /** Partitions hold their records in the order given. */
    public static InputLog of(Collection<LoggedRecord> records) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(1 << 16);
        for (LoggedRecord record : records) {
            serializer().serialize(record, out);
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (GZIPOutputStream compressed = new GZIPOutputStream(file)) {
            compressed.write(out.getCopyOfBuffer());
        }
        return new InputLog(file.toByteArray());
    }

    /** All records, compressed. */
    public byte[] file() {
        return file.clone();
    }

    /** The records of a partition, oldest first. */
    List<LoggedRecord> of(String partition) {
        return partitions().get(partition);
    }

    /** The partitions of topics that are named, or that begin with a name that ends with a dot. */
    TreeSet<String> partitions(List<String> topics) {
        TreeSet<String> named = new TreeSet<>();
        partitions()
                .forEach(
                        (partition, records) -> {
                            String topic = records.get(0).topic();
                            for (String name : topics) {
                                if (topic.equals(name)
                                        || name.endsWith(".") && topic.startsWith(name)) {
                                    named.add(partition);
                                }
                            }
                        });
        return named;
    }

    /** All records by topic, hyphen, number of the partition. */
    public Map<String, List<LoggedRecord>> partitions() {
        if (partitions == null) {
            partitions = read();
        }
        return partitions;
    }

    private Map<String, List<LoggedRecord>> read() {
        Map<String, List<LoggedRecord>> all = new TreeMap<>();
        try (GZIPInputStream compressed = new GZIPInputStream(new ByteArrayInputStream(file))) {
            DataInputDeserializer in = new DataInputDeserializer(compressed.readAllBytes());
            while (in.available() > 0) {
                LoggedRecord record = serializer().deserialize(in);
                all.computeIfAbsent(
                                record.topic() + "-" + record.partition(), p -> new ArrayList<>())
                        .add(record);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private static TypeSerializer<LoggedRecord> serializer() {
        return LoggedRecordSerializer.TYPE.createSerializer(new SerializerConfigImpl());
    }
}
