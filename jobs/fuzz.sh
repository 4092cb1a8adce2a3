#!/usr/bin/env bash
# Runs the fuzz tests guided by coverage. See ./afm fuzz --help.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
read -r -a maven_arguments <<<"${AFM_MAVEN_ARGS:-}"

# Name, module, class below io.attentionfutures, what it is about.
targets="\
clearing jobs/market market.clearing.ClearingHouseFuzzTest  lives of a clearing house
stored   jobs/market market.clearing.StoredSegmentFuzzTest  stored events and entities, contract codes
records  jobs/pipeline pipeline.log.DecodedRecordsFuzzTest  records of all input topics, and what is cleared of them
state    jobs/pipeline pipeline.serialization.SerializedStateFuzzTest  serializers of operators' state and records
models   jobs/forecast forecast.model.ModelFileFuzzTest  model bundles, manifests, ONNX files
files    jobs/local local.command.InputFileFuzzTest  telemetry, order, book and scenario files"

usage() {
    cat <<END
Usage: ./afm fuzz [NAME] [--minutes N] [--keep]
Feeds bytes to decoders and to the clearing core, guided by the code that they reach, until one
breaks a promise or the time is over. Without a name, one target after another:
$(while read -r name _ _ what; do printf '  %-9s %s\n' "$name" "$what"; done <<<"$targets")
  --minutes N  how long each target runs; default 10
  --keep       then adds to the committed corpus what reaches new code (in src/test/resources)
What breaks is written beside the committed corpus as crash-…; from then on every test run tries it.
Exit code 0 if nothing broke, 1 if something did, 2 if something given was wrong.
END
}

wrong() {
    echo "afm fuzz: $1; see ./afm fuzz --help" >&2
    exit 2
}

only="" minutes=10 keep=""
while [ $# -gt 0 ]; do
    case "$1" in
        --help | -h) usage && exit 0 ;;
        --minutes)
            [[ "${2:-}" =~ ^[1-9][0-9]{0,3}$ ]] || wrong "--minutes needs a whole number, 1 to 9999"
            minutes="$2" && shift
            ;;
        --keep) keep=yes ;;
        -*) wrong "there is no option $1" ;;
        *)
            grep -q "^$1 " <<<"$targets" || wrong "there is no target '$1'"
            only="$1"
            ;;
    esac
    shift
done

# Loading and instrumenting classes says nothing about what is found.
quiet() {
    grep --line-buffered -vE '^(INFO: (Instrumented|Loaded|New number)|OpenJDK 64-Bit)|^$' || true
}

# Module, class, further arguments.
jazzer() {
    local module="$1" class="$2"
    shift 2
    (
        cd "$module"
        java -Xmx1400m -cp "target/test-classes:target/classes:$(cat target/test-classpath.txt)" \
            com.code_intelligence.jazzer.Jazzer --target_class="$class" "$@" 2>&1 | quiet
    )
}

selected="$(while read -r name rest; do
    [ -n "$only" ] && [ "$only" != "$name" ] || echo "$name $rest"
done <<<"$targets")"
modules="$(awk '{print $2}' <<<"$selected" | sort -u | paste -sd, -)"
echo "afm fuzz: building $modules …" >&2
# shellcheck disable=SC2016 # Maven expands it, for each module.
mvn -B -ntp -q "${maven_arguments[@]}" -pl "$modules" -am -DskipTests -Dspotless.check.skip \
    -Dmdep.outputFile='${project.build.directory}/test-classpath.txt' \
    test-compile org.apache.maven.plugins:maven-dependency-plugin:build-classpath >&2

broken=0
while read -r name module class _; do
    echo "afm fuzz: $name for $minutes min: $(java -version 2>&1 | head -1), $(nproc) cores" >&2
    method="$(sed -n '/@FuzzTest/,/(/s/.*void \([A-Za-z]*\)(.*/\1/p' \
        "$module/src/test/java/io/attentionfutures/${class//.//}.java")"
    kept="src/test/resources/io/attentionfutures/${class//.//}Inputs/$method"
    mkdir -p "$module/$kept"
    before="$(find "$module/$kept" -name 'crash-*' | sort)"
    failed=""
    jazzer "$module" "io.attentionfutures.$class" -max_total_time=$((60 * minutes)) \
        -print_final_stats=1 </dev/null || failed=yes
    found="$(comm -13 <(echo "$before") <(find "$module/$kept" -name 'crash-*' | sort))"
    if [ -n "$failed$found" ]; then
        echo "afm fuzz: $name BROKE ${found:+on $found}" >&2
        broken=1
    elif [ -n "$keep" ]; then
        jazzer "$module" "io.attentionfutures.$class" -set_cover_merge=1 "$kept" </dev/null
    fi
done <<<"$selected"
exit "$broken"
