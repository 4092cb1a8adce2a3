package io.attentionfutures.training.command;

import io.attentionfutures.forecast.model.Architecture;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a network that can be trained, such as {@code lstm}. */
final class ArchitectureConverter implements ITypeConverter<Architecture> {

    @Override
    public Architecture convert(String text) {
        List<String> known =
                Arrays.stream(Architecture.values())
                        .filter(Architecture::isTrainable)
                        .map(a -> a.name().toLowerCase(Locale.ROOT))
                        .toList();
        if (!known.contains(text.toLowerCase(Locale.ROOT))) {
            throw new TypeConversionException(
                    "'" + text + "' is none of " + String.join(", ", known));
        }
        return Architecture.valueOf(text.toUpperCase(Locale.ROOT));
    }
}
