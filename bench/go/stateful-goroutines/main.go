// Command stateful-goroutines counts what 100 readers and 10 writers do with a map of five keys in Go: one that a goroutine
// owns and serves over channels, one behind a mutex, or a sync.Map. It is what the suite's figures in .NET are held against.
//
//	stateful-goroutines channels|mutex|sync.Map paced|unpaced LEAD WINDOW
//
// LEAD is for how long the workers run before the count and WINDOW for how long it goes on, both in milliseconds. Paced
// workers sleep for a millisecond after every operation. It prints one line of JSON.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"sync/atomic"
	"time"
)

const (
	readers = 100
	writers = 10
	keys    = 5
	values  = 100
	pause   = time.Millisecond
)

// counter is one worker's; it fills two cache lines, so that no worker's count slows down another's.
type counter struct {
	operations int64
	_          [15]int64
}

// draws are one worker's random numbers (G. Marsaglia, Xorshift RNGs, 2003, doi:10.18637/jss.v008.i14). The library's
// generator that all share has a lock in older versions, and unpaced workers would wait for that.
type draws uint64

func (d *draws) next(below int) int {
	x := uint64(*d)
	x ^= x << 13
	x ^= x >> 7
	x ^= x << 17
	*d = draws(x)
	return int((x >> 33) % uint64(below))
}

type outcome struct {
	ReadOps    int64   `json:"readOps"`
	WriteOps   int64   `json:"writeOps"`
	Seconds    float64 `json:"seconds"`
	CpuSeconds float64 `json:"cpuSeconds"`
}

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(arguments []string) error {
	if len(arguments) != 4 {
		return fmt.Errorf("call it with a design, paced or unpaced, and two numbers of milliseconds")
	}

	state := newState(arguments[0])
	if state == nil {
		return fmt.Errorf("there is no design %q: it is channels, mutex or sync.Map", arguments[0])
	}

	if arguments[1] != "paced" && arguments[1] != "unpaced" {
		return fmt.Errorf("workers are paced or unpaced, not %q", arguments[1])
	}

	lead, err := milliseconds(arguments[2], 0)
	if err != nil {
		return err
	}

	window, err := milliseconds(arguments[3], 1)
	if err != nil {
		return err
	}

	return json.NewEncoder(os.Stdout).Encode(measure(state, arguments[1] == "paced", lead, window))
}

func milliseconds(text string, least int) (time.Duration, error) {
	number, err := strconv.Atoi(text)
	if err != nil || number < least || number > 3_600_000 {
		return 0, fmt.Errorf("%q is no number of milliseconds from %d to an hour", text, least)
	}

	return time.Duration(number) * time.Millisecond, nil
}

// measure runs the workers until the window is over. Nobody ends them: the program ends.
func measure(state keyedState, paced bool, lead, window time.Duration) outcome {
	counters := make([]counter, readers+writers)
	for worker := range counters {
		go work(state, &counters[worker], draws(worker+1)*0x9E3779B97F4A7C15, worker < readers, paced)
	}

	time.Sleep(lead)

	// The clock before the counts at the start and after them at the end: no rate is too high for it.
	cpuBefore, start := cpuTime(), time.Now()
	readsBefore, writesBefore := count(counters)
	time.Sleep(window)
	reads, writes := count(counters)
	elapsed, cpu := time.Since(start), cpuTime()-cpuBefore
	return outcome{reads - readsBefore, writes - writesBefore, elapsed.Seconds(), cpu.Seconds()}
}

func work(state keyedState, done *counter, random draws, reads, paced bool) {
	for {
		if reads {
			state.read(random.next(keys))
		} else {
			state.write(random.next(keys), random.next(values))
		}

		atomic.AddInt64(&done.operations, 1)
		if paced {
			time.Sleep(pause)
		}
	}
}

func count(counters []counter) (reads, writes int64) {
	for worker := range counters {
		done := atomic.LoadInt64(&counters[worker].operations)
		if worker < readers {
			reads += done
		} else {
			writes += done
		}
	}

	return reads, writes
}
