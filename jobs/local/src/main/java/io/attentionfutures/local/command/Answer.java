package io.attentionfutures.local.command;

import io.attentionfutures.local.run.RecordText;
import io.attentionfutures.schemas.ExecutionReport;
import io.attentionfutures.schemas.ExecutionType;
import io.attentionfutures.schemas.OrderCommand;
import java.time.Duration;
import java.util.Optional;

/** Tells what the market answered to a command. */
final class Answer {
    private static final int REJECTED = 1;
    private static final int UNANSWERED = 3;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private Answer() {}

    /** Places a command, prints the answer and returns the exit code. */
    static int to(MarketAddress market, OrderCommand command, boolean json) {
        Optional<ExecutionReport> answer =
                new OrderDesk(market.bootstrapServers()).place(command, LIMIT);
        if (answer.isEmpty()) {
            System.err.println(
                    "afm: the command is in the log, but no answer came within "
                            + LIMIT.toSeconds()
                            + " s: does the market run?");
            return UNANSWERED;
        }
        ExecutionReport report = answer.get();
        boolean rejected = report.getExecutionType() == ExecutionType.REJECTED;
        if (json) {
            System.out.println(RecordText.json(report));
        } else if (rejected) {
            System.out.printf("REJECTED %s: %s%n", report.getRejectionCode(), report.getText());
        } else {
            System.out.printf(
                    "%s order %s of %s on %s: %s %d lots, limit %d ticks, %d filled, %d resting%n",
                    report.getExecutionType(),
                    report.getClientOrderId(),
                    report.getAccount(),
                    report.getContract(),
                    report.getSide(),
                    report.getOrderLots(),
                    report.getLimitTicks(),
                    report.getCumulativeLots(),
                    report.getLeavesLots());
        }
        return rejected ? REJECTED : 0;
    }

    /** Returns an id that no command had before. */
    static String newId() {
        return "cli-" + Long.toString(System.currentTimeMillis(), 36);
    }
}
