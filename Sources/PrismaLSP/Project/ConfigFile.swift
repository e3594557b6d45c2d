import FoundationEssentials
import LanguageServerProtocol

/// A file that says where the schema is: `prisma.config.ts` or the like, or `package.json`.
struct ConfigFile: Hashable, Sendable {
  /// What it says about the schema.
  enum Schema: Hashable, Sendable {
    /// The absolute path of a file or folder; there need not be one.
    case path(String)
    /// An expression that would have to be evaluated.
    case unreadable
  }

  /// Where it is.
  let path: String
  /// What it says, nil when it says nothing.
  let schema: Schema?

  private static let extensions = ["js", "ts", "mjs", "cjs", "mts", "cts"]

  /// The names of Prisma's configuration files, in the order of preference.
  static let names: [String] = [
    "prisma7.config", ".config/prisma7", ".config/prisma7.config", "prisma.config",
    ".config/prisma", ".config/prisma.config",
  ].flatMap { stem in extensions.map { "\(stem).\($0)" } }

  /// Whether a path is one at which a configuration, package or lock file is looked for.
  static func isConfigFile(_ path: String) -> Bool {
    let name = FilePath.name(of: path)
    return name == "package.json" || names.contains { $0 == name || path.hasSuffix("/" + $0) }
  }

  /// Prisma's configuration file in `folder`, nil when there is none.
  static func configuration(in folder: String) -> ConfigFile? {
    let hasHidden = Files.isFolder(FilePath.joined(folder, ".config"))
    for name in names where hasHidden || !name.hasPrefix(".") {
      let path = FilePath.joined(folder, name)
      if Files.isFile(path) { return ConfigFile(configurationAt: path) }
    }
    return nil
  }

  /// Whether one of Prisma's configuration files is at a file or folder or around it.
  ///
  /// - Parameter roots: the folders of the workspace. Nothing is looked for around them, or around a
  ///   repository.
  static func isFound(from path: String, upTo roots: [String]) -> Bool {
    for folder in FilePath.ancestors(of: FilePath.normalized(path)) {
      if configuration(in: folder) != nil { return true }
      if roots.contains(folder) || Files.isRepository(folder) { return false }
    }
    return false
  }

  /// Reads one of Prisma's configuration files; nil when there is no such file.
  init?(configurationAt path: String) {
    guard let bytes = Files.contents(of: path) else { return nil }
    self.path = path
    var schema: Schema?
    let tokens = ScriptToken.tokens(in: bytes)
    switch Self.schemaValue(in: tokens).map({ Self.value(of: tokens[$0...]) }) {
    case .path(let relative):
      let folder = FilePath.folder(of: path)
      var found = FilePath.joined(folder, relative)
      if FilePath.name(of: folder) == ".config", !Files.isFile(found), !Files.isFolder(found) {
        found = FilePath.joined(FilePath.folder(of: folder), relative)
      }
      schema = .path(found)
    case .unreadable: schema = .unreadable
    case nil: break
    }
    self.schema = schema
  }

  /// `package.json` of `folder`, if it names a schema.
  init?(packageIn folder: String) {
    path = FilePath.joined(folder, "package.json")
    guard let package = PackageFile(at: path), let schema = package.schema else { return nil }
    self.schema = .path(FilePath.joined(folder, schema))
  }

  /// Where the value of the key `schema` begins, in the first object outside of all braces that has one.
  static func schemaValue(in tokens: [ScriptToken]) -> Int? { value(at: ["schema"], in: tokens) }

  /// Where the value of a key begins: that of the last of `keys` in the object that is the value of the
  /// one before it, and so on, in the first object outside of all braces that has it. For `{ url }`, where
  /// the value is a variable, the place of the name.
  static func value(at keys: [String], in tokens: [ScriptToken]) -> Int? {
    func sign(_ index: Int, _ signs: Unicode.Scalar...) -> Bool {
      tokens.indices.contains(index)
        && signs.contains { tokens[index] == .sign(UInt8(ascii: $0)) }
    }
    // The key whose value is each open object.
    var open: [String?] = []
    for (index, token) in tokens.enumerated() {
      switch token {
      case .sign(UInt8(ascii: "{")):
        var key: String?
        if sign(index - 1, ":"), index >= 2 {
          switch tokens[index - 2] {
          case .word(let name), .string(let name): key = name
          case .sign: break
          }
        }
        open.append(key)
      case .sign(UInt8(ascii: "}")): _ = open.popLast()
      case .word(let name), .string(let name):
        guard name == keys.last, open.count == keys.count, sign(index - 1, "{", ","),
          zip(open.dropFirst(), keys).allSatisfy({ $0 == $1 })
        else { continue }
        if sign(index + 1, ":") { return index + 2 }
        // `import { url } from` is no object.
        if keys.count > 1, sign(index + 1, ",", "}"), case .word = token { return index }
      case .sign: break
      }
    }
    return nil
  }

  /// The strings of the list that begins at `start`; nil when anything else stands there or in it.
  static func strings(at start: Int, in tokens: [ScriptToken]) -> [String]? {
    guard tokens.indices.contains(start), tokens[start] == .sign(UInt8(ascii: "[")) else {
      return nil
    }
    var strings: [String] = []
    var isBehindString = false
    for token in tokens[(start + 1)...] {
      switch token {
      case .string(let text) where !isBehindString:
        strings.append(text)
        isBehindString = true
      case .sign(UInt8(ascii: ",")) where isBehindString: isBehindString = false
      case .sign(UInt8(ascii: "]")): return strings
      default: return nil
      }
    }
    return nil
  }

  /// Where the value of `prisma.schema` begins in a `package.json`.
  static func packageSchemaValue(in tokens: [ScriptToken]) -> Int? {
    var path: [ScriptToken] = []
    for (index, token) in tokens.enumerated() {
      switch token {
      case .sign(UInt8(ascii: "{")): path.append(index >= 2 ? tokens[index - 2] : token)
      case .sign(UInt8(ascii: "}")): _ = path.popLast()
      case .string("schema"):
        let isKey = index + 2 < tokens.count && tokens[index + 1] == .sign(UInt8(ascii: ":"))
        if isKey, path.count == 2, path[1] == .string("prisma") { return index + 2 }
      default: break
      }
    }
    return nil
  }

  /// A string, or strings joined by `path.join` or `path.resolve`.
  static func value(of tokens: ArraySlice<ScriptToken>) -> Schema {
    var parts: [String] = []
    var depth = 0
    var isCall = false
    for token in tokens {
      switch token {
      case .sign(UInt8(ascii: "(")): depth += 1
      case .sign(UInt8(ascii: ")")):
        depth -= 1
      case .sign(UInt8(ascii: ",")), .sign(UInt8(ascii: "}")):
        if depth <= 0 {
          return parts.isEmpty ? .unreadable : .path(parts.joined(separator: "/"))
        }
      case .sign(UInt8(ascii: ".")): break
      case .string(let part):
        if depth != (isCall ? 1 : 0) || !isCall && !parts.isEmpty { return .unreadable }
        parts.append(part)
      case .word("join"), .word("resolve"): isCall = true
      // All of these are the folder of the file, for practical purposes.
      case .word("path"), .word("import"), .word("meta"), .word("dirname"), .word("__dirname"),
        .word("process"), .word("cwd"):
        break
      // `"…" as const`, `"…" satisfies string`
      case .word("as"), .word("const"), .word("satisfies"), .word("string"):
        if parts.isEmpty { return .unreadable }
      default: return .unreadable
      }
    }
    return .unreadable
  }
}
