package io.attentionfutures.helm;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wrong values end {@code helm template} with a message that names the key. */
class RefusedValuesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{job: {parallelism: 0}}                        | job/parallelism",
                "{job: {parallelism: 721}}                      | job/parallelism",
                "{job: {parallelism: two}}                      | job/parallelism",
                "{job: {paralelism: 2}}                         | paralelism",
                "{jobs: {}}                                     | jobs",
                "{job: {upgradeMode: sometimes}}                | job/upgradeMode",
                "{job: {jarURI: market.jar}}                    | job/jarURI",
                "{options: {afm.demand.perriod: 1 h}}           | afm.demand.perriod",
                "{options: {afm.demand.period: hourly}}         | options/afm.demand.period",
                "{options: {afm.clock.timestamps: REPLAYED}}    | options/afm.clock.timestamps",
                "{options: {afm.kafka.group-id: 7}}             | options/afm.kafka.group-id",
                "{options: {afm.kafka.bootstrap-servers: k:1}}  | afm.kafka.bootstrap-servers",
                "{flink: {configuration: {afm.demand.period: 1 h}}} | afm.demand.period",
                "{flink: {version: '2.3'}}                      | flink/version",
                "{image: {digest: 'sha256:12'}}                 | image/digest",
                "{image: {pullPolicy: Sometimes}}               | image/pullPolicy",
                "{kafka: {bootstrapServers: ''}}                | kafka.bootstrapServers",
                "{kafka: {bootstrapServers: kafka}}             | kafka/bootstrapServers",
                "{kafka: {topics: {create: true}}}              | kafka.topics.cluster",
                "{kafka: {topics: {replicas: 1}}}               | kafka.topics.minInsyncReplicas",
                "{kafka: {topics: {partitions: 0}}}             | kafka/topics/partitions",
                "{registry: {serve: true, url: 'http://r:1'}}   | registry.serve",
                "{registry: {url: registry}}                    | registry/url",
                "{state: {checkpointDir: ''}}                   | state.checkpointDir",
                "{state: {checkpointDir: checkpoints}}          | state/checkpointDir",
                "{state: {checkpointDir: 'file:///tmp/c'}}      | state.checkpointDir",
                "{state: {savepointDir: ''}}                    | state.savepointDir",
                "{state: {volume: {create: false}}}             | state.checkpointDir",
                "{state: {checkpointInterval: often}}           | state/checkpointInterval",
                "{highAvailability: {enabled: true}}            | highAvailability.storageDir",
                "{job: {upgradeMode: last-state}}               | job.upgradeMode",
                "{jobManager: {replicas: 2}}                    | jobManager.replicas",
                "{taskManager: {offHeapMebibytes: 256}}         | taskManager/offHeapMebibytes",
                "{taskManager: {memory: plenty}}                | taskManager/memory",
                "{taskManager: {slots: 0}}                      | taskManager/slots",
                "{gpu: {enabled: true}}                         | gpu.image.repository",
                "{gpu: {amount: 0}}                             | gpu/amount",
                "{autoscaler: {enabled: true, maxParallelism: 1}, job: {parallelism: 2}}"
                        + " | autoscaler.maxParallelism",
                "{autoscaler: {targetUtilization: 70}}          | autoscaler/targetUtilization",
                "{pods: {secretEnv: [{name: KEY, value: abc}]}} | pods/secretEnv/0",
                "{metrics: {enabled: false, podMonitor: {create: true}}} | metrics.podMonitor",
                "{metrics: {port: 80}}                          | metrics/port",
                "{networkPolicy: {create: 'yes'}}               | networkPolicy/create",
            })
    void aWrongValueIsRefusedByItsKey(String values, String key) {
        assertThatThrownBy(() -> Rendering.of("minimal", values)).hasMessageContaining(key);
    }
}
