package io.attentionfutures.local.command;

import io.attentionfutures.local.run.RecordText;
import io.attentionfutures.schemas.AuditRecord;
import io.attentionfutures.schemas.Decision;
import io.attentionfutures.schemas.ExecutionReport;
import io.attentionfutures.schemas.ExecutionType;
import io.attentionfutures.schemas.OrderCommand;
import io.attentionfutures.schemas.Topic;
import java.time.Duration;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecordBase;

/** Tells what the market answered to a command. */
final class Answer {
    private static final int REJECTED = 1;
    private static final int UNANSWERED = 3;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private Answer() {}

    /** Places a command, prints the answer and returns the exit code. */
    static int to(MarketAddress market, OrderCommand command, boolean json) {
        Optional<ExecutionReport> answer;
        try {
            answer = new Desk(market.connection()).place(command, LIMIT);
        } catch (UnreadableAnswerException e) {
            return unreadable(e);
        }
        if (answer.isEmpty()) {
            return unanswered();
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

    /** Gives an instruction, prints the decision about it and returns the exit code. */
    static int to(
            MarketAddress market,
            Topic topic,
            String key,
            SpecificRecordBase instruction,
            boolean json) {
        Optional<AuditRecord> answer;
        try {
            answer = new Desk(market.connection()).instruct(topic, key, instruction, LIMIT);
        } catch (UnreadableAnswerException e) {
            return unreadable(e);
        }
        if (answer.isEmpty()) {
            return unanswered();
        }
        AuditRecord decided = answer.get();
        boolean rejected = decided.getDecision() == Decision.REJECTED;
        if (json) {
            System.out.println(RecordText.json(decided));
        } else if (rejected) {
            System.out.printf("REJECTED %s: %s%n", decided.getRejectionCode(), decided.getText());
        } else {
            System.out.printf(
                    "%s %s %s in %s: %s%n",
                    decided.getDecision(),
                    decided.getKind(),
                    decided.getSubject(),
                    decided.getSegment(),
                    decided.getText());
        }
        return rejected ? REJECTED : 0;
    }

    private static int unreadable(UnreadableAnswerException failure) {
        System.err.println("afm: " + failure.getMessage());
        return UNANSWERED;
    }

    private static int unanswered() {
        System.err.println(
                "afm: the command is in the log, but no answer came within "
                        + LIMIT.toSeconds()
                        + " s: does the market run?");
        return UNANSWERED;
    }

    /** Returns an id that no command had before. */
    static String newId() {
        return "cli-" + Long.toString(System.currentTimeMillis(), 36);
    }
}
