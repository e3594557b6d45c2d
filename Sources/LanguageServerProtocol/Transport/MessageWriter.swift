import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Writes messages to a file descriptor, each as a whole and in the order in which they came.
///
/// A message is written at once if nothing waits before it and the pipe surely has room, which saves the
/// way over another thread. All others are written by a thread of their own, so that a client that does
/// not read can't hold up the server.
public final class MessageWriter: Sendable {
  private struct State {
    /// Frames in parts, oldest first.
    var waiting: [[UInt8]] = []
    /// Whether the thread is at work, or about to be.
    var isDraining = false
    /// Whether the other side is gone; nothing is written any more.
    var isBroken = false
  }

  private let descriptor: Int32
  /// The length of a message that is written at once when the pipe is empty; 0 where it is not known what
  /// the pipe holds.
  private let capacity: Int
  private let state = Mutex(State())
  private let queue = DispatchQueue(label: "prisma-lsp.writer", qos: .userInteractive)

  /// A pipe with room for anything has room for this much (POSIX, `PIPE_BUF` on Linux).
  private static let safeCount = 4096

  /// What a pipe shall hold: as much as Linux lets anyone ask for (`/proc/sys/fs/pipe-max-size`).
  private static let pipeSize: Int32 = 1 << 20
  /// `F_SETPIPE_SZ` and `F_GETPIPE_SZ` of `fcntl_linux.h`, which the C library hides behind `_GNU_SOURCE`.
  private static let setPipeSize: Int32 = 1031
  private static let getPipeSize: Int32 = 1032

  public init(descriptor: Int32) {
    self.descriptor = descriptor
    #if os(Linux)
      // Of its own a pipe holds 64 kB, and for each of them the client has to be woken before more can be
      // written. Both fail for what is no pipe.
      _ = fcntl(descriptor, Self.setPipeSize, Self.pipeSize)
      capacity = max(0, Int(fcntl(descriptor, Self.getPipeSize)) - 2 * Self.safeCount)
    #else
      capacity = 0
    #endif
    // Writing to a client that is gone shall fail, not end the process.
    signal(SIGPIPE, SIG_IGN)
  }

  /// Writes a message. Does not wait.
  public func write(_ body: [UInt8]) {
    let header = Array("Content-Length: \(body.count)\r\n\r\n".utf8)
    // What is large is not copied to stand behind its header.
    let isLarge = header.count + body.count > Self.safeCount
    let parts = isLarge ? [header, body] : [header + body]
    let startsDraining = state.withLock { state in
      guard !state.isBroken else { return false }
      if !state.isDraining, isLarge ? body.count <= capacity && isEmpty : hasRoom() {
        state.isBroken = !parts.allSatisfy(writeAll)
        return false
      }
      state.waiting += parts
      defer { state.isDraining = true }
      return !state.isDraining
    }
    if startsDraining { queue.async { self.drain() } }
  }

  /// Waits until all is written, at most for a second: a client need not read.
  public func flush() {
    let done = DispatchSemaphore(value: 0)
    queue.async { done.signal() }
    _ = done.wait(timeout: .now() + 1)
  }

  private func drain() {
    while true {
      let parts = state.withLock { state in
        defer { state.waiting = [] }
        state.isDraining = !state.waiting.isEmpty
        return state.waiting
      }
      if parts.isEmpty { return }
      for part in parts where !writeAll(part) {
        state.withLock { state in
          state.isBroken = true
          state.waiting = []
        }
        break
      }
    }
  }

  private func hasRoom() -> Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    return poll(&request, 1, 0) == 1 && request.revents & Int16(POLLOUT) != 0
  }

  /// Whether the client has read all that was written, as far as that can be told.
  private var isEmpty: Bool {
    var unread: Int32 = 0
    return ioctl(descriptor, UInt(FIONREAD), &unread) == 0 && unread == 0
  }

  /// Whether it worked.
  private func writeAll(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let part = UnsafeRawBufferPointer(rebasing: rest)
        let count = systemWrite(descriptor, part)
        if count < 0 {
          if errno == EINTR { continue }
          if errno == EAGAIN {
            var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
            _ = poll(&request, 1, -1)
            continue
          }
          return false
        }
        rest = rest.dropFirst(count)
      }
      return true
    }
  }
}

private func systemWrite(_ descriptor: Int32, _ buffer: UnsafeRawBufferPointer) -> Int {
  write(descriptor, buffer.baseAddress, buffer.count)
}
