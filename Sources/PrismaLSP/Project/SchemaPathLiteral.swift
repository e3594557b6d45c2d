import SchemaParser

/// The literal in a configuration file or `package.json` that says where the schema is.
struct SchemaPathLiteral: Hashable, Sendable {
  /// The file.
  let file: String
  /// Its text.
  let text: [UInt8]
  /// The literal with its quotes; where several are joined, from the first to the last. UTF-8 bytes from
  /// the start of the text.
  let range: TextRange
  /// The path as it is written, parts joined by slashes.
  let written: String
  /// The folder that it is taken from.
  let base: String

  /// The absolute path that is named.
  var place: String { FilePath.joined(base, written) }

  /// Reads the literal of one of Prisma's configuration files or a `package.json`; nil when it has none.
  init?(in file: String) {
    guard let text = Files.contents(of: file) else { return nil }
    let located = ScriptToken.located(in: text)
    let tokens = located.map(\.token)
    let folder = FilePath.folder(of: file)
    let isPackage = FilePath.name(of: file) == "package.json"
    guard
      let start = isPackage
        ? ConfigFile.packageSchemaValue(in: tokens) : ConfigFile.schemaValue(in: tokens),
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
    let newBase = moved(base)
    let newPlace = moved(place)
    if FilePath.joined(newBase, written) == newPlace { return nil }
    var path = newPlace
    if !FilePath.isAbsolute(written) {
      path = FilePath.path(to: newPlace, from: newBase)
      if written.hasPrefix("./"), !path.hasPrefix("../") { path = "./" + path }
    }
    if written.hasSuffix("/") { path += "/" }
    let quote = text[range.start]
    var literal: [UInt8] = [quote]
    for byte in path.utf8 {
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
          if ConfigFile.isConfigFile(path), let literal = SchemaPathLiteral(in: path) {
            found.append(literal)
          }
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
