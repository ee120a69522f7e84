#!/usr/bin/env bash
# Packs the four packages and the tool under a version of their own, then builds and tests this project from them as a stranger's would be: no
# project reference, no internals, nothing of the repository's build settings.
set -euo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

version="0.1.0-packed.$(date +%Y%m%d%H%M%S).$$"
rm -rf obj/feed obj/packages/salesintel.* obj/tool
for package in src/SalesIntel.{Core,Zoho,Gemini,Hosting} samples/SalesIntel.SampleHost; do
  dotnet pack "../../$package" -c Debug -o obj/feed -v q --nologo -p:Version="$version" -p:MinVerVersionOverride="$version" -nodeReuse:false
done
dotnet build SalesIntel.Consumer.csproj -v q --nologo -p:PackedVersion="$version" -nodeReuse:false
dotnet test SalesIntel.Consumer.csproj --no-build --nologo -p:PackedVersion="$version"
