package io.attentionfutures.training.imports;

import static io.attentionfutures.training.imports.Perceptron.perceptron;
import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.forecast.DemandForecast;
import io.attentionfutures.forecast.model.Architecture;
import io.attentionfutures.forecast.model.BundledNetwork;
import io.attentionfutures.forecast.model.FeatureExtractor;
import io.attentionfutures.forecast.model.ModelBundle;
import io.attentionfutures.forecast.model.NetworkScorer;
import io.attentionfutures.forecast.model.ScoringEngines;
import io.attentionfutures.forecast.onnx.OnnxGraph;
import io.attentionfutures.forecast.onnx.OnnxNode;
import io.attentionfutures.forecast.onnx.OnnxTensor;
import io.attentionfutures.forecast.onnx.OnnxValue;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ImportCommandTest {

    private static final long STEPS = FeatureExtractor.STEPS;
    private static final long FEATURES = FeatureExtractor.FEATURES;
    private static final long HORIZON = DemandForecast.HORIZON;
    private static final long INNER = Perceptron.INNER;
    private static final OnnxValue INPUT =
            OnnxValue.floats("anything", OnnxValue.ANY, STEPS, FEATURES);
    private static final OnnxValue OUTPUT = OnnxValue.floats("result", OnnxValue.ANY, HORIZON);

    private final Random random = new Random(2);
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir private Path folder;

    private Path model;
    private Path manifest;
    private Path output;

    @BeforeEach
    void place() throws IOException {
        model = folder.resolve("model.onnx");
        manifest = folder.resolve("model.json");
        output = folder.resolve("sub/bundle.zip");
        Files.writeString(manifest, manifest("\"period\": \"10m\""));
    }

    @Test
    void aPerceptronBecomesABundleThatScores() {
        float[] first = weights(STEPS * FEATURES * INNER);
        float[] second = weights(INNER * HORIZON);
        assertThat(run(perceptron(INPUT, OUTPUT, first, second))).as(err.toString()).isZero();
        assertThat(out.toString()).contains("bundle " + output + " (my-model-");
        ModelBundle bundle = ModelBundle.load(output);
        assertThat(bundle.manifest().periodMillis()).isEqualTo(600_000);
        assertThat(bundle.manifest().library()).isEqualTo("onnx a test");
        assertThat(bundle.trainedThroughMillis("any")).isEqualTo(1_769_817_600_000L);
        BundledNetwork network = bundle.network("imported");
        assertThat(network.manifest().architecture()).isEqualTo(Architecture.IMPORTED);
        float[][] row = new float[(int) FEATURES][(int) STEPS];
        for (float[] feature : row) {
            for (int t = 0; t < STEPS; t++) {
                feature[t] = (float) random.nextGaussian();
            }
        }
        try (NetworkScorer scorer =
                ScoringEngines.open(ScoringEngines.AUTO, network, OptionalInt.empty())) {
            float[] score = scorer.score(List.of(row, row))[1];
            assertThat(score).hasSize(DemandForecast.HORIZON);
        }
    }

    @Test
    void aModelForOneRowAtATimeIsScoredRowByRow() {
        OnnxValue eight = OnnxValue.floats("anything", 8L, STEPS, FEATURES);
        refused(plain(eight, OUTPUT), "float[8, 24, ", "with a batch of any size");
        OnnxValue one = OnnxValue.floats("anything", 1L, STEPS, FEATURES);
        assertThat(run(plain(one, OnnxValue.floats("result", 1L, HORIZON)))).isZero();
    }

    @Test
    void aModelThatReadsOrPutsOutSomethingElseIsRefusedWithItsShape() {
        OnnxValue narrow = OnnxValue.floats("anything", OnnxValue.ANY, STEPS, FEATURES - 1);
        refused(plain(narrow, OUTPUT), "has the inputs ['anything' float[any, 24, ");
        OnnxValue days = OnnxValue.floats("result", OnnxValue.ANY, 7L);
        refused(plain(INPUT, days), "has the outputs ['result' float[any, 7]]");
        OnnxValue doubles = new OnnxValue("anything", OnnxTensor.DOUBLE, INPUT.shape());
        refused(plain(doubles, OUTPUT), "type11[any, 24, ");
        OnnxGraph two =
                with(plain(INPUT, OUTPUT), 14, 8, List.of(INPUT, OnnxValue.floats("more", 1L)));
        refused(two, "'more' float[1]", "instead of one");
        OnnxValue open = new OnnxValue("result", OnnxTensor.FLOAT, List.of());
        float[] second = weights(INNER * 7);
        refused(perceptron(INPUT, open, weights(STEPS * FEATURES * INNER), second), "model.onnx: ");
    }

    @Test
    void anUnknownOperatorIsNamed() {
        OnnxGraph graph = plain(INPUT, OUTPUT);
        List<OnnxNode> nodes = new ArrayList<>(graph.nodes());
        nodes.set(2, OnnxNode.of("NoSuchOperator", List.of("sums"), List.of("inner")));
        OnnxGraph unknown =
                new OnnxGraph(
                        8, 14, "", nodes, graph.initialisers(), List.of(INPUT), List.of(OUTPUT));
        refused(unknown, "does not know the operator 'NoSuchOperator'");
    }

    @Test
    void aModelOfAnotherTimeOrMachineIsRefused() {
        OnnxGraph graph = plain(INPUT, OUTPUT);
        refused(with(graph, 99, 8, List.of(INPUT)), "ONNX opset 99, this program reads 7 to 26");
        refused(with(graph, 14, 99, List.of(INPUT)), "ONNX IR version 99");
        List<OnnxTensor> elsewhere = new ArrayList<>(graph.initialisers());
        OnnxTensor first = elsewhere.get(0);
        elsewhere.set(
                0,
                new OnnxTensor(
                        first.name(), first.type(), first.shape(), ByteBuffer.allocate(0), true));
        refused(
                new OnnxGraph(8, 14, "", graph.nodes(), elsewhere, graph.inputs(), graph.outputs()),
                "keeps the weights 'first' in another file");
    }

    @Test
    void weightsAndOutputsThatAreNotFiniteAreRefused() {
        float[] broken = weights(INNER * HORIZON);
        broken[3] = Float.NaN;
        float[] first = weights(STEPS * FEATURES * INNER);
        refused(perceptron(INPUT, OUTPUT, first, broken), "not finite ('second')");
        Arrays.fill(broken, Float.MAX_VALUE);
        refused(perceptron(INPUT, OUTPUT, first, broken), "for ordinary features");
    }

    @Test
    void aModelThatEndsTheProcessThatScoresItIsRefused() {
        OnnxGraph graph =
                OnnxGraph.read(
                        BundledNetwork.trained(
                                        "n",
                                        Architecture.LSTM,
                                        3,
                                        1,
                                        1,
                                        weights(Architecture.LSTM.parameterCount(3)))
                                .onnx());
        List<OnnxNode> nodes = new ArrayList<>(graph.nodes());
        OnnxNode lstm = nodes.get(1);
        nodes.set(
                1,
                OnnxNode.of("LSTM", lstm.inputs().subList(1, 4), lstm.outputs())
                        .with("hidden_size", 3L));
        refused(
                new OnnxGraph(
                        8, 14, "", nodes, graph.initialisers(), graph.inputs(), graph.outputs()),
                "ONNX Runtime broke down over it");
    }

    @Test
    void whatIsNoModelIsRefused() throws IOException {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString().trim()).isEqualTo("afm: " + model + ": there is no such file");
        Files.writeString(model, "this is no model at all");
        said("not an ONNX model, or truncated");
        byte[] whole = plain(INPUT, OUTPUT).toBytes();
        Files.write(model, Arrays.copyOf(whole, whole.length / 2));
        said("not an ONNX model, or truncated");
        Files.write(model, new byte[0]);
        said("not an ONNX model, or truncated");
    }

    @Test
    void aManifestThatDoesNotFitIsRefusedWithTheKey() throws IOException {
        Files.write(model, plain(INPUT, OUTPUT).toBytes());
        manifestSaid("{", "not JSON");
        manifestSaid("[]", "not a JSON object");
        manifestSaid(manifest("\"period\": \"1h\", \"colour\": 1"), "unknown key 'colour', known");
        manifestSaid(manifest("\"period\": \"7h\""), "does not divide a day");
        manifestSaid(manifest("\"period\": \"soon\""), "'soon' is not like 1h");
        manifestSaid(manifest("\"period\": \"1h\", \"periodMillis\": 1"), "either period");
        String good = manifest("\"periodMillis\": 3600000");
        manifestSaid(good.replace("\"my-model\"", "\"my model\""), "name 'my model'");
        manifestSaid(
                good.replace(FeatureExtractor.NORMALISER, "z-score"), "normaliser is \"z-score\"");
        manifestSaid(
                good.replace("ersion\": " + FeatureExtractor.FEATURE_VERSION, "ersion\": 77"),
                "featureVersion is 77");
        manifestSaid(
                good.replace("2026-01-31T00:00:00Z", "January"), "trainedThrough is \"January\"");
        manifestSaid("{\"name\": \"a\"}", "'featureVersion' is missing");
        Files.writeString(
                manifest,
                good.replace("\"2026-01-31T00:00:00Z\"", "{\"gpu\": \"2026-01-31T00:00:00Z\"}"));
        assertThat(run("--json")).isZero();
        assertThat(out.toString()).contains("\"architecture\" : \"imported\"", "\"gpu\" : 17698");
    }

    @Test
    void theReadmeListsTheColumnsOfTheFeatures() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        assertThat(readme)
                .contains("feature version " + FeatureExtractor.FEATURE_VERSION + "\n")
                .contains("\"featureVersion\": " + FeatureExtractor.FEATURE_VERSION)
                .contains("\"normaliser\": \"" + FeatureExtractor.NORMALISER + "\"")
                .contains("float[batch, " + STEPS + ", " + FEATURES + "]");
        assertThat(readme.lines().filter(line -> line.matches("\\| \\d+ \\|.*")))
                .hasSize(FeatureExtractor.FEATURES);
    }

    private void manifestSaid(String text, String why) throws IOException {
        Files.writeString(manifest, text);
        err.getBuffer().setLength(0);
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString().trim())
                .startsWith("afm: " + manifest + ": ")
                .contains(why)
                .hasLineCount(1);
    }

    private static String manifest(String period) {
        return String.format(
                "{\"name\": \"my-model\", \"featureVersion\": %d, \"normaliser\": \"%s\", %s,"
                        + " \"trainedThrough\": \"2026-01-31T00:00:00Z\"}",
                FeatureExtractor.FEATURE_VERSION, FeatureExtractor.NORMALISER, period);
    }

    private void refused(OnnxGraph graph, String... why) {
        err.getBuffer().setLength(0);
        assertThat(run(graph)).isEqualTo(2);
        assertThat(err.toString().trim())
                .startsWith("afm: " + model + ": ")
                .contains(why)
                .hasLineCount(1);
        assertThat(output).doesNotExist();
    }

    private void said(String why) {
        err.getBuffer().setLength(0);
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).contains(why);
    }

    private int run(OnnxGraph graph) {
        try {
            Files.write(model, graph.toBytes());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return run();
    }

    private int run(String... more) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                model.toString(),
                                "--manifest",
                                manifest.toString(),
                                "--output",
                                output.toString()));
        arguments.addAll(List.of(more));
        return new CommandLine(new ImportCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments.toArray(new String[0]));
    }

    private OnnxGraph plain(OnnxValue input, OnnxValue result) {
        return perceptron(
                input, result, weights(STEPS * FEATURES * INNER), weights(INNER * HORIZON));
    }

    private static OnnxGraph with(OnnxGraph graph, long opset, long ir, List<OnnxValue> inputs) {
        return new OnnxGraph(
                ir, opset, "", graph.nodes(), graph.initialisers(), inputs, graph.outputs());
    }

    private float[] weights(long count) {
        float[] weights = new float[(int) count];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) random.nextGaussian() / 10;
        }
        return weights;
    }
}
