package io.attentionfutures.market.clearing;

import io.attentionfutures.market.clearing.MarketOutput.AuditRecorded;
import io.attentionfutures.market.clearing.MarketOutput.Decision;
import io.attentionfutures.market.clearing.MarketOutput.RejectionCode;

/** Writes the segment's audit chain: what was decided about which record, and what was enacted. */
final class Audit {
    private final Segment segment;
    private final Reports reports;

    Audit(Segment segment, Reports reports) {
        this.segment = segment;
        this.reports = reports;
    }

    /** A record was understood and did what it says. */
    void accepted(LogPosition cause, String kind, String subject, String text) {
        record(cause, kind, subject, Decision.ACCEPTED, RejectionCode.NONE, text);
    }

    void rejected(LogPosition cause, String kind, String subject, RejectionCode code, String text) {
        record(cause, kind, subject, Decision.REJECTED, code, text);
    }

    /** The market's own rules did something that no record asked for. */
    void enacted(String kind, String subject, String text) {
        record(null, kind, subject, Decision.ENACTED, RejectionCode.NONE, text);
    }

    private void record(
            LogPosition cause,
            String kind,
            String subject,
            Decision decision,
            RejectionCode code,
            String text) {
        AuditRecorded open =
                new AuditRecorded(
                        segment.name,
                        segment.nowMillis,
                        reports.nextSequence(),
                        cause,
                        kind,
                        subject == null ? "" : subject,
                        decision,
                        code,
                        text,
                        segment.auditHash,
                        "");
        segment.auditHash = AuditHash.of(open);
        reports.say(open.withHash(segment.auditHash));
    }
}
