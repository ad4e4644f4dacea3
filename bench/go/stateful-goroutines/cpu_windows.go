package main

import (
	"syscall"
	"time"
)

// cpuTime is what the threads of the process have used of the cores so far.
func cpuTime() time.Duration {
	process, err := syscall.GetCurrentProcess()
	if err != nil {
		panic(err)
	}

	var created, ended, kernel, user syscall.Filetime
	if err := syscall.GetProcessTimes(process, &created, &ended, &kernel, &user); err != nil {
		panic(err)
	}

	return span(kernel) + span(user)
}

// span is a length of time, which the system counts in units of 100 ns. Filetime's own conversion takes it for a date.
func span(time100 syscall.Filetime) time.Duration {
	return 100 * time.Duration(int64(time100.HighDateTime)<<32|int64(time100.LowDateTime))
}
