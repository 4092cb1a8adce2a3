package io.attentionfutures.readers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TableDefinitionsTest {
    static final Path TABLES = Path.of("..", "sql", "tables.sql");

    @Test
    void theTablesAreWhatTheSchemasSay() throws Exception {
        if (Boolean.getBoolean("tables.write")) {
            Files.writeString(TABLES, TableDefinitions.sql());
        }
        assertThat(Files.readString(TABLES))
                .as(
                        "make it again with: mvn -pl deploy/readers -am test"
                                + " -Dtest=TableDefinitionsTest"
                                + " -Dsurefire.failIfNoSpecifiedTests=false -Dtables.write=true")
                .isEqualTo(TableDefinitions.sql());
    }
}
