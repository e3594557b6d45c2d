import Foundation
import LanguageServerProtocol
import TestSupport
import Testing

/// What a decoder finds in `text`: bodies as they are, errors in angle brackets.
private func frames(in text: String, chunk: Int = .max) -> [String] {
  var decoder = FrameDecoder()
  var found: [String] = []
  let bytes = Array(text.utf8)
  var index = 0
  while index < bytes.count {
    let end = chunk < bytes.count - index ? index + chunk : bytes.count
    bytes[index..<end].withUnsafeBytes { decoder.append($0) }
    while let frame = decoder.next() {
      switch frame {
      case .body(let body): found.append(String(decoding: body, as: UTF8.self))
      case .malformed(let error): found.append("<\(error)>")
      }
    }
    index = end
  }
  return found
}

@Suite struct FrameDecoderTests {
  @Test(arguments: [
    ("Content-Length: 2\r\n\r\n{}", ["{}"]),
    ("Content-Length: 0\r\n\r\nContent-Length: 1\r\n\r\n1", ["", "1"]),
    // Case, blanks and other headers do not matter, lone line feeds are taken.
    ("content-LENGTH:  3 \r\n\r\nabc", ["abc"]),
    ("Content-Type: a; charset=utf-8\r\nContent-Length: 3\r\nX: y:z\r\n\r\nabc", ["abc"]),
    ("Content-Length: 3\n\nabc", ["abc"]),
    // The length counts bytes.
    ("Content-Length: 4\r\n\r\nü€", ["ü\u{FFFD}"]),
    // No length, or none that is a number.
    ("X: 1\r\n\r\nContent-Length: 1\r\n\r\na", ["<header>", "a"]),
    ("Content-Length: ten\r\n\r\n{}Content-Length: 1\r\n\r\na", ["<header>", "a"]),
    ("Content-Length: -1\r\n\r\nContent-Length: 1\r\n\r\na", ["<header>", "a"]),
    ("Content-Length:\r\n\r\nContent-Length: 1\r\n\r\na", ["<header>", "a"]),
    ("\r\n\r\nContent-Length: 1\r\n\r\na", ["<header>", "a"]),
    // Garbage before a header, also on its line and in lines without a colon.
    ("garbageContent-Length: 1\r\n\r\na", ["<header>", "a"]),
    ("garbage\r\nContent-Length: 1\r\n\r\na", ["<header>", "a"]),
    // One report for one disturbance.
    ("a\r\n\r\nb\r\n\r\nContent-Length: x\r\n\r\nContent-Length: 1\r\n\r\na", ["<header>", "a"]),
    (
      "?\r\n\r\nContent-Length: 1\r\n\r\na?\r\n\r\nContent-Length: 1\r\n\r\nb",
      ["<header>", "a", "<header>", "b"]
    ),
    // Too long, also for an integer.
    ("Content-Length: 536870913\r\n\r\n{Content-Length: 1\r\n\r\na", ["<tooLong>", "a"]),
    (
      "Content-Length: 99999999999999999999999999\r\n\r\nContent-Length: 1\r\n\r\na",
      ["<tooLong>", "a"]
    ),
    (String(repeating: "a", count: 5000) + "Content-Length: 1\r\n\r\na", ["<header>", "a"]),
  ])
  func finds(_ text: String, _ expected: [String]) {
    #expect(frames(in: text) == expected)
    for chunk in [1, 2, 7, 23] { #expect(frames(in: text, chunk: chunk) == expected) }
  }

  /// A search for the end of each would take minutes.
  @Test func `garbage may look like thousands of headers`() {
    let garbage = String(repeating: "Content-Length:", count: 40_000)
    #expect(frames(in: garbage + "\r\n\r\nContent-Length: 1\r\n\r\na") == ["<header>", "a"])
  }

  @Test func `an announced length costs nothing until it arrives`() {
    let before = residentBytes()
    var decoder = FrameDecoder()
    let header = Array("Content-Length: \(FrameDecoder.lengthLimit)\r\n\r\n".utf8)
    header.withUnsafeBytes { decoder.append($0) }
    #expect(decoder.next() == nil)
    // Other tests run at the same time, and need some themselves.
    #expect(residentBytes() - before < FrameDecoder.lengthLimit / 2)
  }

  /// Garbage without a header in it costs no message that follows, however the bytes arrive.
  @Test(arguments: 0..<(ProcessInfo.processInfo.environment["LONG_TESTS"] == nil ? 300 : 20_000))
  func `messages survive garbage`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let alphabet = Array("Content-Length: 0123456789\r\n{}\"x\u{0}\u{FF}".unicodeScalars)
    var text = ""
    var bodies: [String] = []
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      var garbage = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...60, using: &random) {
        garbage.append(alphabet[Int.random(in: 0..<alphabet.count, using: &random)])
      }
      // A colon is what makes a header of it.
      text += String(garbage).replacing(":", with: "")
      let body = "<body \(bodies.count) \(Int.random(in: 0...99999, using: &random))"
      bodies.append(body)
      text += "Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
    }
    let found = frames(in: text, chunk: Int.random(in: 1...40, using: &random))
    #expect(found.filter { $0 != "<header>" } == bodies, "seed \(seed)")
  }

  /// Bytes of any kind are survived, and a good message after a rest that belongs to the last length.
  @Test(arguments: 0..<200)
  func `noise is survived`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed) &+ 0x5EED)
    var decoder = FrameDecoder()
    for _ in 0..<50 {
      let noise = (0..<Int.random(in: 0...99, using: &random)).map { _ in
        Bool.random(using: &random)
          ? UInt8.random(in: 0...255, using: &random)
          : Array("Content-Length: 1\r\n\r\n".utf8).randomElement(using: &random) ?? 0
      }
      noise.withUnsafeBytes { decoder.append($0) }
      while let frame = decoder.next() { _ = MessageReader.message(in: frame) }
    }
    // Ends any body of the few digits that fit above, or any header.
    let filler = Array(repeating: UInt8(ascii: "\n"), count: 1 << 10)
    var found: [FrameDecoder.Frame] = []
    for _ in 0..<4096 where found.isEmpty {
      filler.withUnsafeBytes { decoder.append($0) }
      while decoder.next() != nil {}
      Array("Content-Length: 1\r\n\r\n!".utf8).withUnsafeBytes { decoder.append($0) }
      while let frame = decoder.next() {
        if frame == .body(Data("!".utf8)) { found.append(frame) }
      }
    }
    #expect(found.count == 1, "seed \(seed)")
  }
}

/// The memory of this process that is in use.
private func residentBytes() -> Int {
  guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8),
    let pages = text.split(separator: " ").dropFirst().first.flatMap({ Int($0) })
  else { return 0 }
  return pages * 4096
}
