package io.attentionfutures.training.command;

import io.attentionfutures.forecast.Season;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a window length such as {@code 1h}, {@code 10m}, {@code 30s} or {@code 1d}. */
final class PeriodConverter implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String text) {
        try {
            String upper = text.toUpperCase(Locale.ROOT);
            Duration period = Duration.parse((upper.endsWith("D") ? "P" : "PT") + upper);
            Season.of(period.toMillis());
            return period;
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("'" + text + "' is not like 1h, 10m or 30s");
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new TypeConversionException("'" + text + "' does not divide a day");
        }
    }
}
