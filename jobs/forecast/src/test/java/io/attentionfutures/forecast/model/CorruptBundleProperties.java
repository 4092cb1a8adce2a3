package io.attentionfutures.forecast.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.forecast.onnx.OnnxFormatException;
import io.attentionfutures.forecast.onnx.OnnxGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class CorruptBundleProperties {

    private final BundledNetwork lstm = network(Architecture.LSTM);
    private final BundledNetwork gru = network(Architecture.GRU);
    private final ModelBundle bundle = bundle(List.of(lstm, gru));
    private final byte[] file = bundle.toBytes();

    @Property(tries = 2000)
    void aDamagedFileIsRefusedOrSaysTheSame(@ForAll long seed) {
        byte[] damaged = damaged(file, new Random(seed));
        try {
            ModelBundle read = ModelBundle.fromBytes(damaged);
            assertThat(read.version()).isEqualTo(bundle.version());
            for (BundledNetwork network : bundle.networks()) {
                assertThat(read.network(network.name()).onnx()).isEqualTo(network.onnx());
            }
        } catch (ModelBundleException e) {
            assertThat(e).hasMessageStartingWith("model bundle: ").message().hasLineCount(1);
        }
    }

    @Property(tries = 2000)
    void aDamagedNetworkIsRefusedOrHasParameters(@ForAll long seed) {
        Random random = new Random(seed);
        BundledNetwork network = random.nextBoolean() ? lstm : gru;
        byte[] damaged = damaged(network.onnx(), random);
        NetworkManifest said = network.manifest();
        NetworkManifest manifest =
                new NetworkManifest(
                        said.name(),
                        said.architecture(),
                        said.hidden(),
                        said.seed(),
                        said.epochs(),
                        BundledNetwork.sha256(damaged));
        try {
            BundledNetwork read = new BundledNetwork(manifest, damaged);
            float[] parameters = read.parameters();
            for (float parameter : parameters) {
                assertThat(parameter).isFinite();
            }
            // Only the weights may differ: what reaches the native code is a graph of ours.
            BundledNetwork ours =
                    BundledNetwork.trained(said.name(), said.architecture(), 3, 1, 1, parameters);
            assertThat(read.onnx()).hasSameSizeAs(ours.onnx());
        } catch (ModelBundleException e) {
            assertThat(e).message().hasLineCount(1);
        }
    }

    @Property(tries = 2000)
    void anyBytesAreAGraphOrAreRefused(@ForAll byte[] bytes) {
        try {
            assertThat(OnnxGraph.read(bytes).outputs()).isNotNull();
        } catch (OnnxFormatException e) {
            assertThat(e).hasMessage("not an ONNX model, or truncated");
        }
    }

    /** Cuts it, or changes some bytes, or both. */
    private static byte[] damaged(byte[] whole, Random random) {
        boolean cut = random.nextInt(4) == 0;
        byte[] bytes = Arrays.copyOf(whole, cut ? random.nextInt(whole.length) : whole.length);
        int changes = random.nextInt(5);
        for (int i = 0; i < changes && bytes.length > 0; i++) {
            // The small fields at both ends matter more than the weights between them.
            int span = random.nextBoolean() ? bytes.length : Math.min(bytes.length, 400);
            int at = random.nextInt(span);
            bytes[random.nextBoolean() ? at : bytes.length - 1 - at] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static BundledNetwork network(Architecture architecture) {
        Random random = new Random(1);
        float[] parameters = new float[architecture.parameterCount(3)];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = (float) random.nextGaussian();
        }
        return BundledNetwork.trained(
                architecture == Architecture.LSTM ? "lstm" : "gru",
                architecture,
                3,
                1,
                1,
                parameters);
    }

    private static ModelBundle bundle(List<BundledNetwork> networks) {
        return new ModelBundle(
                new ModelManifest(
                        ModelBundle.FORMAT_VERSION,
                        "test",
                        FeatureExtractor.FEATURE_VERSION,
                        FeatureExtractor.NORMALISER,
                        ModelBundle.PLATFORM,
                        3_600_000,
                        "",
                        "none",
                        new TreeMap<>(),
                        networks.stream().map(BundledNetwork::manifest).toList(),
                        new ArrayList<>()),
                networks);
    }
}
