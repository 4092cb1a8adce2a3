package io.attentionfutures.forecast.model;

import io.attentionfutures.forecast.DemandForecast;

/** Decides whether a bundle fits this code. */
final class BundleCheck {

    private static final int LARGEST_HIDDEN = 4096;

    private BundleCheck() {}

    static void check(ModelManifest manifest, float[] weights) {
        require(
                manifest.formatVersion() == ModelBundle.FORMAT_VERSION,
                "has format version %s, this program reads %s",
                manifest.formatVersion(),
                ModelBundle.FORMAT_VERSION);
        require(
                ModelBundle.KIND.equals(manifest.kind()),
                "is of kind '%s', this program knows '%s'",
                manifest.kind(),
                ModelBundle.KIND);
        require(
                manifest.featureVersion() == FeatureExtractor.FEATURE_VERSION,
                "has feature version %s, this program computes features of version %s: train anew",
                manifest.featureVersion(),
                FeatureExtractor.FEATURE_VERSION);
        require(
                manifest.hidden() > 0 && manifest.hidden() <= LARGEST_HIDDEN,
                "has a hidden width of %s",
                manifest.hidden());
        require(
                manifest.name() != null
                        && manifest.trainedThroughMillis() != null
                        && manifest.markets() != null
                        && manifest.metrics() != null,
                "has an incomplete manifest");
        require(manifest.markets().containsKey(""), "has no part for markets it does not know");
        manifest.markets().forEach(BundleCheck::check);
        long expected = LstmScorer.parameterCount(manifest.hidden());
        require(
                weights.length == expected,
                "has %s weights instead of %s",
                weights.length,
                expected);
        for (float weight : weights) {
            require(Float.isFinite(weight), "has weights that are not finite (%s)", weight);
        }
    }

    private static void check(String market, MarketModel part) {
        boolean shaped =
                part != null
                        && isTable(part.errors(), DemandForecast.PROBABILITIES.size())
                        && isRow(part.deviation(), DemandForecast.HORIZON)
                        && part.networkShare() >= 0
                        && part.networkShare() <= 1;
        require(shaped, "has a broken part for market '%s'", market);
    }

    private static boolean isTable(double[][] table, int columns) {
        if (table == null || table.length != DemandForecast.HORIZON) {
            return false;
        }
        for (double[] row : table) {
            if (!isRow(row, columns)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isRow(double[] row, int columns) {
        if (row == null || row.length != columns) {
            return false;
        }
        for (double value : row) {
            if (!Double.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    private static void require(boolean condition, String message, Object... arguments) {
        if (!condition) {
            throw new ModelBundleException("the model bundle " + String.format(message, arguments));
        }
    }
}
