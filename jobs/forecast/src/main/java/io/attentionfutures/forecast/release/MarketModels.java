package io.attentionfutures.forecast.release;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;

/**
 * Which models one market has to do with: the release that serves it, if any took the place of the
 * model given at the start, the challenger that waits for its trial to be decided, and the latest
 * release that was ever considered. Also when the market last asked for retraining. Not
 * thread-safe.
 */
public final class MarketModels {

    private static final int LAYOUT_VERSION = 1;

    private Optional<ModelRelease> serving = Optional.empty();
    private Optional<ModelRelease> challenger = Optional.empty();
    private Optional<ModelRelease> considered = Optional.empty();
    private long askedMillis = Long.MIN_VALUE;

    /** The release that serves the market; empty for the model given at the start. */
    public Optional<ModelRelease> serving() {
        return serving;
    }

    /** The release whose trial is not decided yet. */
    public Optional<ModelRelease> challenger() {
        return challenger;
    }

    /** End of the newest window when the market last asked for retraining. */
    long askedMillis() {
        return askedMillis;
    }

    void asked(long endMillis) {
        askedMillis = endMillis;
    }

    /** Whether a release has not been considered yet. */
    boolean isNew(ModelRelease release) {
        return considered.isEmpty() || release.compareTo(considered.get()) > 0;
    }

    /** A release is to be tried from now on, in place of an earlier one that is not decided. */
    void challenge(ModelRelease release) {
        challenger = Optional.of(release);
        considered = challenger;
    }

    /** The challenger serves from now on. */
    void adopt() {
        serving = challenger;
        challenger = Optional.empty();
    }

    /** The challenger is not used. */
    void refuse() {
        challenger = Optional.empty();
    }

    /** Writes all of it. */
    public void write(DataOutput out) throws IOException {
        out.writeByte(LAYOUT_VERSION);
        write(serving, out);
        write(challenger, out);
        write(considered, out);
        out.writeLong(askedMillis);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if it is of a layout that this program does not know
     */
    public static MarketModels read(DataInput in) throws IOException {
        int version = in.readByte();
        if (version != LAYOUT_VERSION) {
            throw new IOException("a market's models of unknown layout version " + version);
        }
        MarketModels models = new MarketModels();
        models.serving = readRelease(in);
        models.challenger = readRelease(in);
        models.considered = readRelease(in);
        models.askedMillis = in.readLong();
        return models;
    }

    private static void write(Optional<ModelRelease> release, DataOutput out) throws IOException {
        out.writeBoolean(release.isPresent());
        if (release.isPresent()) {
            release.get().write(out);
        }
    }

    private static Optional<ModelRelease> readRelease(DataInput in) throws IOException {
        return in.readBoolean() ? Optional.of(ModelRelease.read(in)) : Optional.empty();
    }
}
