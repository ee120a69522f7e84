#!/usr/bin/env bash
# Changes the code of one room in many small ways and counts which changes no test notices: tests/mutation.sh evidence
# Takes minutes to hours; ./test.sh does not run it. The report lies in tests/*/StrykerOutput/.
set -euo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

project=Core
case "${1:-}" in
  catalogue)  files=("**/Leads/Catalog/*.cs") ;;
  projection) files=("**/Leads/*.cs") ;;
  merge)      files=("**/Leads/Values/*.cs" "**/Crm/Synchronization/*.cs") ;;
  webhooks)   files=("**/Webhooks/**/*.cs") ;;
  mapping)    files=("**/Crm/LeadPatch.cs" "**/Crm/PatchValue.cs" "**/Crm/CrmMapping.cs") ;;
  zoho)       project=Zoho; files=() ;;
  evidence)   files=("**/Extraction/Evidence/**/*.cs") ;;
  retry)      files=("**/Engine/RetryPolicy.cs" "**/Engine/Runs/Failure.cs" "**/Failures/*.cs") ;;
  all)        files=() ;;
  *) echo "Name a room: catalogue, projection, merge, webhooks, mapping, zoho (mapping to Zoho), evidence, retry, or all (of Core)." >&2; exit 2 ;;
esac

dotnet tool restore >/dev/null
cd "SalesIntel.$project.Tests"
exec dotnet stryker "${files[@]/#/--mutate=}" "${@:2}"
