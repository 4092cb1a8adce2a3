package io.attentionfutures.pipeline.log;

import java.util.function.Consumer;
import org.apache.flink.util.Collector;

/**
 * Decodes logs outside the job exactly as the job does; what cannot be used is left out. Each
 * partition must be given whole and in the order of its offsets. Not thread-safe.
 *
 * @param <T> what a record decodes to
 */
public final class OfflineDecoder<T> {
    private final LogDecoder<T> decoder;
    private final PartitionTimes times = new PartitionTimes();

    public OfflineDecoder(LogDecoder<T> decoder) {
        this.decoder = decoder;
        decoder.prepare();
    }

    /** Hands over what a record decodes to, and returns the record's effective time. */
    public long decode(LoggedRecord record, Consumer<T> receiver) {
        return decoder.take(record, times, collector(receiver), (reason, error) -> {});
    }

    private static <T> Collector<T> collector(Consumer<T> receiver) {
        return new Collector<>() {
            @Override
            public void collect(T decoded) {
                receiver.accept(decoded);
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }
}
