import Testing
import TestSupport

/// The source of one rule, as text: its names and its doc comment.
struct RuleSource: Sendable, CustomTestStringConvertible {
  /// The example of a rule.
  struct Example: Sendable {
    /// What stands behind `prisma` on the fence, such as `v6`.
    let version: String?
    /// The schema with its marks.
    let lines: [String]
  }

  /// The path under `Rules/`.
  let path: String
  /// The name of the static property.
  let property: String
  /// The id in the source.
  let id: String
  /// The lines of the doc comment, without `///`.
  let comment: [String]

  /// The folder under `Rules/`.
  var group: String { path.split(separator: "/").first.map(String.init) ?? "" }
  /// The name of the file without its ending.
  var file: String { String((path.split(separator: "/").last ?? "").dropLast(".swift".count)) }
  /// The first paragraph, on one line.
  var summary: String { paragraphs.first ?? "" }
  /// The paragraphs in front of the example, each on one line.
  var paragraphs: [String] {
    comment.prefix { !$0.hasPrefix("```") }.split(separator: "")
      .map { $0.joined(separator: " ") }
  }
  /// The examples, in order.
  var examples: [Example] {
    var examples: [Example] = []
    var open: (version: String?, lines: [String])?
    for line in comment {
      if let example = open {
        if line == "```" {
          examples.append(Example(version: example.version, lines: example.lines))
          open = nil
        } else {
          open?.lines.append(line)
        }
      } else if line.hasPrefix("```prisma") {
        let version = line.dropFirst("```prisma".count).drop { $0 == " " }
        open = (version.isEmpty ? nil : String(version), [])
      }
    }
    return examples
  }

  var testDescription: String { id }

  /// All of them, sorted by path.
  static let all: [RuleSource] = PackageFiles.list("Sources/Diagnostics/Rules", ending: ".swift")
    .compactMap { path in
      PackageFiles.text("Sources/Diagnostics/Rules/\(path)").flatMap {
        RuleSource(path: path, text: $0)
      }
    }

  /// Reads a source; nil when no rule is declared in it.
  init?(path: String, text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let declares = { (line: Substring) in
      line.contains("static let ") && (line.contains(" = Rule(") || line.contains(": Rule"))
    }
    guard let declaration = lines.firstIndex(where: declares) else { return nil }
    let name = lines[declaration].firstRange(of: "static let ").map {
      lines[declaration][$0.upperBound...].prefix { $0.isLetter || $0.isNumber }
    }
    let ids = lines[declaration...].lazy.compactMap { line in
      line.firstRange(of: "id: \"").map { line[$0.upperBound...].prefix { $0 != "\"" } }
    }
    guard let name, let id = ids.first else { return nil }
    self.path = path
    self.property = String(name)
    self.id = String(id)
    var comment: [String] = []
    for line in lines[..<declaration].reversed() {
      let content = line.drop { $0 == " " }
      guard content.hasPrefix("///") else { break }
      let rest = content.dropFirst(3)
      comment.insert(String(rest.first == " " ? rest.dropFirst() : rest), at: 0)
    }
    self.comment = comment
  }
}
