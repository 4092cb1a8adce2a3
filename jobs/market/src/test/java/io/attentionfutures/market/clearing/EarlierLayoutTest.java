package io.attentionfutures.market.clearing;

import static io.attentionfutures.market.clearing.Exchange.HOUR;
import static io.attentionfutures.market.clearing.Exchange.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.market.OrderType;
import io.attentionfutures.market.Side;
import io.attentionfutures.market.Specifications;
import io.attentionfutures.market.TimeInForce;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** State that was written before there was an autoregressive price. */
class EarlierLayoutTest {
    private static Exchange anHourOfTrading() {
        Exchange exchange = Exchange.open(Specifications.with(s -> s.listingHorizon = 2));
        exchange.forecast(900, 80, 3);
        exchange.trade("consumer", "provider", 20, 300);
        exchange.buy("consumer2", "rests", 5, 250);
        exchange.advance(50 * MINUTE);
        trade(exchange, 2, 310);
        return exchange;
    }

    private static void trade(Exchange exchange, int hour, long limit) {
        String contract = Exchange.contract(hour);
        for (Side side : Side.values()) {
            exchange.enter(
                    side == Side.BUY ? "consumer" : "provider",
                    side + "-" + hour + "-" + exchange.now,
                    contract,
                    side,
                    OrderType.LIMIT,
                    TimeInForce.GTC,
                    20,
                    limit);
        }
        exchange.enter(
                "investor",
                "i-" + exchange.now,
                contract,
                Side.BUY,
                OrderType.LIMIT,
                TimeInForce.GTC,
                3,
                limit - 20);
        exchange.advance(MINUTE);
    }

    private static List<MarketOutput> theDayAfter(Exchange exchange) {
        int before = exchange.said(MarketOutput.class).size();
        exchange.realised(0, 700, Map.of());
        for (int hour = 2; hour < 6; hour++) {
            exchange.forecast(900 + hour, 80, 3);
            trade(exchange, hour, 290 + hour);
            exchange.advance(HOUR - MINUTE);
            exchange.realised(hour - 1, 700, Map.of());
        }
        exchange.advance(4 * HOUR);
        List<MarketOutput> said = exchange.said(MarketOutput.class);
        return said.subList(before, said.size());
    }

    @Test
    void goesOnAsIfItHadBeenWrittenToday() throws IOException {
        Exchange restored = anHourOfTrading();
        restored.house = ClearingHouse.restore("EUW1", stored().entrySet());

        assertThat(theDayAfter(restored)).isEqualTo(theDayAfter(anHourOfTrading()));
    }

    private static Map<String, byte[]> stored() throws IOException {
        Map<String, byte[]> entities = new TreeMap<>();
        try (InputStream file =
                EarlierLayoutTest.class.getResourceAsStream("before-autoregressive-price.txt")) {
            String text = new String(file.readAllBytes(), StandardCharsets.US_ASCII);
            for (String line : text.split("\n")) {
                int space = line.indexOf(' ');
                entities.put(
                        line.substring(0, space),
                        HexFormat.of().parseHex(line.substring(space + 1)));
            }
        }
        return entities;
    }
}
