package io.attentionfutures.readers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attentionfutures.schemas.Topic;
import io.attentionfutures.schemas.wire.PublicSchemas;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.flink.formats.avro.typeutils.AvroSchemaConverter;
import org.apache.flink.table.types.DataType;
import org.apache.flink.table.types.FieldsDataType;
import org.apache.flink.table.types.logical.RowType;

/** Flink SQL tables over the market's topics, made from the schemas. */
final class TableDefinitions {
    /** Where the tables look for Kafka and the registry, to be replaced by one's own. */
    static final String BOOTSTRAP = "localhost:9092";

    static final String REGISTRY = "http://localhost:8085";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HEAD =
            """
            -- Flink SQL tables over the market's topics, for Flink's SQL client. Replace localhost:9092 and
            -- http://localhost:8085 by your Kafka and schema registry. A query ends at what is there when it
            -- starts: in streaming mode and without scan.bounded.mode it goes on with what comes.

            SET 'execution.runtime-mode' = 'batch';
            SET 'sql-client.execution.result-mode' = 'tableau';
            SET 'table.local-time-zone' = 'UTC';
            """;

    private TableDefinitions() {}

    /** Returns the statements of all tables. */
    static String sql() throws IOException {
        StringBuilder sql = new StringBuilder(HEAD);
        for (Topic topic : Topic.values()) {
            sql.append('\n').append(table(topic));
        }
        return sql.toString();
    }

    /** Returns the name of a topic's table. */
    static String name(Topic topic) {
        return topic.topicName().replace('.', '_').replace('-', '_');
    }

    private static String table(Topic topic) throws IOException {
        Schema schema = PublicSchemas.current(topic);
        DataType row = AvroSchemaConverter.convertToDataType(schema.toString());
        List<DataType> types = ((FieldsDataType) row).getChildren();
        List<String> names = ((RowType) row.getLogicalType()).getFieldNames();
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            columns.add(
                    String.format(
                            "  `%s` %s COMMENT '%s'",
                            names.get(i),
                            types.get(i)
                                    .getLogicalType()
                                    .asSerializableString()
                                    .replace("VARCHAR(2147483647)", "STRING"),
                            quoted(schema.getFields().get(i).doc())));
        }
        columns.add("  `recordTime` TIMESTAMP_LTZ(3) METADATA FROM 'timestamp' VIRTUAL");
        return String.format(
                "CREATE TABLE %s (%n%s%n) COMMENT '%s' WITH (%n%s%n);%n",
                name(topic),
                String.join(",\n", columns),
                quoted(schema.getDoc()),
                String.join(
                        ",\n",
                        option("connector", "kafka"),
                        source(topic),
                        option("properties.bootstrap.servers", BOOTSTRAP),
                        option("properties.isolation.level", "read_committed"),
                        option("scan.startup.mode", "earliest-offset"),
                        option("scan.bounded.mode", "latest-offset"),
                        option("format", "avro-confluent"),
                        option("avro-confluent.url", REGISTRY),
                        option("avro-confluent.schema", withoutDocs(schema))));
    }

    /** Accounts may have topics of their own for their orders. */
    private static String source(Topic topic) {
        return topic == Topic.ORDERS
                ? option("topic-pattern", "afm\\.orders(\\..+)?")
                : option("topic", topic.topicName());
    }

    private static String option(String key, String value) {
        return String.format("  '%s' = '%s'", key, quoted(value));
    }

    private static String quoted(String text) {
        return text.replaceAll("\\s+", " ").replace("'", "''");
    }

    private static String withoutDocs(Schema schema) throws IOException {
        JsonNode tree = JSON.readTree(schema.toString());
        removeDocs(tree);
        return tree.toString();
    }

    private static void removeDocs(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove("doc");
        }
        node.forEach(TableDefinitions::removeDocs);
    }
}
