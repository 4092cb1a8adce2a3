package io.attentionfutures.local.scenario;

import io.attentionfutures.local.agents.Given;
import java.time.Duration;
import java.time.Instant;

/**
 * How demand runs over day and week, as a part of the consumer's quota: {@code level}, and on top
 * of it {@code peak} at {@code peakHour}, falling away as a bell curve.
 *
 * @param level demand at night, 0 to 10
 * @param peak what the peak adds, 0 to 10
 * @param peakHour hour of the peak, UTC, 0 to 24
 * @param peakWidth hours after which a third of the peak is left, 0.1 to 24
 * @param weekend factor for Saturdays and Sundays, 0 to 10
 * @param noise largest change from one step to the next, 0 to 1
 * @param drift how far it strays over hours, 0 to 1
 * @param openHour hour before which there is no demand, 0 to 24
 * @param closeHour hour from which on there is none, 0 to 24
 */
public record DemandShape(
        Double level,
        Double peak,
        Double peakHour,
        Double peakWidth,
        Double weekend,
        Double noise,
        Double drift,
        Double openHour,
        Double closeHour) {
    private static final double DAY = Duration.ofDays(1).toMillis();
    private static final double HOUR = Duration.ofHours(1).toMillis();
    private static final long EPOCH_MONDAY = Instant.parse("1970-01-05T00:00:00Z").toEpochMilli();

    public DemandShape {
        level = level == null ? 0.4 : level;
        peak = peak == null ? 0.4 : peak;
        peakHour = peakHour == null ? 14 : peakHour;
        peakWidth = peakWidth == null ? 4.5 : peakWidth;
        weekend = weekend == null ? 0.8 : weekend;
        noise = noise == null ? 0.04 : noise;
        drift = drift == null ? 0.03 : drift;
        openHour = openHour == null ? 0 : openHour;
        closeHour = closeHour == null ? 24 : closeHour;
        Given.inRange("level", level, 0, 10);
        Given.inRange("peak", peak, 0, 10);
        Given.inRange("peakHour", peakHour, 0, 24);
        Given.inRange("peakWidth", peakWidth, 0.1, 24);
        Given.inRange("weekend", weekend, 0, 10);
        Given.inRange("noise", noise, 0, 1);
        Given.inRange("drift", drift, 0, 1);
        Given.inRange("openHour", openHour, 0, 24);
        Given.inRange("closeHour", closeHour, openHour, 24);
    }

    /** Returns the demand without chance, as a part of the quota. */
    double at(long timeMillis) {
        double hour = Math.floorMod(timeMillis, (long) DAY) / HOUR;
        if (hour < openHour || hour >= closeHour) {
            return 0;
        }
        long weekday = Math.floorMod(Math.floorDiv(timeMillis - EPOCH_MONDAY, (long) DAY), 7L);
        // The shorter way around the clock.
        double away = Math.abs(hour - peakHour);
        away = Math.min(away, 24 - away);
        double bell = StrictMath.exp(-StrictMath.pow(away / peakWidth, 2));
        return (weekday >= 5 ? weekend : 1) * (level + peak * bell);
    }
}
