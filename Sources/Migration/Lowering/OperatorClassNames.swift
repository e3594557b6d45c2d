/// The names of operator classes in SQL.
///
/// Source: https://www.postgresql.org/docs/current/indexes-opclass.html
public enum OperatorClassNames {
  /// The name in SQL of a class of the schema language: `JsonbPathOps` is `jsonb_path_ops`.
  public static func sql(of name: String) -> String {
    var words: [String] = []
    for character in name {
      if character.isUppercase || words.isEmpty {
        words.append(character.lowercased())
      } else {
        words[words.count - 1].append(character)
      }
    }
    var result = ""
    for word in words {
      let continues =
        word == "tz" && result.hasSuffix("time") || word == "tz" && result.hasSuffix("timestamp")
        || word == "max" && result.hasSuffix("min") || word == "bit" && result.hasSuffix("var")
      if !result.isEmpty && !continues { result += "_" }
      result += word
    }
    return result
  }
}
