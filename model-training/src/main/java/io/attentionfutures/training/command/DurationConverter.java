package io.attentionfutures.training.command;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a time to spend, such as {@code 10m}, {@code 90s} or {@code 1h30m}. */
final class DurationConverter implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String text) {
        Duration duration;
        try {
            duration = Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("'" + text + "' is not like 10m, 90s or 1h30m");
        }
        if (duration.toSeconds() < 1) {
            throw new TypeConversionException("'" + text + "' is less than a second");
        }
        return duration;
    }
}
