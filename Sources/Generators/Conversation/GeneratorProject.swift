import SchemaModel

/// What generators work on: a schema without errors, and what is around it.
public struct GeneratorProject {
  public let schema: Schema
  /// The absolute path and the text of each file, in the schema's order.
  public let files: [(path: String, text: [UInt8])]
  /// The absolute path of the schema: a file, or a folder of them.
  public let path: String
  /// Where generators are started: absolute.
  public let workingDirectory: String
  /// The value of a variable, of the process or of a `.env` file.
  public let variable: (String) -> String?
  /// The variables of `.env` files, which generators get too.
  public let addedVariables: [String: String]

  public init(
    schema: Schema, files: [(path: String, text: [UInt8])], path: String, workingDirectory: String,
    variable: @escaping (String) -> String?, addedVariables: [String: String]
  ) {
    self.schema = schema
    self.files = files
    self.path = path
    self.workingDirectory = workingDirectory
    self.variable = variable
    self.addedVariables = addedVariables
  }

  /// The generators of the schema, in file and source order.
  public var generators: [GeneratorBlock] {
    GeneratorBlock.all(in: schema, files: files.map(\.path))
  }

  /// The text of all files: one behind the other, with a line feed in between.
  var text: String {
    String(decoding: Array(files.map(\.text).joined(separator: [0x0A])), as: UTF8.self)
  }
}
