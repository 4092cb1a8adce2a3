package io.attentionfutures.market.clearing;

import io.attentionfutures.market.store.ChunkStore;
import io.attentionfutures.market.store.StoredRecord;
import java.io.ByteArrayInputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * Stored entities, each under a key that begins with its kind, whether it was in a chunk or not: as
 * versions before there were chunks stored them.
 */
final class StoredEntities {
    private StoredEntities() {}

    static Map<String, byte[]> byName(Map<String, byte[]> stored) {
        Map<String, byte[]> named = new TreeMap<>(stored);
        named.keySet().removeIf(ChunkStore::isKey);
        try {
            for (StoredRecord record : new ChunkStore().restore(stored)) {
                byte[] content = ((DataInputStream) record.content()).readAllBytes();
                String name = name(record.kind(), content);
                for (int copy = 0; named.putIfAbsent(unique(name, copy), content) != null; copy++) {
                    if (record.kind() != EntityCodec.IDS) {
                        throw new AssertionError(name + " is stored twice");
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return named;
    }

    private static String unique(String name, int copy) {
        return name.startsWith("ids/") ? name + copy : name;
    }

    private static String name(int kind, byte[] content) throws IOException {
        DataInput in =
                EntityCodec.open("record", new DataInputStream(new ByteArrayInputStream(content)));
        String name = EntityCodec.KINDS.get(kind) + "/";
        switch (kind) {
            case EntityCodec.ACCOUNT:
                return name + AccountCodec.read(in).id();
            case EntityCodec.CONTRACT:
                return name + Binary.readText(in);
            case EntityCodec.ORDER:
                return name + Binary.readLong(in) + "/" + Binary.readLong(in);
            case EntityCodec.POSITION:
                return name + Binary.readLong(in) + "/" + Binary.readText(in);
            case EntityCodec.CONDUCT:
                long serial = Binary.readLong(in);
                in.readByte();
                return name + serial + "/" + in.readUTF();
            case EntityCodec.IDS:
                return name + Binary.readLong(in) + "/";
            default:
                throw new AssertionError("kind " + kind);
        }
    }
}
