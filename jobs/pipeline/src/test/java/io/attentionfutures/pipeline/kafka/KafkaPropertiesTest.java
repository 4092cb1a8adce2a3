package io.attentionfutures.pipeline.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attentionfutures.pipeline.MarketOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaPropertiesTest {
    @Test
    void sourcesAndSinksTurnFromABrokerThatStandsStillBeforeItsSessionEnds() {
        String timeout =
                KafkaProperties.ofJob(new Configuration()).getProperty("request.timeout.ms");

        // A broker's session is 9 s; twice this must leave time to recover within 30 s.
        assertThat(Integer.parseInt(timeout)).isBetween(1_000, 9_000);
    }

    @Test
    void whatTheUserSaysWins() {
        Configuration config =
                new Configuration()
                        .set(MarketOptions.KAFKA_PROPERTIES, Map.of("request.timeout.ms", "20000"));

        assertThat(KafkaProperties.ofJob(config))
                .containsEntry("request.timeout.ms", "20000")
                .containsEntry("bootstrap.servers", "localhost:9092");
    }

    @Test
    void thePropertiesOfAFileAreThoseOfEveryClient(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("client.properties");
        Files.writeString(
                file,
                """
                # a comment
                security.protocol=SASL_SSL
                sasl.jaas.config=Login required username="job" password="hidden, with = and :";
                client.rack=a
                bootstrap.servers=elsewhere:9092
                """);
        Configuration config =
                new Configuration()
                        .set(MarketOptions.KAFKA_PROPERTIES_FILE, file.toUri().toString())
                        .set(MarketOptions.KAFKA_PROPERTIES, Map.of("client.rack", "b"));

        assertThat(KafkaProperties.of(config))
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry(
                        "sasl.jaas.config",
                        "Login required username=\"job\" password=\"hidden, with = and :\";")
                .containsEntry("client.rack", "b")
                .containsEntry("bootstrap.servers", "localhost:9092");
    }

    @Test
    void aFileThatIsNotThereIsNamedWithTheOption(@TempDir Path folder) {
        Configuration config =
                new Configuration()
                        .set(MarketOptions.KAFKA_PROPERTIES_FILE, folder.resolve("no") + "");

        assertThatThrownBy(() -> KafkaProperties.of(config))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("afm.kafka.properties-file")
                .hasMessageContaining(folder.resolve("no").toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sasl.jaas.config",
                "ssl.keystore.password",
                "ssl.key.password",
                "ssl.truststore.password",
                "ssl.keystore.key",
                "my.interceptor.secret",
                "schema.registry.basic.auth.user.info",
                "schema.registry.bearer.auth.token",
                "schema.registry.ssl.truststore.password"
            })
    void secretsAreRefusedWhereFlinkWouldShowThem(String key) {
        Configuration config =
                new Configuration().set(MarketOptions.KAFKA_PROPERTIES, Map.of(key, "hunter2"));

        assertThatThrownBy(() -> KafkaProperties.of(config))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(key)
                .hasMessageContaining("afm.kafka.properties-file")
                .hasMessageNotContaining("hunter2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"security.protocol", "ssl.truststore.location", "sasl.mechanism"})
    void whatIsNoSecretIsNotRefused(String key) {
        Configuration config =
                new Configuration().set(MarketOptions.KAFKA_PROPERTIES, Map.of(key, "value"));

        assertThat(KafkaProperties.of(config)).containsEntry(key, "value");
    }

    @Test
    void whatIsForTheSchemaRegistryDoesNotGoToKafka(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("client.properties");
        Files.writeString(file, "schema.registry.basic.auth.user.info=me:hunter2\nlinger.ms=5\n");
        Configuration config =
                new Configuration().set(MarketOptions.KAFKA_PROPERTIES_FILE, file + "");

        assertThat(KafkaProperties.of(config))
                .containsEntry("linger.ms", "5")
                .doesNotContainKey("schema.registry.basic.auth.user.info");
        assertThat(WireFormats.access(config, "http://registry").properties())
                .containsEntry("basic.auth.user.info", "me:hunter2");
    }

    @Test
    void optionsThatCannotBeReadAreNotQuoted() {
        Configuration config =
                Configuration.fromMap(
                        Map.of("afm.kafka.properties", "sasl.jaas.config=hunter2 hunter3"));

        assertThatThrownBy(() -> KafkaProperties.of(config))
                .hasMessageContaining("afm.kafka.properties must be key:value")
                .hasNoCause()
                .hasMessageNotContaining("hunter");
    }

    @Test
    void aFileThatIsNoPropertiesFileIsNotQuoted(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("client.properties");
        Files.writeString(file, "sasl.jaas.config=hunter2\\u00zz");
        Configuration config =
                new Configuration().set(MarketOptions.KAFKA_PROPERTIES_FILE, file + "");

        assertThatThrownBy(() -> KafkaProperties.of(config))
                .hasMessageContaining("is not a Java properties file")
                .hasNoCause()
                .hasMessageNotContaining("hunter2");
    }
}
