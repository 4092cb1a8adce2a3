package io.attentionfutures.local.security;

import static io.attentionfutures.local.security.SecuredMarket.ALICE;
import static io.attentionfutures.local.security.SecuredMarket.BOB;
import static io.attentionfutures.local.security.SecuredMarket.order;

import io.attentionfutures.schemas.ExecutionReport;
import io.attentionfutures.schemas.ExecutionType;
import io.attentionfutures.schemas.OrderSide;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Alice buys what bob sells, lot by lot; and what both hear of it. */
final class Trading {
    private final RecordWriter alice;
    private final RecordWriter bob;
    private final Set<String> written = new TreeSet<>();
    private final List<ExecutionReport> reports = new ArrayList<>();

    Trading(RecordWriter alice, RecordWriter bob) {
        this.alice = alice;
        this.bob = bob;
    }

    /** Each writes so many orders to its own topic, all of which can be filled. */
    void trade(String round, int orders) throws Exception {
        for (int i = 0; i < orders; i++) {
            String id = round + i;
            note(alice.write("afm.orders.alice", ALICE, order(ALICE, id, OrderSide.BUY, 200)));
            note(bob.write("afm.orders.bob", BOB, order(BOB, id, OrderSide.SELL, 100)));
        }
    }

    private void note(RecordMetadata place) {
        written.add(place.topic() + "-" + place.partition() + "@" + place.offset());
    }

    /** Hears an execution report. */
    void hear(SpecificRecordBase report) {
        reports.add((ExecutionReport) report);
    }

    /** Returns where the orders are in the log. */
    Set<String> written() {
        return written;
    }

    /** Returns the places of the orders that were accepted, each as often as that was said. */
    List<String> acknowledgements() {
        return reports.stream()
                .filter(report -> report.getExecutionType() == ExecutionType.NEW)
                .map(
                        report ->
                                report.getSourceTopic()
                                        + "-"
                                        + report.getSourcePartition()
                                        + "@"
                                        + report.getSourceOffset())
                .toList();
    }

    /** Returns the lots that were filled by order. */
    Map<String, Long> fills() {
        Map<String, Long> fills = new TreeMap<>();
        for (ExecutionReport report : reports) {
            if (report.getExecutionType() == ExecutionType.TRADE) {
                fills.merge(
                        report.getAccount() + " " + report.getClientOrderId(),
                        report.getLastLots(),
                        Long::sum);
            }
        }
        return fills;
    }
}
