import Foundation

/// How the time for something grows with its size.
package enum Growth {
  /// The time that `body` takes for an input of four times the size, in relation to that for the size
  /// itself: 4 when it is linear, 16 when it is quadratic.
  ///
  /// Processor time of this thread is measured, twice, and the better one counts, so that what else
  /// runs has little say. The inputs are made before.
  package static func factor<Input>(
    of size: Int, input: (Int) -> Input, _ body: (Input) -> Void
  ) -> Double {
    let small = input(size)
    let large = input(4 * size)
    let short = min(seconds { body(small) }, seconds { body(small) })
    let long = min(seconds { body(large) }, seconds { body(large) })
    // Below some milliseconds the clock and the caches decide.
    return long / max(short, 0.002)
  }

  private static func seconds(_ body: () -> Void) -> Double {
    let start = now()
    body()
    return now() - start
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
