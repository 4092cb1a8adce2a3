package io.attentionfutures.market.clearing;

/**
 * Where an event stands in the logs. The total order of positions is the order in which the market
 * applies events, so the result is a function of the logs alone.
 *
 * @param timeMillis the event's official time, milliseconds since the epoch
 * @param topic the log it came from
 * @param partition the log's partition
 * @param offset its offset in the partition
 */
public record LogPosition(long timeMillis, String topic, int partition, long offset)
        implements Comparable<LogPosition> {
    @Override
    public int compareTo(LogPosition other) {
        int order = Long.compare(timeMillis, other.timeMillis);
        if (order == 0) {
            order = topic.compareTo(other.topic);
        }
        if (order == 0) {
            order = Integer.compare(partition, other.partition);
        }
        return order != 0 ? order : Long.compare(offset, other.offset);
    }

    @Override
    public String toString() {
        return topic + "-" + partition + "@" + offset;
    }
}
