package io.attentionfutures.forecast.release;

import java.io.IOException;

/** Reads files that releases name. */
@FunctionalInterface
public interface BundleSource {

    /**
     * The bytes of a file.
     *
     * @throws IOException if it cannot be read
     */
    byte[] read(String uri) throws IOException;
}
