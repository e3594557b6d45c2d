/// What one of Prisma's configuration files says about the database and the migrations, read without
/// running it.
///
/// Source: https://www.prisma.io/docs/orm/reference/prisma-config-reference
struct ConfigSettings: Sendable {
  /// A setting.
  struct Setting: Sendable {
    /// Its value, nil for an expression that would have to be evaluated.
    let value: ConfigValue?
    /// The line that the value is on, from 1.
    let line: Int
  }

  /// A list of strings.
  struct Names: Sendable {
    /// What it holds, nil when that would have to be evaluated.
    let names: [String]?
    /// The line that it begins on, from 1.
    let line: Int
  }

  /// The absolute path of the file.
  let path: String
  /// `datasource.url`
  let url: Setting?
  /// `datasource.directUrl`
  let directURL: Setting?
  /// `datasource.shadowDatabaseUrl`
  let shadowDatabaseURL: Setting?
  /// `migrations.path`
  let migrationsPath: Setting?
  /// `migrations.seed`
  let seed: Setting?
  /// `migrations.initShadowDb`
  let initShadowDatabase: Setting?
  /// `tables.external`
  let externalTables: Names?
  /// `enums.external`
  let externalEnums: Names?
  /// Whether it loads the `.env` file of the working directory: `import "dotenv/config"`.
  let loadsDotEnvironment: Bool

  /// The folder that its paths are taken from: that of the file; of one in `.config` the folder around.
  var folder: String {
    let folder = FilePath.folder(of: path)
    return FilePath.name(of: folder) == ".config" ? FilePath.folder(of: folder) : folder
  }

  /// Reads the file at `path`; nil when there is none.
  init?(at path: String) {
    guard let text = Files.contents(of: path) else { return nil }
    let located = ScriptToken.located(in: text)
    let tokens = located.map(\.token)
    func line(of start: Int) -> Int {
      let offset = located.indices.contains(start) ? located[start].range.lowerBound : text.count
      return text[..<offset].reduce(1) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
    }
    func setting(_ keys: String...) -> Setting? {
      ConfigFile.value(at: keys, in: tokens).map { start in
        Setting(value: ConfigValue(at: start, in: tokens), line: line(of: start))
      }
    }
    func names(_ keys: String...) -> Names? {
      ConfigFile.value(at: keys, in: tokens).map { start in
        Names(names: ConfigFile.strings(at: start, in: tokens), line: line(of: start))
      }
    }
    self.path = path
    url = setting("datasource", "url")
    directURL = setting("datasource", "directUrl")
    shadowDatabaseURL = setting("datasource", "shadowDatabaseUrl")
    migrationsPath = setting("migrations", "path")
    seed = setting("migrations", "seed")
    initShadowDatabase = setting("migrations", "initShadowDb")
    externalTables = names("tables", "external")
    externalEnums = names("enums", "external")
    loadsDotEnvironment = zip(tokens, tokens.dropFirst()).contains { before, token in
      token == .string("dotenv/config")
        && (before == .word("import") || before == .word("from")
          || before == .sign(UInt8(ascii: "(")))
    }
  }
}
