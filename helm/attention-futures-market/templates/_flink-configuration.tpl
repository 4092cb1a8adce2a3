{{/* Flink's configuration as a YAML map; what is set later wins. */}}
{{- define "market.flinkConfiguration" -}}
{{- $values := .Values -}}
{{- $conf := dict -}}
{{- $jvm := "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=io.attentionfutures.schemas" -}}
{{- $_ := set $conf "env.java.opts.jobmanager" $jvm -}}
{{- /* Orders touch memory all over the heap: pages of 2 MiB, where the node has them, save a tenth of the time and more. */ -}}
{{- $_ := set $conf "env.java.opts.taskmanager" (printf "%s -XX:+UseTransparentHugePages" $jvm) -}}
{{- $_ := set $conf "taskmanager.numberOfTaskSlots" $values.taskManager.slots -}}
{{- $_ := set $conf "taskmanager.memory.task.off-heap.size" (printf "%dm" (int $values.taskManager.offHeapMebibytes)) -}}
{{- /* Scoring libraries must be loaded once in a process, not once for each start of the job. */ -}}
{{- $_ := set $conf "classloader.parent-first-patterns.additional" "org.nd4j.;org.bytedeco.;org.deeplearning4j." -}}
{{- $_ := set $conf "restart-strategy.type" "exponential-delay" -}}
{{- include "market.stateConfiguration" (dict "values" $values "conf" $conf) -}}
{{- if $values.metrics.enabled -}}
{{- $_ := set $conf "metrics.reporters" "prom" -}}
{{- $_ := set $conf "metrics.reporter.prom.factory.class" "org.apache.flink.metrics.prometheus.PrometheusReporterFactory" -}}
{{- $_ := set $conf "metrics.reporter.prom.port" $values.metrics.port -}}
{{- $_ := set $conf "metrics.reporter.prom.filterLabelValueCharacters" "false" -}}
{{- end -}}
{{- if $values.gpu.enabled -}}
{{- $_ := set $conf "external-resources" "gpu" -}}
{{- $_ := set $conf "external-resource.gpu.driver-factory.class" "org.apache.flink.externalresource.gpu.GPUDriverFactory" -}}
{{- $_ := set $conf "external-resource.gpu.amount" $values.gpu.amount -}}
{{- $_ := set $conf "external-resource.gpu.kubernetes.config-key" $values.gpu.resource -}}
{{- end -}}
{{- if $values.autoscaler.enabled -}}
{{- $_ := set $conf "job.autoscaler.enabled" true -}}
{{- $_ := set $conf "job.autoscaler.utilization.target" $values.autoscaler.targetUtilization -}}
{{- $_ := set $conf "job.autoscaler.stabilization.interval" $values.autoscaler.stabilizationInterval -}}
{{- $_ := set $conf "job.autoscaler.metrics.window" $values.autoscaler.metricsWindow -}}
{{- $_ := set $conf "job.autoscaler.vertex.max-parallelism" $values.autoscaler.maxParallelism -}}
{{- end -}}
{{- include "market.jobOptions" (dict "values" $values "conf" $conf "name" (include "market.fullname" .) "namespace" .Release.Namespace) -}}
{{- range $key, $value := $values.flink.configuration -}}
{{- $_ := set $conf $key $value -}}
{{- end -}}
{{- range $key, $value := $conf }}
{{ $key }}: {{ include "market.number" $value | quote }}
{{- end -}}
{{- end -}}

{{/* Whole numbers of values are floating-point to Helm: without this 1000000 would be written 1e+06. */}}
{{- define "market.number" -}}
{{- if and (kindIs "float64" .) (eq (floor .) .) -}}{{ int64 . }}{{- else -}}{{ . }}{{- end -}}
{{- end -}}

{{- define "market.stateConfiguration" -}}
{{- $state := .values.state -}}
{{- $_ := set .conf "state.backend.type" $state.backend -}}
{{- $_ := set .conf "execution.checkpointing.mode" "EXACTLY_ONCE" -}}
{{- $_ := set .conf "execution.checkpointing.incremental" (eq $state.backend "rocksdb") -}}
{{- $_ := set .conf "execution.checkpointing.dir" $state.checkpointDir -}}
{{- $_ := set .conf "execution.checkpointing.interval" $state.checkpointInterval -}}
{{- $_ := set .conf "execution.checkpointing.timeout" $state.checkpointTimeout -}}
{{- $_ := set .conf "execution.checkpointing.num-retained" $state.retainedCheckpoints -}}
{{- $_ := set .conf "execution.checkpointing.externalized-checkpoint-retention" "RETAIN_ON_CANCELLATION" -}}
{{- with $state.savepointDir -}}
{{- $_ := set $.conf "execution.checkpointing.savepoint-dir" . -}}
{{- end -}}
{{- with $state.savepointInterval -}}
{{- $_ := set $.conf "kubernetes.operator.periodic.savepoint.interval" . -}}
{{- end -}}
{{- if .values.highAvailability.enabled -}}
{{- $_ := set .conf "high-availability.type" "kubernetes" -}}
{{- $_ := set .conf "high-availability.storageDir" .values.highAvailability.storageDir -}}
{{- end -}}
{{- end -}}

{{/* afm.*: those that have values of their own, then the options. Ids are unique for each release on the Kafka cluster. */}}
{{- define "market.jobOptions" -}}
{{- $values := .values -}}
{{- $_ := set .conf "afm.kafka.bootstrap-servers" $values.kafka.bootstrapServers -}}
{{- $_ := set .conf "afm.kafka.group-id" (printf "%s-%s" .namespace .name) -}}
{{- $_ := set .conf "afm.sink.transactional-id-prefix" (printf "%s-%s" .namespace .name) -}}
{{- if $values.kafka.properties -}}
{{- $pairs := list -}}
{{- range $key, $value := $values.kafka.properties -}}
{{- $pairs = append $pairs (printf "%s:%s" $key (include "market.number" $value)) -}}
{{- end -}}
{{- $_ := set .conf "afm.kafka.properties" ($pairs | join ",") -}}
{{- end -}}
{{- if $values.kafka.propertiesSecret.name -}}
{{- $_ := set .conf "afm.kafka.properties-file" (printf "/etc/afm/kafka/%s" $values.kafka.propertiesSecret.key) -}}
{{- end -}}
{{- with $values.registry.url -}}
{{- $_ := set $.conf "afm.registry.url" . -}}
{{- end -}}
{{- with $values.registry.singleObjectTopics -}}
{{- $_ := set $.conf "afm.wire.single-object-topics" (join ";" .) -}}
{{- end -}}
{{- with $values.model.path -}}
{{- $_ := set $.conf "afm.forecast.model" . -}}
{{- end -}}
{{- range $key, $value := $values.options -}}
{{- $_ := set $.conf $key $value -}}
{{- end -}}
{{- end -}}
