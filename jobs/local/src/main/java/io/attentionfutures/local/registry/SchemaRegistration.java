package io.attentionfutures.local.registry;

import io.attentionfutures.schemas.Topic;
import io.attentionfutures.schemas.wire.PublicSchemas;
import io.attentionfutures.schemas.wire.RegistryAccess;
import io.attentionfutures.schemas.wire.RegistryClient;
import io.attentionfutures.schemas.wire.RegistryException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import org.apache.avro.Schema;

/** Registers the market's schemas: all released versions in their order, and today's. */
public final class SchemaRegistration {
    private SchemaRegistration() {}

    /**
     * Registers what is missing, and demands full transitive compatibility of what others add.
     *
     * @param registered hears of each subject, and the ids of its versions
     * @throws RegistryException if the registry does not answer or refuses
     */
    public static void register(RegistryAccess access, BiConsumer<String, List<Integer>> registered)
            throws RegistryException {
        RegistryClient client = new RegistryClient(access);
        for (Topic topic : Topic.values()) {
            String subject = PublicSchemas.subject(topic.topicName());
            List<Integer> ids = new ArrayList<>();
            for (Schema schema : PublicSchemas.versions(topic)) {
                OptionalInt present = client.idOf(subject, schema);
                ids.add(
                        present.isPresent()
                                ? present.getAsInt()
                                : client.register(subject, schema));
            }
            client.setCompatibility(subject, PublicSchemas.COMPATIBILITY);
            registered.accept(subject, ids);
        }
    }
}
