package io.attentionfutures.market.clearing;

import io.attentionfutures.market.clearing.MarketOutput.RejectionCode;

/**
 * Why a command is refused: the code, and for people the value that failed and what is expected.
 */
record Rejection(RejectionCode code, String reason) {
    private static final int LONGEST_VALUE = 80;

    static Rejection of(RejectionCode code, String field, Object value, String expected) {
        String shown = String.valueOf(value);
        if (shown.length() > LONGEST_VALUE) {
            shown = shown.substring(0, LONGEST_VALUE) + "…";
        }
        return new Rejection(code, field + " " + shown + ": " + expected);
    }
}
