/// What actions must know of the project and the editor, since an ``Analysis`` sees nothing but the schema.
public struct ProjectFacts: Sendable {
  /// Whether the project names the folder of the schema, so that a new file there belongs to it.
  public var namesFolder = false
  /// Whether the client can be told to make files.
  public var allowsNewFiles = true
  /// Whether one of Prisma's configuration files is in a folder or around a file or folder, up to the
  /// root of the workspace.
  public var hasConfiguration: @Sendable (_ path: String) -> Bool = { _ in false }

  public init() {}
}
