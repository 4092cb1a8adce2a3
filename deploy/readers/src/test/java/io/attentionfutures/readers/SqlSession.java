package io.attentionfutures.readers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.types.Row;
import org.apache.flink.util.CloseableIterator;

/** Runs the shipped SQL files against a market. */
final class SqlSession {
    private static final Path FOLDER = Path.of("..", "sql");
    private static final Pattern SETTING = Pattern.compile("SET '([^']+)' = '([^']+)'");

    private final TableEnvironment environment;

    SqlSession(String bootstrap, String registry) throws IOException {
        environment = TableEnvironment.create(EnvironmentSettings.inBatchMode());
        environment.getConfig().set("parallelism.default", "1");
        String tables =
                Files.readString(FOLDER.resolve("tables.sql"))
                        .replace(TableDefinitions.BOOTSTRAP, bootstrap)
                        .replace(TableDefinitions.REGISTRY, registry);
        for (String statement : statements(tables)) {
            Matcher setting = SETTING.matcher(statement);
            if (setting.matches()) {
                // Only the SQL client knows this statement.
                environment.getConfig().set(setting.group(1), setting.group(2));
            } else {
                environment.executeSql(statement);
            }
        }
    }

    /** Returns the answer of a shipped query. */
    List<Row> ask(String file) throws Exception {
        List<String> statements =
                statements(Files.readString(FOLDER.resolve("queries").resolve(file)));
        if (statements.size() != 1) {
            throw new IllegalArgumentException(file + " holds " + statements.size());
        }
        return query(statements.get(0));
    }

    List<Row> query(String sql) throws Exception {
        List<Row> rows = new ArrayList<>();
        try (CloseableIterator<Row> results = environment.executeSql(sql).collect()) {
            results.forEachRemaining(rows::add);
        }
        return rows;
    }

    private static List<String> statements(String sql) {
        String code =
                String.join("\n", sql.lines().filter(line -> !line.startsWith("--")).toList());
        return Arrays.stream(code.split(";\\s*(\\n|$)"))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }
}
