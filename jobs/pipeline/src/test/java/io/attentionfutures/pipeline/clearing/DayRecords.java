package io.attentionfutures.pipeline.clearing;

import static io.attentionfutures.pipeline.clearing.TradingDay.HOUR;
import static io.attentionfutures.pipeline.clearing.TradingDay.MINUTE;
import static io.attentionfutures.pipeline.clearing.TradingDay.START;

import io.attentionfutures.market.clearing.ClearingHouse;
import io.attentionfutures.market.clearing.LogPosition;
import io.attentionfutures.market.clearing.MarketEvent;
import io.attentionfutures.market.clearing.MarketEvent.DirectiveAction;
import io.attentionfutures.market.clearing.MarketEvent.TransferKind;
import io.attentionfutures.market.clearing.MarketOutput.RejectionCode;
import java.util.TreeMap;

/**
 * What happens to a segment on a trading day besides orders: collateral, directives, telemetry of
 * what was delivered, and records that are to be refused. Each of these is the same in all segments
 * so that a test can count.
 */
final class DayRecords {
    /** The hour whose telemetry is missing. */
    static final int DARK_HOUR = 3;

    /** The provider that delivers nothing. */
    static final String SHORT_PROVIDER = "account-1";

    /** What stays of all transfers of a segment. */
    static final long DEPOSITED = 1_000 + 6 * 60_000 + 2 * 4_000 - 100;

    private final TradingDay day;

    DayRecords(TradingDay day) {
        this.day = day;
    }

    void add(String segment) {
        collateral(segment);
        directives(segment);
        day.add(
                segment,
                new MarketEvent.RecordRefused(
                        day.at(START + HOUR, "afm.contracts"),
                        "contract specification",
                        TradingDay.market(segment),
                        RejectionCode.INVALID_SPECIFICATION,
                        "lotSize must be at least 1"));
        for (int hour = 0; hour < TradingDay.HOURS + TradingDay.HORIZON; hour++) {
            if (hour != DARK_HOUR) {
                double used = 70 + day.random().nextInt(30);
                demand(segment, hour, START + (hour + 1) * HOUR + 5 * MINUTE, used);
            }
        }
        // A contract is settled once.
        demand(segment, 1, START + 2 * HOUR + 7 * MINUTE, 10);
    }

    private void collateral(String segment) {
        long time = START + 1_000;
        transfer(segment, time, "fund", ClearingHouse.DEFAULT_FUND, TransferKind.DEPOSIT, 1_000);
        for (int i = 0; i < TradingDay.ACCOUNTS; i++) {
            long amount = i % 3 == 2 ? 4_000 : 60_000;
            transfer(segment, time, "t1", "account-" + i, TransferKind.DEPOSIT, amount);
        }
        transfer(segment, time + MINUTE, "t1", "account-0", TransferKind.DEPOSIT, 60_000);
        long later = START + HOUR + 30 * MINUTE;
        transfer(segment, later, "t2", "account-0", TransferKind.WITHDRAWAL, 1L << 40);
        transfer(segment, later + MINUTE, "t3", "account-0", TransferKind.WITHDRAWAL, 100);
    }

    private void transfer(
            String segment, long time, String id, String account, TransferKind kind, long amount) {
        LogPosition position = day.at(time, "afm.collateral");
        day.add(segment, new MarketEvent.CollateralMoved(position, id, account, kind, amount));
    }

    private void directives(String segment) {
        long halt = START + 2 * HOUR + 5 * MINUTE;
        direct(segment, halt, "d1", "authority", DirectiveAction.HALT);
        direct(segment, halt + 30 * MINUTE, "d2", "authority", DirectiveAction.RESUME);
        direct(segment, halt + 31 * MINUTE, "d1", "authority", DirectiveAction.HALT);
        direct(segment, halt + HOUR, "d3", "account-0", DirectiveAction.HALT);
    }

    private void direct(
            String segment, long time, String id, String issuer, DirectiveAction action) {
        day.add(
                segment,
                new MarketEvent.DirectiveIssued(
                        day.at(time, "afm.directives"),
                        id,
                        issuer,
                        action,
                        TradingDay.market(segment),
                        0,
                        0,
                        0,
                        0,
                        null));
    }

    private void demand(String segment, int hour, long closed, double used) {
        String market = TradingDay.market(segment);
        TreeMap<String, Double> delivered = new TreeMap<>();
        for (int i = 1; i < TradingDay.ACCOUNTS; i += 2) {
            String provider = "account-" + i;
            delivered.put(provider, provider.equals(SHORT_PROVIDER) ? 0.0 : 1_000.0);
        }
        long start = START + hour * HOUR;
        day.add(
                segment,
                new MarketEvent.DemandRealised(
                        new LogPosition(closed, "afm.demand/" + market, 0, start),
                        market,
                        start,
                        HOUR,
                        used,
                        100,
                        delivered));
    }
}
