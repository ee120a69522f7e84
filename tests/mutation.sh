#!/usr/bin/env bash
# Changes the code of one room in many small ways and counts which changes no test notices: tests/mutation.sh evidence
# Takes minutes to hours; ./test.sh does not run it. Writes docs/quality/ROOM.md; the whole report lies in tests/*/StrykerOutput/ROOM/.
# What follows the room is handed to Stryker, e.g. --mutate "**/Names/*.cs" for a part of it; the report is then not written.
set -euo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

# A room's files, and the tests that are about it: a mutant in a static field is tried with all of them, any other with those that reach it.
project=Core
case "${1:-}" in
  catalogue)
    files=("**/Leads/Catalog/*.cs")
    tests="FullyQualifiedName~Leads.Catalog|FullyQualifiedName~LeadFieldSettingsTests" ;;
  projection)
    files=("**/Leads/*.cs" "**/Leads/Bookings/*.cs" "**/Leads/Documents/*.cs" "**/Leads/Facts/*.cs" "**/Leads/History/*.cs"
           "**/Leads/Meetings/MeetingSequence.cs")
    tests="(FullyQualifiedName~Core.Tests.Leads&FullyQualifiedName!~ProjectionConvergence&FullyQualifiedName!~PersonName)|FullyQualifiedName~CallHistoryTests|FullyQualifiedName~StoredFactsTests" ;;
  merge)
    files=("**/Leads/Values/*.cs" "**/Crm/Synchronization/*.cs")
    tests="(FullyQualifiedName~Core.Tests.Crm&FullyQualifiedName!~Crm.Notes)|FullyQualifiedName~LeadValuesTests|FullyQualifiedName~LeadProjectionReadingTests|FullyQualifiedName~StoredFactsTests" ;;
  webhooks)
    files=("**/Webhooks/**/*.cs")
    tests="FullyQualifiedName~SalesIntel.Webhooks|FullyQualifiedName~CompressedBodyTests|FullyQualifiedName~IntakeTests" ;;
  mapping)
    files=("**/Crm/LeadPatch.cs" "**/Crm/PatchValue.cs" "**/Crm/CrmMapping.cs" "**/Crm/Notes/Building/BookingAnswers.cs" "**/Crm/Notes/Building/IntelText.cs")
    tests="FullyQualifiedName~LeadPatchTests|FullyQualifiedName~CrmMappingTests|FullyQualifiedName~BookingAnswersTests|FullyQualifiedName~Crm.Notes" ;;
  zoho)
    project=Zoho
    files=("**/ZohoMapping.cs" "**/ZohoFieldNames.cs" "**/ZohoFieldRules.cs" "**/ZohoValueComparer.cs")
    tests="FullyQualifiedName~Mapping|FullyQualifiedName~ZohoOptions" ;;
  evidence)
    files=("**/Extraction/Evidence/**/*.cs")
    tests="FullyQualifiedName~SalesIntel.Extraction&FullyQualifiedName!~Extraction.Damage&FullyQualifiedName!~in_time_linear_in" ;;
  retry)
    files=("**/Engine/RetryPolicy.cs" "**/Engine/FailureHandler.cs" "**/Engine/Runs/Failure.cs" "**/Failures/*.cs")
    tests="FullyQualifiedName~RetryPolicyTests|FullyQualifiedName~FailureTests|FullyQualifiedName~FailureHandlerTests|FullyQualifiedName~FailureWaitTests|FullyQualifiedName~DeadEventFactsTests|FullyQualifiedName~OutcomeMetricsTests" ;;
  *) echo "Name a room: catalogue, projection, merge, webhooks, mapping, zoho (mapping to Zoho), evidence, retry." >&2; exit 2 ;;
esac
room=$1; shift
[ $# -gt 0 ] || whole=yes

dotnet tool restore >/dev/null
cd "SalesIntel.$project.Tests"
output=StrykerOutput/$room
mkdir -p "$output"
# Stryker takes the tests from its configuration only.
sed "s/\"coverage-analysis\":/\"test-case-filter\": \"${tests//&/\\&}\",\n    &/" ../stryker-config.json >"$output/config.json"
dotnet stryker --config-file "$output/config.json" --project "SalesIntel.$project.csproj" --output "$output" "${files[@]/#/--mutate=}" "$@"
[ "${whole:-no}" = no ] || dotnet run --file ../mutation-report.cs -- "$room" "$(date -u +%F)" "$output/reports/mutation-report.json" >"../../docs/quality/$room.md"
