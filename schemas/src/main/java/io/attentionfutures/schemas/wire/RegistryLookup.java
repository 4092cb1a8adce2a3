package io.attentionfutures.schemas.wire;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;

/**
 * Finds schemas in a registry, and asks it only about ids that were not known when this was made.
 * An id that the registry does not know, and a registry that does not answer, are asked again after
 * {@link #PATIENCE_MILLIS}: until then the answer is the same, so that garbage in a topic costs
 * little. Not thread-safe.
 */
final class RegistryLookup implements SchemaLookup {
    private static final long serialVersionUID = 1L;
    private static final long PATIENCE_MILLIS = 10_000;
    private static final int MOST_UNKNOWN = 10_000;

    private final RegistryAccess access;
    private final Map<Integer, Schema> known;
    private transient RegistryClient client;
    private transient Map<Integer, Long> unknownSinceNanos;
    private transient RegistryException failure;
    private transient long failedNanos;

    /**
     * @param known what is in the registry now
     */
    RegistryLookup(RegistryAccess access, Map<Integer, Schema> known) {
        this.access = access;
        this.known = new HashMap<>(known);
    }

    @Override
    public Optional<Schema> byId(int id) throws RegistryException {
        Schema schema = known.get(id);
        if (schema != null) {
            return Optional.of(schema);
        }
        // A registry counts from one: these large numbers are not among its own.
        Optional<Schema> own = PublicSchemas.ownIds().byId(id);
        if (own.isPresent()) {
            return own;
        }
        if (unknownSinceNanos == null) {
            unknownSinceNanos = newestUnknown();
        }
        Long since = unknownSinceNanos.get(id);
        if (since != null && isRecent(since)) {
            return Optional.empty();
        }
        if (failure != null && isRecent(failedNanos)) {
            throw failure;
        }
        return ask(id);
    }

    private Optional<Schema> ask(int id) throws RegistryException {
        try {
            if (client == null) {
                client = new RegistryClient(access);
            }
            Optional<Schema> found = client.byId(id);
            failure = null;
            found.ifPresentOrElse(
                    schema -> known.put(id, schema),
                    () -> unknownSinceNanos.put(id, System.nanoTime()));
            return found;
        } catch (RegistryException e) {
            failure = e;
            failedNanos = System.nanoTime();
            throw e;
        }
    }

    private static boolean isRecent(long nanos) {
        return System.nanoTime() - nanos < PATIENCE_MILLIS * 1_000_000;
    }

    private static Map<Integer, Long> newestUnknown() {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Integer, Long> eldest) {
                return size() > MOST_UNKNOWN;
            }
        };
    }
}
