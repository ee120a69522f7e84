#!/usr/bin/env bash
# Runs every test on a fresh machine: installs redis-server if it is missing (Debian, Ubuntu), builds, tests, and ends with
# one line "N passed, N failed". The tests start the servers that they need on free ports and stop them again.
#
#   ./test.sh --accept    takes the snapshots that the last run received (*.received.*) as the right ones (*.verified.*)
set -uo pipefail
cd "$(dirname "$0")"

accept() {
  local received verified accepted=0
  while IFS= read -r -d '' received; do
    verified="${received/.received./.verified.}"
    if cmp -s "$received" "$verified"; then
      rm "$received"
      continue
    fi
    mv "$received" "$verified"
    echo "${verified#./}"
    accepted=$((accepted + 1))
  done < <(find . -name '*.received.*' -not -path '*/obj/*' -not -path '*/bin/*' -print0 | sort -z)
  echo "$accepted accepted. Read them with git diff; the commit says why they changed."
}

case "${1:-}" in
  "") ;;
  --accept) accept; exit ;;
  *) echo "Unknown argument $1: nothing to run all tests, --accept to accept the snapshots that the last run received." >&2; exit 2 ;;
esac

if ! command -v redis-server >/dev/null; then
  as_root=""; [ "$(id -u)" = 0 ] || as_root=sudo
  echo "Installing redis-server ..."
  $as_root apt-get update -qq >/dev/null && DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq redis-server >/dev/null \
    || { echo "redis-server could not be installed: install it by hand (Redis 7.0 or newer) and run this again." >&2; exit 1; }
  # The package starts a server of its own; nothing here uses it.
  $as_root service redis-server stop >/dev/null 2>&1 || true
fi

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
dotnet build SalesIntel.sln --nologo -v q -nodeReuse:false || { echo "0 passed, 1 failed"; exit 1; }

log=$(mktemp); trap 'rm -f "$log"' EXIT
status=0
for project in tests/*.Tests/*.csproj; do
  dotnet test "$project" --nologo --no-build 2>&1 | tee -a "$log"
  [ "${PIPESTATUS[0]}" = 0 ] || status=1
done
# What another team can do with the packages alone.
tests/SalesIntel.Consumer/run.sh 2>&1 | tee -a "$log"
[ "${PIPESTATUS[0]}" = 0 ] || status=1
# The packages Core, Zoho and Gemini compiled ahead of time.
tests/SalesIntel.Aot/run.sh 2>&1 | tee -a "$log"
[ "${PIPESTATUS[0]}" = 0 ] || status=1

count() { grep -oE "$1: +[0-9]+" "$log" | awk '{ n += $2 } END { print n + 0 }'; }
passed=$(count Passed); failed=$(count Failed); skipped=$(count Skipped)
# A test host that crashes reports no failed test.
[ "$status" = 0 ] || [ "$failed" != 0 ] || failed=1
[ "$passed" != 0 ] || status=1
line="$passed passed, $failed failed"
[ "$skipped" = 0 ] || line="$line, $skipped skipped"
echo "$line"
exit "$status"
