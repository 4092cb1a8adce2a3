package io.attentionfutures.training.report;

/**
 * One forecast of the model beside what came.
 *
 * @param series the market
 * @param startMillis start of the first window shown
 * @param periodMillis length of a window
 * @param known windows shown that the forecast knew
 * @param actual units in use; null where nothing was measured
 * @param mean expected units in use per window ahead
 * @param low lower end of the 90 % interval
 * @param high upper end of the 90 % interval
 */
public record SampleForecast(
        String series,
        long startMillis,
        long periodMillis,
        int known,
        Double[] actual,
        double[] mean,
        double[] low,
        double[] high) {}
