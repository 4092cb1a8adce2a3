package io.attentionfutures.forecast.onnx;

/** Bytes that are no ONNX model that this program can use; the message is one line. */
public final class OnnxFormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message what is wrong
     */
    public OnnxFormatException(String message) {
        super(message);
    }

    OnnxFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
