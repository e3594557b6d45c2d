import SchemaParser

/// A literal that names a place by a path: in a configuration file or `package.json` that of the schema or the
/// migrations, in a schema what a generator writes to or the file of SQLite.
struct SchemaPathLiteral: Sendable {
  /// The file.
  let file: String
  /// Its text.
  let text: [UInt8]
  /// The literal with its quotes; where several are joined, from the first to the last. UTF-8 bytes from
  /// the start of the text.
  let range: TextRange
  /// What stands before the path, as `file:` does, and behind it.
  private var affixes = (before: "", after: "")
  /// The path as it is written, parts joined by slashes.
  let written: String
  /// The folder that it is taken from.
  let base: String

  /// The absolute path that is named.
  var place: String { FilePath.joined(base, written) }

  /// Reads a literal of one of Prisma's configuration files or a `package.json`; nil when it has none.
  ///
  /// - Parameter keys: where it is in a configuration file, outermost first; that of the schema unless given.
  init?(in file: String, at keys: [String] = ["schema"]) {
    guard let text = Files.contents(of: file) else { return nil }
    let located = ScriptToken.located(in: text)
    let tokens = located.map(\.token)
    let folder = FilePath.folder(of: file)
    let isPackage = FilePath.name(of: file) == "package.json"
    guard
      let start = isPackage
        ? ConfigFile.packageSchemaValue(in: tokens) : ConfigFile.value(at: keys, in: tokens),
      case .path(let written) = ConfigFile.value(of: tokens[start...]),
      let strings = Self.strings(of: tokens[start...])
    else { return nil }
    self.file = file
    self.text = text
    self.written = written
    range = TextRange(
      located[strings.lowerBound].range.lowerBound, located[strings.upperBound].range.upperBound)
    let isHidden = FilePath.name(of: folder) == ".config"
    let place = FilePath.joined(folder, written)
    base =
      isHidden && !isPackage && !Files.isFile(place) && !Files.isFolder(place)
      ? FilePath.folder(of: folder) : folder
  }

  /// Takes over a literal of a schema; nil when it names no relative path.
  private init?(
    _ value: ExpressionSyntax, behind prefix: String, in file: String, _ text: [UInt8],
    at start: Int
  ) {
    guard let content = value.stringValue, content.hasPrefix(prefix) else { return nil }
    let rest = content.dropFirst(prefix.count)
    let path = rest.prefix { $0 != "?" }
    guard !path.isEmpty, !path.contains("\\"), !FilePath.isAbsolute(String(path)) else {
      return nil
    }
    self.file = file
    self.text = text
    range = value.range.shifted(by: start)
    affixes = (prefix, String(rest.dropFirst(path.count)))
    written = String(path)
    base = FilePath.folder(of: file)
  }

  /// The literals of a configuration file or `package.json`: the schema's and the migrations'.
  static func all(in file: String) -> [SchemaPathLiteral] {
    let isPackage = FilePath.name(of: file) == "package.json"
    return [
      SchemaPathLiteral(in: file),
      isPackage ? nil : SchemaPathLiteral(in: file, at: ["migrations", "path"]),
    ]
    .compactMap(\.self)
  }

  /// The paths in a file of a schema that count from its folder.
  static func all(inSchema file: String, _ tree: SyntaxTree) -> [SchemaPathLiteral] {
    var found: [SchemaPathLiteral] = []
    for (block, start) in zip(tree.blocks, tree.starts) {
      guard let declaration = block.declaration.map({ Syntax(block: block, index: $0) }) else {
        continue
      }
      let (key, prefix): (String, String)
      switch declaration.kind {
      case .generator: (key, prefix) = ("output", "")
      case .datasource: (key, prefix) = ("url", "file:")
      default: continue
      }
      for property in declaration.children.compactMap({ PropertySyntax($0) })
      where property.name?.text == key {
        let value = property.value.flatMap {
          SchemaPathLiteral($0, behind: prefix, in: file, tree.bytes, at: start)
        }
        if let value { found.append(value) }
      }
    }
    return found
  }

  /// The indexes of the first and last string of a value.
  private static func strings(of tokens: ArraySlice<ScriptToken>) -> ClosedRange<Int>? {
    var found: ClosedRange<Int>?
    var depth = 0
    for (index, token) in zip(tokens.indices, tokens) {
      switch token {
      case .sign(UInt8(ascii: "(")): depth += 1
      case .sign(UInt8(ascii: ")")): depth -= 1
      case .sign(UInt8(ascii: ",")), .sign(UInt8(ascii: "}")): if depth <= 0 { return found }
      case .string: found = (found?.lowerBound ?? index)...index
      default: break
      }
    }
    return found
  }

  /// The edit that makes it name the same schema after files and folders are moved; nil when it does.
  func edit(after renames: [(old: String, new: String)]) -> TextEdit? {
    func moved(_ path: String) -> String {
      for rename in renames.sorted(by: { $0.old.utf8.count > $1.old.utf8.count }) {
        if let rest = FilePath.relative(path, to: rename.old) {
          return rest.isEmpty ? rename.new : FilePath.joined(rename.new, rest)
        }
      }
      return path
    }
    let own = FilePath.folder(of: file)
    let newBase = base == own ? FilePath.folder(of: moved(file)) : moved(base)
    let newPlace = moved(place)
    if FilePath.joined(newBase, written) == newPlace { return nil }
    var path = newPlace
    if !FilePath.isAbsolute(written) {
      path = FilePath.path(to: newPlace, from: newBase)
      if written.hasPrefix("."), !path.hasPrefix("../") { path = "./" + path }
    }
    if written.hasSuffix("/") { path += "/" }
    let quote = text[range.start]
    var literal: [UInt8] = [quote]
    for byte in (affixes.before + path + affixes.after).utf8 {
      if byte == quote || byte == UInt8(ascii: "\\") { literal.append(UInt8(ascii: "\\")) }
      literal.append(byte)
    }
    literal.append(quote)
    return TextEdit(range: range, replacement: literal)
  }
}

extension SchemaPathLiteral {
  /// The most folders that are looked into.
  private static let folderLimit = 2000
  /// How deep below the folders of a workspace.
  private static let depthLimit = 4

  /// All literals in `folders` and below, but for folders of packages and build output.
  static func all(in folders: [String]) -> [SchemaPathLiteral] {
    var found: [SchemaPathLiteral] = []
    var seen: Set<String> = []
    var level = folders
    for _ in 0...depthLimit {
      var next: [String] = []
      for folder in level where seen.count < folderLimit && seen.insert(folder).inserted {
        let listing = Files.listing(of: folder)
        for name in listing.files {
          let path = FilePath.joined(folder, name)
          if ConfigFile.isConfigFile(path) { found += all(in: path) }
        }
        for name in listing.folders where name == ".config" || !SchemaFolder.isIgnored(name) {
          next.append(FilePath.joined(folder, name))
        }
      }
      level = next
    }
    return found
  }
}
