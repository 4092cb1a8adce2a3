package io.attentionfutures.schemas.wire;

import java.io.Serializable;
import java.util.Optional;
import org.apache.avro.Schema;

/** Finds the schema that a registry's id stands for. */
public interface SchemaLookup extends Serializable {
    /**
     * Returns the Avro schema of an id, or nothing if there is none.
     *
     * @throws RegistryException if that cannot be found out now
     */
    Optional<Schema> byId(int id) throws RegistryException;
}
