package io.attentionfutures.market;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Objects;

/**
 * Names one contract: a market and one delivery period, half-open {@code [start, start + period)},
 * in UTC.
 *
 * <p>The text form is {@code <market>.<period>.<start>}, for example {@code
 * H100.EUW1.1H.20261122T14Z} or, for a period that does not start on the hour, {@code
 * llm.m-large.10M.20250101T0010Z}. The market itself may contain dots; its last component names the
 * region.
 *
 * @param market resource class and region, for example {@code H100.EUW1}
 * @param startMillis start of delivery, milliseconds since the epoch, a multiple of the period
 * @param periodMillis length of delivery, milliseconds, a whole number of minutes
 */
public record ContractCode(String market, long startMillis, long periodMillis)
        implements Comparable<ContractCode> {
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();
    private static final long HOUR = Duration.ofHours(1).toMillis();

    /** Longest delivery period whose code is sure to be readable, whole hours or not. */
    public static final long LONGEST_PERIOD_MILLIS = 99_999 * MINUTE;

    private static final DateTimeFormatter TO_HOUR =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HH'Z'");
    private static final DateTimeFormatter TO_MINUTE =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmm'Z'");

    public ContractCode {
        Objects.requireNonNull(market, "market");
        if (market.isEmpty()) {
            throw new IllegalArgumentException("a contract needs a market");
        }
        if (periodMillis < MINUTE || periodMillis % MINUTE != 0) {
            throw new IllegalArgumentException(
                    "the delivery period must be a whole number of minutes, was "
                            + periodMillis
                            + " ms");
        }
        if (Math.floorMod(startMillis, periodMillis) != 0) {
            throw new IllegalArgumentException(
                    "delivery of " + market + " must start at a multiple of its period");
        }
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if the text is not a contract code
     */
    public static ContractCode parse(String code) {
        int startDot = code.lastIndexOf('.');
        int periodDot = startDot < 0 ? -1 : code.lastIndexOf('.', startDot - 1);
        if (periodDot <= 0) {
            throw new IllegalArgumentException(
                    "'" + code + "' is not a contract code like H100.EUW1.1H.20261122T14Z");
        }
        String period = code.substring(periodDot + 1, startDot);
        String start = code.substring(startDot + 1);
        try {
            DateTimeFormatter format = start.length() == 12 ? TO_HOUR : TO_MINUTE;
            long startMillis =
                    LocalDateTime.parse(start, format).toInstant(ZoneOffset.UTC).toEpochMilli();
            ContractCode parsed =
                    new ContractCode(
                            code.substring(0, periodDot), startMillis, parsePeriod(period));
            if (!parsed.toString().equals(code)) {
                throw new IllegalArgumentException("the canonical form is " + parsed);
            }
            return parsed;
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "'"
                            + code
                            + "' is not a contract code like H100.EUW1.1H.20261122T14Z: "
                            + e.getMessage(),
                    e);
        }
    }

    private static long parsePeriod(String text) {
        if (!text.matches("[1-9][0-9]{0,4}[HM]")) {
            throw new IllegalArgumentException("period '" + text + "' is not like 1H or 10M");
        }
        long count = Long.parseLong(text.substring(0, text.length() - 1));
        return count * (text.endsWith("H") ? HOUR : MINUTE);
    }

    /** Returns the end of delivery, milliseconds since the epoch, exclusive. */
    public long endMillis() {
        return startMillis + periodMillis;
    }

    /** Returns the same market's contract for the delivery period that follows {@code n} later. */
    public ContractCode plusPeriods(long n) {
        return new ContractCode(market, startMillis + n * periodMillis, periodMillis);
    }

    /** Orders by start of delivery, then by market, then by period. */
    @Override
    public int compareTo(ContractCode other) {
        int byStart = Long.compare(startMillis, other.startMillis);
        if (byStart != 0) {
            return byStart;
        }
        int byMarket = market.compareTo(other.market);
        return byMarket != 0 ? byMarket : Long.compare(periodMillis, other.periodMillis);
    }

    @Override
    public String toString() {
        String period =
                periodMillis % HOUR == 0 ? periodMillis / HOUR + "H" : periodMillis / MINUTE + "M";
        LocalDateTime start =
                LocalDateTime.ofInstant(Instant.ofEpochMilli(startMillis), ZoneOffset.UTC);
        DateTimeFormatter format = start.getMinute() == 0 ? TO_HOUR : TO_MINUTE;
        return market + "." + period + "." + format.format(start);
    }
}
