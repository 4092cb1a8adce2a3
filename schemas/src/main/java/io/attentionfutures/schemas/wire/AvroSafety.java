package io.attentionfutures.schemas.wire;

import io.attentionfutures.schemas.OrderCommand;
import org.apache.avro.SystemLimitException;
import org.apache.avro.util.ClassSecurityValidator;

/**
 * Process-wide Avro settings without which generated records are refused and a forged length could
 * ask for gigabytes.
 */
public final class AvroSafety {
    /** No Kafka record is larger than this by default, so no string or array in one can be. */
    private static final String LARGEST = Integer.toString(1 << 20);

    static {
        for (String limit :
                new String[] {
                    SystemLimitException.MAX_BYTES_LENGTH_PROPERTY,
                    SystemLimitException.MAX_STRING_LENGTH_PROPERTY,
                    SystemLimitException.MAX_COLLECTION_LENGTH_PROPERTY
                }) {
            if (System.getProperty(limit) == null) {
                System.setProperty(limit, LARGEST);
            }
        }
        String generated = OrderCommand.class.getPackageName();
        ClassSecurityValidator.setGlobal(
                ClassSecurityValidator.composite(
                        ClassSecurityValidator.getGlobal(),
                        type -> type.getPackageName().equals(generated)));
    }

    private AvroSafety() {}

    /** Applies the settings, once in a process. Call it before the first record is built. */
    public static void apply() {
        // The static initialiser has done it.
    }
}
