#!/usr/bin/env bash
# Compiles the packages Core, Zoho and Gemini ahead of time, whole, into one small program; a warning is an error. Then runs it: it has to print
# what the same program prints when it is compiled as it runs. Ends with a line in the form of "dotnet test".
set -uo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

failed() { echo "$1" >&2; echo "Failed!  - Failed: 1, Passed: 0, Skipped: 0, Total: 1 - SalesIntel.Aot"; exit 1; }

# What the linker needs of the system.
if ! command -v clang >/dev/null || [ ! -e /usr/include/zlib.h ]; then
  as_root=""; [ "$(id -u)" = 0 ] || as_root=sudo
  echo "Installing clang and zlib1g-dev ..."
  $as_root apt-get update -qq >/dev/null \
    && DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq clang zlib1g-dev >/dev/null \
    || failed "clang and zlib1g-dev could not be installed: install them by hand and run this again."
fi

transcript=../../samples/TranscriptToMeddic/demo-call.vtt
booking=../../samples/FieldMappingSnapshots/booking.json
output=obj/aot
rm -rf "$output"
dotnet publish SalesIntel.Aot.csproj -c Release -o "$output" -v q --nologo -nodeReuse:false || failed "It could not be compiled ahead of time."
dotnet build SalesIntel.Aot.csproj -c Release -v q --nologo -nodeReuse:false || failed "It could not be built."

"$output/SalesIntel.Aot" "$transcript" "$booking" >"$output/ahead.txt" || failed "The program compiled ahead of time failed."
dotnet bin/Release/net10.0/SalesIntel.Aot.dll "$transcript" "$booking" >"$output/just-in-time.txt" || failed "The program failed."
diff "$output/just-in-time.txt" "$output/ahead.txt" || failed "Compiled ahead of time, the program prints something else."

# Of each part something that it alone can have printed.
for part in '^MAX_RETRIES 7$' '^    turn [0-9]+, .+: ".+"$' '"Review_Volume":"About 40 proofs a month"' '^LEAD INTEL' '^Northlight sells .* \(5 tokens read\)$'; do
  grep -Eq "$part" "$output/ahead.txt" || failed "The program printed no line like $part"
done
echo "$(stat -c %s "$output/SalesIntel.Aot" | awk '{ printf "%.1f MB", $1 / 1e6 }'), compiled ahead of time."
echo "Passed!  - Failed: 0, Passed: 1, Skipped: 0, Total: 1 - SalesIntel.Aot"
