#!/usr/bin/env bash
# Writes down what each package promises now, in its PublicAPI.Unshipped.txt: tests/public-api.sh. Read the difference with git diff.
# What was shipped stays in PublicAPI.Shipped.txt; a line that is there and promised no more has to be taken out by hand.
set -euo pipefail
cd "$(dirname "$0")/../src"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 LC_ALL=C

log=$(mktemp); trap 'rm -f "$log"' EXIT
for package in Core Zoho Gemini Hosting; do
  file="SalesIntel.$package/PublicAPI.Unshipped.txt"
  echo "#nullable enable" >"$file"
  # Core is built once, for the others too.
  references=$([ "$package" = Core ] && echo true || echo false)
  dotnet build "SalesIntel.$package" -t:Rebuild -v m --nologo -nodeReuse:false -clp:NoSummary -p:BuildProjectReferences="$references" \
    -p:TreatWarningsAsErrors=false -p:RunAnalyzers=true -p:EnableNETAnalyzers=false -p:EnforceCodeStyleInBuild=false >"$log" || { grep ' error ' "$log" | sort -u >&2; exit 1; }
  sed -n "s/.*warning RS0016: Symbol '\(.*\)' is not part of the declared public API.*/\1/p" "$log" | sort -u >>"$file"
  echo "SalesIntel.$package: $(($(wc -l <"$file") - 1)) lines"
done
