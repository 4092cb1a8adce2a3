package io.attentionfutures.market.clearing;

import io.attentionfutures.market.store.ByteInput;
import io.attentionfutures.market.store.ChunkStore;
import io.attentionfutures.market.store.StoredRecord;
import java.io.DataInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
            Map<String, List<byte[]>> contents = new TreeMap<>();
            for (StoredRecord record : new ChunkStore().restore(stored)) {
                byte[] content = new byte[((ByteInput) record.content()).remaining()];
                record.content().readFully(content);
                contents.computeIfAbsent(name(record.kind(), content), name -> new ArrayList<>())
                        .add(content);
            }
            contents.forEach((name, all) -> add(name, all, named));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return named;
    }

    /** Of spent ids there is more than one record, in any order. */
    private static void add(String name, List<byte[]> contents, Map<String, byte[]> named) {
        if (name.startsWith("ids/")) {
            contents.sort(Arrays::compare);
            for (int i = 0; i < contents.size(); i++) {
                named.put(name + i, contents.get(i));
            }
        } else if (contents.size() == 1) {
            named.put(name, contents.get(0));
        } else {
            throw new AssertionError(name + " is stored twice");
        }
    }

    private static String name(int kind, byte[] content) throws IOException {
        DataInput in = EntityCodec.open("record", content);
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
