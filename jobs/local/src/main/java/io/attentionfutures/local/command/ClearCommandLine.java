package io.attentionfutures.local.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attentionfutures.local.command.BookFile.Book;
import io.attentionfutures.local.command.BookFile.Expected;
import io.attentionfutures.market.OrderType;
import io.attentionfutures.market.auction.AuctionResult;
import io.attentionfutures.market.book.BookClearing;
import io.attentionfutures.market.book.BookOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./afm clear}: clears books offline, with the market's own code. */
@Command(
        name = "clear",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Clears each book of a JSON file in one call auction and prints price, volume, surplus,"
                    + " deciding step and fills.",
            "A book: {\"orders\": [{\"side\": \"BUY\", \"lots\": 10, \"limit\": 250}, …],"
                    + " \"reference\": 240, \"band\": [100, 400]}; a limit of null is a market"
                    + " order. Optional: name, protection (ticks), profile (MAX_MIN, PRICE_TIME,"
                    + " PRO_RATA), account and weight of an order, and the expected price, volume"
                    + " or surplus.",
            "Exit code 0, 1 if something expected did not come out, 2 if the file is wrong."
        })
public final class ClearCommandLine implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "BOOK.json", description = "A book or an array of books.")
    private Path file;

    @Option(names = "--json", description = "Print one JSON array.")
    private boolean json;

    @Override
    public Integer call() throws JsonProcessingException {
        ObjectMapper mapper = new ObjectMapper();
        ArrayNode results = mapper.createArrayNode();
        int wrong = 0;
        List<Book> books = BookFile.read(file);
        for (Book book : books) {
            BookClearing clearing =
                    BookClearing.clear(
                            book.orders(),
                            book.reference(),
                            book.band(),
                            book.protection(),
                            book.profile());
            List<String> differences = differences(book, clearing.result());
            wrong += differences.isEmpty() ? 0 : 1;
            if (json) {
                results.add(result(mapper, book, clearing, differences));
            } else {
                print(book, clearing, differences);
            }
        }
        if (json) {
            System.out.println(mapper.writeValueAsString(results));
        }
        System.err.printf("%d books cleared, %d not as expected%n", books.size(), wrong);
        return wrong == 0 ? 0 : 1;
    }

    private static List<String> differences(Book book, AuctionResult result) {
        List<String> differences = new ArrayList<>();
        compare("price", book.expectedPrice(), price(result), differences);
        compare("volume", book.expectedVolume(), result.volumeLots(), differences);
        compare("surplus", book.expectedSurplus(), result.surplusLots(), differences);
        return differences;
    }

    private static Long price(AuctionResult result) {
        return result.hasPrice() ? result.priceTicks() : null;
    }

    private static void compare(
            String name, Optional<Expected> expected, Long found, List<String> differences) {
        if (expected.isPresent() && !Objects.equals(expected.get().value(), found)) {
            differences.add(name + " " + found + ", expected " + expected.get().value());
        }
    }

    private static void print(Book book, BookClearing clearing, List<String> differences) {
        AuctionResult result = clearing.result();
        System.out.printf(
                "%-28s price %s  volume %d  surplus %d  step %s%s%n",
                book.name(),
                result.hasPrice() ? Long.toString(result.priceTicks()) : "none",
                result.volumeLots(),
                result.surplusLots(),
                result.step(),
                differences.isEmpty() ? "" : "  DIFFERS: " + String.join("; ", differences));
        for (int i = 0; i < book.orders().size(); i++) {
            BookOrder order = book.orders().get(i);
            System.out.printf(
                    "    %-4s %,8d @ %-7s filled %,8d%s%n",
                    order.side(),
                    order.lots(),
                    order.type() == OrderType.MARKET ? "market" : order.limitTicks(),
                    clearing.filledLots().get(i),
                    order.account() == null ? "" : "  " + order.account());
        }
    }

    private static ObjectNode result(
            ObjectMapper mapper, Book book, BookClearing clearing, List<String> differences) {
        AuctionResult result = clearing.result();
        ObjectNode node = mapper.createObjectNode();
        node.put("name", book.name());
        node.put("price", price(result));
        node.put("volume", result.volumeLots());
        node.put("surplus", result.surplusLots());
        node.put("step", result.step().name());
        ArrayNode fills = node.putArray("fills");
        clearing.filledLots().forEach(fills::add);
        if (!differences.isEmpty()) {
            differences.forEach(node.putArray("differences")::add);
        }
        return node;
    }
}
