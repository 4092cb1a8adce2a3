package io.attentionfutures.local.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.attentionfutures.local.UserError;
import io.attentionfutures.market.AllocationProfile;
import io.attentionfutures.market.OrderType;
import io.attentionfutures.market.Side;
import io.attentionfutures.market.auction.Band;
import io.attentionfutures.market.book.BookOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Books in a JSON file: an object, or an array of objects. */
final class BookFile {
    private BookFile() {}

    /**
     * One book.
     *
     * @param expectedPrice the price that it says must come out; a null inside stands for none
     */
    record Book(
            String name,
            List<BookOrder> orders,
            long reference,
            Band band,
            long protection,
            AllocationProfile profile,
            Optional<Expected> expectedPrice,
            Optional<Expected> expectedVolume,
            Optional<Expected> expectedSurplus) {}

    /** A value that must come out, null for no price. */
    record Expected(Long value) {}

    static List<Book> read(Path file) {
        JsonNode root;
        try {
            root = new ObjectMapper().readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            throw new UserError(
                    file
                            + ":"
                            + e.getLocation().getLineNr()
                            + ": not JSON: "
                            + e.getOriginalMessage(),
                    e);
        } catch (NoSuchFileException e) {
            throw new UserError("there is no file " + file, e);
        } catch (IOException e) {
            throw UserError.unreadable(file, e);
        }
        if (root == null || !(root.isObject() || root.isArray())) {
            throw new UserError(file + " holds neither a book nor an array of books");
        }
        List<Book> books = new ArrayList<>();
        if (root.isObject()) {
            books.add(book(file, root, 1));
        } else {
            for (JsonNode node : root) {
                books.add(book(file, node, books.size() + 1));
            }
        }
        if (books.isEmpty()) {
            throw new UserError(file + " holds no book");
        }
        return books;
    }

    private static Book book(Path file, JsonNode node, int number) {
        String where = file + ": book " + number;
        if (!node.isObject()) {
            throw new UserError(where + " is not an object");
        }
        String name = node.path("name").asText("book " + number);
        List<BookOrder> orders = new ArrayList<>();
        if (!node.path("orders").isArray()) {
            throw new UserError(where + " has no array 'orders'");
        }
        for (JsonNode order : node.get("orders")) {
            orders.add(order(where + ", order " + (orders.size() + 1), order));
        }
        JsonNode band = node.path("band");
        if (!band.isArray() || band.size() != 2) {
            throw new UserError(where + ": 'band' must be [lowest, highest] in ticks");
        }
        try {
            return new Book(
                    name,
                    orders,
                    whole(where, node, "reference"),
                    new Band(
                            wholeValue(where, "band", band.get(0)),
                            wholeValue(where, "band", band.get(1))),
                    node.has("protection") ? whole(where, node, "protection") : Long.MAX_VALUE,
                    node.has("profile")
                            ? symbol(where, "profile", node.get("profile"), AllocationProfile.class)
                            : AllocationProfile.MAX_MIN,
                    expected(where, node, "price"),
                    expected(where, node, "volume"),
                    expected(where, node, "surplus"));
        } catch (IllegalArgumentException e) {
            throw new UserError(where + ": " + e.getMessage(), e);
        }
    }

    private static BookOrder order(String where, JsonNode node) {
        boolean market = node.path("limit").isNull() || node.path("limit").isMissingNode();
        JsonNode account = node.path("account");
        try {
            return new BookOrder(
                    account.isTextual() ? account.textValue() : null,
                    symbol(where, "side", node.path("side"), Side.class),
                    market ? OrderType.MARKET : OrderType.LIMIT,
                    whole(where, node, "lots"),
                    market ? 0 : whole(where, node, "limit"),
                    node.has("weight") ? Math.toIntExact(whole(where, node, "weight")) : 1);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new UserError(where + ": " + e.getMessage(), e);
        }
    }

    private static Optional<Expected> expected(String where, JsonNode node, String field) {
        if (!node.has(field)) {
            return Optional.empty();
        }
        JsonNode value = node.get(field);
        return Optional.of(
                new Expected(
                        value.isNull() ? null : Long.valueOf(wholeValue(where, field, value))));
    }

    private static long whole(String where, JsonNode node, String field) {
        return wholeValue(where, field, node.path(field));
    }

    private static long wholeValue(String where, String field, JsonNode value) {
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new UserError(
                    where
                            + ": '"
                            + field
                            + "' must be a whole number, is "
                            + (value.isMissingNode() ? "missing" : value));
        }
        return value.longValue();
    }

    private static <E extends Enum<E>> E symbol(
            String where, String field, JsonNode value, Class<E> type) {
        try {
            return Enum.valueOf(type, value.asText("").toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new UserError(
                    where
                            + ": '"
                            + field
                            + "' must be one of "
                            + Arrays.toString(type.getEnumConstants())
                            + ", is "
                            + (value.isMissingNode() ? "missing" : value),
                    e);
        }
    }
}
