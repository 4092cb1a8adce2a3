package io.attentionfutures.training.command;

import io.attentionfutures.forecast.telemetry.CapacityRule;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code shared} or {@code sum}. */
final class CapacityRuleConverter implements ITypeConverter<CapacityRule> {

    @Override
    public CapacityRule convert(String text) {
        try {
            return CapacityRule.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException("'" + text + "' is neither shared nor sum");
        }
    }
}
