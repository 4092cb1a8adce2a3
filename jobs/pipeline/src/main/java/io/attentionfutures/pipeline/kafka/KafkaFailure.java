package io.attentionfutures.pipeline.kafka;

import io.attentionfutures.pipeline.MarketOptions;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.UnsupportedSaslMechanismException;

/** Tells people what is wrong with their connection to Kafka, and where to put it right. */
public final class KafkaFailure {
    private KafkaFailure() {}

    /**
     * Returns what failed and what to do about it, in one line and without any property's value.
     *
     * @param failure what a Kafka client threw
     */
    public static String describe(Throwable failure) {
        String file = MarketOptions.KAFKA_PROPERTIES_FILE.key();
        Throwable innermost = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            innermost = cause;
            if (cause instanceof UnsupportedSaslMechanismException) {
                return cause.getMessage() + ": check sasl.mechanism in the file of " + file;
            }
            if (cause instanceof SaslAuthenticationException) {
                return cause.getMessage()
                        + ": check user and password, sasl.jaas.config in the file of "
                        + file;
            }
            if (cause instanceof SslAuthenticationException) {
                return cause.getMessage()
                        + ": check the trust store and key store in the file of "
                        + file;
            }
            if (cause instanceof AuthorizationException) {
                return cause.getMessage()
                        + ": the principal lacks an access right, see docs/security.md";
            }
        }
        String message = String.valueOf(innermost.getMessage());
        if (message.contains("JAAS config")) {
            // Its parser quotes what it took for a key, which may be part of a password.
            return "sasl.jaas.config cannot be read: it must be '<login module> required"
                    + " username=\"…\" password=\"…\";', in the file of "
                    + file;
        }
        return message;
    }

    /** Whether the brokers answered, and refused. */
    public static boolean isRefusal(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof org.apache.kafka.common.errors.AuthenticationException
                    || cause instanceof AuthorizationException) {
                return true;
            }
        }
        return false;
    }
}
