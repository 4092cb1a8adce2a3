package io.attentionfutures.pipeline.forecast;

import io.attentionfutures.forecast.ForecastEngine;
import io.attentionfutures.forecast.model.ModelBundle;
import io.attentionfutures.forecast.model.ModelForecaster;
import io.attentionfutures.forecast.release.ModelReleases;
import io.attentionfutures.forecast.release.ModelShelf;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalInt;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;

/** Opens models from the files of any file system that Flink knows. */
public final class ForecastEngines {
    /** What is larger than this is no bundle. */
    private static final long LARGEST_FILE = 128 << 20;

    private ForecastEngines() {}

    /**
     * Opens the model that serves first, if there is one, and a shelf for those that are released.
     *
     * @param settings how demand is forecast
     * @param device index of the graphics processor to score on, if any
     * @throws io.attentionfutures.forecast.model.ModelBundleException if the first model cannot be
     *     used
     */
    public static ModelReleases open(ForecastSettings settings, OptionalInt device)
            throws IOException {
        ModelShelf shelf =
                new ModelShelf(
                        ForecastEngines::read,
                        bundle -> new ModelForecaster(bundle, settings.engine(), device));
        ForecastEngine first =
                settings.modelPath().isEmpty()
                        ? new ForecastEngine()
                        : new ForecastEngine(shelf.ready(load(settings.modelPath())));
        first.warmUp();
        return new ModelReleases(first, shelf, settings.trial());
    }

    /** Loads a bundle; see {@link #open}. */
    public static ModelBundle load(String modelPath) throws IOException {
        return ModelBundle.fromBytes(read(modelPath));
    }

    private static byte[] read(String uri) throws IOException {
        Path path;
        try {
            path = new Path(uri);
        } catch (IllegalArgumentException e) {
            throw new IOException(uri + ": " + e.getMessage(), e);
        }
        FileSystem files = path.getFileSystem();
        FileStatus status = files.getFileStatus(path);
        if (status.isDir()) {
            throw new FileNotFoundException(uri + " is a folder");
        }
        if (status.getLen() > LARGEST_FILE) {
            throw new IOException(
                    uri + " has " + status.getLen() + " bytes, at most " + LARGEST_FILE);
        }
        try (InputStream in = files.open(path)) {
            return in.readAllBytes();
        }
    }
}
