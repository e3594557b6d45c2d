/// Names and values as they stand in SQL.
public enum SQLText {
  /// A name in double quotes.
  public static func identifier(_ name: String) -> String {
    "\"\(name.replacing("\"", with: "\"\""))\""
  }

  /// A name with its schema: `"public"."User"`.
  public static func identifier(_ schema: String, _ name: String) -> String {
    "\(identifier(schema)).\(identifier(name))"
  }

  /// A text in single quotes, whatever the server takes a backslash for.
  public static func literal(_ text: String) -> String {
    let quoted = text.replacing("'", with: "''")
    return quoted.contains("\\") ? "E'\(quoted.replacing("\\", with: "\\\\"))'" : "'\(quoted)'"
  }
}
