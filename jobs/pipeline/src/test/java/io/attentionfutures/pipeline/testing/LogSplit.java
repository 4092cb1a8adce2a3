package io.attentionfutures.pipeline.testing;

import io.attentionfutures.pipeline.log.LoggedRecord;
import io.attentionfutures.pipeline.log.LoggedRecordSerializer;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** One partition with all its records. */
final class LogSplit implements SourceSplit, Serializable {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final byte[] records;

    LogSplit(String name, List<LoggedRecord> records) {
        this(name, bytes(records));
    }

    private LogSplit(String name, byte[] records) {
        this.name = name;
        this.records = records;
    }

    @Override
    public String splitId() {
        return name;
    }

    List<LoggedRecord> read() throws IOException {
        DataInputDeserializer in = new DataInputDeserializer(records);
        List<LoggedRecord> read = new ArrayList<>();
        while (in.available() > 0) {
            read.add(serializer().deserialize(in));
        }
        return read;
    }

    private static byte[] bytes(List<LoggedRecord> records) {
        DataOutputSerializer out = new DataOutputSerializer(1024);
        try {
            for (LoggedRecord record : records) {
                serializer().serialize(record, out);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.getCopyOfBuffer();
    }

    private static TypeSerializer<LoggedRecord> serializer() {
        return LoggedRecordSerializer.TYPE.createSerializer(new SerializerConfigImpl());
    }

    static final class Serializer implements SimpleVersionedSerializer<LogSplit> {
        @Override
        public int getVersion() {
            return 0;
        }

        @Override
        public byte[] serialize(LogSplit split) throws IOException {
            DataOutputSerializer out = new DataOutputSerializer(split.records.length + 64);
            out.writeUTF(split.name);
            out.write(split.records);
            return out.getCopyOfBuffer();
        }

        @Override
        public LogSplit deserialize(int version, byte[] serialized) throws IOException {
            DataInputDeserializer in = new DataInputDeserializer(serialized);
            String name = in.readUTF();
            byte[] records = new byte[in.available()];
            in.readFully(records);
            return new LogSplit(name, records);
        }
    }
}
