package io.attentionfutures.pipeline.state;

import java.util.Collection;
import java.util.List;
import org.apache.flink.state.rocksdb.RocksDBOptionsFactory;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompressionType;
import org.rocksdb.DBOptions;

/**
 * RocksDB for state that is written with each checkpoint and read only when a job is restored.
 * RocksDB's own settings keep reads fast: they merge the files that four checkpoints left with all
 * that there is. With a checkpoint each second that cost more processor time than the market's
 * rules. Here files are left alone four times as long, for a restore that reads some more of them.
 *
 * <p>Flink's option {@code state.backend.rocksdb.options-factory} names another one.
 */
public final class WriteMostlyRocksDb implements RocksDBOptionsFactory {
    private static final long serialVersionUID = 1L;

    private static final int FILES_TO_MERGE = 16;
    private static final int FILES_TO_SLOW_DOWN = 48;
    private static final int FILES_TO_STOP = 64;

    @Override
    public DBOptions createDBOptions(DBOptions options, Collection<AutoCloseable> handles) {
        return options;
    }

    @Override
    public ColumnFamilyOptions createColumnOptions(
            ColumnFamilyOptions options, Collection<AutoCloseable> handles) {
        return options.setLevel0FileNumCompactionTrigger(FILES_TO_MERGE)
                .setLevel0SlowdownWritesTrigger(FILES_TO_SLOW_DOWN)
                .setLevel0StopWritesTrigger(FILES_TO_STOP)
                .setCompressionPerLevel(List.of(CompressionType.LZ4_COMPRESSION));
    }
}
