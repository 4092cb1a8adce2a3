package io.attentionfutures.benchmarks.chaos;

import io.attentionfutures.benchmarks.cluster.Awaiting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Drills about checkpoints and savepoints. */
final class StateDrills {
    private static final Duration FAILURE_LIMIT = Duration.ofSeconds(60);

    private StateDrills() {}

    /** The job goes to another parallelism and back. */
    static final class Rescaling implements Drill {
        @Override
        public String name() {
            return "rescaling";
        }

        @Override
        public String description() {
            return "parallelism 1 to 2 to 1, each time by a savepoint; the slower of both counts";
        }

        @Override
        public int parallelism() {
            return 1;
        }

        @Override
        public void strike(Stage stage) throws InterruptedException {
            for (int parallelism = 2; parallelism >= 1; parallelism--) {
                stage.struck();
                String savepoint = stage.stopWithSavepoint();
                stage.submit(parallelism, Optional.of(savepoint));
                stage.awaitRecovery();
            }
        }
    }

    /** Another release takes over. */
    static final class Upgrade implements Drill {
        private final Optional<Path> previous;

        Upgrade(Optional<Path> previous) {
            this.previous = previous;
        }

        @Override
        public String name() {
            return "upgrade";
        }

        @Override
        public String description() {
            return "the job of --previous JAR stops with a savepoint, this release goes on from it"
                    + " with parallelism 1 on a Flink cluster that was started before";
        }

        @Override
        public Optional<String> obstacle() {
            return previous.isPresent()
                    ? Optional.empty()
                    : Optional.of("name the previous release's job jar with --previous");
        }

        @Override
        public void strike(Stage stage) throws InterruptedException {
            stage.startNextFlink();
            stage.struck();
            String savepoint = stage.stopWithSavepoint();
            stage.moveToNextFlink();
            stage.submit(1, Optional.of(savepoint));
            stage.awaitRecovery();
        }
    }

    /** Checkpoints cannot be written until one of them has failed. */
    private abstract static class FailingCheckpoints implements Drill {
        @Override
        public boolean breakableCheckpoints() {
            return true;
        }

        @Override
        public Optional<String> obstacle() {
            return CheckpointDisk.obstacle();
        }

        abstract void spoil(CheckpointDisk disk) throws InterruptedException;

        abstract void mend(CheckpointDisk disk) throws InterruptedException;

        @Override
        public void strike(Stage stage) throws InterruptedException {
            long before = failed(stage);
            stage.struck();
            spoil(stage.disk());
            try {
                awaitFailure(stage, before);
            } finally {
                mend(stage.disk());
            }
            stage.awaitRecovery();
        }
    }

    /** The file system of the checkpoints takes nothing. */
    static final class CheckpointFailure extends FailingCheckpoints {
        @Override
        public String name() {
            return "checkpoint-failure";
        }

        @Override
        public String description() {
            return "the file system of the checkpoints becomes read-only until one has failed";
        }

        @Override
        void spoil(CheckpointDisk disk) throws InterruptedException {
            disk.makeReadOnly();
        }

        @Override
        void mend(CheckpointDisk disk) throws InterruptedException {
            disk.makeWritable();
        }
    }

    /** The disk of the checkpoints is full. */
    static final class DiskFull extends FailingCheckpoints {
        @Override
        public String name() {
            return "disk-full";
        }

        @Override
        public String description() {
            return "the file system of the checkpoints (64 MiB, in memory) is filled until one has"
                    + " failed";
        }

        @Override
        void spoil(CheckpointDisk disk) {
            disk.fill();
        }

        @Override
        void mend(CheckpointDisk disk) {
            disk.empty();
        }
    }

    private static long failed(Stage stage) throws InterruptedException {
        return stage.flink().rest().failedCheckpoints(stage.job()).orElse(0L);
    }

    private static void awaitFailure(Stage stage, long before) throws InterruptedException {
        Awaiting.until(
                "a checkpoint to fail",
                FAILURE_LIMIT,
                () -> {
                    // The space that old checkpoints leave is taken as well.
                    stage.disk().keepFull();
                    return failed(stage) > before;
                });
    }
}
