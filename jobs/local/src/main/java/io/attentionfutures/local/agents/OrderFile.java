package io.attentionfutures.local.agents;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.attentionfutures.local.UserError;
import io.attentionfutures.market.Role;
import io.attentionfutures.schemas.OrderAction;
import io.attentionfutures.schemas.OrderCommand;
import io.attentionfutures.schemas.OrderSide;
import io.attentionfutures.schemas.OrderType;
import io.attentionfutures.schemas.TimeInForce;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A CSV file of order commands, sorted by time, with the header {@value #HEADER}, which {@value
 * #MORE_COLUMNS} may follow. Quantities and limits may be any whole number: it is the market that
 * rejects them.
 */
public final class OrderFile {
    /** The columns. */
    public static final String HEADER =
            "timestamp_utc_iso8601,account,action,client_order_id,original_client_order_id,contract,"
                    + "side,type,time_in_force,lots,limit_ticks";

    /** Columns that may follow: for block orders, and for orders of time in force GTD. */
    public static final String MORE_COLUMNS = ",periods,expires_at_utc_iso8601";

    private OrderFile() {}

    /**
     * Reads a file.
     *
     * @throws UserError if it cannot be read or a row is wrong; the message names the line
     */
    public static List<TimedCommand> read(Path file) {
        List<TimedCommand> commands = new ArrayList<>();
        long latest = Long.MIN_VALUE;
        try (CloseableIterator<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(file).iterator()) {
            while (rows.hasNext()) {
                NamedCsvRecord row = rows.next();
                String header = String.join(",", row.getHeader());
                if (!header.equals(HEADER) && !header.equals(HEADER + MORE_COLUMNS)) {
                    throw new UserError(file + ":1: expected the header " + HEADER);
                }
                int fields = row.getFields().size();
                if (fields != row.getHeader().size()) {
                    throw fault(
                            file,
                            row,
                            "expected " + row.getHeader().size() + " fields, found " + fields);
                }
                TimedCommand command = parse(file, row);
                if (command.timeMillis() < latest) {
                    throw fault(file, row, "rows must be sorted by time");
                }
                latest = command.timeMillis();
                commands.add(command);
            }
        } catch (CsvParseException e) {
            throw new UserError(file + " is not a CSV file: " + e.getMessage(), e);
        } catch (UncheckedIOException e) {
            throw UserError.unreadable(file, e.getCause());
        } catch (IOException e) {
            throw UserError.unreadable(file, e);
        }
        if (commands.isEmpty()) {
            throw new UserError(file + " has no orders; expected the header " + HEADER);
        }
        return commands;
    }

    private static TimedCommand parse(Path file, NamedCsvRecord row) {
        OrderCommand command =
                OrderCommand.newBuilder()
                        .setAccount(row.getField("account"))
                        .setClientOrderId(row.getField("client_order_id"))
                        .setOriginalClientOrderId(row.getField("original_client_order_id"))
                        .setContract(row.getField("contract"))
                        .setAction(symbol(file, row, "action", OrderAction.class))
                        .setSide(symbol(file, row, "side", OrderSide.class))
                        .setOrderType(symbol(file, row, "type", OrderType.class))
                        .setTimeInForce(symbol(file, row, "time_in_force", TimeInForce.class))
                        .setLots(number(file, row, "lots"))
                        .setLimitTicks(number(file, row, "limit_ticks"))
                        .setPeriods(periods(file, row))
                        .setExpiresAt(Instant.ofEpochMilli(expiry(file, row)))
                        .build();
        return new TimedCommand(
                time(file, row, "timestamp", row.getField("timestamp_utc_iso8601")), command);
    }

    private static int periods(Path file, NamedCsvRecord row) {
        if (row.findField("periods").isEmpty()) {
            return 0;
        }
        long periods = number(file, row, "periods");
        if (periods != (int) periods) {
            throw fault(file, row, "periods '" + periods + "' is too large");
        }
        return (int) periods;
    }

    private static long expiry(Path file, NamedCsvRecord row) {
        String expiry = row.findField("expires_at_utc_iso8601").orElse("");
        return expiry.isEmpty() ? 0 : time(file, row, "expires_at", expiry);
    }

    private static long time(Path file, NamedCsvRecord row, String name, String text) {
        try {
            return Instant.parse(text).toEpochMilli();
        } catch (DateTimeParseException | ArithmeticException e) {
            throw fault(file, row, name + " '" + text + "' is not ISO 8601 UTC");
        }
    }

    private static <E extends Enum<E>> E symbol(
            Path file, NamedCsvRecord row, String column, Class<E> type) {
        String text = row.getField(column);
        try {
            return Enum.valueOf(type, text.isEmpty() ? "UNKNOWN" : text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw fault(
                    file,
                    row,
                    column
                            + " '"
                            + text
                            + "' is not one of "
                            + List.of(type.getEnumConstants())
                                    .subList(1, type.getEnumConstants().length));
        }
    }

    private static long number(Path file, NamedCsvRecord row, String column) {
        String text = row.getField(column);
        try {
            return text.isEmpty() ? 0 : Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw fault(file, row, column + " '" + text + "' is not a whole number");
        }
    }

    private static UserError fault(Path file, NamedCsvRecord row, String what) {
        return new UserError(file + ":" + row.getStartingLineNumber() + ": " + what);
    }

    /**
     * Guesses the roles of the accounts in a file: who only sells provides, who only buys consumes,
     * who does both invests.
     */
    public static Map<String, Role> roles(List<TimedCommand> commands) {
        Map<String, Role> roles = new TreeMap<>();
        for (TimedCommand timed : commands) {
            Role role =
                    switch (timed.command().getSide()) {
                        case BUY -> Role.CONSUMER;
                        case SELL -> Role.PROVIDER;
                        case UNKNOWN -> null;
                    };
            String account = timed.command().getAccount();
            if (role != null && !account.isEmpty()) {
                roles.merge(account, role, (a, b) -> a == b ? a : Role.INVESTOR);
            }
        }
        return roles;
    }
}
