package io.attentionfutures.pipeline.log;

import io.attentionfutures.schemas.wire.MalformedRecordException;

/** Bounds the texts that the market keeps: a name is not a place to store a megabyte. */
public final class FieldLimits {
    /** Longest name, in characters. */
    public static final int LONGEST_NAME = 256;

    private FieldLimits() {}

    /**
     * @throws MalformedRecordException if the text is longer than {@link #LONGEST_NAME}
     */
    public static void requireName(String field, String text) throws MalformedRecordException {
        if (text.length() > LONGEST_NAME) {
            throw new MalformedRecordException(
                    field
                            + " has "
                            + text.length()
                            + " characters, at most "
                            + LONGEST_NAME
                            + " are allowed");
        }
    }
}
