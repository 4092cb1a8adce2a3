package io.attentionfutures.local.agents;

import io.attentionfutures.market.ContractCode;
import io.attentionfutures.schemas.ContractSpecification;
import io.attentionfutures.schemas.Directive;
import io.attentionfutures.schemas.DirectiveAction;
import io.attentionfutures.schemas.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The population's regulator: once a day it halts a contract for a while, and resumes it. */
public final class Regulator {
    /** Its account, which also issues what is directed by hand. */
    public static final String ACCOUNT = "regulator";

    private static final long DAY = Duration.ofDays(1).toMillis();

    private Regulator() {}

    /** Returns its directives of all whole days that the market runs, by time. */
    static List<TimedRecord> directives(
            List<ContractSpecification> specifications, long startMillis, long endMillis) {
        List<TimedRecord> directives = new ArrayList<>();
        long firstDay = Math.floorDiv(startMillis, DAY) + 1;
        for (long day = firstDay; (day + 1) * DAY <= endMillis; day++) {
            ContractSpecification market = specifications.get((int) (day % specifications.size()));
            long period = market.getPeriodMillis();
            long delivery = day * DAY + DAY * 3 / 4 / period * period;
            String contract = new ContractCode(market.getMarket(), delivery, period).toString();
            long halted = delivery - market.getListingHorizon() / 2 * period;
            directives.add(directive(market, contract, DirectiveAction.HALT, halted));
            directives.add(
                    directive(market, contract, DirectiveAction.RESUME, halted + period / 3));
        }
        return directives;
    }

    private static TimedRecord directive(
            ContractSpecification market, String contract, DirectiveAction action, long time) {
        String id = action + "-" + contract + "-" + Instant.ofEpochMilli(time);
        return new TimedRecord(
                time,
                Topic.DIRECTIVES,
                id,
                Directive.newBuilder()
                        .setDirectiveId(id)
                        .setIssuer(ACCOUNT)
                        .setSegment(market.getSegment())
                        .setAction(action)
                        .setTarget(contract)
                        .build());
    }
}
