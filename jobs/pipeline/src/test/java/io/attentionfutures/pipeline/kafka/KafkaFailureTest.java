package io.attentionfutures.pipeline.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnsupportedSaslMechanismException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaFailureTest {
    @Test
    void everyRefusalSaysWhatToCheck() {
        assertThat(
                        KafkaFailure.describe(
                                new ExecutionException(new SaslAuthenticationException("no"))))
                .isEqualTo(
                        "no: check user and password, sasl.jaas.config in the file of"
                                + " afm.kafka.properties-file");
        assertThat(KafkaFailure.describe(new SslAuthenticationException("no")))
                .startsWith("no: check the trust store");
        assertThat(KafkaFailure.describe(new UnsupportedSaslMechanismException("no")))
                .startsWith("no: check sasl.mechanism");
        assertThat(KafkaFailure.describe(new TopicAuthorizationException("no", Set.of("a"))))
                .startsWith("no: the principal lacks an access right");
    }

    @Test
    void whatIsNoRefusalIsToldByItsInnermostCause() {
        Exception failure =
                new ExecutionException(new TimeoutException("out", new Exception("of")));

        assertThat(KafkaFailure.describe(failure)).isEqualTo("of");
        assertThat(KafkaFailure.isRefusal(failure)).isFalse();
        assertThat(KafkaFailure.isRefusal(new Exception(new SaslAuthenticationException(""))))
                .isTrue();
    }

    /** Kafka's parser quotes what it took for a key: here what follows a blank in a password. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Login required username=job password=left hunter2;",
                "Login required username=job password=hunter2",
                "Login hunter2"
            })
    void aLoginThatCannotBeParsedIsNotQuoted(String login) {
        String said = "";
        try (Admin admin =
                Admin.create(
                        Map.of(
                                "bootstrap.servers",
                                "127.0.0.1:1",
                                "security.protocol",
                                "SASL_PLAINTEXT",
                                "sasl.mechanism",
                                "SCRAM-SHA-512",
                                "sasl.jaas.config",
                                login))) {
            assertThat(admin).as("a client with this login").isNull();
        } catch (KafkaException e) {
            said = KafkaFailure.describe(e);
        }

        assertThat(said)
                .startsWith("sasl.jaas.config cannot be read: it must be")
                .doesNotContain("hunter2");
    }
}
