#!/usr/bin/env bash
# Builds everything and runs every test. The last line is "N passed, N failed, N skipped".
set -euo pipefail
cd "$(dirname "$0")/.."

# What could not be tested here is said by name at the end, never passed over in silence.
missing=()

have_postgres() { compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || command -v initdb >/dev/null; }
have_chromium() { [ -x /usr/bin/chromium ]; }

if [ -f /etc/debian_version ] && [ "$(id -u)" = 0 ]; then
  packages=()
  have_postgres || packages+=(postgresql)
  have_chromium || packages+=(chromium)
  if [ ${#packages[@]} -gt 0 ]; then
    echo "Installing ${packages[*]}"
    apt-get update -qq
    # The package would start a server of its own; the tests start theirs.
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null
  fi
fi
[ -n "${FELLES_TEST_POSTGRES:-}" ] || have_postgres || missing+=("PostgreSQL (initdb not found, FELLES_TEST_POSTGRES not set): storage tests on PostgreSQL are skipped")
have_chromium || missing+=("Chromium (/usr/bin/chromium): browser tests are skipped")
command -v npm >/dev/null || missing+=("Node: pages are plain, JSON Schema validation is skipped")

configuration=${CONFIGURATION:-Release}
export FELLES_TORTURE_SECONDS=${FELLES_TORTURE_SECONDS:-60}

# A program that does not build is one failure: nothing was tested, and the last line still says how it went.
dotnet build Felles.slnx -c "$configuration" -v quiet -clp:ErrorsOnly --nologo || { echo "0 passed, 1 failed, 0 skipped"; exit 1; }

results=artifacts/test-results
rm -rf "$results"
mkdir -p "$results"
failed_runners=0
for project in tests/*.Tests; do
  name=$(basename "$project")
  echo "== $name"
  started=$SECONDS
  # One project at a time: several of them measure durability and time limits on the same two cores.
  "$project/bin/$configuration/net10.0/$name" -noLogo -noColor -xml "$PWD/$results/$name.xml" >"$results/$name.log" 2>&1 || failed_runners=$((failed_runners + 1))
  [ -f "$results/$name.xml" ] || { echo "   no result file; the last lines of its output:"; tail -n 20 "$results/$name.log"; }
  grep -E '\[FAIL\]' "$results/$name.log" | sort -u | sed 's/^/   /' || true
  echo "   $((SECONDS - started)) s"
done

count() { # sums an attribute of the <assembly> elements
  local sum=0 number
  while read -r number; do sum=$((sum + number)); done < <(sed -n 's/.*<assembly [^>]*[ ]'"$1"'="\([0-9]*\)".*/\1/p' "$results"/*.xml 2>/dev/null)
  echo "$sum"
}
passed=$(count passed)
failed=$(($(count failed) + $(count errors)))
skipped=$(($(count skipped) + $(count not-run)))
if [ "$failed" = 0 ] && [ "$failed_runners" -gt 0 ]; then
  failed=$failed_runners
fi

if [ "$failed" -gt 0 ]; then
  for log in "$results"/*.log; do
    grep -q '\[FAIL\]' "$log" && { echo "-- $(basename "$log" .log)"; grep -A 25 '\[FAIL\]' "$log" | head -n 200; }
  done
fi
[ ${#missing[@]} -eq 0 ] || printf 'Not run here: %s\n' "${missing[@]}"
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
