package io.attentionfutures.market.clearing;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.market.clearing.MarketEvent.AccountChanged;
import io.attentionfutures.market.clearing.MarketOutput.AuditRecorded;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Replays what an exchange was told on two houses side by side. One is never disturbed; the other
 * writes a snapshot after every step, is restored from it, and gets its events through the codec.
 * They must say the same and know the same. On the way checks what holds after every step: cash is
 * what was deposited, positions sum to zero, audit records are chained.
 */
final class Replay {
    private static final String SEGMENT = "EUW1";

    private final Set<String> accounts =
            new TreeSet<>(
                    Set.of(ClearingHouse.FEES, ClearingHouse.DEFAULT_FUND, ClearingHouse.ESCROW));
    private final ClearingHouse undisturbed = new ClearingHouse(SEGMENT);
    private ClearingHouse disturbed = new ClearingHouse(SEGMENT);
    private final MapStore store = new MapStore();
    private String auditHash = PriceHash.GENESIS;

    private Replay() {}

    /** Replays with a restore after every step, and again with one after every third step. */
    static void goesOnIdentically(Exchange exchange) {
        for (int interval : new int[] {1, 3}) {
            new Replay().run(exchange.script, interval);
        }
    }

    private void run(List<Exchange.Step> script, int interval) {
        Random random = new Random(interval);
        for (int i = 0; i < script.size(); i++) {
            Exchange.Step step = script.get(i);
            List<MarketOutput> expected = new ArrayList<>();
            List<MarketOutput> actual = new ArrayList<>();
            apply(undisturbed, step, expected);
            apply(disturbed, encoded(step), actual);
            assertThat(actual).as("step %s: %s", i, step).isEqualTo(expected);
            disturbed.writeChanges(store);
            if (i % interval == 0) {
                disturbed = ClearingHouse.restore(SEGMENT, store.shuffled(random));
            }
            if (step.event() instanceof AccountChanged) {
                accounts.add(((AccountChanged) step.event()).account().id());
            }
            compare(i, step);
            expected.forEach(this::checkChain);
        }
    }

    private void compare(int i, Exchange.Step step) {
        for (String account : accounts) {
            assertThat(disturbed.cash(account)).isEqualTo(undisturbed.cash(account));
            assertThat(disturbed.freeCollateral(account))
                    .as("free collateral of %s after step %s: %s", account, i, step)
                    .isEqualTo(undisturbed.freeCollateral(account));
            assertThat(disturbed.status(account)).isEqualTo(undisturbed.status(account));
        }
        assertThat(disturbed.netPositions()).isEqualTo(undisturbed.netPositions());
        assertThat(disturbed.restingOrders()).isEqualTo(undisturbed.restingOrders());
        assertThat(disturbed.deliveringContracts()).isEqualTo(undisturbed.deliveringContracts());
        assertThat(undisturbed.totalCash()).isEqualTo(undisturbed.deposited());
        assertThat(undisturbed.netPositions().values()).allMatch(net -> net == 0);
    }

    private void checkChain(MarketOutput output) {
        if (output instanceof AuditRecorded) {
            AuditRecorded record = (AuditRecorded) output;
            assertThat(record.previousHash()).isEqualTo(auditHash);
            assertThat(record.hash()).isEqualTo(AuditHash.of(record));
            auditHash = record.hash();
        }
    }

    private static void apply(ClearingHouse house, Exchange.Step step, List<MarketOutput> into) {
        if (step.event() == null) {
            house.advanceTo(step.timeMillis(), into::add);
        } else {
            house.apply(step.event(), into::add);
        }
    }

    private static Exchange.Step encoded(Exchange.Step step) {
        if (step.event() == null) {
            return step;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            MarketEventCodec.write(step.event(), new DataOutputStream(bytes));
            ByteArrayInputStream in = new ByteArrayInputStream(bytes.toByteArray());
            return new Exchange.Step(MarketEventCodec.read(new DataInputStream(in)), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
