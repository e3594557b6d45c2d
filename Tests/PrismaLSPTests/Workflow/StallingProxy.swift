import Foundation
import Synchronization

/// Stands between a client and a PostgreSQL, and at one moment lets nothing through any more. So a test can
/// meet the client between any two of its requests, whatever they are.
final class StallingProxy: Sendable {
  /// When it stalls.
  enum Moment: CaseIterable {
    /// The server does not get the request.
    case before
    /// The server has done what was asked, and the client does not get the answer.
    case behind
  }

  /// The folder with its socket, which stands for a host in connection strings.
  let folder: String
  private let server: String
  private let number: Int
  private let moment: Moment
  private let listener: Int32
  private let state = Mutex(State())

  private struct State {
    var requests = 0
    var isStalled = false
    var isClosed = false
  }

  /// - Parameters:
  ///   - server: the folder with the server's socket.
  ///   - number: the request, counted from 1 over all connections, at which it stalls.
  init(to server: String, at number: Int, _ moment: Moment) throws {
    self.server = server
    self.number = number
    self.moment = moment
    folder = "/tmp/prisma-lsp-\(UUID().uuidString.prefix(8))"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    let isListening = Self.withAddress(of: folder) { bind(listener, $0, $1) } == 0
    guard isListening, listen(listener, 16) == 0 else { throw CocoaError(.fileWriteUnknown) }
    Thread.detachNewThread { self.accept() }
  }

  /// Whether the moment has come.
  var isStalled: Bool { state.withLock { $0.isStalled } }

  /// Cuts all connections.
  func close() {
    state.withLock { $0.isClosed = true }
    shutdown(listener, Int32(SHUT_RDWR))
    try? FileManager.default.removeItem(atPath: folder)
  }

  // MARK: Connections

  private func accept() {
    while case let client = Glibc.accept(listener, nil, nil), client >= 0 {
      let other = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
      guard Self.withAddress(of: server, { connect(other, $0, $1) }) == 0 else {
        _ = Glibc.close(other)
        _ = Glibc.close(client)
        continue
      }
      let pair = Pair(client: client, server: other)
      Thread.detachNewThread {
        self.forward(pair)
        self.finish(pair)
      }
      Thread.detachNewThread {
        self.answer(pair)
        self.finish(pair)
      }
    }
    _ = Glibc.close(listener)
  }

  private final class Pair: Sendable {
    let client: Int32
    let server: Int32
    let isSwallowing = Mutex(false)
    /// The threads that use it.
    let users = Mutex(2)

    init(client: Int32, server: Int32) {
      self.client = client
      self.server = server
    }
  }

  /// Ends a connection on both sides; one that has stalled only when all is closed.
  private func finish(_ pair: Pair) {
    while state.withLock({ $0.isStalled && !$0.isClosed }) { usleep(2000) }
    shutdown(pair.client, Int32(SHUT_RDWR))
    shutdown(pair.server, Int32(SHUT_RDWR))
    let isLast = pair.users.withLock { users in
      users -= 1
      return users == 0
    }
    if isLast {
      _ = Glibc.close(pair.client)
      _ = Glibc.close(pair.server)
    }
  }

  /// Takes messages from the client to the server.
  private func forward(_ pair: Pair) {
    // The first one has no letter before its length.
    var isFirst = true
    while let message = Self.message(from: pair.client, hasKind: !isFirst) {
      isFirst = false
      let kind = message[0]
      if kind == UInt8(ascii: "Q") || kind == UInt8(ascii: "P") {
        let isMeant = state.withLock { state in
          state.requests += 1
          return state.requests == number
        }
        if isMeant, moment == .before {
          state.withLock { $0.isStalled = true }
          return
        }
        if isMeant { pair.isSwallowing.withLock { $0 = true } }
      }
      guard Self.send(message, to: pair.server) else { return }
    }
  }

  /// Takes messages from the server to the client.
  private func answer(_ pair: Pair) {
    while let message = Self.message(from: pair.server, hasKind: true) {
      guard pair.isSwallowing.withLock({ $0 }) else {
        guard Self.send(message, to: pair.client) else { return }
        continue
      }
      // It is ready for the next one, so it has done what was asked.
      if message[0] == UInt8(ascii: "Z") {
        state.withLock { $0.isStalled = true }
        return
      }
    }
  }

  // MARK: Messages

  /// A whole message with its head, nil at the end.
  private static func message(from socket: Int32, hasKind: Bool) -> [UInt8]? {
    let headCount = hasKind ? 5 : 4
    guard let head = bytes(headCount, from: socket) else { return nil }
    let length = head.suffix(4).reduce(0) { $0 << 8 | Int($1) }
    guard (4..<(1 << 28)).contains(length), let body = bytes(length - 4, from: socket) else {
      return nil
    }
    return head + body
  }

  private static func bytes(_ count: Int, from socket: Int32) -> [UInt8]? {
    var bytes: [UInt8] = []
    while bytes.count < count {
      let wanted = count - bytes.count
      let part = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
        count = max(0, read(socket, buffer.baseAddress, wanted))
      }
      if part.isEmpty { return nil }
      bytes += part
    }
    return bytes
  }

  private static func send(_ bytes: [UInt8], to socket: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let sent = rest.withUnsafeBytes {
        Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if sent <= 0 { return false }
      rest = rest.dropFirst(sent)
    }
    return true
  }

  /// Calls `body` with the address of the socket that PostgreSQL has in a folder.
  private static func withAddress<Value>(
    of folder: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Value
  ) -> Value {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { path in
      path.copyBytes(from: "\(folder)/.s.PGSQL.5432".utf8.prefix(path.count - 1))
    }
    return withUnsafePointer(to: address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
  }
}
