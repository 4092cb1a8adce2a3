package io.attentionfutures.training.command;

import java.util.ArrayList;
import java.util.List;

/** Columns of text, those of numbers to the right. */
final class TextTable {

    private final List<String[]> rows = new ArrayList<>();

    TextTable(String... heads) {
        rows.add(heads);
    }

    void row(String... cells) {
        rows.add(cells);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.length; column++) {
                String padding = " ".repeat(width(column) - row[column].length());
                line.append(column == 0 ? "" : "  ");
                line.append(isNumeric(column) ? padding + row[column] : row[column] + padding);
            }
            text.append(line.toString().stripTrailing()).append(System.lineSeparator());
        }
        return text.toString();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row[column].length()).max().orElse(0);
    }

    private boolean isNumeric(int column) {
        return rows.size() > 1
                && rows.stream()
                        .skip(1)
                        .allMatch(row -> row[column].matches("-?[0-9][0-9.,e+-]*( %)?|-"));
    }
}
