import Glibc
import SchemaParser

/// What a file says about where it belongs, before its schema is known.
struct SchemaFacts: Hashable, Sendable {
  /// It has a datasource.
  var hasDatasource = false
  /// A datasource has a `url`, which Prisma 7 no longer takes.
  var hasURL = false
  /// A generator makes the Python client, which is Prisma 5.
  var generatesPythonClient = false
  /// The folders that generators write to, as written.
  var outputs: [String] = []
  /// Its first line says that it is written in another dialect: it is left alone.
  var isOptedOut = false

  /// Reads a whole file.
  ///
  /// Only lines that begin a datasource or generator and those in it are looked at, without the
  /// parser: the grammar to parse with depends on the outcome.
  init(of bytes: [UInt8]) {
    isOptedOut = Self.optsOut(bytes)
    bytes.withUnsafeBufferPointer { scan($0) }
  }

  /// Reads the datasources and generators of a tree.
  init(of tree: SyntaxTree) {
    if let first = tree.blocks.first { isOptedOut = Self.optsOut(first.bytes) }
    for block in tree.blocks where Self.concerns(block) {
      block.bytes.withUnsafeBufferPointer { scan($0) }
    }
  }

  /// Several files taken together.
  init(joining all: some Sequence<SchemaFacts>) {
    for facts in all {
      hasDatasource = hasDatasource || facts.hasDatasource
      hasURL = hasURL || facts.hasURL
      generatesPythonClient = generatesPythonClient || facts.generatesPythonClient
      outputs += facts.outputs
    }
  }

  /// Whether a block can say anything of this.
  static func concerns(_ block: SyntaxBlock) -> Bool {
    guard let index = block.declaration, index < block.nodes.count else { return false }
    let kind = block.nodes[index].kind
    return kind == .datasource || kind == .generator
  }

  private static func optsOut(_ bytes: [UInt8]) -> Bool {
    var line = bytes.prefix(80)
    if line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
    line = line.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    let words = String(decoding: line, as: UTF8.self).split { $0 == " " || $0 == "\t" }
    guard words.count >= 2 else { return false }
    return words == ["//", "use", "prisma-next"] || words == ["//", "use", "prisma-8"]
  }

  private enum Block { case other, datasource, generator }

  private mutating func scan(_ text: UnsafeBufferPointer<UInt8>) {
    var block = Block.other
    var line = 0
    while line < text.count {
      var first = line
      while first < text.count,
        text[first] == UInt8(ascii: " ") || text[first] == UInt8(ascii: "\t")
      {
        first += 1
      }
      let end = Self.lineEnd(in: text, from: first)
      line = end + 1
      guard first < end else { continue }
      if text[first] == UInt8(ascii: "}") {
        block = .other
        continue
      }
      switch block {
      case .other:
        // Nearly all lines begin with another letter.
        guard text[first] == UInt8(ascii: "d") || text[first] == UInt8(ascii: "g") else { continue }
        let start = text[first..<end]
        guard start.starts(with: "datasource".utf8) || start.starts(with: "generator".utf8) else {
          continue
        }
        let words = words(text[first..<end])
        if words.first == "datasource", text[first..<end].contains(UInt8(ascii: "{")) {
          block = .datasource
          hasDatasource = true
        } else if words.first == "generator", text[first..<end].contains(UInt8(ascii: "{")) {
          block = .generator
        }
      case .datasource:
        if key(text[first..<end]) == "url" { hasURL = true }
      case .generator:
        let line = text[first..<end]
        switch key(line) {
        case "provider":
          let name = "prisma-client-py".utf8
          // As bytes: a string's own search is a hundred times slower at its first time.
          if let value = string(line).map({ Array($0.utf8) }),
            value.indices.contains(where: { value[$0...].starts(with: name) })
          {
            generatesPythonClient = true
          }
        case "output": if let output = string(line) { outputs.append(output) }
        default: break
        }
      }
    }
  }

  /// The offset of the next line end.
  private static func lineEnd(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard start < text.count, let base = text.baseAddress else { return text.count }
    // The system's search takes many bytes at a time; the whole file goes through here.
    func first(_ byte: Int32, before end: Int) -> Int {
      guard let found = memchr(base + start, byte, end - start) else { return end }
      return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
    return first(0x0D, before: first(0x0A, before: text.count))
  }

  private func words(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> [String] {
    String(decoding: line.prefix(200), as: UTF8.self)
      .split { $0 == " " || $0 == "\t" || $0 == "{" }.prefix(2).map(String.init)
  }

  /// What stands before the equals sign.
  private func key(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
    guard let equals = line.firstIndex(of: UInt8(ascii: "=")) else { return nil }
    let words = words(line[..<equals])
    return words.count == 1 ? words.first : nil
  }

  /// The first string literal, without its quotes.
  private func string(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
    guard let start = line.firstIndex(of: UInt8(ascii: "\"")) else { return nil }
    let rest = line[(start + 1)...]
    guard let end = rest.firstIndex(of: UInt8(ascii: "\"")) else { return nil }
    return String(decoding: rest[..<end], as: UTF8.self)
  }
}
