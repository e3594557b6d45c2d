import Foundation
import Synchronization

/// A server that is no good: on a port of this machine, with a behaviour of one's choice.
final class FakeServer: Sendable {
  /// What it does with each connection.
  enum Behaviour: Sendable {
    /// Takes it and says nothing.
    case silent
    /// Takes it and ends it.
    case hangsUp
    /// Answers with bytes that mean nothing.
    case garbage
    /// Greets like PostgreSQL; a query is answered with these bytes, and then the connection ends, or
    /// stays silent.
    case answers([UInt8], thenHangsUp: Bool)
    /// Refuses with an error of this SQLSTATE and text.
    case refuses(String, String)
    /// Drops what comes from the network: nobody can connect.
    case blackHole
  }

  let port: Int
  private let listener: Int32
  private let behaviour: Behaviour
  private let open = Mutex<[Int32]>([])

  init(_ behaviour: Behaviour) throws {
    self.behaviour = behaviour
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = Self.address(port: 0)
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let listener = listener
    let bound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(listener, address, size) == 0 && getsockname(listener, address, &size) == 0
      }
    }
    guard bound else { throw POSIXError(.EADDRNOTAVAIL) }
    port = Int(UInt16(bigEndian: address.sin_port))
    if case .blackHole = behaviour {
      // Linux drops what comes when the queue is full, and nobody takes anything out of it.
      listen(listener, 0)
      for _ in 0..<4 { connectToItself() }
    } else {
      listen(listener, 16)
      Thread.detachNewThread { self.accept() }
    }
  }

  deinit { close() }

  var url: String { "postgresql://somebody:secret-word@127.0.0.1:\(port)/shop?sslmode=disable" }

  func close() {
    shutdown(listener, Int32(SHUT_RDWR))
    open.withLock { list in
      for descriptor in list { _ = Foundation.close(descriptor) }
      list = []
    }
  }

  private static func address(port: Int) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    address.sin_port = UInt16(port).bigEndian
    return address
  }

  private func connectToItself() {
    let client = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0)
    var address = Self.address(port: port)
    _ = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(client, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    open.withLock { $0.append(client) }
  }

  private func accept() {
    while true {
      let client = Foundation.accept(listener, nil, nil)
      guard client >= 0 else { return }
      open.withLock { $0.append(client) }
      Thread.detachNewThread { self.serve(client) }
    }
  }

  private func serve(_ client: Int32) {
    var start = [UInt8](repeating: 0, count: 1024)
    switch behaviour {
    case .silent, .blackHole: return
    case .hangsUp: break
    case .garbage:
      _ = read(client, &start, start.count)
      send(Array("HTTP/1.1 400 Bad Request\r\n\r\n".utf8), client)
    case .refuses(let state, let text):
      _ = read(client, &start, start.count)
      let fields = [("S", "FATAL"), ("V", "FATAL"), ("C", state), ("M", text)]
      send(
        Self.message("E", fields.flatMap { Array($0.utf8) + Array($1.utf8) + [0] } + [0]), client)
    case .answers(let bytes, let hangsUp):
      _ = read(client, &start, start.count)
      send(Self.message("R", [0, 0, 0, 0]), client)
      send(Self.message("S", Array("server_version\u{0}15.4\u{0}".utf8)), client)
      send(Self.message("S", Array("client_encoding\u{0}UTF8\u{0}".utf8)), client)
      send(Self.message("Z", Array("I".utf8)), client)
      _ = read(client, &start, start.count)
      send(bytes, client)
      if !hangsUp { return }
    }
    shutdown(client, Int32(SHUT_RDWR))
  }

  /// A message of PostgreSQL's protocol.
  static func message(_ kind: Unicode.Scalar, _ body: [UInt8]) -> [UInt8] {
    let count = UInt32(body.count + 4)
    return [UInt8(ascii: kind)] + (0..<4).map { UInt8(truncatingIfNeeded: count >> (24 - 8 * $0)) }
      + body
  }

  private func send(_ bytes: [UInt8], _ client: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Foundation.send(client, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }
}
