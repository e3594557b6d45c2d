import SchemaModel
import SchemaParser

/// A schema of several files under random edits that change its meaning.
///
/// The trees are edited, not parsed anew, so that untouched blocks stay the same objects.
package struct SchemaSession: Sendable {
  /// One file of the schema.
  package struct File: Sendable {
    package var path: String
    package var tree: SyntaxTree

    /// The text as it stands.
    package var text: String { String(decoding: tree.bytes, as: UTF8.self) }
  }

  package private(set) var files: [File]
  package private(set) var version: PrismaVersion
  /// What the last edit did, to be told when a test fails.
  package private(set) var lastEdit = "start"

  private var earlier: [(files: [File], version: PrismaVersion)] = []
  private var random: SeededGenerator
  private var made = 0

  package init(
    _ texts: [(path: String, text: String)], version: PrismaVersion, random: SeededGenerator
  ) {
    files = texts.map {
      File(path: $0.path, tree: SyntaxTree.parsed(Array($0.text.utf8), dialect: version.dialect))
    }
    self.version = version
    self.random = random
  }

  /// The files, for an update.
  package var sources: [SourceFile] { files.map { SourceFile(path: $0.path, tree: $0.tree) } }

  /// The files with trees that share nothing with earlier ones.
  package var freshSources: [SourceFile] {
    files.map {
      SourceFile(
        path: $0.path, tree: SyntaxTree.parsed($0.tree.bytes, dialect: version.dialect))
    }
  }

  /// The texts of all files, to be told when a test fails.
  package var texts: String {
    files.map { "---- \($0.path) (Prisma \(version.rawValue))\n\($0.text)" }.joined(separator: "\n")
  }

  // MARK: Edits

  /// Makes one random edit.
  package mutating func edit() {
    if earlier.count > 12 { earlier.removeFirst() }
    earlier.append((files, version))
    made += 1
    switch random.number(below: 40) {
    case 0: editFiles()
    case 1: changeVersion()
    case 2..<6: goBack()
    default:
      guard !files.isEmpty else { return editFiles() }
      let file = random.number(below: files.count)
      var lines = files[file].text.split(
        separator: "\n", omittingEmptySubsequences: false
      ).map(String.init)
      editLines(&lines)
      replace(file, with: lines)
    }
  }

  private mutating func goBack() {
    guard let state = random.pick(earlier) else { return }
    lastEdit = "back to an earlier state"
    files = state.files
    version = state.version
  }

  private mutating func changeVersion() {
    version = random.pick(PrismaVersion.allCases) ?? version
    lastEdit = "version \(version.rawValue)"
    for index in files.indices {
      files[index].tree = SyntaxTree.parsed(files[index].tree.bytes, dialect: version.dialect)
    }
  }

  private mutating func editFiles() {
    let place = random.number(below: files.count + 1)
    switch random.number(below: 4) {
    case 0 where !files.isEmpty:
      lastEdit = "remove a file"
      files.remove(at: random.number(below: files.count))
    case 1:
      lastEdit = "shuffle files"
      files.shuffle(using: &random)
    case 2 where !files.isEmpty:
      lastEdit = "rename a file"
      files[random.number(below: files.count)].path = "renamed\(made).prisma"
    default:
      lastEdit = "add a file"
      let tree =
        random.number(below: 3) == 0
        ? random.pick(files)?.tree : SyntaxTree.parsed([], dialect: version.dialect)
      let text = tree?.bytes ?? Array("model Added {\n  id Int @id\n}\n".utf8)
      files.insert(
        File(
          path: "added\(made).prisma", tree: SyntaxTree.parsed(text, dialect: version.dialect)),
        at: place)
    }
  }

  /// Changes the text of a file by the smallest edit that does.
  private mutating func replace(_ file: Int, with lines: [String]) {
    let old = files[file].tree.bytes
    let new = Array(lines.joined(separator: "\n").utf8)
    var start = 0
    while start < min(old.count, new.count), old[start] == new[start] { start += 1 }
    var tail = 0
    while tail < min(old.count, new.count) - start,
      old[old.count - 1 - tail] == new[new.count - 1 - tail]
    {
      tail += 1
    }
    let edit = TextEdit(
      range: TextRange(start, old.count - tail), replacement: Array(new[start..<(new.count - tail)])
    )
    _ = files[file].tree.apply(edit)
  }

  private mutating func editLines(_ lines: inout [String]) {
    guard !lines.isEmpty else { return }
    let headers = lines.indices.filter { lines[$0].hasSuffix("{") }
    let members = lines.indices.filter {
      lines[$0].hasPrefix("  ") && lines[$0].contains { $0 != " " }
    }
    switch random.number(below: 24) {
    case 0:
      guard let at = random.pick(headers) else { return }
      lastEdit = "rename a declaration: \(lines[at])"
      lines[at] = replacingWord(1, of: lines[at], by: name())
    case 1:
      guard let at = random.pick(headers) else { return }
      lastEdit = "change a keyword: \(lines[at])"
      lines[at] = replacingWord(
        0, of: lines[at],
        by: random.pick(["model", "view", "type", "enum", "datasource", "generator", "modle"]) ?? ""
      )
    case 2, 3:
      guard let at = random.pick(members) else { return }
      lastEdit = "rename a field: \(lines[at])"
      lines[at] = replacingWord(
        0, of: lines[at], by: random.pick(["id", "name", "x", name()]) ?? "")
    case 4, 5:
      guard let at = random.pick(members) else { return }
      lastEdit = "change a type: \(lines[at])"
      let types = ["Int", "String", "string", "DateTime", "Json", "Bytes", name(), name(), name()]
      lines[at] = replacingWord(1, of: lines[at], by: (random.pick(types) ?? "") + arity())
    case 6:
      guard let at = random.pick(members) else { return }
      lastEdit = "change an arity: \(lines[at])"
      let type = word(1, of: lines[at]).filter { $0 != "?" && $0 != "[" && $0 != "]" }
      lines[at] = replacingWord(1, of: lines[at], by: type + arity())
    case 7:
      let at = random.number(below: lines.count)
      lastEdit = "delete a line: \(lines[at])"
      lines.remove(at: at)
    case 8:
      let at = random.number(below: lines.count)
      lastEdit = "copy a line: \(lines[at])"
      lines.insert(lines[at], at: random.number(below: lines.count))
    case 9:
      guard let at = random.pick(members) else { return }
      lastEdit = "move a line: \(lines[at])"
      let line = lines.remove(at: at)
      lines.insert(line, at: random.number(below: lines.count + 1))
    case 10, 11: editBlock(&lines, headers: headers)
    case 12:
      let at = random.number(below: lines.count + 1)
      lastEdit = "insert a brace in line \(at)"
      lines.insert(random.pick(["}", "{", "  }", "model Swallowed {"]) ?? "}", at: at)
    case 13:
      guard let at = random.pick(lines.indices.filter { lines[$0].hasPrefix("}") }) else { return }
      lastEdit = "remove a brace in line \(at)"
      lines.remove(at: at)
    case 14...17:
      guard let at = random.pick(members) else { return }
      lastEdit = "add a field attribute: \(lines[at])"
      lines[at] += " " + fieldAttribute()
    case 18:
      guard let at = random.pick(members.filter { lines[$0].contains("@") }) else { return }
      lastEdit = "take attributes away: \(lines[at])"
      lines[at] = String(lines[at].prefix { $0 != "@" })
    case 19, 20:
      guard let at = random.pick(headers) else { return }
      let attribute = blockAttribute()
      lastEdit = "add \(attribute) to \(lines[at])"
      lines.insert("  " + attribute, at: at + 1)
    case 21: editConfiguration(&lines)
    case 22:
      guard let at = random.pick(headers) else { return }
      lastEdit = "add a relation field to \(lines[at])"
      lines.insert("  rel\(random.number(below: 6)) \(name())\(arity())", at: at + 1)
    default:
      let at = random.number(below: lines.count)
      lastEdit = "change a letter: \(lines[at])"
      var letters = Array(lines[at])
      let place = random.number(below: letters.count + 1)
      if random.number(below: 2) == 0, place < letters.count {
        letters.remove(at: place)
      } else {
        letters.insert(random.pick(Array("aA1_@\"{}[]()?!:,. /é")) ?? "a", at: place)
      }
      lines[at] = String(letters)
    }
  }

  /// Deletes, copies or moves a whole block, to another file as well.
  private mutating func editBlock(_ lines: inout [String], headers: [Int]) {
    guard let start = random.pick(headers) else { return }
    let end = lines[start...].firstIndex { $0.hasPrefix("}") } ?? lines.count - 1
    let block = Array(lines[start...end])
    lastEdit = "block \(lines[start])"
    let isCopied = random.number(below: 3) == 0
    if !isCopied { lines.removeSubrange(start...end) }
    switch random.number(below: 3) {
    case 0: lastEdit += isCopied ? ": copy" : ": delete"
    case 1:
      lastEdit += ": move"
      lines.insert(contentsOf: block, at: random.pick([0, lines.count]) ?? 0)
    default:
      lastEdit += ": to another file"
      guard !files.isEmpty else { return }
      let other = random.number(below: files.count)
      replace(
        other,
        with: files[other].text.split(separator: "\n", omittingEmptySubsequences: false)
          .map(String.init) + block + [""])
    }
  }

  private mutating func editConfiguration(_ lines: inout [String]) {
    let providers = [
      "postgresql", "mysql", "sqlite", "sqlserver", "cockroachdb", "mongodb", "oracle",
    ]
    let choices = [
      "  provider = \"\(random.pick(providers) ?? "")\"",
      "  relationMode = \"\(random.pick(["prisma", "foreignKeys", "none"]) ?? "")\"",
      "  schemas = [\(random.pick(["\"a\"", "\"a\", \"b\"", "\"a\", \"a\"", "", "\"main\""]) ?? "")]",
      "  previewFeatures = [\(random.pick(["\"views\"", "\"multiSchema\", \"views\"", "\"x\"", ""]) ?? "")]",
      "  url = env(\"DATABASE_URL\")", "  extensions = [pg_trgm, vector(map: \"v\")]",
    ]
    let line = random.pick(choices) ?? ""
    let key = word(0, of: line)
    lastEdit = "configuration: \(line)"
    let places = lines.indices.filter { word(0, of: lines[$0]) == key }
    if let at = random.pick(places), random.number(below: 5) > 0 {
      lines[at] = line
    } else if let at = random.pick(
      lines.indices.filter {
        lines[$0].hasPrefix("datasource") || lines[$0].hasPrefix("generator")
      })
    {
      lines.insert(line, at: at + 1)
    } else {
      lines += ["datasource db {", "  provider = \"postgresql\"", line, "}", ""]
    }
  }

  // MARK: Pieces

  private mutating func arity() -> String { random.pick(["", "", "?", "[]"]) ?? "" }

  /// The name of a declaration, or nearly one.
  private mutating func name() -> String {
    guard let file = random.pick(files) else { return "Other" }
    let headers = file.text.split(separator: "\n").filter { $0.hasSuffix("{") }.map(String.init)
    let name = random.pick(headers).map { word(1, of: $0) } ?? "Other"
    switch random.number(below: 8) {
    case 0: return name + "x"
    case 1: return String(name.dropLast())
    case 2: return name.lowercased()
    default: return name.isEmpty ? "Other" : name
    }
  }

  /// The name of a field.
  private mutating func field() -> String {
    guard let file = random.pick(files) else { return "id" }
    let members = file.text.split(separator: "\n").filter { $0.hasPrefix("  ") }.map(String.init)
    let found = random.pick(members).map { word(0, of: $0) } ?? "id"
    return random.number(below: 3) == 0 ? "id" : found.isEmpty ? "id" : found
  }

  private mutating func databaseName() -> String {
    random.pick(["a", "b", "users", "\(name())_pkey", "\(name())_\(field())_key", name(), field()])
      ?? "a"
  }

  private mutating func fieldAttribute() -> String {
    let choices = [
      "@map(\"\(databaseName())\")", "@unique", "@unique(map: \"\(databaseName())\")", "@id",
      "@default(\(random.pick(["1", "\"a\"", "now()", "uuid()", field().uppercased(), "[]"]) ?? ""))",
      "@ignore", "@updatedAt", "@db.Text", "@db.VarChar(20)", "@db.ObjectId",
      "@default(\(field()), map: \"\(databaseName())\")", "@relation(\"\(databaseName())\")",
      "@relation(fields: [\(field())], references: [\(field())])",
      "@relation(fields: [\(field())], references: [id], onDelete: Cascade)",
      "@relation(fields: [\(field())], references: [id], map: \"\(databaseName())\")",
      "@relation(references: [\(field()), \(field())])", "@shardKey", "@unknown", "@map(",
    ]
    return random.pick(choices) ?? ""
  }

  private mutating func blockAttribute() -> String {
    let choices = [
      "@@map(\"\(databaseName())\")", "@@schema(\"\(random.pick(["a", "b", "c"]) ?? "")\")",
      "@@id([\(field()), \(field())])", "@@unique([\(field())])",
      "@@unique([\(field()), \(field())], map: \"\(databaseName())\")",
      "@@index([\(field())], map: \"\(databaseName())\")", "@@index([\(field()).\(field())])",
      "@@fulltext([\(field())])", "@@ignore", "@@shardKey([\(field())])", "@@unknown", "@@",
    ]
    return random.pick(choices) ?? ""
  }

  private func word(_ number: Int, of line: String) -> String {
    let words = line.split(separator: " ")
    return words.indices.contains(number) ? String(words[number]) : ""
  }

  /// The line with its word of this number (counted from 0) replaced; blanks between words become one.
  private func replacingWord(_ number: Int, of line: String, by new: String) -> String {
    var words = line.split(separator: " ").map(String.init)
    if words.indices.contains(number) { words[number] = new } else { words.append(new) }
    return String(line.prefix { $0 == " " }) + words.joined(separator: " ")
  }
}
