package io.attentionfutures.local.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Checks that a text names no field that its records do not have. */
final class KnownFields {
    private KnownFields() {}

    /**
     * Checks an object and all in it.
     *
     * @param path where the object stands, empty for the whole text
     * @throws IllegalArgumentException if there is another field; the message says where, and which
     *     there are
     */
    static void require(String path, JsonNode object, Class<?> type) {
        if (!type.isRecord() || !object.isObject()) {
            return;
        }
        RecordComponent[] components = type.getRecordComponents();
        Iterator<Map.Entry<String, JsonNode>> fields = object.fields();
        while (fields.hasNext()) {
            Map.Entry<String, JsonNode> field = fields.next();
            String name = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
            Optional<RecordComponent> component =
                    Arrays.stream(components)
                            .filter(one -> one.getName().equals(field.getKey()))
                            .findFirst();
            if (component.isEmpty()) {
                throw new IllegalArgumentException(
                        name
                                + ": there is no such field; there are "
                                + Arrays.stream(components)
                                        .map(RecordComponent::getName)
                                        .collect(Collectors.joining(", ")));
            }
            descend(name, field.getValue(), component.get());
        }
    }

    private static void descend(String path, JsonNode value, RecordComponent component) {
        require(path, value, component.getType());
        if (value.isArray() && component.getGenericType() instanceof ParameterizedType list) {
            Type element = list.getActualTypeArguments()[0];
            for (int i = 0; i < value.size(); i++) {
                if (element instanceof Class<?> elementType) {
                    require(path + "[" + i + "]", value.get(i), elementType);
                }
            }
        }
    }
}
