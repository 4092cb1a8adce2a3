{{/* What values.schema.json cannot say because it depends on several values. Each message begins with the key. */}}
{{- define "market.validate" -}}
{{- with .Values -}}
{{- if not .kafka.bootstrapServers -}}
{{- fail "kafka.bootstrapServers: missing; name Kafka's brokers, e.g. kafka:9092" -}}
{{- end -}}
{{- if and .registry.serve .registry.url -}}
{{- fail "registry.serve: the ids of registry.url are not the market's own; take away one of them" -}}
{{- end -}}
{{- if not .state.checkpointDir -}}
{{- fail "state.checkpointDir: missing; name a folder that all pods reach, e.g. s3://bucket/market/checkpoints" -}}
{{- end -}}
{{- if and (eq .job.upgradeMode "savepoint") (not .state.savepointDir) -}}
{{- fail "state.savepointDir: missing; job.upgradeMode savepoint needs it" -}}
{{- end -}}
{{- if and .state.savepointInterval (not .state.savepointDir) -}}
{{- fail "state.savepointDir: missing; state.savepointInterval needs it" -}}
{{- end -}}
{{- if and .highAvailability.enabled (not .highAvailability.storageDir) -}}
{{- fail "highAvailability.storageDir: missing; high availability needs a folder that all JobManagers reach" -}}
{{- end -}}
{{- if and (eq .job.upgradeMode "last-state") (not .highAvailability.enabled) -}}
{{- fail "job.upgradeMode: last-state needs highAvailability.enabled" -}}
{{- end -}}
{{- if and (gt (int .jobManager.replicas) 1) (not .highAvailability.enabled) -}}
{{- fail (printf "jobManager.replicas: %d need highAvailability.enabled" (int .jobManager.replicas)) -}}
{{- end -}}
{{- if and .gpu.enabled (not .gpu.image.repository) -}}
{{- fail "gpu.image.repository: missing; graphics processors need the CUDA image of deploy/image" -}}
{{- end -}}
{{- if and .kafka.topics.create (not .kafka.topics.cluster) -}}
{{- fail "kafka.topics.cluster: missing; topics need the name of Strimzi's Kafka resource" -}}
{{- end -}}
{{- if gt (int .kafka.topics.minInsyncReplicas) (int .kafka.topics.replicas) -}}
{{- fail (printf "kafka.topics.minInsyncReplicas: %d, but kafka.topics.replicas is %d" (int .kafka.topics.minInsyncReplicas) (int .kafka.topics.replicas)) -}}
{{- end -}}
{{- if and .metrics.podMonitor.create (not .metrics.enabled) -}}
{{- fail "metrics.podMonitor.create: needs metrics.enabled" -}}
{{- end -}}
{{- if and .autoscaler.enabled (gt (int .job.parallelism) (int .autoscaler.maxParallelism)) -}}
{{- fail (printf "autoscaler.maxParallelism: %d, but job.parallelism is %d" (int .autoscaler.maxParallelism) (int .job.parallelism)) -}}
{{- end -}}
{{- end -}}
{{- include "market.validateStateAddresses" . -}}
{{- end -}}

{{/* A file: address is shared by pods only on the volume. */}}
{{- define "market.validateStateAddresses" -}}
{{- $claim := include "market.stateClaim" . -}}
{{- $mount := printf "file://%s/" .Values.state.volume.mountPath -}}
{{- $addresses := dict "state.checkpointDir" .Values.state.checkpointDir "state.savepointDir" .Values.state.savepointDir -}}
{{- if .Values.highAvailability.enabled -}}
{{- $_ := set $addresses "highAvailability.storageDir" .Values.highAvailability.storageDir -}}
{{- end -}}
{{- range $key, $address := $addresses -}}
{{- if hasPrefix "file:" $address -}}
{{- if not $claim -}}
{{- fail (printf "%s: %s needs a volume; set state.volume.create or state.volume.existingClaim" $key $address) -}}
{{- end -}}
{{- if not (hasPrefix $mount $address) -}}
{{- fail (printf "%s: %s is not on the volume; begin it with %s" $key $address $mount) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end -}}
