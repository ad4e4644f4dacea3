# shellcheck shell=bash
# Checks for tests/checkouts.sh: settings of the runtime in the shell, no dotnet on the path, sources of packages that can't be
# reached, an output on a full disk, and a run that is broken off.

newest_run() {
  # shellcheck disable=SC2012 # The newest of names that the suite made itself.
  ls -t results/*/smoke/runs/*.json 2> /dev/null | head -n 1
}

# Becomes a program whose path has no dotnet, only what it starts besides; DOTNET_ROOT says where the runtime is.
become() {
  local name
  mkdir -p "$work/path"
  for name in git bash sh env ps kill pgrep uname lscpu cat; do
    ln -sf "$(command -v "$name")" "$work/path/$name" 2> /dev/null
  done
  exec env PATH="$work/path" DOTNET_ROOT="$(dirname "$(readlink -f "$(command -v dotnet)")")" "$@"
}

# A home whose package sources are two empty folders and whose audit source nobody answers at; packages come from the user's cache.
home_with_other_sources() {
  mkdir -p "$1/.nuget/NuGet" "$1/first" "$1/second"
  cat > "$1/.nuget/NuGet/NuGet.Config" << CONFIG
<configuration>
  <packageSources><clear /><add key="first" value="$1/first" /><add key="second" value="$1/second" /></packageSources>
  <auditSources><clear /><add key="audit" value="http://127.0.0.1:9/index.json" allowInsecureConnections="true" /></auditSources>
</configuration>
CONFIG
}

# The settings that change figures of all workers and launches of a process, as long as it runs.
settings_below() {
  local child
  while kill -0 "$1" 2> /dev/null; do
    for child in $(pgrep -P "$1"); do
      { tr '\0' '\n' < "/proc/$child/environ" | grep -E '^(DOTNET_(TieredPGO|gcServer|PROCESSOR_COUNT)|COMPlus_)'; } 2> /dev/null
    done
    sleep 0.5
  done
}

# One run in such a shell: the launches don't inherit its settings, the build restores, and what is stored is kept.
settings_of_the_shell() {
  clone "$work/shell" && cd "$work/shell" && home_with_other_sources "$work/home" || return
  local packages=${NUGET_PACKAGES:-$HOME/.nuget/packages} code process
  export HOME=$work/home NUGET_PACKAGES=$packages DOTNET_CLI_HOME=$work/home
  dotnet build "$suite" -c Release -warnaserror -v quiet -nologo > "$work/log" || { fail "it does not build: $(head -n 3 "$work/log")"; return; }
  DOTNET_TieredPGO=0 DOTNET_gcServer=1 DOTNET_PROCESSOR_COUNT=7 COMPlus_TieredCompilation=0 \
    become "$suite/bin/Release/net10.0/KeyedState.Benchmarks" run --suite smoke > /dev/full 2> "$work/errors" &
  process=$!
  settings_below "$process" > "$work/settings"
  wait "$process"
  code=$?
  # On a machine that is busy with something else some launches have no time left, which ends with 1.
  [ "$code" -eq 2 ] || [ "$code" -eq 1 ] || fail "the run ended with $code: $(cat "$work/errors")" || return
  [ ! -s "$work/settings" ] || fail "a launch or worker has $(sort -u "$work/settings" | tr '\n' ' ')" || return
  grep -q 'starts anew without COMPlus_TieredCompilation, DOTNET_PROCESSOR_COUNT, DOTNET_TieredPGO, DOTNET_gcServer' "$work/errors" || fail 'the settings are not named' || return
  grep -q 'The output could not be written' "$work/errors" || fail 'the full disk is not told' || return
  local run launches
  run=$(newest_run)
  launches=$(grep -c '"round"' "$run")
  [ "$launches" -gt 0 ] || fail "the run has no launch; it ended with $code: $(grep -A 9 '"failures"' "$run")" || return
  grep -q '"garbageCollector": *"Concurrent Workstation"' "$run" || fail 'the run was recorded under the shell'"'"'s collector' || return
  grep -q '"logicalCores": *7' "$run" && fail 'the run was recorded with the processors of DOTNET_PROCESSOR_COUNT' && return 1
  broken_off HUP 129 && broken_off INT 130 && broken_off 'INT INT' 130
}

# A run of the sources in the current folder that is broken off while launches run: broken_off SIGNALS EXIT-CODE.
broken_off() {
  local process code signal run
  set -m
  dotnet "$suite/bin/Release/net10.0/KeyedState.Benchmarks.dll" run --suite smoke > "$work/log" 2> "$work/errors" &
  process=$!
  set +m
  while kill -0 "$process" 2> /dev/null && ! grep -q '^\[3/' "$work/log"; do
    sleep 0.2
  done
  for signal in $1; do
    kill -s "$signal" -- "-$process"
  done
  wait "$process" 2> /dev/null
  code=$?
  [ "$code" -eq "$2" ] || fail "after $1 the run ended with $code: $(cat "$work/errors")" || return
  run=$(newest_run)
  grep -q '"round"' "$run" || fail "after $1 the run has no launch" || return
  dotnet "$program" report > "$work/log" 2>&1 || fail "after $1 the stored run can't be read: $(tail -n 3 "$work/log")"
}
