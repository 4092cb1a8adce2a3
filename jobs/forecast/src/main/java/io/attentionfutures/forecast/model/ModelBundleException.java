package io.attentionfutures.forecast.model;

import java.util.regex.Pattern;

/**
 * A model bundle, or a network of one, that cannot be used; the message is one line that says why.
 */
public final class ModelBundleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST = 1000;
    private static final Pattern NO_TEXT = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029]+");

    /**
     * @param message what is wrong and what to do
     */
    public ModelBundleException(String message) {
        super(oneLine(message));
    }

    /**
     * @param message what is wrong and what to do
     * @param cause what showed it
     */
    public ModelBundleException(String message, Throwable cause) {
        super(oneLine(message), cause);
    }

    /** Names from a broken or hostile file may hold anything. */
    private static String oneLine(String message) {
        String line = NO_TEXT.matcher(message).replaceAll(" ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + " …";
    }
}
