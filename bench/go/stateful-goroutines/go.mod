module stateful-goroutines

go 1.19
