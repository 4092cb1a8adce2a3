package io.attentionfutures.forecast.release;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Comparator;

/**
 * A model bundle that markets are to try, as its publisher describes it. Releases are ordered by
 * when they take effect.
 *
 * @param name what it replaces: the latest of each name is tried on markets that appear later
 * @param id names this release in decisions
 * @param version name and version of the model, as its bundle gives them
 * @param uri where the bundle's file is
 * @param sha256 hash of the file
 * @param timeMillis when it takes effect, by the log's clock
 * @param partition partition of the log that it came from
 * @param offset its place there
 */
public record ModelRelease(
        String name,
        String id,
        String version,
        String uri,
        String sha256,
        long timeMillis,
        int partition,
        long offset)
        implements Comparable<ModelRelease> {

    private static final Comparator<ModelRelease> ORDER =
            Comparator.comparingLong(ModelRelease::timeMillis)
                    .thenComparingInt(ModelRelease::partition)
                    .thenComparingLong(ModelRelease::offset);

    @Override
    public int compareTo(ModelRelease other) {
        return ORDER.compare(this, other);
    }

    /** Writes all of it. */
    public void write(DataOutput out) throws IOException {
        out.writeUTF(name);
        out.writeUTF(id);
        out.writeUTF(version);
        out.writeUTF(uri);
        out.writeUTF(sha256);
        out.writeLong(timeMillis);
        out.writeInt(partition);
        out.writeLong(offset);
    }

    /** Reads what {@link #write} wrote. */
    public static ModelRelease read(DataInput in) throws IOException {
        return new ModelRelease(
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readLong(),
                in.readInt(),
                in.readLong());
    }
}
