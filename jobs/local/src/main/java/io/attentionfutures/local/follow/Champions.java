package io.attentionfutures.local.follow;

import io.attentionfutures.forecast.model.ModelBundle;
import io.attentionfutures.forecast.model.ModelBundleException;
import io.attentionfutures.pipeline.forecast.ForecastEngines;
import io.attentionfutures.schemas.ModelRelease;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The models that may serve a market, by version: those released, and the one it started with. */
final class Champions {
    private final Map<String, String> uris = new HashMap<>();

    /**
     * @param first the bundle that the job was started with; null if it is not known
     */
    Champions(Path first) {
        if (first != null) {
            uris.put(ModelBundle.load(first).version(), first.toAbsolutePath().toUri().toString());
        }
    }

    void add(ModelRelease release) {
        uris.put(release.getVersion(), release.getUri());
    }

    /** Why a model cannot be had. */
    static final class UnknownChampionException extends Exception {
        private static final long serialVersionUID = 1L;

        UnknownChampionException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * The model of a version; empty if there is none to serve.
     *
     * @throws UnknownChampionException if it cannot be read
     */
    Optional<ModelBundle> of(String version) throws UnknownChampionException {
        if (version.isEmpty()) {
            return Optional.empty();
        }
        String uri = uris.get(version);
        if (uri == null) {
            throw new UnknownChampionException(
                    version + " was never released: name its file with --model", null);
        }
        try {
            ModelBundle bundle = ForecastEngines.load(uri);
            if (!bundle.version().equals(version)) {
                throw new UnknownChampionException(
                        uri + " holds " + bundle.version() + ", not " + version, null);
            }
            return Optional.of(bundle);
        } catch (IOException | ModelBundleException e) {
            throw new UnknownChampionException(uri + " cannot be read: " + e.getMessage(), e);
        }
    }
}
