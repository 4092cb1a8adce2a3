package io.attentionfutures.forecast.model;

import io.attentionfutures.forecast.onnx.OnnxFormatException;
import io.attentionfutures.forecast.onnx.OnnxGraph;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A network as bundles hold it: its ONNX file, which has the one copy of the weights, and what the
 * manifest says about it.
 *
 * <p>The graph reads one float tensor {@code [batch, }{@link FeatureExtractor#STEPS}{@code ,
 * }{@link FeatureExtractor#FEATURES}{@code ]}, named {@code features} in networks trained here, and
 * computes one float tensor {@code [batch, }{@link
 * io.attentionfutures.forecast.DemandForecast#HORIZON}{@code ]}, named {@code output}. Immutable.
 */
public final class BundledNetwork {

    private final NetworkManifest manifest;
    private final byte[] onnx;

    /**
     * @param manifest what the bundle says about the network
     * @param onnx its ONNX file; copied
     * @throws ModelBundleException if the file cannot be used, or is not what the manifest says
     */
    public BundledNetwork(NetworkManifest manifest, byte[] onnx) {
        this.manifest = manifest;
        this.onnx = onnx.clone();
        NetworkCheck.check(manifest, this.onnx);
    }

    /**
     * A network that was trained here.
     *
     * @param name its name in the bundle
     * @param architecture one that can be trained
     * @param hidden width of its recurrent layer
     * @param seed seed of all random choices
     * @param epochs epochs of training
     * @param parameters in the order of {@link Architecture#parameterCount}
     * @throws ModelBundleException if there are too few or too many, or some are not finite
     */
    public static BundledNetwork trained(
            String name,
            Architecture architecture,
            int hidden,
            long seed,
            int epochs,
            float[] parameters) {
        NetworkCheck.checkCount(name, architecture, hidden, parameters.length);
        byte[] onnx = RecurrentGraph.of(architecture, hidden, parameters).toBytes();
        return new BundledNetwork(
                new NetworkManifest(name, architecture, hidden, seed, epochs, sha256(onnx)), onnx);
    }

    /**
     * A network from a user's own ONNX file.
     *
     * @throws ModelBundleException if it does not have the one input and output that it must have
     */
    public static BundledNetwork imported(String name, byte[] onnx) {
        return new BundledNetwork(
                new NetworkManifest(name, Architecture.IMPORTED, 0, 0, 0, sha256(onnx)), onnx);
    }

    /** What the bundle says about the network. */
    public NetworkManifest manifest() {
        return manifest;
    }

    /** Its name in the bundle. */
    public String name() {
        return manifest.name();
    }

    /** The ONNX file; a copy. */
    public byte[] onnx() {
        return onnx.clone();
    }

    /**
     * The parameters that the network was made of, bit by bit, in the order of {@link
     * Architecture#parameterCount}.
     *
     * @throws ModelBundleException if it was imported
     */
    public float[] parameters() {
        if (!manifest.architecture().isTrainable()) {
            throw new ModelBundleException(
                    "network '" + name() + "' was imported: it can be scored, but not trained");
        }
        try {
            return RecurrentGraph.parameters(
                    OnnxGraph.read(onnx), manifest.architecture(), manifest.hidden());
        } catch (OnnxFormatException e) {
            throw new ModelBundleException("network '" + name() + "': " + e.getMessage(), e);
        }
    }

    /** The bytes themselves, not copied. */
    byte[] bytes() {
        return onnx;
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
