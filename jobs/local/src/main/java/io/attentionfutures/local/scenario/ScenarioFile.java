package io.attentionfutures.local.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.attentionfutures.local.UserError;
import io.attentionfutures.local.agents.Given;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A scenario and the YAML text that it was read from.
 *
 * @param name preset or file
 * @param text the YAML
 * @param scenario what it says
 */
public record ScenarioFile(String name, String text, Scenario scenario) {
    /** The presets that come along. */
    public static final List<String> PRESETS =
            List.of(
                    "algo-trading",
                    "cloud-platform",
                    "hospital-imaging",
                    "lorry-slots",
                    "research-cluster");

    private static final YAMLMapper YAML =
            YAMLMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .build();

    /**
     * Reads a preset, or a file.
     *
     * @throws UserError if there is none or it is wrong; the message names file and field
     */
    public static ScenarioFile read(String name) {
        if (PRESETS.contains(name)) {
            return parse(name, preset(name));
        }
        Path file = Path.of(name);
        if (!Files.isRegularFile(file)) {
            throw new UserError(
                    "there is no scenario '"
                            + name
                            + "': name a YAML file or one of "
                            + String.join(", ", PRESETS));
        }
        try {
            return parse(name, Files.readString(file));
        } catch (CharacterCodingException e) {
            throw new UserError("cannot read scenario " + name + ": it is not UTF-8 text", e);
        } catch (IOException e) {
            throw new UserError("cannot read scenario " + name + ": " + e.getMessage(), e);
        }
    }

    private static String preset(String name) {
        String resource = "/scenarios/" + name + ".yaml";
        try (InputStream in = ScenarioFile.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static ScenarioFile parse(String name, String text) {
        try {
            JsonNode tree = YAML.readTree(text);
            Given.holds(tree != null && tree.isObject(), "it has no fields");
            KnownFields.require("", tree, Scenario.class);
            Scenario scenario = YAML.readValue(text, Scenario.class);
            for (ScenarioMarket market : scenario.markets()) {
                ScenarioSpecifications.of(scenario, market.name(), market.capacity(), 0);
            }
            return new ScenarioFile(name, text, scenario);
        } catch (JsonProcessingException e) {
            throw new UserError("scenario " + name + ": " + complaint(e), e);
        } catch (IllegalArgumentException e) {
            throw new UserError("scenario " + name + ": " + e.getMessage(), e);
        }
    }

    private static String complaint(JsonProcessingException failure) {
        String path =
                failure instanceof JsonMappingException mapping
                        ? mapping.getPath().stream()
                                .map(
                                        step ->
                                                step.getFieldName() == null
                                                        ? "[" + step.getIndex() + "]"
                                                        : "." + step.getFieldName())
                                .collect(Collectors.joining())
                        : "";
        String where = path.startsWith(".") ? path.substring(1) + ": " : "";
        int line = failure.getLocation() == null ? 0 : failure.getLocation().getLineNr();
        // Of the whole text the parser only knows where it ends.
        boolean within =
                line > 0 && !(where.isEmpty() && failure instanceof ValueInstantiationException);
        String at = within ? "line " + line + ", " : "";
        if (failure instanceof ValueInstantiationException && failure.getCause() != null) {
            return at + where + failure.getCause().getMessage();
        }
        if (failure instanceof InvalidFormatException wrong) {
            return at
                    + where
                    + "'"
                    + wrong.getValue()
                    + "' is not "
                    + allowed(wrong.getTargetType());
        }
        return at + where + failure.getOriginalMessage().lines().findFirst().orElse("");
    }

    private static String allowed(Class<?> type) {
        if (type.isEnum()) {
            return "one of " + List.of(type.getEnumConstants());
        }
        return switch (type.getSimpleName()) {
            case "Integer", "int", "Long", "long" -> "a whole number";
            case "Double", "double" -> "a number";
            case "Boolean", "boolean" -> "true or false";
            default -> "a " + type.getSimpleName();
        };
    }
}
