package io.attentionfutures.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attentionfutures.local.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataFolderTest {
    @TempDir private Path parent;

    @Test
    void oneProcessHasAFolderAtATime() {
        Path root = parent.resolve("deep/data");
        try (DataFolder held = DataFolder.open(root.toString())) {
            assertThat(held.root()).isEqualTo(root.toAbsolutePath());
            assertThatThrownBy(() -> DataFolder.open(root.toString()))
                    .isInstanceOf(UserError.class)
                    .hasMessageStartingWith("data folder " + root + " is in use by another run");
        }
        DataFolder.open(root.toString()).close();
        assertThat(root).isDirectory();
    }

    @Test
    void aThrowAwayFolderIsGoneAfterwards() throws Exception {
        Path root;
        try (DataFolder folder = DataFolder.open("tmp")) {
            root = folder.root();
            Files.createDirectories(folder.broker().resolve("afm.orders-0"));
            Files.writeString(folder.broker().resolve("afm.orders-0/00.log"), "records");
            assertThat(root).isDirectory();
        }
        assertThat(root).doesNotExist();
    }

    @Test
    void whatCannotBeAFolderIsNamed() throws Exception {
        Path file = Files.writeString(parent.resolve("file"), "");

        assertThatThrownBy(() -> DataFolder.open(file.toString()))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("cannot use data folder " + file);
    }

    @Test
    void aRunIsReadAsItWasWritten() {
        DataFolder.Run run = new DataFolder.Run("f00d", -604_800_000, true, "127.0.0.1:9092");
        try (DataFolder folder = DataFolder.open(parent.toString())) {
            assertThat(folder.run()).isEmpty();
            folder.write(new DataFolder.Run("beef", 0, false, ""));
            folder.write(run);

            assertThat(folder.run()).contains(run);
        }
        assertThat(DataFolder.read(parent)).contains(run);
        assertThat(parent.resolve("run.json.part")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{}", "{\"fingerprint\":null}", "{\"a\":1}"})
    void aDamagedRunIsNamedInOneLine(String text) throws Exception {
        Path file = Files.writeString(parent.resolve("run.json"), text);

        assertThatThrownBy(() -> DataFolder.read(parent))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith(file + " is damaged (")
                .hasMessageNotContaining("\n");
    }

    @Test
    void theNewestCompleteCheckpointIsFound() throws Exception {
        try (DataFolder folder = DataFolder.open(parent.toString())) {
            assertThat(folder.latestCheckpoint()).isEmpty();
            checkpoint(folder.checkpoints().resolve("job-1/chk-9"), 1_000);
            Path newest = checkpoint(folder.checkpoints().resolve("job-2/chk-3"), 3_000);
            checkpoint(folder.checkpoints().resolve("savepoint-77"), 2_000);
            Files.createDirectories(folder.checkpoints().resolve("job-2/chk-4"));

            assertThat(folder.latestCheckpoint()).contains(newest);
            Path savepoint = checkpoint(folder.checkpoints().resolve("savepoint-78"), 4_000);
            assertThat(folder.latestCheckpoint()).contains(savepoint);
        }
    }

    @Test
    void whatIsClearedIsTheRunAndNotTheModels() throws Exception {
        try (DataFolder folder = DataFolder.open(parent.toString())) {
            folder.write(new DataFolder.Run("f00d", 0, false, ""));
            checkpoint(folder.checkpoints().resolve("job-1/chk-9"), 1_000);
            Files.createDirectories(folder.broker().resolve("afm.orders-0"));
            Files.createDirectories(folder.models());
            Files.writeString(folder.models().resolve("m.zip"), "model");

            folder.clear();

            assertThat(folder.run()).isEmpty();
            assertThat(folder.latestCheckpoint()).isEmpty();
            assertThat(folder.broker()).doesNotExist();
            assertThat(folder.models().resolve("m.zip")).exists();
            assertThatThrownBy(() -> DataFolder.open(parent.toString()))
                    .isInstanceOf(UserError.class);
        }
    }

    private static Path checkpoint(Path folder, long modifiedMillis) throws Exception {
        Files.createDirectories(folder);
        Path metadata = Files.writeString(folder.resolve("_metadata"), "complete");
        Files.setLastModifiedTime(metadata, FileTime.fromMillis(modifiedMillis));
        return folder;
    }
}
