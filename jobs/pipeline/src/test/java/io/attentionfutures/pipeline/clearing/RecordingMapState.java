package io.attentionfutures.pipeline.clearing;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.state.MapState;

/** A map in memory that remembers what was written to it. */
final class RecordingMapState implements MapState<String, byte[]> {
    private final Map<String, byte[]> map = new TreeMap<>();
    private final List<String> calls = new ArrayList<>();

    /** {@code put KEY} and {@code remove KEY} since the last {@link #forgetCalls}. */
    List<String> calls() {
        return calls;
    }

    int puts() {
        return (int) calls.stream().filter(call -> call.startsWith("put ")).count();
    }

    void forgetCalls() {
        calls.clear();
    }

    @Override
    public byte[] get(String key) {
        return map.get(key);
    }

    @Override
    public void put(String key, byte[] value) {
        calls.add("put " + key);
        map.put(key, value);
    }

    @Override
    public void putAll(Map<String, byte[]> values) {
        values.forEach(this::put);
    }

    @Override
    public void remove(String key) {
        calls.add("remove " + key);
        map.remove(key);
    }

    @Override
    public boolean contains(String key) {
        return map.containsKey(key);
    }

    @Override
    public Iterable<Map.Entry<String, byte[]>> entries() {
        return map.entrySet();
    }

    @Override
    public Iterable<String> keys() {
        return map.keySet();
    }

    @Override
    public Iterable<byte[]> values() {
        return map.values();
    }

    @Override
    public Iterator<Map.Entry<String, byte[]>> iterator() {
        return map.entrySet().iterator();
    }

    @Override
    public boolean isEmpty() {
        return map.isEmpty();
    }

    @Override
    public void clear() {
        map.keySet().stream().toList().forEach(this::remove);
    }
}
