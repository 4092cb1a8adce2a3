package io.attentionfutures.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.pipeline.state.WriteMostlyRocksDb;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.flink.state.rocksdb.RocksDBOptions;
import org.junit.jupiter.api.Test;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompressionType;
import org.rocksdb.RocksDB;

class RocksDbOptionsTest {
    @Test
    void theJobNamesTheFactory() {
        assertThat(MarketJob.ROCKSDB_FACTORY).isEqualTo(WriteMostlyRocksDb.class.getName());
        assertThat(RocksDBOptions.OPTIONS_FACTORY.key())
                .isEqualTo("state.backend.rocksdb.options-factory");
    }

    @Test
    void whatFlinkSaysOfCompressionIsOverruled() throws Exception {
        RocksDB.loadLibrary();
        List<AutoCloseable> handles = new ArrayList<>();
        try (ColumnFamilyOptions flinks =
                        new ColumnFamilyOptions()
                                .setCompressionPerLevel(
                                        List.of(CompressionType.SNAPPY_COMPRESSION));
                ColumnFamilyOptions options =
                        new WriteMostlyRocksDb().createColumnOptions(flinks, handles)) {
            assertThat(options.compressionPerLevel())
                    .containsExactly(CompressionType.LZ4_COMPRESSION);
        }
    }

    @Test
    void filesAreMergedLessOftenAndWritesAreNotHeldUpBefore() {
        RocksDB.loadLibrary();
        Collection<AutoCloseable> handles = new ArrayList<>();
        try (ColumnFamilyOptions before = new ColumnFamilyOptions();
                ColumnFamilyOptions options =
                        new WriteMostlyRocksDb()
                                .createColumnOptions(new ColumnFamilyOptions(), handles)) {
            assertThat(options.level0FileNumCompactionTrigger())
                    .isGreaterThan(before.level0FileNumCompactionTrigger())
                    .isLessThan(options.level0SlowdownWritesTrigger());
            assertThat(options.level0SlowdownWritesTrigger())
                    .isLessThan(options.level0StopWritesTrigger());
        }
    }
}
