package io.attentionfutures.pipeline.forecast;

import io.attentionfutures.forecast.online.MarketForecaster;
import io.attentionfutures.forecast.release.MarketModels;
import io.attentionfutures.forecast.release.ModelRelease;
import io.attentionfutures.pipeline.demand.Demand;
import io.attentionfutures.pipeline.demand.DemandSerializer;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueStateDescriptor;

/** What the forecaster keeps: per market, and of the releases. */
final class ForecasterState {
    static final ValueStateDescriptor<MarketForecaster> FORECASTER =
            new ValueStateDescriptor<>("forecaster", MarketForecasterSerializer.INSTANCE);
    static final ValueStateDescriptor<MarketModels> MODELS =
            new ValueStateDescriptor<>("models", MarketModelsSerializer.INSTANCE);

    /** Windows that waited at the checkpoint. */
    static final ListStateDescriptor<Demand> WAITING =
            new ListStateDescriptor<>("waiting-windows", DemandSerializer.INSTANCE);

    /** Releases whose time the watermark had not passed. */
    static final ListStateDescriptor<ModelRelease> RELEASES_TO_COME =
            new ListStateDescriptor<>("releases-to-come", ModelReleaseSerializer.INSTANCE);

    /** The latest release of each name that had taken effect. */
    static final ListStateDescriptor<ModelRelease> RELEASES =
            new ListStateDescriptor<>("releases", ModelReleaseSerializer.INSTANCE);

    private ForecasterState() {}
}
