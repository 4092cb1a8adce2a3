package io.attentionfutures.pipeline;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.description.HtmlFormatter;
import org.apache.flink.util.TimeUtils;

/** All options of {@link MarketOptions} as a Markdown table, in the order of their declaration. */
final class OptionsTable {
    static final String BEGIN = "<!-- options:begin -->";
    static final String END = "<!-- options:end -->";

    private OptionsTable() {}

    static String markdown() throws IllegalAccessException {
        StringBuilder table = new StringBuilder();
        table.append("| Option | Type | Default | Meaning |\n");
        table.append("|---|---|---|---|\n");
        for (Field field : fields()) {
            ConfigOption<?> option = (ConfigOption<?>) field.get(null);
            Type type = ((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0];
            table.append("| `")
                    .append(option.key())
                    .append("` | ")
                    .append(type(type))
                    .append(" | ")
                    .append(defaultValue(option.defaultValue()))
                    .append(" | ")
                    .append(new HtmlFormatter().format(option.description()).replace("|", "\\|"))
                    .append(" |\n");
        }
        return table.toString();
    }

    private static List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        for (Field field : MarketOptions.class.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers())
                    && Modifier.isPublic(field.getModifiers())
                    && field.getType() == ConfigOption.class) {
                fields.add(field);
            }
        }
        return fields;
    }

    private static String type(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            return ((Class<?>) parameterized.getRawType()).getSimpleName().toLowerCase(Locale.ROOT);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            return Arrays.stream(plain.getEnumConstants())
                    .map(constant -> "`" + constant + "`")
                    .collect(Collectors.joining(", "));
        }
        return plain.getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static String defaultValue(Object value) {
        String text =
                value instanceof Duration duration
                        ? TimeUtils.formatWithHighestUnit(duration)
                        : value instanceof Map<?, ?> map && map.isEmpty()
                                        || value instanceof List<?> list && list.isEmpty()
                                ? ""
                                : String.valueOf(value);
        return text.isEmpty() ? "" : "`" + text + "`";
    }
}
