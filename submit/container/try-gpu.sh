#!/usr/bin/env bash
# Everything that a machine with an NVIDIA GPU can show, with one command: builds arc-hrm for GPUs,
# compares what the GPU computes with the CPU, measures it, solves, and hands in a submission.
#
#   submit/container/try-gpu.sh [FOLDER]     (default: try-gpu; what is measured stays there)
#
# Needs a driver, JDK 17, Maven and 15 GB; without a driver the same runs on the CPU. Settings:
#   MVN_FLAGS  more options for Maven, such as -o
#   SECONDS_EACH  how long each model and canvas is measured (default 5)
#   DEADLINE   how long the submission may take (default 5m)
set -euo pipefail
cd "$(dirname "$0")/../.."
mkdir -p "${1:-try-gpu}"
out=$(cd "${1:-try-gpu}" && pwd)
arc_hrm=submit/target/arc-hrm/bin/arc-hrm

say() { printf '\n== %s\n' "$*"; }

say "The machine"
(nvidia-smi --query-gpu=name,memory.total,driver_version --format=csv,noheader || echo "no GPU") |
  tee "$out/gpu.txt"
if grep -q "no GPU" "$out/gpu.txt"; then device=cpu; else device=gpu:0; fi

say "Build"
# shellcheck disable=SC2086 # the options are meant to be split
time mvn -q -B ${MVN_FLAGS:-} package -DskipTests -Pcuda

say "Compare with the CPU, and measure"
time "$arc_hrm" bench --device "$device" --full --seconds "${SECONDS_EACH:-5}" | tee "$out/bench.txt"

samples=tasks/src/main/resources/io/github/archrm/tasks/io/samples
say "Solve five built-in tasks"
time "$arc_hrm" evaluate "$samples" --limit 5 --budget 60 --with hrm --out "$out/results.json"

say "Hand in a submission"
# Kaggle's pair of files. In a sample file the tests come last, one a line.
challenges=() solutions=()
for id in sample-01-recolour sample-02-mirror sample-05-swap; do
  challenges+=("\"$id\": $(sed '/"test"/,$ s/, "output": .*}/}/' "$samples/$id.json")")
  solutions+=("\"$id\": [$(sed -n '/"test"/,$ s/.*"output": \(.*\)}.*/\1/p' "$samples/$id.json")]")
done
(IFS=,; echo "{${challenges[*]}}") >"$out/challenges.json"
(IFS=,; echo "{${solutions[*]}}") >"$out/solutions.json"
rm -rf "$out/submission"
mkdir "$out/submission"
time "$arc_hrm" submit --challenges "$out/challenges.json" --out "$out/submission/submission.json" \
  --deadline "${DEADLINE:-5m}" --with hrm
"$arc_hrm" score "$out/submission/submission.json" --solutions "$out/solutions.json"

say "Everything is in $out: bench.txt and results.json are worth telling"
