/// What the program calls itself.
enum ProgramVersion {
  /// The name of the executable.
  static let name = "prisma-lsp"
  /// The version, as in `CHANGELOG.md`.
  static let version = "0.1.0"
}
