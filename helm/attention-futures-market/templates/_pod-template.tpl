{{/* What JobManager and TaskManagers have in common. Flink's own container has to have this name. */}}
{{- define "market.podTemplate" -}}
apiVersion: v1
kind: Pod
metadata:
  labels:
    {{- include "market.labels" . | nindent 4 }}
  {{- with .Values.pods.annotations }}
  annotations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
spec:
  {{- with .Values.image.pullSecrets }}
  imagePullSecrets:
    {{- range . }}
    - name: {{ . | quote }}
    {{- end }}
  {{- end }}
  {{- with .Values.pods.nodeSelector }}
  nodeSelector:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with .Values.pods.tolerations }}
  tolerations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with .Values.pods.affinity }}
  affinity:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with .Values.pods.priorityClassName }}
  priorityClassName: {{ . | quote }}
  {{- end }}
  {{- include "market.podSecurityContext" . | nindent 2 }}
  containers:
    - name: flink-main-container
      {{- include "market.containerSecurityContext" . | nindent 6 }}
      env:
        {{- /* One thread for each linear-algebra call: more only get in each other's way. */}}
        - name: OMP_NUM_THREADS
          value: "1"
        {{- with .Values.flink.plugins }}
        - name: ENABLE_BUILT_IN_PLUGINS
          value: {{ join ";" . | quote }}
        {{- end }}
        {{- range .Values.pods.secretEnv }}
        - name: {{ .name | quote }}
          valueFrom:
            secretKeyRef:
              name: {{ .secret | quote }}
              key: {{ .key | quote }}
        {{- end }}
      {{- if .Values.metrics.enabled }}
      ports:
        - name: metrics
          containerPort: {{ .Values.metrics.port }}
          protocol: TCP
      {{- end }}
      {{- include "market.volumeMounts" . | nindent 6 }}
  {{- include "market.volumes" . | nindent 2 }}
{{- end -}}

{{- define "market.podSecurityContext" -}}
{{- if .Values.podSecurity.restricted -}}
securityContext:
  runAsNonRoot: true
  runAsUser: {{ .Values.podSecurity.runAsUser }}
  runAsGroup: {{ .Values.podSecurity.runAsUser }}
  fsGroup: {{ .Values.podSecurity.runAsUser }}
  seccompProfile:
    type: RuntimeDefault
{{- end -}}
{{- end -}}

{{- define "market.containerSecurityContext" -}}
{{- if .Values.podSecurity.restricted -}}
securityContext:
  allowPrivilegeEscalation: false
  capabilities:
    drop:
      - ALL
{{- end -}}
{{- end -}}

{{- define "market.volumeMounts" -}}
{{- if or .Values.kafka.propertiesSecret.name (include "market.modelClaim" .) (include "market.stateClaim" .) -}}
volumeMounts:
  {{- if .Values.kafka.propertiesSecret.name }}
  - name: kafka-properties
    mountPath: /etc/afm/kafka
    readOnly: true
  {{- end }}
  {{- if include "market.modelClaim" . }}
  - name: models
    mountPath: {{ .Values.model.volume.mountPath | quote }}
    readOnly: true
  {{- end }}
  {{- if include "market.stateClaim" . }}
  - name: state
    mountPath: {{ .Values.state.volume.mountPath | quote }}
  {{- end }}
{{- end -}}
{{- end -}}

{{- define "market.volumes" -}}
{{- if or .Values.kafka.propertiesSecret.name (include "market.modelClaim" .) (include "market.stateClaim" .) -}}
volumes:
  {{- with .Values.kafka.propertiesSecret.name }}
  - name: kafka-properties
    secret:
      secretName: {{ . | quote }}
      defaultMode: 0440
  {{- end }}
  {{- with include "market.modelClaim" . }}
  - name: models
    persistentVolumeClaim:
      claimName: {{ . | quote }}
      readOnly: true
  {{- end }}
  {{- with include "market.stateClaim" . }}
  - name: state
    persistentVolumeClaim:
      claimName: {{ . | quote }}
  {{- end }}
{{- end -}}
{{- end -}}
