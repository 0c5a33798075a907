#!/usr/bin/env bash
# Builds the container and the package for a Kaggle notebook, and shows that both hand in a valid
# submission while shut off from everything: no network, a read-only root and input, no root user.
#
#   submit/container/try.sh [BUILD_IMAGE [RUN_IMAGE]]     (default: the Dockerfile's public images)
#
# Settings from outside:
#   ENGINE         podman or docker (default: the first that there is)
#   BUILD_OPTIONS  more options for its build, such as --network none
#   DEADLINE       how long each of the two may solve (default 90s)
set -euo pipefail
cd "$(dirname "$0")/../.."

engine=${ENGINE:-$(command -v podman || command -v docker)}
read -ra options <<<"${BUILD_OPTIONS:-}"
if [ $# -ge 1 ]; then options+=(--build-arg "BUILD_IMAGE=$1"); fi
run_image=${2:-$(sed -n 's/^ARG RUN_IMAGE=//p' Dockerfile)}
options+=(--build-arg "RUN_IMAGE=$run_image")
image=localhost/arc-hrm:try
deadline=${DEADLINE:-90s}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
input=$work/input/arc-prize
mkdir -p "$input" "$work/working" "$work/notebook" "$work/package"
chmod 755 "$work"
chmod 777 "$work/working" "$work/notebook"

say() { printf '\n== %s\n' "$*"; }

# Three built-in tasks as Kaggle's pair of files. In a sample file the tests come last, one a line.
challenges=() solutions=()
for id in sample-01-recolour sample-02-mirror sample-05-swap; do
  file=tasks/src/main/resources/io/github/archrm/tasks/io/samples/$id.json
  challenges+=("\"$id\": $(sed '/"test"/,$ s/, "output": .*}/}/' "$file")")
  solutions+=("\"$id\": [$(sed -n '/"test"/,$ s/.*"output": \(.*\)}.*/\1/p' "$file")]")
done
(IFS=,; echo "{${challenges[*]}}") >"$input/arc-agi_test_challenges.json"
(IFS=,; echo "{${solutions[*]}}") >"$work/solutions.json"
tasks=${#challenges[@]}

# isolated WORKING ARGUMENT...: a container that can reach and write nothing but WORKING and /tmp.
isolated() {
  local working=$1
  shift
  "$engine" run --rm --network none --read-only --cap-drop all --security-opt no-new-privileges \
    --user 1000:1000 --volume "$work/input:/kaggle/input:ro" \
    --volume "$working:/kaggle/working:rw" "$@"
}

score() {
  isolated "$1" --tmpfs /tmp --volume "$work/solutions.json:/solutions.json:ro" \
    "$image" score /kaggle/working/submission.json --solutions /solutions.json
}

say "Build the image"
time "$engine" build "${options[@]}" --target cpu --tag "$image" .
"$engine" image inspect --format '{{.Size}}' "$image" |
  awk '{printf "Size of the image: %.0f MB\n", $1 / 1e6}'

say "What a container can do"
isolated "$work/working" --tmpfs /tmp --entrypoint /bin/sh "$image" -c '
  echo "user: $(id -u):$(id -g)"
  echo "network: $(ls /sys/class/net)"
  for place in / /opt/arc-hrm /kaggle/input /kaggle/working /tmp; do
    if touch "$place/x" 2>/dev/null; then echo "$place: can be written"; rm "$place/x"
    else echo "$place: cannot be written"; fi
  done' | tee "$work/can"
diff - "$work/can" <<'EOF'
user: 1000:1000
network: lo
/: cannot be written
/opt/arc-hrm: cannot be written
/kaggle/input: cannot be written
/kaggle/working: can be written
/tmp: can be written
EOF

say "Solve $tasks tasks: the default command, with less time"
time isolated "$work/working" --tmpfs /tmp "$image" submit --deadline "$deadline" --resume

say "Files it has left"
(cd "$work/working" && ls -l)

say "Score them"
score "$work/working"

say "Build the package for a Kaggle notebook"
"$engine" build "${options[@]}" --target package --output "type=local,dest=$work/package" .
ls -l "$work/package"
mkdir "$work/input/arc-hrm"
mv "$work/package/arc-hrm.tar.gz" "$work/input/arc-hrm/"

say "Unpack and start it where there is no Java: $run_image"
time isolated "$work/notebook" --tmpfs /tmp:rw,exec,size=2g "$run_image" sh -c '
  if command -v java; then echo "there is a Java here" >&2; exit 1; fi
  tar -xzf /kaggle/input/arc-hrm/arc-hrm.tar.gz -C /tmp && /tmp/arc-hrm/bin/arc-hrm submit --deadline '"$deadline"

say "Score that"
score "$work/notebook"
