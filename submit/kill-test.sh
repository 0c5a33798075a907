#!/usr/bin/env bash
# Kills (SIGKILL) the parent, the parent with its workers, or a worker of a run over six small tasks,
# at random moments; each time the run is then resumed. After every kill the submission must have
# every task with two attempts, and the journal all results that it had; a run that comes to its end
# must hand in the same as one that nobody disturbed. Ends with 1 at the first fault.
#
#   submit/kill-test.sh [KILLS [SEED]]      1,000 kills if nothing is said
set -euo pipefail
cd "$(dirname "$0")/.."
application=submit/target/arc-hrm
if [ ! -x $application/bin/arc-hrm ] || [ ! -d submit/target/test-classes ]; then
  mvn -q -B package -DskipTests
fi
exec java -Xmx256m -XX:+UseSerialGC -cp "submit/target/test-classes:$application/lib/*" \
  io.github.archrm.submit.run.KillRun $application "${1:-1000}" "${2:-1}"
