{{/* Name of the release's resources, at most 45 characters: the operator appends to it. */}}
{{- define "market.fullname" -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride | trunc 45 | trimSuffix "-" -}}
{{- else -}}
{{- $name := .Values.nameOverride | default .Chart.Name -}}
{{- if contains $name .Release.Name -}}
{{- .Release.Name | trunc 45 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name $name | trunc 45 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}
{{- end -}}

{{/* Labels that select the job's pods. */}}
{{- define "market.selectorLabels" -}}
app.kubernetes.io/name: {{ .Values.nameOverride | default .Chart.Name | quote }}
app.kubernetes.io/instance: {{ .Release.Name | quote }}
{{- end -}}

{{- define "market.labels" -}}
{{ include "market.selectorLabels" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service | quote }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | quote }}
{{- range $key, $value := .Values.labels }}
{{ $key }}: {{ $value | quote }}
{{- end }}
{{- end -}}

{{- define "market.metadata" -}}
name: {{ include "market.fullname" . }}
namespace: {{ .Release.Namespace }}
labels:
  {{- include "market.labels" . | nindent 2 }}
{{- end -}}

{{/* Address of an image: a dict of image (repository, tag, digest) and tag, what the tag is if empty. */}}
{{- define "market.image" -}}
{{- if .image.digest -}}
{{- printf "%s@%s" .image.repository .image.digest -}}
{{- else -}}
{{- printf "%s:%s" .image.repository (.image.tag | default .tag) -}}
{{- end -}}
{{- end -}}

{{/* The job's image: the CUDA one with graphics processors. */}}
{{- define "market.jobImage" -}}
{{- if .Values.gpu.enabled -}}
{{- include "market.image" (dict "image" .Values.gpu.image "tag" (printf "%s-cuda" .Chart.AppVersion)) -}}
{{- else -}}
{{- include "market.image" (dict "image" .Values.image "tag" .Chart.AppVersion) -}}
{{- end -}}
{{- end -}}

{{- define "market.serviceAccountName" -}}
{{- .Values.serviceAccount.name | default (include "market.fullname" .) -}}
{{- end -}}

{{/* Name of a volume's claim: a dict of root, volume and suffix; empty where there is no volume. */}}
{{- define "market.claimName" -}}
{{- if .volume.existingClaim -}}
{{- .volume.existingClaim -}}
{{- else if .volume.create -}}
{{- printf "%s-%s" (include "market.fullname" .root) .suffix -}}
{{- end -}}
{{- end -}}

{{- define "market.modelClaim" -}}
{{- include "market.claimName" (dict "root" . "volume" .Values.model.volume "suffix" "models") -}}
{{- end -}}

{{- define "market.stateClaim" -}}
{{- include "market.claimName" (dict "root" . "volume" .Values.state.volume "suffix" "state") -}}
{{- end -}}
