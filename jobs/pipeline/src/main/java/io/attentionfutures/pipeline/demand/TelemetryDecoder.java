package io.attentionfutures.pipeline.demand;

import io.attentionfutures.forecast.telemetry.DemandWindowAccumulator;
import io.attentionfutures.pipeline.log.FieldLimits;
import io.attentionfutures.pipeline.log.LogDecoder;
import io.attentionfutures.pipeline.log.LoggedRecord;
import io.attentionfutures.pipeline.log.RefusedRecordException;
import io.attentionfutures.schemas.UsageSample;
import io.attentionfutures.schemas.wire.MalformedRecordException;
import io.attentionfutures.schemas.wire.RecordCodec;
import java.time.Instant;
import org.apache.flink.util.Collector;

/**
 * Decodes telemetry. A sample that was logged after its window closed, or that claims a time ahead
 * of the log's clock, is refused here, where its raw bytes are at hand.
 */
public final class TelemetryDecoder extends LogDecoder<Usage> {
    private static final long serialVersionUID = 1L;

    private final DemandPeriods periods;
    private transient RecordCodec<UsageSample> codec;

    public TelemetryDecoder(DemandPeriods periods) {
        this.periods = periods;
    }

    @Override
    protected void prepare() {
        codec = codec(UsageSample.class);
    }

    @Override
    protected void decode(LoggedRecord record, long effectiveMillis, Collector<Usage> out)
            throws MalformedRecordException, RefusedRecordException {
        UsageSample sample = codec.decode(record.value());
        boolean ofProvider = !sample.getProvider().isEmpty();
        requireNames(sample, ofProvider);
        if (!ofProvider) {
            requireMeasure("used", sample.getUsed());
        }
        requireMeasure("capacity", sample.getCapacity());
        long sampledAt = millis(sample.getSampledAt());
        String market = sample.getMarket();
        long windowStart = periods.windowStart(market, sampledAt);
        long close = periods.closeMillis(market, windowStart);
        if (effectiveMillis > close) {
            throw new RefusedRecordException(
                    "LATE",
                    "sampled at "
                            + sample.getSampledAt()
                            + ", logged at "
                            + Instant.ofEpochMilli(effectiveMillis)
                            + ", but its window closed at "
                            + Instant.ofEpochMilli(close));
        }
        if (windowStart > effectiveMillis) {
            throw new RefusedRecordException(
                    "AHEAD_OF_CLOCK",
                    "sampled at "
                            + sample.getSampledAt()
                            + ", logged at "
                            + Instant.ofEpochMilli(effectiveMillis));
        }
        out.collect(
                new Usage(
                        market,
                        ofProvider ? "" : sample.getTenant(),
                        sample.getProvider(),
                        windowStart,
                        ofProvider ? 0 : sample.getUsed(),
                        sample.getCapacity()));
    }

    private static void requireNames(UsageSample sample, boolean ofProvider)
            throws MalformedRecordException {
        if (ofProvider && (sample.getMarket().isBlank() || sample.getProvider().isBlank())) {
            throw new MalformedRecordException("market and provider must not be empty");
        }
        if (!ofProvider && (sample.getMarket().isBlank() || sample.getTenant().isBlank())) {
            throw new MalformedRecordException("market and tenant must not be empty");
        }
        FieldLimits.requireName("market", sample.getMarket());
        FieldLimits.requireName("tenant", sample.getTenant());
        FieldLimits.requireName("provider", sample.getProvider());
    }

    private static long millis(Instant instant) throws MalformedRecordException {
        try {
            return instant.toEpochMilli();
        } catch (ArithmeticException e) {
            throw new MalformedRecordException("sampledAt is out of range", e);
        }
    }

    private static void requireMeasure(String name, double value) throws MalformedRecordException {
        if (!(value >= 0 && value <= DemandWindowAccumulator.MAXIMUM_USED)) {
            throw new MalformedRecordException(name + " must be between 0 and 10^12, was " + value);
        }
    }
}
