package io.attentionfutures.local.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.local.FreePorts;
import io.attentionfutures.local.SmallTrace;
import io.attentionfutures.local.broker.SecuredBroker;
import io.attentionfutures.local.run.OutputReader;
import io.attentionfutures.schemas.Topic;
import io.attentionfutures.schemas.wire.AvroSafety;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a market on one machine shows to others: nothing on the network, no secret in its log. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class ExposureE2ECase {
    static {
        AvroSafety.apply();
    }

    @TempDir private Path folder;

    @Test
    @EnabledOnOs(OS.LINUX)
    void aLocalMarketListensOnTheLoopbackInterfaceOnly() throws Exception {
        int kafka = FreePorts.next();
        int web = FreePorts.next();
        int metrics = FreePorts.next();
        Path trace = SmallTrace.write(folder.resolve("trace.csv"), 72);
        List<String> arguments =
                List.of(
                        "run",
                        "--telemetry",
                        trace.toString(),
                        "--no-model",
                        "--speed",
                        "3000",
                        "--data",
                        folder.resolve("data").toString(),
                        "--port",
                        Integer.toString(kafka),
                        "--web-port",
                        Integer.toString(web),
                        "--metrics-port",
                        Integer.toString(metrics));
        try (AfmProcess afm = AfmProcess.start(arguments)) {
            afm.await("first clearing price", 120);
            List<InetSocketAddress> sockets = ListeningSockets.of(afm.id());
            assertThat(sockets)
                    .extracting(InetSocketAddress::getPort)
                    .contains(kafka, web, metrics);
            assertThat(sockets).allMatch(socket -> socket.getAddress().isLoopbackAddress());
        }
    }

    /** The test above would pass with sockets that it does not see. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aSocketThatListensToAllIsSeen() throws Exception {
        try (ServerSocket open = new ServerSocket(0)) {
            assertThat(ListeningSockets.of(ProcessHandle.current().pid()))
                    .anyMatch(
                            socket ->
                                    socket.getPort() == open.getLocalPort()
                                            && socket.getAddress().isAnyLocalAddress());
        }
    }

    @Test
    void aMarketOnAKafkaWithLoginsSaysNoSecretAtDebug() throws Exception {
        try (SecuredBroker broker = SecuredMarket.broker(folder)) {
            List<String> arguments =
                    List.of(
                            "run",
                            "--data",
                            folder.resolve("data").toString(),
                            "--bootstrap",
                            broker.bootstrapServers(),
                            "--kafka-properties",
                            broker.propertiesFile(SecuredMarket.JOB).toString(),
                            "--web-port",
                            Integer.toString(FreePorts.next()));
            try (AfmProcess afm = AfmProcess.start(arguments);
                    OutputReader audit =
                            new OutputReader(
                                    broker.connection(SecuredMarket.REGULATOR),
                                    List.of(Topic.AUDIT))) {
                afm.await("Kafka: " + broker.bootstrapServers(), 60);
                int[] audited = {0};
                while (audited[0] == 0) {
                    audit.poll(Duration.ofMillis(200), record -> audited[0]++);
                }
                String said = afm.said();
                assertThat(said).contains(" DEBUG ", "afm.kafka.properties-file", "[hidden]");
                for (String secret : broker.secrets()) {
                    assertThat(said.lines().filter(line -> line.contains(secret))).isEmpty();
                }
            }
        }
    }
}
