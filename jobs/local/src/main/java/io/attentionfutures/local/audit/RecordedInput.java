package io.attentionfutures.local.audit;

import io.attentionfutures.local.broker.KafkaConnection;
import io.attentionfutures.market.clearing.LogPosition;
import io.attentionfutures.pipeline.clearing.RecordedEvents;
import io.attentionfutures.pipeline.clearing.SegmentEvent;
import io.attentionfutures.pipeline.clearing.SegmentRouting;
import io.attentionfutures.schemas.DemandForecast;
import io.attentionfutures.schemas.DemandWindow;
import io.attentionfutures.schemas.Topic;
import io.attentionfutures.schemas.wire.MalformedRecordException;
import io.attentionfutures.schemas.wire.RecordCodec;
import io.attentionfutures.schemas.wire.WireFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * The inputs of the clearing house that the job itself recorded: demand windows and forecasts,
 * taken as they were published. They are held in memory, about 3 kB for each forecast.
 */
final class RecordedInput {
    private final RecordedEvents events;
    private final RecordCodec<DemandWindow> windows;
    private final RecordCodec<DemandForecast> forecasts;
    private final Map<LogPosition, SegmentEvent> byPosition = new TreeMap<>();
    private final Map<String, Long> nextWindowMillis = new HashMap<>();
    private final Map<String, Long> nextForecastMillis = new HashMap<>();
    private final Set<String> silent = new HashSet<>();
    private final List<String> cut = new ArrayList<>();
    private long windowCount;
    private long forecastCount;

    private RecordedInput(WireFormat wire, SegmentRouting routing) {
        windows = wire.codec(DemandWindow.class);
        forecasts = wire.codec(DemandForecast.class);
        events = new RecordedEvents(routing);
    }

    static RecordedInput read(KafkaConnection kafka, SegmentRouting routing) {
        RecordedInput input = new RecordedInput(kafka.wire(), routing);
        List<String> topics = List.of(Topic.DEMAND.topicName(), Topic.FORECASTS.topicName());
        try (PartitionLanes lanes = new PartitionLanes(kafka, topics)) {
            for (TopicPartition partition : lanes.partitions()) {
                Cuts.note(lanes, partition, input.cut);
                ConsumerRecord<byte[], byte[]> record;
                while ((record = lanes.take(partition)) != null) {
                    input.add(record);
                }
            }
        }
        return input;
    }

    private void add(ConsumerRecord<byte[], byte[]> record) {
        try {
            SegmentEvent event =
                    record.topic().equals(Topic.DEMAND.topicName())
                            ? window(windows.decode(record.value()))
                            : forecast(forecasts.decode(record.value()));
            // Where these topics are written at least once, a failure may have repeated it.
            byPosition.putIfAbsent(event.event().position(), event);
        } catch (MalformedRecordException e) {
            cut.add(
                    String.format(
                            "%s-%d@%d cannot be read: %s",
                            record.topic(), record.partition(), record.offset(), e.getMessage()));
        }
    }

    private SegmentEvent window(DemandWindow window) {
        windowCount++;
        long period = window.getWindowEnd().toEpochMilli() - window.getWindowStart().toEpochMilli();
        nextWindowMillis.merge(
                window.getMarket(), window.getClosedAt().toEpochMilli() + period, Math::max);
        if (window.getSamples() == 0 && window.getProviders().isEmpty()) {
            silent.add(window.getMarket());
        } else {
            silent.remove(window.getMarket());
        }
        return events.of(window);
    }

    private SegmentEvent forecast(DemandForecast forecast) {
        forecastCount++;
        nextForecastMillis.merge(
                forecast.getMarket(),
                forecast.getForecastAt().toEpochMilli() + forecast.getPeriodMillis(),
                Math::max);
        return events.of(forecast);
    }

    /**
     * Returns the time from which on a window or forecast may be due that is not recorded yet. A
     * market that has fallen silent may have been forgotten, and counts no more.
     */
    long completeUntilMillis() {
        long until = Long.MAX_VALUE;
        for (Map<String, Long> next : List.of(nextWindowMillis, nextForecastMillis)) {
            for (Map.Entry<String, Long> entry : next.entrySet()) {
                if (!silent.contains(entry.getKey())) {
                    until = Math.min(until, entry.getValue());
                }
            }
        }
        return until;
    }

    /** Hands over and forgets all events up to a time, in order. */
    void until(long timeMillis, Consumer<SegmentEvent> receiver) {
        var all = byPosition.entrySet().iterator();
        while (all.hasNext()) {
            Map.Entry<LogPosition, SegmentEvent> first = all.next();
            if (first.getKey().timeMillis() > timeMillis) {
                return;
            }
            receiver.accept(first.getValue());
            all.remove();
        }
    }

    /** Returns what is no longer kept, for people. */
    List<String> cut() {
        return cut;
    }

    long windows() {
        return windowCount;
    }

    long forecasts() {
        return forecastCount;
    }
}
