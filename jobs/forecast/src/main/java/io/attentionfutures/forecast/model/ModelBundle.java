package io.attentionfutures.forecast.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A trained model: what it says about itself, and its networks. In a file it is a zip of {@code
 * manifest.json} and one {@code <network>.onnx} per network; equal bundles are equal byte by byte.
 * Immutable.
 */
public final class ModelBundle {

    /** Version of the file format. */
    public static final int FORMAT_VERSION = 2;

    /** The kind of machine that bundles are for: an ONNX file is the same on all of them. */
    public static final String PLATFORM = "any";

    private final ModelManifest manifest;
    private final List<BundledNetwork> networks;
    private final String version;

    /**
     * @param manifest what the bundle says about its model
     * @param networks its networks, in the manifest's order
     * @throws ModelBundleException if the parts do not fit each other or this code
     */
    public ModelBundle(ModelManifest manifest, List<BundledNetwork> networks) {
        this.manifest = manifest;
        this.networks = List.copyOf(networks);
        BundleCheck.check(manifest, this.networks);
        this.version = manifest.name() + "-" + BundleArchive.fingerprint(manifest).substring(0, 12);
    }

    /**
     * Reads a bundle.
     *
     * @throws ModelBundleException if the file is missing, truncated, not a bundle, of another
     *     format, feature version, normaliser or kind of machine, or holds weights that are not
     *     finite; the message begins with the file's name
     */
    public static ModelBundle load(Path file) {
        return BundleArchive.load(file);
    }

    /**
     * Reads a bundle from the bytes of its file.
     *
     * @throws ModelBundleException as {@link #load(Path)}
     */
    public static ModelBundle fromBytes(byte[] bytes) {
        return BundleArchive.read(bytes, "model bundle");
    }

    /** Writes the file at once or not at all: a temporary file beside it is moved over it. */
    public void save(Path file) throws IOException {
        BundleArchive.save(this, file);
    }

    /** The bytes of the file. */
    public byte[] toBytes() {
        return BundleArchive.bytes(this);
    }

    /** What the bundle says about its model. */
    public ModelManifest manifest() {
        return manifest;
    }

    /** The networks, the one to score with first; at least one. */
    public List<BundledNetwork> networks() {
        return networks;
    }

    /**
     * The network of a name.
     *
     * @throws ModelBundleException if there is none
     */
    public BundledNetwork network(String name) {
        return networks.stream()
                .filter(network -> network.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new ModelBundleException(
                                        "the model bundle has no network '"
                                                + name
                                                + "', only "
                                                + networks.stream()
                                                        .map(BundledNetwork::name)
                                                        .toList()));
    }

    /** Name and version: the name, and the begin of the hash of all that the bundle holds. */
    public String version() {
        return version;
    }

    /**
     * End of the last window that training saw of this market; of a market that was not in the
     * training data, the latest of all, since markets move together.
     */
    public long trainedThroughMillis(String market) {
        Long own = manifest.trainedThroughMillis().get(market);
        return own != null
                ? own
                : manifest.trainedThroughMillis().values().stream()
                        .mapToLong(Long::longValue)
                        .max()
                        .orElse(Long.MIN_VALUE);
    }

    /** This bundle with other metrics. */
    public ModelBundle withMetrics(List<SeriesMetrics> metrics) {
        return new ModelBundle(manifest.withMetrics(metrics), networks);
    }
}
