package io.attentionfutures.local.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Iterator;
import java.util.Map;
import org.apache.avro.specific.SpecificRecordBase;

/** Public records as text. */
public final class RecordText {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RecordText() {}

    /** Returns a record as one line of JSON, times in ISO 8601. */
    public static String json(SpecificRecordBase record) {
        try {
            return JSON.writeValueAsString(tree(record));
        } catch (IOException e) {
            throw new IllegalStateException("not JSON: " + record, e);
        }
    }

    private static JsonNode tree(SpecificRecordBase record) throws IOException {
        return JSON.readTree(record.toString());
    }

    /** Returns a record as one line for people: names and values, without what is empty. */
    public static String line(SpecificRecordBase record) {
        StringBuilder line = new StringBuilder();
        try {
            for (Iterator<Map.Entry<String, JsonNode>> fields = tree(record).fields();
                    fields.hasNext(); ) {
                Map.Entry<String, JsonNode> field = fields.next();
                JsonNode value = field.getValue();
                String text = value.isTextual() ? value.textValue() : value.toString();
                if (!value.isNull() && !text.isEmpty()) {
                    line.append(line.isEmpty() ? "" : "  ")
                            .append(field.getKey())
                            .append('=')
                            .append(text);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("not JSON: " + record, e);
        }
        return line.toString();
    }
}
