namespace KeyedState.Tests.Workflows;

/// <summary>Scripts that stand for programs in a sandbox, and note how they are called.</summary>
internal static class FakePrograms
{
    public const string Dotnet = """
        #!/usr/bin/env bash
        printf 'dotnet %s\n' "$*" >> "$CALLS"
        case " $* " in
          *' gate '*' --plant '*)
            while [ $# -gt 0 ] && [ "$1" != --markdown ]; do shift; done
            printf "$PLANTED_PAGE" > "$2"
            exit "$PLANTED_EXIT"
            ;;
          *' gate '*)
            while [ $# -gt 0 ]; do
              case $1 in
                --markdown) [ -z "$GATE_PAGE" ] || printf '%s\n' "$GATE_PAGE" > "$2" ;;
                --json) echo '{}' > "$2" ;;
              esac
              shift
            done
            exit "$GATE_EXIT"
            ;;
          *' collect '*)
            while [ "$1" != collect ]; do shift; done
            case $2 in */earlier/*) [ -z "$EARLIER_EXIT" ] || exit "$EARLIER_EXIT" ;; esac
            for run in "$2"/*/*/runs/*.json; do
              into=${4:-results}${run#"$2"}
              grep -q '^{' "$run" && mkdir -p "$(dirname "$into")" && cp -n "$run" "$into" || refused=1
            done
            exit "${refused:-0}"
            ;;
          *' report --results '*)
            [ ! -x "$MEANWHILE" ] || "$MEANWHILE" || exit 5
            for argument; do results=$argument; done
            for runs in "$results"/*/*/runs; do
              mkdir -p "$(dirname "$runs")/far"
              ls "$runs" > "$(dirname "$runs")/far/report.md"
            done
            ;;
          *' history --results '*) ;;
          *' history '*)
            echo 'the history' > results/machine/headline/history.md
            exit "$HISTORY_EXIT"
            ;;
          *' run --suite headline '*)
            [ "$RUN_STORES" = true ] || exit "$RUN_EXIT"
            mkdir -p results/machine/headline/runs results/machine/headline/far/benchmarkdotnet
            echo '{}' > "results/machine/headline/runs/20260202T000000Z.json"
            echo 'the report' > results/machine/headline/far/report.md
            echo '{}' > results/machine/headline/far/benchmarkdotnet/Cost-report-full.json
            exit "$RUN_EXIT"
            ;;
          *' run --suite smoke '*)
            mkdir -p results/machine/smoke/near
            echo '| `Lock` | a | b | 1.5 |' > results/machine/smoke/near/report.md
            ;;
          *' list '*) printf 'name title\nLock Lock\n' ;;
          ' test '*)
            printf '  erfolgreich: 3\n  fehlgeschlagen: 0\n'
            while [ $# -gt 0 ] && [ "$1" != --results-directory ]; do shift; done
            [ $# -gt 0 ] || exit 0
            for program in one other; do
              printf '{"results":{"summary":{"tests":9,"passed":%s,"failed":%s,"skipped":1},"tests":[' $TESTS > "$2/$program.ctrf"
              printf '{"name":"Good(\\"a\\")","status":"passed","duration":1,"extra":{}},' >> "$2/$program.ctrf"
              [ "${TESTS#* }" = 0 ] || printf '{"name":"Bad(\\"a\\")","status":"failed","line":5,"message":"It is \\"b\\".","trace":"at","extra":{}}' >> "$2/$program.ctrf"
              printf ']}}' >> "$2/$program.ctrf"
            done
            [ -z "$HALF_WRITTEN" ] || printf '{"results":{"tests":[{"name":"a' > "$2/half.ctrf"
            ;;
        esac
        """;

    public const string Gh = """
        #!/usr/bin/env bash
        printf 'gh %s\n' "$*" >> "$CALLS"
        filter=.
        for argument; do
          [ "$previous" != --jq ] || filter=$argument
          [ "$previous" != --field ] || cp "${argument#body=@}" "$CALLS.body"
          previous=$argument
        done
        case " $* " in
          *'/zip '*) cat "$GH_ANSWERS/gate.zip" ;;
          *'/artifacts?name=gate '*) jq -r "$filter" "$GH_ANSWERS/artifacts.json" ;;
          *' repos/owner/name/pulls/7 '*) jq -r "$filter" "$GH_ANSWERS/pull.json" ;;
          *' --paginate '*'/issues/7/comments?per_page=100 '*) jq -r "$filter" "$GH_ANSWERS/comments.json" ;;
          *' PATCH '*'/issues/comments/'* | *' POST '*'/issues/7/comments '*) ;;
          *) exit 4 ;;
        esac
        """;

    /// <summary>Knows of no package before its lists are updated, if it is told so.</summary>
    public const string AptGet = """
        #!/usr/bin/env bash
        printf 'apt-get %s\n' "$*" >> "$CALLS"
        [ "$1" = update ] || [ -z "$APT_LISTS_ARE_OLD" ] || grep -q '^apt-get update' "$CALLS"
        """;

    public const string Id = "#!/usr/bin/env bash\necho \"$USER_ID\"\n";

    public const string Tool = "#!/usr/bin/env bash\nprintf '%s %s\\n' \"$(basename \"$0\")\" \"$*\" >> \"$CALLS\"\n";
}
