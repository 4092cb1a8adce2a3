package io.attentionfutures.local.simulation.bidder;

import io.attentionfutures.local.simulation.Forecast;

/**
 * How much neighbouring hours' expected demand is revised together from one forecast to the next,
 * measured over all forecasts seen. Until a few are seen it leans on a prior.
 */
final class RevisionCorrelation {
    private static final double PRIOR = 0.5;
    private static final double PRIOR_REVISIONS = 24;

    private Forecast last;
    private double together;
    private double alone;
    private long revisions;

    /** Learns from a forecast, unless it was seen before. */
    void observe(Forecast forecast) {
        if (last == forecast) {
            return;
        }
        if (last != null) {
            for (int hour = forecast.madeAtHour() + 1;
                    last.covers(hour + 1) && forecast.covers(hour + 1);
                    hour++) {
                double revision = revision(forecast, hour);
                double next = revision(forecast, hour + 1);
                together += revision * next;
                alone += (revision * revision + next * next) / 2;
                revisions++;
            }
        }
        last = forecast;
    }

    private double revision(Forecast forecast, int hour) {
        return forecast.meanOf(hour) - last.meanOf(hour);
    }

    /** Returns the correlation, 0 to 1. */
    double estimate() {
        double measured = alone <= 0 ? PRIOR : Math.max(0, Math.min(1, together / alone));
        double weight = revisions / (revisions + PRIOR_REVISIONS);
        return weight * measured + (1 - weight) * PRIOR;
    }
}
