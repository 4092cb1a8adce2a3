package io.attentionfutures.forecast.release;

import io.attentionfutures.forecast.DemandForecast;
import io.attentionfutures.forecast.DemandSeries;
import io.attentionfutures.forecast.ForecastEngine;
import io.attentionfutures.forecast.model.FeatureExtractor;
import io.attentionfutures.forecast.model.ModelBundle;
import io.attentionfutures.forecast.model.ModelBundleException;
import io.attentionfutures.forecast.model.ModelForecaster;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;

/**
 * Released models ready to score, loaded when they are first asked for and only if they pass every
 * check: the file is whole and the one that was released, the bundle is one that this program can
 * use, and a made-up history scores to finite numbers. Holds native memory; not thread-safe.
 */
public final class ModelShelf implements AutoCloseable {

    private static final long SMOKE_END_DAYS = 20_000;
    private static final long DAY_MILLIS = 86_400_000;
    private static final long SHORTEST_PERIOD_MILLIS = 60_000;

    private final BundleSource files;
    private final Function<ModelBundle, ModelForecaster> scorers;
    private final Map<ModelRelease, ForecastEngine> loaded = new HashMap<>();
    private final Map<ModelRelease, ModelBundleException> unusable = new HashMap<>();

    /**
     * @param files where bundles are read from
     * @param scorers makes a bundle ready to score
     */
    public ModelShelf(BundleSource files, Function<ModelBundle, ModelForecaster> scorers) {
        this.files = files;
        this.scorers = scorers;
    }

    /**
     * The engine of a release.
     *
     * @throws ModelBundleException if its bundle cannot be used; the message is one line that says
     *     why. A release that once could not be used is not tried again
     */
    public ForecastEngine engine(ModelRelease release) {
        ForecastEngine engine = loaded.get(release);
        if (engine != null) {
            return engine;
        }
        ModelBundleException known = unusable.get(release);
        if (known != null) {
            throw known;
        }
        try {
            engine = new ForecastEngine(load(release));
        } catch (ModelBundleException e) {
            unusable.put(release, e);
            throw e;
        }
        loaded.put(release, engine);
        return engine;
    }

    private ModelForecaster load(ModelRelease release) {
        byte[] bytes;
        try {
            bytes = files.read(release.uri());
        } catch (IOException e) {
            throw new ModelBundleException(release.uri() + " cannot be read: " + firstLine(e), e);
        }
        String hash = sha256(bytes);
        if (!hash.equals(release.sha256())) {
            throw new ModelBundleException(
                    release.uri()
                            + " is not the file that was released: it has "
                            + bytes.length
                            + " bytes and the SHA-256 "
                            + hash
                            + ", the release says "
                            + release.sha256());
        }
        ModelBundle bundle = ModelBundle.fromBytes(bytes);
        if (!bundle.version().equals(release.version())) {
            throw new ModelBundleException(
                    release.uri()
                            + " holds the model "
                            + bundle.version()
                            + ", the release says "
                            + release.version());
        }
        return ready(bundle);
    }

    /**
     * Makes a bundle ready to score and scores a made-up history.
     *
     * @throws ModelBundleException if it does not come to finite numbers
     */
    public ModelForecaster ready(ModelBundle bundle) {
        ModelForecaster model = null;
        try {
            model = scorers.apply(bundle);
            requireFinite(model);
            return model;
        } catch (RuntimeException e) {
            // Whatever an engine makes of a foreign network: it must not stop the market.
            if (model != null) {
                model.close();
            }
            throw e instanceof ModelBundleException known
                    ? known
                    : new ModelBundleException(
                            "the model " + bundle.version() + " cannot score: " + firstLine(e), e);
        }
    }

    private static void requireFinite(ModelForecaster model) {
        long period = model.bundle().manifest().periodMillis();
        if (period < SHORTEST_PERIOD_MILLIS) {
            throw new ModelBundleException(
                    "the model "
                            + model.bundle().version()
                            + " is for windows of "
                            + period
                            + " ms");
        }
        double[] used = new double[FeatureExtractor.minimumWindows(period)];
        Arrays.setAll(used, i -> 50 + 10 * StrictMath.sin(i / 4.0));
        DemandSeries series =
                new DemandSeries("smoke", period, SMOKE_END_DAYS * DAY_MILLIS, used, 100);
        SortedMap<String, double[]> networks = model.points(List.of(series)).get(0);
        networks.forEach(
                (network, points) -> {
                    if (points.length != DemandForecast.HORIZON
                            || !Arrays.stream(points).allMatch(Double::isFinite)) {
                        throw new ModelBundleException(
                                "the network '"
                                        + network
                                        + "' of "
                                        + model.bundle().version()
                                        + " forecasts a made-up history with numbers that are not"
                                        + " finite");
                    }
                });
    }

    /** Frees all models but those of the given releases. */
    public void keepOnly(Set<ModelRelease> releases) {
        unusable.keySet().retainAll(releases);
        loaded.entrySet()
                .removeIf(
                        entry -> {
                            boolean unused = !releases.contains(entry.getKey());
                            if (unused) {
                                entry.getValue().close();
                            }
                            return unused;
                        });
    }

    /** Number of models that are loaded. */
    public int size() {
        return loaded.size();
    }

    /** The hash of a file, in lower-case hexadecimal digits. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String firstLine(Exception failure) {
        String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        return message.lines().findFirst().orElse(failure.toString());
    }

    @Override
    public void close() {
        loaded.values().forEach(ForecastEngine::close);
        loaded.clear();
    }
}
