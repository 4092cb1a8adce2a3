package io.attentionfutures.pipeline.serialization;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * A hand-written serializer of an immutable record: subclasses write and read the fields.
 *
 * @param <T> the record
 */
public abstract class RecordSerializer<T> extends TypeSerializerSingleton<T> {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean isImmutableType() {
        return true;
    }

    /** Records have no meaningful blank instance; nothing in a streaming job asks for one. */
    @Override
    public T createInstance() {
        return null;
    }

    @Override
    public T copy(T from) {
        return from;
    }

    @Override
    public T copy(T from, T reuse) {
        return from;
    }

    @Override
    public int getLength() {
        return -1;
    }

    /**
     * Reads what was written.
     *
     * @throws IOException if it is damaged, or of a layout that this program does not know; any
     *     other exception counts as damage
     */
    protected abstract T read(DataInputView source) throws IOException;

    @Override
    public final T deserialize(DataInputView source) throws IOException {
        try {
            return read(source);
        } catch (RuntimeException e) {
            throw new IOException("what " + getClass().getName() + " wrote is damaged: " + e, e);
        }
    }

    @Override
    public T deserialize(T reuse, DataInputView source) throws IOException {
        return deserialize(source);
    }

    @Override
    public void copy(DataInputView source, DataOutputView target) throws IOException {
        serialize(deserialize(source), target);
    }
}
