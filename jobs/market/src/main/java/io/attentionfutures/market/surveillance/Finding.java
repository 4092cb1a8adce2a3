package io.attentionfutures.market.surveillance;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** An alert that is being written. */
final class Finding {
    private final AlertKind kind;
    private final String account;
    private final String contract;
    private final Consumer<Alert> alerts;
    private final List<Evidence> evidence = new ArrayList<>();

    Finding(AlertKind kind, String account, String contract, Consumer<Alert> alerts) {
        this.kind = kind;
        this.account = account;
        this.contract = contract;
        this.alerts = alerts;
    }

    Finding with(String name, String value) {
        evidence.add(new Evidence(name, value));
        return this;
    }

    Finding with(String name, long value) {
        return with(name, Long.toString(value));
    }

    Finding with(String name, BigInteger value) {
        return with(name, value.toString());
    }

    /** Reports with the score {@code 1000 measured / threshold}. */
    void report(long measured, long threshold) {
        BigInteger score =
                BigInteger.valueOf(measured)
                        .multiply(BigInteger.valueOf(1000))
                        .divide(BigInteger.valueOf(Math.max(1, threshold)))
                        .min(BigInteger.valueOf(Alert.HIGHEST_SCORE));
        alerts.accept(new Alert(kind, account, contract, score.longValue(), evidence));
    }
}
