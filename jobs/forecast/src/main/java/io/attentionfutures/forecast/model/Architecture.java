package io.attentionfutures.forecast.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.attentionfutures.forecast.DemandForecast;
import java.util.Locale;

/** How a network is built. */
public enum Architecture {

    /**
     * Long short-term memory with a forget gate (Hochreiter and Schmidhuber 1997; Gers et al.
     * 2000), and a linear layer from its last state to all outputs.
     */
    @JsonProperty("lstm")
    LSTM(4),

    /**
     * Gated recurrent unit (Cho et al. 2014, its form with the reset gate after the recurrent
     * product), and a linear layer from its last state to all outputs.
     */
    @JsonProperty("gru")
    GRU(3),

    /** Whatever a user's own ONNX file holds: it can be scored, not trained. */
    @JsonProperty("imported")
    IMPORTED(0);

    private final int gates;

    Architecture(int gates) {
        this.gates = gates;
    }

    /** Its name in commands and bundles. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether this program can train it. */
    public boolean isTrainable() {
        return gates > 0;
    }

    /** Blocks of rows in the recurrent weights; 0 if unknown. */
    int gates() {
        return gates;
    }

    /**
     * Number of parameters at a width.
     *
     * <p>Their order, the same everywhere: input weights {@code [gate][unit][feature]}, recurrent
     * weights {@code [gate][unit][unit before]}, biases {@code [gate][unit]}, output weights {@code
     * [window][unit]}, output biases {@code [window]}. The LSTM's gates are candidate, forget,
     * output, input, as deeplearning4j has them; the GRU's update, reset, candidate, as ONNX has
     * them.
     *
     * @throws IllegalStateException for {@link #IMPORTED}
     */
    public int parameterCount(int hidden) {
        if (!isTrainable()) {
            throw new IllegalStateException("the parameters of an imported network are unknown");
        }
        return Math.addExact(
                gates * hidden * (FeatureExtractor.FEATURES + hidden + 1),
                DemandForecast.HORIZON * (hidden + 1));
    }
}
