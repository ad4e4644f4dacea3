#!/usr/bin/env bash
# Runs the program in the checkouts that people have, on Linux: a worktree within the repository, sources unpacked in another one,
# variables that MSBuild takes for properties, folders with strange names, settings in a folder above, a gate that is killed, settings
# of the runtime, a full disk and a run that is broken off. It builds the program many times and takes twenty minutes or more: tests/checkouts.sh [name of a check]...
set -uo pipefail
cd "$(dirname "$0")/.." || exit 2
# Within a hook these name the repository, the index and the settings of whoever calls.
# shellcheck disable=SC2046 # Names without blanks.
unset $(git rev-parse --local-env-vars)
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1

readonly suite=bench/KeyedState.Benchmarks
readonly program=$suite/bin/Release/net10.0/KeyedState.Benchmarks.dll
readonly checks=(worktree_within unpacked_in_another build_variables strange_folders settings_above killed_gate reading_commands settings_of_the_shell)
sources=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export TMPDIR=$work/temporary
mkdir "$TMPDIR"
passed=0
failed=0

fail() {
  echo "  $*"
  return 1
}

commit() {
  git -C "$1" add --all && git -C "$1" -c user.name=check -c user.email=check@example.org -c commit.gpgsign=false commit --quiet --allow-empty --message check
}

# A clone of these sources as they stand, goes into it: clone FOLDER.
clone() {
  git clone --quiet "$sources" "$1" && (
    cd "$sources" && git ls-files -z --cached --others --exclude-standard | while IFS= read -r -d '' file; do
      [ ! -e "$file" ] || cp -p --parents -- "$file" "$1"
    done
  ) && commit "$1" && cd "$1"
}

# The program that was built in the current folder, and the file of the run that it stored last.
program() {
  dotnet "$program" "$@"
}

newest_run() {
  # shellcheck disable=SC2012 # Names that the program made itself.
  ls -t results/*/smoke/runs/*.json | head -n 1
}

build() {
  dotnet build "$suite" -c Release -v quiet -nologo > "$work/log" 2>&1 || fail "it does not build: $(tail -n 3 "$work/log")"
}

# The build limit of BenchmarkDotNet's own command line is short for a machine that does something else as well.
measures_one() {
  dotnet "$program" --filter '*.Empty' --job dry --buildTimeout 1200 > "$work/log" 2>&1 || fail "BenchmarkDotNet's command line ended with $?: $(tail -n 5 "$work/log")"
}

measures() {
  dotnet "$program" run --suite smoke > "$work/log" 2>&1 || fail "the run ended with $?: $(tail -n 5 "$work/log")"
}

# Everything in the .git of the current folder, by content.
git_state() {
  (cd .git && find . -type f -exec sha256sum {} + | sort -k 2 && find . -type d | sort)
}

unchanged() {
  [ "$1" = "$(git_state)" ] || fail "$2 changed something in .git"
}

worktree_within() {
  local before
  clone "$work/worktree" && git worktree add --quiet --detach within HEAD && cp -R bench copy-of-bench && build || return
  before=$(git_state)
  measures && unchanged "$before" run && measures_one
}

unpacked_in_another() {
  git init --quiet "$work/another" && commit "$work/another" && clone "$work/another/suite" && rm -rf .git && build && measures || return
  grep -q 'The run is stored without a commit: .* is not under version control' "$work/log" || fail 'the run does not say that it has no commit' || return
  ! grep -rEq '"commit": *"[0-9a-f]{40}"' results/*/smoke/runs || fail "the other repository's commit is stored"
}

build_variables() {
  clone "$work/variables" && build || return
  export VERSION=none Platform=x86 OutputPath=elsewhere TargetFramework=net1.0
  measures_one && [ ! -e "$suite/elsewhere" ] || return
  # It has no time for anything but the builds, and they succeed.
  dotnet "$program" gate --base HEAD --states Lock --minutes 10 > "$work/log" 2>&1 & wait_for_builds $!
}

