import Foundation
import LanguageServerProtocol
import Testing

@Suite struct TransportTests {
  private func pipe() -> (read: Int32, write: Int32) {
    var ends: [Int32] = [0, 0]
    #expect(Foundation.pipe(&ends) == 0)
    return (ends[0], ends[1])
  }

  @Test func `what is written is read, in order and whole`() async {
    let (read, write) = pipe()
    let writer = MessageWriter(descriptor: write)
    // Short ones, which are written at once, between ones that fill the pipe several times.
    let sizes = (0..<200).map { $0 % 50 == 0 ? 3_000_000 : $0 % 10 == 0 ? 200_000 : $0 * 40 }
    Task.detached {
      for (index, size) in sizes.enumerated() {
        let result = JSONValue.string(String(repeating: "x", count: size))
        writer.write(ServerMessage.response(to: .integer(index), result: result))
      }
      writer.flush()
      close(write)
    }
    var found: [Int] = []
    for await message in MessageReader.messages(from: read) {
      guard case .response(.integer(let index), .success(let result)) = message else {
        Issue.record("no response")
        continue
      }
      #expect(index == found.count)
      found.append(result.string?.utf8.count ?? -1)
    }
    #expect(found == sizes)
    close(read)
  }

  @Test func `a client that is gone does not end the process`() {
    let (read, write) = pipe()
    let writer = MessageWriter(descriptor: write)
    close(read)
    for size in [10, 100_000, 10] { writer.write(Array(repeating: 0x20, count: size)) }
    writer.flush()
    close(write)
  }

  /// Otherwise it would never end.
  @Test(.timeLimit(.minutes(1)), arguments: [3000, 30_000, 600_000, 1_100_000])
  func `a client that does not read holds nobody up`(size: Int) {
    let (read, write) = pipe()
    let writer = MessageWriter(descriptor: write)
    for _ in 0..<(3_000_000 / size + 2) { writer.write(Array(repeating: 0x20, count: size)) }
    close(read)
    writer.flush()
    close(write)
  }
}
