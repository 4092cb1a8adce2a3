package io.attentionfutures.pipeline;

import io.attentionfutures.forecast.release.ModelRelease;
import io.attentionfutures.pipeline.clearing.ClearingOperator;
import io.attentionfutures.pipeline.clearing.DemandRouter;
import io.attentionfutures.pipeline.clearing.ForecastRouter;
import io.attentionfutures.pipeline.clearing.InstructionDecoder;
import io.attentionfutures.pipeline.clearing.OrderDecoder;
import io.attentionfutures.pipeline.clearing.ReferenceDataDecoder;
import io.attentionfutures.pipeline.clearing.SegmentEvent;
import io.attentionfutures.pipeline.clearing.SegmentEventSerializer;
import io.attentionfutures.pipeline.demand.Demand;
import io.attentionfutures.pipeline.demand.DemandSerializer;
import io.attentionfutures.pipeline.demand.DemandWindows;
import io.attentionfutures.pipeline.demand.TelemetryDecoder;
import io.attentionfutures.pipeline.demand.Usage;
import io.attentionfutures.pipeline.demand.UsageSerializer;
import io.attentionfutures.pipeline.forecast.BatchForecaster;
import io.attentionfutures.pipeline.forecast.MarketForecast;
import io.attentionfutures.pipeline.forecast.MarketForecastSerializer;
import io.attentionfutures.pipeline.forecast.ModelReleaseSerializer;
import io.attentionfutures.pipeline.forecast.ReleaseDecoder;
import io.attentionfutures.pipeline.log.LoggedRecord;
import io.attentionfutures.pipeline.publish.DeadLetters;
import io.attentionfutures.pipeline.publish.DemandPublisher;
import io.attentionfutures.pipeline.publish.ForecastPublisher;
import io.attentionfutures.pipeline.publish.ModelRecords;
import io.attentionfutures.pipeline.publish.PublishedRecord;
import io.attentionfutures.pipeline.publish.PublishedRecordSerializer;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** The job, from the logs to the public topics. No I/O: sources come in, sinks go out. */
public final class MarketTopology {
    private MarketTopology() {}

    /** Where a stream of records leaves the job. */
    @FunctionalInterface
    public interface Sinks {
        void publish(DataStream<PublishedRecord> records, String uid);
    }

    /**
     * Lays out the job. Each decoder has as many subtasks as its source, and so reads all of a
     * partition: what it knows of the partition's time must not depend on the job's parallelism.
     *
     * @param telemetry log of usage samples
     * @param orders logs of order commands
     * @param instructions logs of collateral transfers and directives
     * @param referenceData logs of contract specifications and accounts
     * @param models log of released models
     * @param settings what the operators need to know
     * @param sinks where the results go
     */
    public static void define(
            DataStream<LoggedRecord> telemetry,
            DataStream<LoggedRecord> orders,
            DataStream<LoggedRecord> instructions,
            DataStream<LoggedRecord> referenceData,
            DataStream<LoggedRecord> models,
            MarketSettings settings,
            Sinks sinks) {
        SingleOutputStreamOperator<Usage> usage =
                telemetry
                        .process(
                                new TelemetryDecoder(settings.periods()).framedAs(settings.wire()),
                                UsageSerializer.TYPE)
                        .uid(Uids.TELEMETRY_DECODER)
                        .setParallelism(telemetry.getParallelism())
                        .name("Decode telemetry");

        SingleOutputStreamOperator<Demand> demand =
                usage.keyBy(Usage::market)
                        .process(
                                new DemandWindows(
                                        settings.periods(),
                                        settings.capacityRule(),
                                        settings.retireAfter()),
                                DemandSerializer.TYPE)
                        .uid(Uids.DEMAND_WINDOWS)
                        .name("Window demand");

        SingleOutputStreamOperator<ModelRelease> releases =
                models.process(
                                new ReleaseDecoder().framedAs(settings.wire()),
                                ModelReleaseSerializer.TYPE)
                        .uid(Uids.MODEL_DECODER)
                        .setParallelism(models.getParallelism())
                        .name("Decode releases of models");

        SingleOutputStreamOperator<MarketForecast> forecasts =
                demand.keyBy(Demand::market)
                        .connect(releases.broadcast())
                        .transform(
                                "Forecast demand",
                                MarketForecastSerializer.TYPE,
                                new BatchForecaster(settings.forecast()))
                        .uid(Uids.FORECASTER);

        SingleOutputStreamOperator<SegmentEvent> commands =
                orders.process(
                                new OrderDecoder(settings.routing()).framedAs(settings.wire()),
                                SegmentEventSerializer.TYPE)
                        .uid(Uids.ORDER_DECODER)
                        .setParallelism(orders.getParallelism())
                        .name("Decode orders");

        SingleOutputStreamOperator<SegmentEvent> rules =
                referenceData
                        .process(
                                new ReferenceDataDecoder(settings.routing())
                                        .framedAs(settings.wire()),
                                SegmentEventSerializer.TYPE)
                        .uid(Uids.REFERENCE_DATA_DECODER)
                        .setParallelism(referenceData.getParallelism())
                        .name("Decode reference data");

        SingleOutputStreamOperator<SegmentEvent> instructed =
                instructions
                        .process(
                                new InstructionDecoder().framedAs(settings.wire()),
                                SegmentEventSerializer.TYPE)
                        .uid(Uids.INSTRUCTION_DECODER)
                        .setParallelism(instructions.getParallelism())
                        .name("Decode collateral and directives");

        SingleOutputStreamOperator<SegmentEvent> references =
                forecasts
                        .map(new ForecastRouter(settings.routing()))
                        .returns(SegmentEventSerializer.TYPE)
                        .uid(Uids.FORECAST_ROUTER)
                        .name("Route forecasts");

        SingleOutputStreamOperator<SegmentEvent> realised =
                demand.map(new DemandRouter(settings.routing()))
                        .returns(SegmentEventSerializer.TYPE)
                        .uid(Uids.DEMAND_ROUTER)
                        .name("Route demand");

        SingleOutputStreamOperator<PublishedRecord> cleared =
                commands.union(instructed, rules, references, realised)
                        .keyBy(SegmentEvent::segment, Types.STRING)
                        .transform(
                                "Clear segments",
                                PublishedRecordSerializer.TYPE,
                                new ClearingOperator())
                        .uid(Uids.CLEARING);

        sinks.publish(cleared, Uids.MARKET_SINK);
        sinks.publish(
                demand.map(new DemandPublisher())
                        .returns(PublishedRecordSerializer.TYPE)
                        .uid(Uids.DEMAND_PUBLISHER)
                        .name("Publish demand")
                        .union(
                                forecasts
                                        .map(new ForecastPublisher())
                                        .returns(PublishedRecordSerializer.TYPE)
                                        .uid(Uids.FORECAST_PUBLISHER)
                                        .name("Publish forecasts"),
                                forecasts.getSideOutput(ModelRecords.OUTPUT)),
                Uids.FORECAST_SINK);
        sinks.publish(
                usage.getSideOutput(DeadLetters.OUTPUT)
                        .union(
                                commands.getSideOutput(DeadLetters.OUTPUT),
                                instructed.getSideOutput(DeadLetters.OUTPUT),
                                rules.getSideOutput(DeadLetters.OUTPUT),
                                releases.getSideOutput(DeadLetters.OUTPUT)),
                Uids.DEAD_LETTER_SINK);
    }
}
