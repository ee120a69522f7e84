#!/usr/bin/env bash
# Changes the code of rooms in many small ways and counts which changes no test notices: tests/mutation.sh evidence, or several at once,
# which share the build: tests/mutation.sh catalogue projection merge. Takes minutes to hours; ./test.sh does not run it.
# Writes docs/quality/ROOM.md for each; the whole report lies in tests/*/StrykerOutput/. Build no test project meanwhile: Stryker tests what
# lies in its bin folder.
set -euo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

# A room's files, and the tests of its own project that are about it. A mutant of a static field is tried with all of the tests, any other one
# with those that reach it: tests that take long (every order of messages, the time that a long text takes) are not among them.
room() {
  project=Core
  case "$1" in
    catalogue)
      files=("**/Leads/Catalog/*.cs")
      tests="~Leads.Catalog|~LeadFieldSettingsTests" ;;
    projection)
      files=("**/Leads/*.cs" "**/Leads/Bookings/*.cs" "**/Leads/Documents/*.cs" "**/Leads/Facts/*.cs" "**/Leads/History/*.cs"
        "**/Leads/Meetings/MeetingSequence.cs")
      tests="(~Core.Tests.Leads&!~ProjectionConvergence&!~PersonName)|~CallHistoryTests|~StoredFactsTests" ;;
    merge)
      files=("**/Leads/Values/*.cs" "**/Crm/Synchronization/*.cs")
      tests="(~Core.Tests.Crm&!~Crm.Notes)|~LeadValuesTests|~LeadProjectionReadingTests|~StoredFactsTests" ;;
    webhooks | webhooks/*)
      # The whole, or one folder of it, e.g. webhooks/Calendly.
      files=("**/Webhooks/**/*.cs")
      [ "$1" = webhooks ] || files=("**/Webhooks/${1#*/}/*.cs")
      tests="(~SalesIntel.Webhooks&!~DamagedBodyTests)|(~CompressedBodyTests&!~Bomb_costs)|~IntakeTests|~OptionsRangesTests"
      [ "$1" != webhooks/Calendly ] || tests="~Webhooks.Calendly|~StoredIdentityTests|~SignatureVectorTests|~WrappedBodyTests"
      [ "$1" != webhooks/ReadAi ] || tests="~Webhooks.ReadAi|~StoredIdentityTests|~SignatureVectorTests|~WrappedBodyTests" ;;
    mapping)
      files=("**/Crm/LeadPatch.cs" "**/Crm/PatchValue.cs" "**/Crm/CrmMapping.cs" "**/Crm/Notes/Building/BookingAnswers.cs"
        "**/Crm/Notes/Building/IntelText.cs")
      tests="~LeadPatchTests|~CrmMappingTests|~BookingAnswersTests|~Crm.Notes" ;;
    zoho)
      project=Zoho
      files=("**/ZohoMapping.cs" "**/ZohoFieldNames.cs" "**/ZohoFieldRules.cs" "**/ZohoValueComparer.cs")
      tests="~Mapping|~ZohoOptions" ;;
    retry)
      files=("**/Engine/RetryPolicy.cs" "**/Engine/FailureHandler.cs" "**/Engine/Runs/Failure.cs" "**/Failures/*.cs")
      tests="~RetryPolicyTests|~FailureTests|~FailureHandlerTests|~FailureWaitTests|~DeadEventFactsTests|~OutcomeMetricsTests" ;;
    evidence | evidence/*)
      # The whole, or one folder of it, e.g. evidence/Reading.
      files=("**/Extraction/Evidence/**/*.cs")
      [ "$1" = evidence ] || files=("**/Extraction/Evidence/${1#*/}/*.cs")
      tests="(~SalesIntel.Extraction.&!~in_time_linear_in&!~TakesLessThan50Milliseconds&!~FormRulesTests&!~SalesScoreTests)" ;;
    *) echo "Name rooms: catalogue, projection, merge, webhooks, mapping, retry, evidence (webhooks/FOLDER and evidence/FOLDER, too); zoho (alone)." >&2; exit 2 ;;
  esac
}

[ $# -gt 0 ] || room ""
mutate=(); filter=""
for name in "$@"; do
  room "$name"
  [ "$project" = Core ] || [ $# = 1 ] || room ""
  mutate+=("${files[@]/#/--mutate=}")
  filter+="${filter:+|}$tests"
done
filter=$(sed 's/!*~/FullyQualifiedName&/g' <<<"$filter")

dotnet tool restore >/dev/null
cd "SalesIntel.$project.Tests"
output=StrykerOutput/$(IFS=-; echo "${*//\//-}")
mkdir -p "$output"
# Stryker takes the tests from its configuration only.
sed "s/\"coverage-analysis\":/\"test-case-filter\": \"${filter//&/\\&}\",\n    &/" ../stryker-config.json >"$output/config.json"
# Each mutant begins a test host, which would first find out every case of every theory of the project: several times as long as most tests take.
bin=bin/Debug/net10.0
mkdir -p "$bin"
trap 'rm -f "$bin/xunit.runner.json"' EXIT
echo '{ "preEnumerateTheories": false }' >"$bin/xunit.runner.json"
dotnet stryker --config-file "$output/config.json" --project "SalesIntel.$project.csproj" --output "$output" "${mutate[@]}"
for name in "$@"; do
  room "$name"
  dotnet run --file ../mutation-report.cs -- "$name" "$(date -u +%F)" "$output/reports/mutation-report.json" "${files[@]}" >"../../docs/quality/${name//\//-}.md"
done
