package search

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// parallel calls do with each number below n, on all processors at once, and with a
// run of them on each.
func parallel(n int, do func(i int)) {
	run := min(max(1, n/64), 1024)
	var next atomic.Int64
	var all sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		all.Go(func() {
			for to := int(next.Add(int64(run))); to-run < n; to = int(next.Add(int64(run))) {
				for i := to - run; i < min(to, n); i++ {
					do(i)
				}
			}
		})
	}
	all.Wait()
}
