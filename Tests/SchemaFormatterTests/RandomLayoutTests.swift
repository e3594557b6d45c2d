import Foundation
import SchemaParser
import Testing

@testable import SchemaFormatter

@Suite("Layout: properties")
struct LayoutPropertyTests {
  /// More of them with `LONG_TESTS=1`.
  private static let rounds =
    ProcessInfo.processInfo.environment["LONG_TESTS"] == "1" ? 20_000 : 300

  @Test("Formatting keeps the meaning, and formatting again changes nothing")
  func randomSchemas() {
    let seed = UInt64.random(in: .min ... .max)
    var random = RandomSchema(seed: seed)
    for round in 0..<Self.rounds {
      let text = Array(random.schema().utf8)
      let tree = SyntaxTree.parsed(text, dialect: .prisma7)
      #expect(!tree.blocks.contains { !$0.errors.isEmpty }, "seed \(seed)")
      for order in [FormatOptions.AttributeOrder.prisma, .keep] {
        let options = FormatOptions(attributeOrder: order)
        let once = SyntaxTree.parsed(tree.formatted(options), dialect: .prisma7)
        let twice = once.formatted(options)
        if meaning(of: once) != meaning(of: tree) || twice != once.bytes {
          Issue.record(
            """
            seed \(seed), round \(round):
            \(String(decoding: text, as: UTF8.self))
            becomes
            \(String(decoding: once.bytes, as: UTF8.self))
            """)
          return
        }
      }
    }
  }

  @Test("Noise is laid out without a trap, and ends with one line end")
  func noise() {
    let seed = UInt64.random(in: .min ... .max)
    var random = RandomSchema(seed: seed)
    let pieces = [
      "model A {\n", "}", "\n", "\r", "\r\n", "enum", " ", "\t", "@", "@@", "a", "Int", "(", ")",
      "[", "]", "{", ",", ":", "\"", "\\", "//", "/*", "*/", "*", "?", "!", "=", "type ", "\u{A0}",
      "é", "\u{3000}", "\0", "1", "-", ".", "@@map(\"x\")\n", "generator g {\n", "  id Int @id\n",
    ]
    for _ in 0..<Self.rounds {
      var text: [UInt8] = []
      for _ in 0..<random.number(below: 120) {
        if random.number(below: 40) == 0 {
          text.append(UInt8(random.number(below: 256)))
        } else {
          text += random.one(of: pieces).utf8
        }
      }
      for dialect in [Dialect.prisma6, .prisma7] {
        let tree = SyntaxTree.parsed(text, dialect: dialect)
        let result = tree.formatted()
        #expect(result.last == UInt8(ascii: "\n"), "seed \(seed)")
        let kept = tree.formatted(FormatOptions(attributeOrder: .keep))
        #expect(kept.last == UInt8(ascii: "\n"), "seed \(seed)")
        // What a lone return means depends on what stands around it.
        if !text.contains(UInt8(ascii: "\r")) { checkBrokenLinesStay(in: tree, seed) }
      }
    }
  }

  /// Lines that can't be read, and what stands between them in one declaration, stay with their indentation.
  private func checkBrokenLinesStay(in tree: SyntaxTree, _ seed: UInt64) {
    let once = tree.formatted(FormatOptions(brokenParts: .keep))
    func lines(_ text: some Collection<UInt8>) -> [String] {
      text.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
    }
    let result = Set(lines(once))
    var before = UInt8(ascii: "\n")
    for block in tree.blocks {
      defer { before = block.bytes.last ?? before }
      let roots = block.roots.filter { root in
        root.kind == .invalidLine
          || root.children.contains { child in
            // The header of the next block.
            child.kind == .invalidMember
              && child.text.allSatisfy { $0.isLetter || " {\n".contains($0) }
              && child.text.contains("{")
          }
      }
      for root in roots {
        var start = root.range.start
        while start > 0, [0x20, 0x09].contains(block.bytes[start - 1]) { start -= 1 }
        // In front of it may stand the end of another item.
        if (start > 0 ? block.bytes[start - 1] : before) != UInt8(ascii: "\n") { continue }
        for line in lines(block.bytes[start..<root.range.end]) where !result.contains(line) {
          Issue.record("seed \(seed): \(line.debugDescription) is lost")
        }
      }
    }
  }

  @Test("Time and output grow with the text")
  func size() {
    let attributes = String(repeating: "@b @id ", count: 20_000)
    let sorted = String(repeating: "@id ", count: 20_000) + String(repeating: "@b ", count: 20_000)
    check("model A {\n  a Int \(attributes)\n}\n", "model A {\n  a Int \(sorted.dropLast())\n}\n")
    let lines = String(repeating: "\n\n  a   Int  \n  @@map(\"x\")", count: 20_000)
    let after =
      "model A {\n" + String(repeating: "  a Int\n\n", count: 20_000).dropLast(1)
      + "\n" + String(repeating: "  @@map(\"x\")\n", count: 20_000) + "}\n"
    check("model A {\(lines)\n}\n", after)
  }

  /// What a file says, whatever its layout: each declaration with its members, comments apart. The
  /// attributes of a member and the block attributes have no order.
  private func meaning(of tree: SyntaxTree) -> [String] {
    var result: [String] = []
    for block in tree.blocks {
      for root in block.roots {
        if root.kind.isComment {
          result.append(words(of: root))
        } else {
          let members = root.children.map(words(of:))
          result.append("\(root.kind) {")
          result += members.filter { !$0.hasPrefix("blockAttribute") && !$0.hasPrefix("//") }
          result += members.filter { $0.hasPrefix("blockAttribute") || $0.hasPrefix("//") }.sorted()
        }
      }
    }
    return result
  }

