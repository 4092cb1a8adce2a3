package io.attentionfutures.local.run;

import io.attentionfutures.schemas.Allocation;
import io.attentionfutures.schemas.DeadLetter;
import io.attentionfutures.schemas.DemandForecast;
import io.attentionfutures.schemas.DemandWindow;
import io.attentionfutures.schemas.ExecutionReport;
import io.attentionfutures.schemas.Price;
import io.attentionfutures.schemas.Topic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecordBase;

/** What the public topics have said so far. Not thread-safe. */
final class MarketView {
    /** The topics that it is made of. */
    static final List<Topic> TOPICS =
            List.of(
                    Topic.PRICES,
                    Topic.EXECUTIONS,
                    Topic.ALLOCATIONS,
                    Topic.FORECASTS,
                    Topic.DEMAND,
                    Topic.DEAD_LETTERS);

    final OrderOutcomes orders = new OrderOutcomes();
    final ForecastScore score = new ForecastScore();
    final Map<String, DemandForecast> latestForecasts = new TreeMap<>();
    final Map<String, Price> latestPrices = new HashMap<>();
    final Map<String, Long> lotsTraded = new HashMap<>();
    long windows;
    long forecasts;
    long fallbackForecasts;
    long calls;
    long callsWithPrice;
    long lots;
    long turnoverTicks;
    long allocations;
    long deadLetters;
    long latestPriceMillis = Long.MIN_VALUE;

    void add(SpecificRecordBase record) {
        if (record instanceof ExecutionReport report) {
            orders.add(report);
        } else if (record instanceof Price price) {
            price(price);
        } else if (record instanceof DemandWindow window) {
            windows++;
            score.add(window);
        } else if (record instanceof DemandForecast forecast) {
            forecasts++;
            fallbackForecasts += forecast.getFallback() ? 1 : 0;
            latestForecasts.put(forecast.getMarket(), forecast);
            score.add(forecast);
        } else if (record instanceof Allocation) {
            allocations++;
        } else if (record instanceof DeadLetter) {
            deadLetters++;
        }
    }

    private void price(Price price) {
        calls++;
        latestPriceMillis = Math.max(latestPriceMillis, price.getTime().toEpochMilli());
        latestPrices.put(price.getContract(), price);
        if (price.getVolumeLots() > 0) {
            callsWithPrice++;
            lots += price.getVolumeLots();
            turnoverTicks += price.getVolumeLots() * price.getPriceTicks();
            lotsTraded.merge(price.getContract(), price.getVolumeLots(), Long::sum);
        }
    }
}
