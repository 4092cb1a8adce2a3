package io.attentionfutures.pipeline.forecast;

import io.attentionfutures.forecast.ForecastEngine;
import io.attentionfutures.forecast.model.ModelBundle;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.flink.core.fs.Path;

/** Opens the forecast engine with the bundle at a path of any file system that Flink knows. */
public final class ForecastEngines {
    private ForecastEngines() {}

    /**
     * Opens an engine.
     *
     * @param modelPath path of a model bundle; empty to forecast by statistics alone
     * @throws io.attentionfutures.forecast.model.ModelBundleException if the bundle cannot be used
     */
    public static ForecastEngine open(String modelPath) throws IOException {
        ForecastEngine engine =
                ForecastEngine.of(
                        modelPath.isEmpty() ? Optional.empty() : Optional.of(load(modelPath)));
        engine.warmUp();
        return engine;
    }

    /** Loads a bundle; see {@link #open}. */
    public static ModelBundle load(String modelPath) throws IOException {
        Path path = new Path(modelPath);
        try (InputStream in = path.getFileSystem().open(path)) {
            return ModelBundle.fromBytes(in.readAllBytes());
        }
    }
}
