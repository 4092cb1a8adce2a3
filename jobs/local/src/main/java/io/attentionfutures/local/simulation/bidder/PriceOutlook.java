package io.attentionfutures.local.simulation.bidder;

import io.attentionfutures.local.simulation.ContractView;
import io.attentionfutures.local.simulation.Forecast;
import java.util.List;

/**
 * What prices may be when each hour's turn comes, from the forecast's mean and deviation: the
 * scarcity price at gate closure, with what becomes known of demand until then as its uncertainty,
 * and a call's own noise on top.
 */
final class PriceOutlook {
    /** Relative standard deviation of an auction price around the scarcity price. */
    static final double CALL_NOISE = 0.03;

    /** What auction prices near the gate are above the scarcity price. */
    static final double GATE_PREMIUM = 1.02;

    private static final double TRUST_IN_MARKET = 0.4;

    private final double[] deviates;
    private final RevisionCorrelation revisions = new RevisionCorrelation();

    PriceOutlook(int levels) {
        this.deviates = JobPlanner.deviates(levels);
    }

    /** Learns from the latest forecast. */
    void observe(Forecast forecast) {
        revisions.observe(forecast);
    }

    /** Returns what a contract would cost now. */
    static double now(ContractView contract) {
        return contract.lastTicks() < 0
                ? contract.fairTicks()
                : (1 - TRUST_IN_MARKET) * contract.fairTicks()
                        + TRUST_IN_MARKET * contract.lastTicks();
    }

    /** Plans over single hours. */
    JobPlanner hours(Forecast forecast, List<ContractView> hours, int needed, double penalty) {
        double[][] prices = new double[hours.size()][deviates.length];
        double[] noiseShares = new double[hours.size()];
        double[] correlations = new double[hours.size()];
        for (int i = 0; i < hours.size(); i++) {
            int hour = hours.get(i).hour();
            double widening = widening(forecast, hour);
            noiseShares[i] = 1 / widening;
            for (int level = 0; level < deviates.length; level++) {
                prices[i][level] = GATE_PREMIUM * price(forecast, hour, deviates[level], widening);
            }
            if (i > 0) {
                correlations[i - 1] =
                        correlation(forecast, hours.get(i - 1).hour(), hour)
                                * noiseShares[i - 1]
                                * noiseShares[i];
            }
        }
        return new JobPlanner(prices, correlations, penalty, needed);
    }

    /** Plans over the starts of a block of consecutive hours. */
    JobPlanner blocks(Forecast forecast, int first, int starts, int length, double penalty) {
        double[][] prices = new double[starts][deviates.length];
        double[] correlations = new double[starts];
        double persistence = revisions.estimate();
        for (int i = 0; i < starts; i++) {
            int start = first + i;
            double known = forecast.deviationUntilGate(start);
            for (int level = 0; level < deviates.length; level++) {
                double shock = known * deviates[level];
                double sum = 0;
                for (int ahead = 0; ahead < length; ahead++) {
                    sum += forecast.priceAfter(start + ahead, shock, 1 + ahead);
                    shock *= persistence;
                }
                prices[i][level] = sum;
            }
            if (i > 0) {
                correlations[i - 1] = correlation(forecast, start - 1, start);
            }
        }
        return new JobPlanner(prices, correlations, penalty, 1);
    }

    /** Correlation of what becomes known of two hours' demand until their gates close. */
    private double correlation(Forecast forecast, int hour, int later) {
        double deviation = forecast.deviationUntilGate(hour);
        double laterDeviation = forecast.deviationUntilGate(later);
        return laterDeviation <= 0
                ? 0
                : StrictMath.pow(revisions.estimate(), later - hour) * deviation / laterDeviation;
    }

    /** By how much a call's noise widens the deviation; infinite if there is nothing else. */
    private static double widening(Forecast forecast, int hour) {
        double moved = Math.abs(forecast.priceAtGate(hour, 0.5) - forecast.priceAtGate(hour, -0.5));
        double relative = moved / forecast.priceAtGate(hour, 0);
        return relative <= 0
                ? Double.POSITIVE_INFINITY
                : Math.sqrt(1 + CALL_NOISE * CALL_NOISE / (relative * relative));
    }

    private static double price(Forecast forecast, int hour, double deviate, double widening) {
        if (widening == Double.POSITIVE_INFINITY) {
            return forecast.priceAtGate(hour, 0) * StrictMath.exp(CALL_NOISE * deviate);
        }
        return forecast.priceAtGate(hour, deviate * widening);
    }
}