  private func words(of node: Syntax) -> String {
    switch node.kind {
    case .comment, .docComment: return node.text
    case .blockComment:
      let text = node.text.filter { !$0.isWhitespace && $0 != "*" }
      return "//" + text
    case .field, .enumValue:
      let parts = node.children.map { ($0.kind == .attribute, words(of: $0)) }
      return parts.filter { !$0.0 }.map(\.1).joined(separator: " ")
        + parts.filter(\.0).map(\.1).sorted().joined()
    default:
      let children = node.children.map(words(of:))
      let arity = node.kind == .type ? "\(node.node.flags)" : ""
      return "\(node.kind)\(arity)" + (children.isEmpty ? leaf(node) : "(\(children))")
    }
  }

  /// The text of a node that has no children, if it has a text of its own.
  private func leaf(_ node: Syntax) -> String {
    switch node.kind {
    case .argumentList, .array, .object, .attribute, .trailingComma: ""
    default: ":" + node.text
    }
  }
}

/// Writes schemas without errors in a random layout. A seed gives the same ones again.
struct RandomSchema: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// The generator SplitMix64 (public domain, Sebastiano Vigna).
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func number(below limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }

  mutating func one(of choices: [String]) -> String { choices[number(below: choices.count)] }

  mutating func schema() -> String {
    var text = repeated(3) { $0.gap() }
    for _ in 0..<number(below: 5) {
      text += repeated(3) { $0.comment() + $0.gap() }
      let keyword = one(of: ["model", "view", "type", "enum", "datasource", "generator"])
      text += keyword + " " + name() + blank() + "{" + blank() + "\n"
      text += repeated(8) { $0.member(of: keyword) }
      text += blank() + "}" + blank() + "\n" + repeated(2) { $0.gap() }
    }
    return text
  }

  private mutating func repeated(_ most: Int, _ part: (inout Self) -> String) -> String {
    var text = ""
    for _ in 0..<number(below: most + 1) { text += part(&self) }
    return text
  }

  private mutating func member(of keyword: String) -> String {
    let kind = number(below: 8)
    if kind == 0 { return gap() }
    if kind == 1 { return blank() + comment() }
    switch keyword {
    case "datasource", "generator":
      return blank() + name() + blank() + "=" + blank() + expression() + end()
    case "enum":
      if kind == 2 { return blank() + "@@" + name() + blank() + arguments() + end() }
      // One attribute at most: the layout joins several.
      return blank() + name() + blank() + (kind == 3 ? attribute() : "") + end()
    default:
      if kind == 2 { return blank() + "@@" + path() + arguments() + end() }
      let type = one(of: ["Int", "String?", "Post []", "Unsupported(\"a  b\")", "É ?", "X[]"])
      return blank() + name() + " " + blank() + type + " " + repeated(4) { $0.attribute() } + end()
    }
  }

  private mutating func attribute() -> String {
    blank() + "@" + blank() + path() + (number(below: 2) == 0 ? "" : blank() + arguments())
  }

  private mutating func arguments() -> String {
    let list = (0..<number(below: 4)).map { _ in
      (number(below: 2) == 0 ? name() + blank() + ":" + blank() : "") + expression()
    }
    return "(" + blank() + list.joined(separator: blank() + "," + blank()) + blank() + ")"
  }

  private mutating func expression(depth: Int = 0) -> String {
    let kind = number(below: depth < 3 ? 8 : 4)
    switch kind {
    case 0: return "\"" + one(of: ["", " a,  b ", "\\\"", "x:{ }", "\\\\", "// é"]) + "\""
    case 1: return one(of: ["0", "-1.5", "17"])
    case 2, 3: return path()
    case 4, 5:
      return "[" + blank() + elements { $0.expression(depth: depth + 1) } + blank() + "]"
    case 6:
      return path() + blank() + "(" + blank()
        + elements { $0.expression(depth: depth + 1) } + blank() + ")"
    default:
      return "{" + blank()
        + elements { $0.name() + $0.blank() + ":" + $0.expression(depth: depth + 1) }
        + blank() + "}"
    }
  }

  private mutating func elements(_ element: (inout Self) -> String) -> String {
    var list: [String] = []
    for _ in 0..<number(below: 4) { list.append(element(&self)) }
    return list.joined(separator: blank() + "," + blank())
  }

  private mutating func name() -> String {
    one(of: ["a", "id", "User", "längerer_Name", "名前", "x1", "aVeryLongNameOfSomething"])
  }

  private mutating func path() -> String {
    one(of: ["id", "unique", "map", "default", "relation", "db.Text", "ignore", "a.b.c", "other"])
  }

  private mutating func blank() -> String {
    one(of: ["", "", " ", "   ", "\t", "\u{A0}", "\u{2003} "])
  }

  private mutating func gap() -> String { blank() + "\n" }

  private mutating func comment() -> String {
    one(of: ["// a  ", "///b", "//", "/* c */", "/**\n * d\n\n   e */", "/**/"]) + "\n"
  }

  private mutating func end() -> String {
    blank() + one(of: ["", "", "// c ", "/// d", "/* e */", "/* f\n g */"]) + "\n"
  }
}
