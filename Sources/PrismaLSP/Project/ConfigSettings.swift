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
    func setting(_ keys: String...) -> Setting? {
      guard let start = ConfigFile.value(at: keys, in: tokens) else { return nil }
      let offset = located.indices.contains(start) ? located[start].range.lowerBound : text.count
      let line = text[..<offset].reduce(1) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
      return Setting(value: ConfigValue(at: start, in: tokens), line: line)
    }
    self.path = path
    url = setting("datasource", "url")
    directURL = setting("datasource", "directUrl")
    shadowDatabaseURL = setting("datasource", "shadowDatabaseUrl")
    migrationsPath = setting("migrations", "path")
    seed = setting("migrations", "seed")
    loadsDotEnvironment = zip(tokens, tokens.dropFirst()).contains { before, token in
      token == .string("dotenv/config")
        && (before == .word("import") || before == .word("from")
          || before == .sign(UInt8(ascii: "(")))
    }
  }
}
