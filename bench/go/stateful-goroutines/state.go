package main

import "sync"

// keyedState is a map that all workers share. A key that nobody wrote reads as 0.
type keyedState interface {
	read(key int) int
	write(key, value int)
}

func newState(design string) keyedState {
	switch design {
	case "channels":
		return newOwned()
	case "mutex":
		return &locked{values: make(map[int]int)}
	case "sync.Map":
		return &concurrent{}
	default:
		return nil
	}
}

type readRequest struct {
	key   int
	reply chan int
}

type writeRequest struct {
	key, value int
	reply      chan bool
}

// owned is a map that one goroutine owns. Each request brings the channel that it is answered on.
type owned struct {
	reads  chan readRequest
	writes chan writeRequest
}

func newOwned() *owned {
	o := &owned{make(chan readRequest), make(chan writeRequest)}
	go o.serve()
	return o
}

func (o *owned) serve() {
	values := make(map[int]int)
	for {
		select {
		case request := <-o.reads:
			request.reply <- values[request.key]
		case request := <-o.writes:
			values[request.key] = request.value
			request.reply <- true
		}
	}
}

func (o *owned) read(key int) int {
	request := readRequest{key, make(chan int)}
	o.reads <- request
	return <-request.reply
}

func (o *owned) write(key, value int) {
	request := writeRequest{key, value, make(chan bool)}
	o.writes <- request
	<-request.reply
}

// locked is a map behind a mutex.
type locked struct {
	mutex  sync.Mutex
	values map[int]int
}

func (l *locked) read(key int) int {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	return l.values[key]
}

func (l *locked) write(key, value int) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	l.values[key] = value
}

// concurrent is the library's map for many readers.
type concurrent struct {
	values sync.Map
}

func (c *concurrent) read(key int) int {
	value, _ := c.values.Load(key)
	number, _ := value.(int)
	return number
}

func (c *concurrent) write(key, value int) {
	c.values.Store(key, value)
}
