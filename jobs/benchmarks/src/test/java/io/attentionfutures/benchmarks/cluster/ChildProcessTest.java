package io.attentionfutures.benchmarks.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ChildProcessTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir private Path folder;

    /** Says its process id and waits for ever. */
    public static final class Sleeper {
        private Sleeper() {}

        public static void main(String[] arguments) throws InterruptedException {
            System.out.println("pid " + ProcessHandle.current().pid());
            new java.util.concurrent.CountDownLatch(1).await();
        }
    }

    /** Starts a sleeper and ends at once, without a shutdown hook, when that speaks. */
    public static final class Parent {
        private Parent() {}

        public static void main(String[] arguments) throws Exception {
            ChildProcess child = sleeper("grandchild", Path.of(arguments[0]));
            Awaiting.until("the grandchild", LIMIT, () -> says(child, "pid "));
            Runtime.getRuntime().halt(9);
        }
    }

    private static ChildProcess sleeper(String name, Path folder) {
        return start(name, Sleeper.class, folder, List.of());
    }

    private static ChildProcess start(
            String name, Class<?> main, Path folder, List<String> arguments) {
        return ChildProcess.start(
                new ChildProcess.Spec(
                        name,
                        main.getName(),
                        List.of("-Xmx32m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                        arguments,
                        Map.of(),
                        List.of()),
                folder);
    }

    private static boolean says(ChildProcess child, String text) {
        try {
            return Files.readString(child.log()).contains(text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aChildLivesUntilItIsKilled() throws Exception {
        ChildProcess child = sleeper("child", folder);
        Awaiting.until("the child", LIMIT, () -> says(child, "pid " + child.pid()));
        child.requireAlive();

        child.kill();

        assertThat(child.alive()).isFalse();
        assertThatThrownBy(child::requireAlive)
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("child ended with exit code")
                .hasMessageContaining("child.log");
    }

    @Test
    void aPausedChildIsStoppedAndGoesOnWhenResumed() throws Exception {
        try (ChildProcess child = sleeper("child", folder)) {
            Awaiting.until("the child", LIMIT, () -> says(child, "pid "));

            child.pause();
            Awaiting.until("the pause", LIMIT, () -> state(child) == 'T');
            child.resume();
            Awaiting.until("the end of the pause", LIMIT, () -> state(child) != 'T');

            assertThat(child.alive()).isTrue();
        }
    }

    private static char state(ChildProcess child) {
        try {
            String status = Files.readString(Path.of("/proc/" + child.pid() + "/stat"));
            return status.charAt(status.lastIndexOf(')') + 2);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aGrandchildEndsWithItsParentHoweverThatEnds() throws Exception {
        ChildProcess parent = start("parent", Parent.class, folder, List.of(folder.toString()));
        assertThat(parent.await(LIMIT.toSeconds())).isEqualTo(9);

        String said = Files.readString(folder.resolve("grandchild.log"));
        long pid = Long.parseLong(said.substring(said.indexOf("pid ") + 4).strip());
        Awaiting.until(
                "the grandchild to end",
                LIMIT,
                () -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
    }
}
