package io.attentionfutures.training.imports;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.attentionfutures.forecast.model.FeatureExtractor;
import io.attentionfutures.forecast.model.ModelBundle;
import io.attentionfutures.forecast.model.ModelBundleException;
import io.attentionfutures.forecast.model.ScoringEngineException;
import io.attentionfutures.training.run.RunFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The command {@code import}: a user's own ONNX model and what they say about it in, a model bundle
 * out. Exit code 0, or 2 for a model that cannot be used, with one line on standard error; the
 * bundle is written whole or not at all.
 */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description =
                "Makes a model bundle of your own ONNX model, such as PyTorch, Keras or TensorFlow"
                        + " export. The model must read one float tensor [batch, "
                        + FeatureExtractor.STEPS
                        + ", "
                        + FeatureExtractor.FEATURES
                        + "] and put out one float tensor [batch, 24], with a batch of any size.",
        footerHeading = "%nThe manifest is a JSON file:%n",
        footer = {
            "  {",
            "    \"name\": \"my-model\",",
            "    \"featureVersion\": " + FeatureExtractor.FEATURE_VERSION + ",",
            "    \"normaliser\": \"" + FeatureExtractor.NORMALISER + "\",",
            "    \"period\": \"1h\",",
            "    \"trainedThrough\": \"2026-01-31T00:00:00Z\"",
            "  }",
            "featureVersion and normaliser say which features it was trained on; model-training's"
                    + " README lists their columns. period, or periodMillis, is the length of its"
                    + " windows. trainedThrough is the end of its training data, or an object with"
                    + " one time per market: the model does not forecast before it."
        })
public final class ImportCommand implements Callable<Integer> {

    private static final int UNUSABLE = 2;

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "MODEL.onnx", description = "The model.")
    private Path model;

    @Option(
            names = "--manifest",
            required = true,
            paramLabel = "FILE",
            description = "What you say about the model, as JSON.")
    private Path manifest;

    @Option(
            names = "--output",
            defaultValue = "bundle.zip",
            paramLabel = "FILE",
            description = "The bundle to write. Default: ${DEFAULT-VALUE}.")
    private Path output;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try {
            ModelBundle bundle = ModelImport.of(model, manifest);
            bundle.save(output);
            out.println(json ? asJson(bundle) : "bundle " + output + " (" + bundle.version() + ")");
            out.flush();
            return 0;
        } catch (ModelBundleException | ScoringEngineException e) {
            return unusable(e.getMessage());
        } catch (IOException e) {
            return unusable(output + ": cannot be written: " + RunFiles.reason(e));
        }
    }

    private String asJson(ModelBundle bundle) throws IOException {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("bundle", output.toString());
        report.put("model", bundle.version());
        report.put("library", bundle.manifest().library());
        report.put("networks", bundle.manifest().networks());
        report.put("trainedThroughMillis", bundle.manifest().trainedThroughMillis());
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(report);
    }

    private int unusable(String why) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("afm: " + why);
        err.flush();
        return UNUSABLE;
    }
}
