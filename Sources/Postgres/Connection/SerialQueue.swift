import Dispatch

/// The thread of a connection, one job after the other: libpq blocks, and may do so without holding up
/// those who wait for it.
final class SerialQueue: SerialExecutor {
  private let queue = DispatchQueue(label: "prisma-lsp.postgres")

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
  }
}
