package io.attentionfutures.benchmarks.flow;

import io.attentionfutures.pipeline.MarketSettings;
import io.attentionfutures.pipeline.Uids;
import io.attentionfutures.pipeline.clearing.OrderDecoder;
import io.attentionfutures.pipeline.clearing.SegmentEvent;
import io.attentionfutures.pipeline.clearing.SegmentEventSerializer;
import io.attentionfutures.pipeline.demand.TelemetryDecoder;
import io.attentionfutures.pipeline.demand.Usage;
import io.attentionfutures.pipeline.demand.UsageSerializer;
import io.attentionfutures.pipeline.kafka.InputTopics;
import io.attentionfutures.pipeline.kafka.KafkaInputs;
import io.attentionfutures.pipeline.kafka.KafkaOutputs;
import io.attentionfutures.pipeline.publish.PublishedRecord;
import io.attentionfutures.pipeline.publish.PublishedRecordSerializer;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * What a market job can at best be as fast as: the market's sources, decoders, exchanges by key,
 * encoders and sinks, with nothing between them. Every command is answered by an execution report
 * that repeats it, and every telemetry sample is copied.
 */
final class IdentityJob {
    private IdentityJob() {}

    static void define(StreamExecutionEnvironment environment, Configuration config)
            throws InputTopics.UnusableInputException {
        environment.configure(
                new Configuration()
                        .set(PipelineOptions.GENERIC_TYPES, false)
                        .set(PipelineOptions.AUTO_GENERATE_UIDS, false)
                        .set(PipelineOptions.OBJECT_REUSE, true));
        MarketSettings settings = MarketSettings.from(config);
        KafkaInputs inputs = new KafkaInputs(environment, config, InputTopics.lookUp(config));
        KafkaOutputs outputs = new KafkaOutputs(config, settings.wire());
        var orders = inputs.orders();
        DataStream<PublishedRecord> answers =
                orders.process(new OrderDecoder(settings.routing()), SegmentEventSerializer.TYPE)
                        .uid(Uids.ORDER_DECODER)
                        .setParallelism(orders.getParallelism())
                        .name("Decode orders")
                        .keyBy(SegmentEvent::segment, Types.STRING)
                        .flatMap(new CommandCopy())
                        .returns(PublishedRecordSerializer.TYPE)
                        .uid(Uids.CLEARING)
                        .name("Copy orders");
        outputs.publish(answers, Uids.MARKET_SINK);
        var telemetry = inputs.telemetry();
        DataStream<PublishedRecord> samples =
                telemetry
                        .process(new TelemetryDecoder(settings.periods()), UsageSerializer.TYPE)
                        .uid(Uids.TELEMETRY_DECODER)
                        .setParallelism(telemetry.getParallelism())
                        .name("Decode telemetry")
                        .keyBy(Usage::market)
                        .map(new SampleCopy())
                        .returns(PublishedRecordSerializer.TYPE)
                        .uid(Uids.DEMAND_PUBLISHER)
                        .name("Copy telemetry");
        outputs.publish(samples, Uids.FORECAST_SINK);
        outputs.addAtLeastOnceSink();
    }
}
