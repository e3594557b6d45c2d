import Glibc
import SchemaIDE

/// Which environment variables are set that a schema can name, and where.
///
/// The values stay where they are: nobody is shown more than the name of a file.
struct EnvironmentVariables: Sendable {
  /// The files' variables, each by its name with the file that sets it.
  private let files: [String: String]
  /// The names of the variables of the files, those of the nearest file first, of one file in byte order.
  let namesInFiles: [String]
  private let process: @Sendable (String) -> Bool

  /// Reads the `.env` files of the project that a schema in `folder` belongs to: those in the folder and
  /// around it, up to the one with a `package.json` or `pyproject.toml`, or the root of a repository.
  /// Without any of these, those in the folder and the one around it.
  ///
  /// - Parameter process: whether a variable is set in the environment of the process.
  init(
    ofProjectAround folder: String,
    process: @escaping @Sendable (String) -> Bool = { getenv($0) != nil }
  ) {
    self.process = process
    let all = FilePath.ancestors(of: folder)
    let end = all.firstIndex { folder in
      Files.isFile(FilePath.joined(folder, "package.json"))
        || Files.isFile(FilePath.joined(folder, "pyproject.toml")) || Files.isRepository(folder)
    }
    let searched = end.map { all[...$0] } ?? all.prefix(2)
    let root = searched.last ?? folder
    var files: [String: String] = [:]
    var names: [String] = []
    for folder in searched {
      let path = FilePath.joined(folder, ".env")
      guard let text = Files.contents(of: path) else { continue }
      let shown = FilePath.relative(path, to: root) ?? ".env"
      for name in DotEnvironment.parse(text, process: { _ in nil }).keys
        .sorted(by: FilePath.precedes) where files[name] == nil
      {
        files[name] = shown
        names.append(name)
      }
    }
    self.files = files
    namesInFiles = names
  }

  /// Without any.
  static let none = EnvironmentVariables()
  private init() {
    files = [:]
    namesInFiles = []
    process = { _ in false }
  }

  /// Where a variable is set, nil when it is not.
  func source(of name: String) -> VariableSource? {
    if process(name) { return .process }
    return files[name].map { .file($0) }
  }
}
