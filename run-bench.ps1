<#
.SYNOPSIS
Builds the suite and runs it: the headline suite, a suite by name, the gate, or BenchmarkDotNet with a filter.
.PARAMETER Suite
headline: the states that most people choose between, about ten minutes.
full: every state as the headline measures its own. compound: operations that take more than one step. matrix: other shares of writes, numbers of keys and callers, and more.
smoke: every state once, about four minutes.
gate: the working tree against where it left the main branch, judged state by state.
.PARAMETER Filter
Runs BenchmarkDotNet's own command line instead, for the benchmarks that match, such as '*ChannelOwner*'.
.EXAMPLE
./run-bench.ps1 -Suite smoke
#>
[CmdletBinding(DefaultParameterSetName = 'Suite')]
param(
    [Parameter(ParameterSetName = 'Suite')]
    [ValidateSet('headline', 'full', 'compound', 'matrix', 'smoke', 'gate')]
    [string] $Suite,

    [Parameter(ParameterSetName = 'Filter', Mandatory)]
    [ValidateNotNullOrEmpty()]
    [string] $Filter
)

$arguments = @()
if ($Suite) { $arguments = 'run', '--suite', $Suite }
if ($Suite -eq 'gate') { $arguments = , 'gate' }
if ($Filter) { $arguments = '--filter', $Filter }

& dotnet run -c Release --project ([IO.Path]::Combine($PSScriptRoot, 'bench', 'KeyedState.Benchmarks')) -- @arguments
exit $LASTEXITCODE
