#!/bin/bash
# Runs array.sbatch for real: a Slurm with four nodes, all of them on this machine, an array of
# four, one task of which is killed and requeued. What the shards hand in together must be what one
# machine hands in, to the byte.
#
#   submit/cluster/try.sh CHALLENGES [STEPS]
#
# As root, on Debian with: apt-get install slurmctld slurmd slurm-client munge
# About five minutes: Slurm lets a requeued task wait for two.
set -euo pipefail
challenges=$(realpath "$1")
steps=${2:-20}
here=$(cd "$(dirname "$0")" && pwd)
ARC_HRM=${ARC_HRM:-$here/../target/arc-hrm/bin/arc-hrm}
export ARC_HRM
folder=$(mktemp -d)
host=$(hostname -s)
mkdir -p "$folder/state" "$folder/spool"

cat > "$folder/slurm.conf" <<CONF
ClusterName=local
SlurmctldHost=$host(127.0.0.1)
SlurmUser=root
AuthType=auth/munge
MpiDefault=none
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
AccountingStorageType=accounting_storage/none
JobAcctGatherType=jobacct_gather/none
PropagateResourceLimits=NONE
ReturnToService=2
SlurmdParameters=config_overrides
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/spool/%n
SlurmctldPidFile=$folder/slurmctld.pid
SlurmdPidFile=$folder/slurmd-%n.pid
SlurmctldLogFile=$folder/slurmctld.log
SlurmdLogFile=$folder/slurmd-%n.log
NodeName=n[1-4] NodeHostname=$host NodeAddr=127.0.0.1 Port=[17001-17004] CPUs=1 RealMemory=2000 State=UNKNOWN
PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP
CONF
export SLURM_CONF=$folder/slurm.conf

stop() {
  scancel --user root 2>/dev/null || true
  for pid in "$folder"/*.pid; do
    kill "$(cat "$pid")" 2>/dev/null || true
  done
}
trap stop EXIT

install -d -o munge -g munge -m 755 /run/munge
if ! munge -n > /dev/null 2>&1; then
  runuser -u munge -- munged --pid-file=/run/munge/munged.pid
  cp /run/munge/munged.pid "$folder/munged.pid"
fi
slurmctld
for node in n1 n2 n3 n4; do
  slurmd -N $node
done
until [ "$(sinfo --noheader --format '%D %T' | grep -c '^4 idle')" = 1 ]; do
  sleep 0.5
done
sinfo

run=$folder/run
job=$(sbatch --parsable --array=0-3 --cpus-per-task=1 --time=30 --output="$folder/task-%a.log" \
  "$here/array.sbatch" "$challenges" "$run" --steps "$steps" --device cpu --workers 1)
results() {
  grep -c '"tried"' "$run/shard-$1-of-4/journal.jsonl" 2>/dev/null || true
}
until [ "$(results 2)" ] && [ "$(results 2)" -ge 1 ]; do
  sleep 0.2
done
echo "task 2 has $(results 2) results: killed, then requeued"
squeue
scancel --signal=KILL --full "${job}_2"
until [ -z "$(squeue --noheader --job "${job}_2" --states=RUNNING,COMPLETING)" ]; do
  sleep 0.5
done
scontrol show job "${job}_2" | grep -o 'JobState=.*'
before=$(results 2)
"$ARC_HRM" merge "$run" --out "$folder/early.json"
scontrol requeue "${job}_2"
until [ -z "$(squeue --noheader --job "$job")" ]; do
  sleep 1
done
scontrol show job "$job" | grep -E 'ArrayTaskId|JobState|Restarts|NodeList=n'
echo "task 2 had $before results when it was killed, $(results 2) now"
if [ "$(results 2)" -le "$before" ]; then
  echo "nothing was left to go on with: the kill came after the end; try more STEPS" >&2
  exit 1
fi

"$ARC_HRM" merge "$run" --out "$folder/merged.json"
"$ARC_HRM" submit --challenges "$challenges" --out "$folder/single/submission.json" \
  --steps "$steps" --device cpu --workers 2 2> "$folder/single.log"
cmp "$folder/merged.json" "$folder/single/submission.json"
echo "the merged submission is that of a single machine ($folder)"