# Ends a gate that has built both sides: wait_for_builds PROCESS.
wait_for_builds() {
  while kill -0 "$1" 2> /dev/null && ! grep -q 'one core:' "$work/log"; do sleep 1; done
  kill -TERM "$1" 2> /dev/null
  wait "$1"
  grep -q 'one core:' "$work/log" || fail "the gate ended with $? before both sides were built: $(tail -n 3 "$work/log")"
}

strange_folders() {
  clone "$work/100% für mich" && build && measures_one || return
  clone "$work/one;two" && build || return
  dotnet "$program" run --suite smoke > "$work/log" 2>&1
  [ $? -eq 2 ] && [ "$(wc -l < "$work/log")" -eq 1 ] && grep -q 'MSBuild takes ; in a path for something else' "$work/log" || fail "no line says what is wrong with one;two: $(tail -n 3 "$work/log")"
}

# What lies above the working tree is above the base as well, or above neither.
settings_above() {
  mkdir "$work/above" && clone "$work/above/suite" && build || return
  # shellcheck disable=SC2016 # MSBuild's own.
  printf '<Project><Target Name="Seen" BeforeTargets="BeforeBuild"><WriteLinesToFile File="%s" Lines="$(MSBuildProjectDirectory)" /></Target></Project>\n' \
    "$work/seen" > "$work/above/Directory.Build.targets"
  dotnet "$program" gate --base HEAD --states Lock --minutes 10 > "$work/log" 2>&1 & wait_for_builds $! || return
  [ ! -e "$work/seen" ] || fail 'the sources have a file of that name, and the one above was seen' || return
  git rm --quiet Directory.Build.targets && commit .
  dotnet "$program" gate --base HEAD --states Lock --minutes 10 > "$work/log" 2>&1 & wait_for_builds $! || return
  [ -s "$work/seen" ] && [ "$(grep -c "^$TMPDIR/.*/base/" "$work/seen")" -eq "$(grep -c "^$work/above/suite/" "$work/seen")" ] || fail "only one side saw the file above: $(sort "$work/seen")"
}

# As within a hook of a commit, with something staged; it ends in the middle of its builds, and the next one clears away.
killed_gate() {
  local before gate
  clone "$work/killed" && commit . && build && echo staged > staged && git add staged || return
  printf '#!/bin/sh\nexit 1\n' | tee .git/hooks/post-checkout > .git/hooks/post-index-change && chmod +x .git/hooks/post-*
  before=$(git_state)
  GIT_INDEX_FILE=$PWD/.git/index dotnet "$program" gate --base HEAD~1 --states Lock > "$work/log" 2>&1 & gate=$!
  while kill -0 "$gate" 2> /dev/null && ! grep -q Building "$work/log"; do sleep 0.2; done
  kill -KILL "$gate"
  wait "$gate" 2> /dev/null
  unchanged "$before" 'a gate that was killed' || return
  compgen -G "$TMPDIR/keyed-state-gate-*" > /dev/null || fail 'the killed gate left nothing, so nothing is shown' || return
  # Its builds go on for a while, and may write once more.
  while pgrep -f "$TMPDIR/keyed-state-gate-" > /dev/null; do sleep 1; done
  dotnet "$program" gate --project none --base HEAD --head HEAD > "$work/log" 2>&1
  [ -z "$(find "$TMPDIR" -maxdepth 1 -type d -name 'keyed-state-gate-*')" ] || fail 'the next gate left the folder of the killed one' || return
  unchanged "$before" gate
}

reading_commands() {
  local before run
  clone "$work/reading" && build || return
  before=$(git_state)
  run=$(find results -path '*/headline/runs/*.json' | sort | head -n 1)
  dotnet "$program" report > "$work/log" 2>&1 && dotnet "$program" compare "$run" "$run" > "$work/log" 2>&1 &&
    dotnet "$program" history --machine "$(cut -d / -f 2 <<< "$run")" > "$work/log" 2>&1 || fail "a command ended with $?: $(tail -n 3 "$work/log")" || return
  unchanged "$before" 'report, compare or history'
}

# shellcheck source=tests/checkouts/environment.sh
. tests/checkouts/environment.sh

check() {
  echo "== $1"
  if ("$1"); then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "FAILED: $1"
  fi
}

for name in "${@:-${checks[@]}}"; do
  check "$name"
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
