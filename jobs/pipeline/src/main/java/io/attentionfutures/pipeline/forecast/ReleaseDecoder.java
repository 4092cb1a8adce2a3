package io.attentionfutures.pipeline.forecast;

import io.attentionfutures.pipeline.log.FieldLimits;
import io.attentionfutures.pipeline.log.LogDecoder;
import io.attentionfutures.pipeline.log.LoggedRecord;
import io.attentionfutures.schemas.ModelRelease;
import io.attentionfutures.schemas.wire.MalformedRecordException;
import io.attentionfutures.schemas.wire.RecordCodec;
import java.util.regex.Pattern;
import org.apache.flink.util.Collector;

/** Decodes releases of models. */
public final class ReleaseDecoder
        extends LogDecoder<io.attentionfutures.forecast.release.ModelRelease> {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_URI = 2_048;
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    private transient RecordCodec<ModelRelease> codec;

    @Override
    protected void prepare() {
        codec = codec(ModelRelease.class);
    }

    @Override
    protected void decode(
            LoggedRecord record,
            long effectiveMillis,
            Collector<io.attentionfutures.forecast.release.ModelRelease> out)
            throws MalformedRecordException {
        ModelRelease decoded = codec.decode(record.value());
        requireName("name", decoded.getName());
        requireName("releaseId", decoded.getReleaseId());
        requireName("version", decoded.getVersion());
        require(
                !decoded.getUri().isBlank() && decoded.getUri().length() <= LONGEST_URI,
                "uri is empty or has more than " + LONGEST_URI + " characters");
        require(
                SHA_256.matcher(decoded.getSha256()).matches(),
                "sha256 is not 64 lower-case hexadecimal digits");
        out.collect(
                new io.attentionfutures.forecast.release.ModelRelease(
                        decoded.getName(),
                        decoded.getReleaseId(),
                        decoded.getVersion(),
                        decoded.getUri(),
                        decoded.getSha256(),
                        effectiveMillis,
                        record.partition(),
                        record.offset()));
    }

    private static void requireName(String field, String text) throws MalformedRecordException {
        FieldLimits.requireName(field, text);
        require(!text.isBlank(), field + " is empty");
    }

    private static void require(boolean condition, String fault) throws MalformedRecordException {
        if (!condition) {
            throw new MalformedRecordException("release of a model: " + fault);
        }
    }
}
