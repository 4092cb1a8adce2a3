package io.attentionfutures.training.imports;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.attentionfutures.forecast.Season;
import io.attentionfutures.forecast.model.FeatureExtractor;
import io.attentionfutures.forecast.model.ModelBundleException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a user says about a model of their own.
 *
 * @param name the model's name: letters, digits, dots, hyphens and underscores
 * @param periodMillis length of the windows it was trained on
 * @param trainedThroughMillis per market the end of the last window that training saw; the empty
 *     name is for all others
 */
record ImportManifest(
        String name, long periodMillis, SortedMap<String, Long> trainedThroughMillis) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final int LARGEST_FILE = 1 << 20;
    private static final List<String> KEYS =
            List.of(
                    "name",
                    "featureVersion",
                    "normaliser",
                    "period",
                    "periodMillis",
                    "trainedThrough");
    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build();

    /**
     * Reads the file.
     *
     * @throws ModelBundleException if it is missing or says what cannot be used; the message begins
     *     with the file's name
     */
    static ImportManifest read(Path file) {
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw new ModelBundleException(file + ": too large for a manifest");
            }
            return of(JSON.readTree(Files.readAllBytes(file)));
        } catch (NoSuchFileException e) {
            throw new ModelBundleException(file + ": there is no such file", e);
        } catch (JacksonException e) {
            String fault = e.getOriginalMessage().lines().findFirst().orElse("");
            throw new ModelBundleException(file + ": not JSON: " + fault, e);
        } catch (IOException e) {
            throw new ModelBundleException(file + ": cannot be read: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new ModelBundleException(file + ": " + e.getMessage(), e);
        }
    }

    private static ImportManifest of(JsonNode root) {
        require(root.isObject(), "not a JSON object");
        for (Iterator<String> names = root.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            require(KEYS.contains(name), "unknown key '%s', known are %s", name, KEYS);
        }
        String name = text(root, "name");
        require(
                NAME.matcher(name).matches(),
                "name '%s': use up to 64 letters, digits, dots, hyphens and underscores",
                name);
        requireSame(root, "featureVersion", FeatureExtractor.FEATURE_VERSION);
        requireSame(root, "normaliser", FeatureExtractor.NORMALISER);
        return new ImportManifest(name, period(root), trainedThrough(root));
    }

    private static void requireSame(JsonNode root, String key, Object expected) {
        JsonNode value = root.path(key);
        require(!value.isMissingNode(), "'%s' is missing: this program has %s", key, expected);
        require(
                value.asText().equals(expected.toString()),
                "%s is %s, this program computes %s: train on features of that kind",
                key,
                value,
                expected);
    }

    private static long period(JsonNode root) {
        require(
                root.has("period") != root.has("periodMillis"),
                "either period, such as \"1h\", or periodMillis must be there");
        long millis;
        if (root.has("periodMillis")) {
            require(root.get("periodMillis").isIntegralNumber(), "periodMillis is not a number");
            millis = root.get("periodMillis").asLong();
        } else {
            String text = text(root, "period");
            try {
                millis = Duration.parse("PT" + text.toUpperCase(Locale.ROOT)).toMillis();
            } catch (DateTimeException | ArithmeticException e) {
                throw new IllegalArgumentException(
                        "period '" + text + "' is not like 1h, 10m or 30s", e);
            }
        }
        try {
            Season.of(millis);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new IllegalArgumentException(
                    "a period of " + millis + " ms does not divide a day", e);
        }
        return millis;
    }

    private static SortedMap<String, Long> trainedThrough(JsonNode root) {
        JsonNode times = root.path("trainedThrough");
        SortedMap<String, Long> millis = new TreeMap<>();
        if (times.isObject()) {
            for (Map.Entry<String, JsonNode> time : times.properties()) {
                millis.put(time.getKey(), instant(time.getValue()));
            }
        } else {
            millis.put("", instant(times));
        }
        require(!millis.isEmpty(), "trainedThrough names no market");
        return millis;
    }

    private static long instant(JsonNode node) {
        try {
            return Instant.parse(node.asText()).toEpochMilli();
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException(
                    "trainedThrough is "
                            + (node.isMissingNode() ? "missing" : node.toString())
                            + ": give a time such as \"2026-01-31T00:00:00Z\", or one per market",
                    e);
        }
    }

    private static String text(JsonNode root, String key) {
        JsonNode value = root.path(key);
        require(value.isTextual(), "'%s' is missing or no text", key);
        return value.asText();
    }

    private static void require(boolean condition, String message, Object... arguments) {
        if (!condition) {
            throw new IllegalArgumentException(String.format(message, arguments));
        }
    }
}
