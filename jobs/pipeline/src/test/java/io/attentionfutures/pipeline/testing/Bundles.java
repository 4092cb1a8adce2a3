package io.attentionfutures.pipeline.testing;

import io.attentionfutures.forecast.DemandForecast;
import io.attentionfutures.forecast.model.Architecture;
import io.attentionfutures.forecast.model.BundledNetwork;
import io.attentionfutures.forecast.model.FeatureExtractor;
import io.attentionfutures.forecast.model.ModelBundle;
import io.attentionfutures.forecast.model.ModelManifest;
import io.attentionfutures.forecast.release.ModelRelease;
import io.attentionfutures.forecast.release.ModelShelf;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Model bundles that nobody trained, whole and broken ones, and releases of them. */
public final class Bundles {
    public static final long HOUR = 3_600_000;
    private static final int HIDDEN = 4;

    private Bundles() {}

    /**
     * A model for windows of an hour whose network adds the same to every combined simple forecast:
     * the further from zero, the worse it is.
     *
     * @param name its name
     * @param bias what it adds, in units of the series' scale
     * @param trainedThroughMillis end of what its training saw of every market
     */
    public static ModelBundle biased(String name, double bias, long trainedThroughMillis) {
        return biased(name, bias, trainedThroughMillis, HOUR);
    }

    /** The same for windows of another length. */
    public static ModelBundle biased(
            String name, double bias, long trainedThroughMillis, long periodMillis) {
        float[] weights = new float[Architecture.LSTM.parameterCount(HIDDEN)];
        Arrays.fill(weights, weights.length - DemandForecast.HORIZON, weights.length, (float) bias);
        return of(name, weights, trainedThroughMillis, periodMillis);
    }

    /** A model whose weights are finite and whose forecasts are not. */
    public static ModelBundle endless() {
        float[] weights = new float[Architecture.LSTM.parameterCount(HIDDEN)];
        Arrays.fill(weights, 1e38f);
        return of("endless", weights, 0, HOUR);
    }

    private static ModelBundle of(
            String name, float[] weights, long trainedThroughMillis, long periodMillis) {
        List<BundledNetwork> networks =
                List.of(BundledNetwork.trained("lstm", Architecture.LSTM, HIDDEN, 1, 1, weights));
        return new ModelBundle(
                new ModelManifest(
                        ModelBundle.FORMAT_VERSION,
                        name,
                        FeatureExtractor.FEATURE_VERSION,
                        FeatureExtractor.NORMALISER,
                        ModelBundle.PLATFORM,
                        periodMillis,
                        "",
                        "none",
                        new TreeMap<>(Map.of("any", trainedThroughMillis)),
                        networks.stream().map(BundledNetwork::manifest).toList(),
                        List.of()),
                networks);
    }

    /** A release of a bundle whose file is written to the folder. */
    public static ModelRelease released(Path folder, String id, ModelBundle bundle, long timeMillis)
            throws IOException {
        return released(folder, id, bundle.version(), bundle.toBytes(), timeMillis);
    }

    /** A release of any bytes. */
    public static ModelRelease released(
            Path folder, String id, String version, byte[] bytes, long timeMillis)
            throws IOException {
        Path file = folder.resolve(id + ".zip");
        Files.write(file, bytes);
        return new ModelRelease(
                "default",
                id,
                version,
                file.toUri().toString(),
                ModelShelf.sha256(bytes),
                timeMillis,
                0,
                timeMillis);
    }

    /** The bundle's file with another text in its manifest. */
    public static byte[] withManifest(ModelBundle bundle, String text, String other) {
        Map<String, byte[]> entries = entries(bundle.toBytes());
        String manifest = new String(entries.get("manifest.json"), StandardCharsets.UTF_8);
        if (!manifest.contains(text)) {
            throw new IllegalArgumentException(manifest);
        }
        entries.put(
                "manifest.json", manifest.replace(text, other).getBytes(StandardCharsets.UTF_8));
        return zip(entries);
    }

    /** The bundle's file with one weight of its first network replaced, and the hash with it. */
    public static byte[] withWeight(ModelBundle bundle, float weight, float other) {
        String entry = bundle.networks().get(0).name() + ".onnx";
        String hash = bundle.networks().get(0).manifest().sha256();
        byte[] onnx = bundle.networks().get(0).onnx();
        byte[] wanted = bytes(weight);
        for (int i = 0; i <= onnx.length - wanted.length; i++) {
            if (Arrays.equals(onnx, i, i + wanted.length, wanted, 0, wanted.length)) {
                System.arraycopy(bytes(other), 0, onnx, i, wanted.length);
                Map<String, byte[]> entries =
                        entries(withManifest(bundle, hash, ModelShelf.sha256(onnx)));
                entries.put(entry, onnx);
                return zip(entries);
            }
        }
        throw new IllegalArgumentException("no weight is " + weight);
    }

    private static byte[] bytes(float value) {
        return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(value).array();
    }

    private static Map<String, byte[]> entries(byte[] file) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }

    private static byte[] zip(Map<String, byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
