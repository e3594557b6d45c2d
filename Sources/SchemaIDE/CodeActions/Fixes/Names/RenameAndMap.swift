import Diagnostics
import SchemaFormatter
import SchemaModel
import SchemaParser

extension QuickFix {
  /// Gives a declaration, field or value another name wherever it stands, and keeps its name in the
  /// database.
  static let renameAndMap = QuickFix(
    "Rename what can't have its name, or is named unlike the rest",
    rules: [
      "identifier-contains-dash", "identifier-starts-with-digit", "lint-field-name-style",
      "lint-type-name-style", "reserved-enum-name", "reserved-model-name",
      "reserved-scalar-type-name",
    ]
  ) { context in
    let member = context.cursor.nodes.last { $0.kind == .field || $0.kind == .enumValue }
    guard let name = (member ?? context.editor.declaration)?.first(.name) else { return [] }
    let isStyle = context.diagnostic.id.hasPrefix("lint-")
    // Another word of the line may be meant.
    switch context.diagnostic.id {
    case "identifier-contains-dash": if !name.text.contains("-") { return [] }
    case "identifier-starts-with-digit": if name.text.first?.isNumber != true { return [] }
    default: break
    }
    let valid = isStyle ? context.quotedHelp : validName(name.text, isMember: member != nil)
    guard let valid, valid != name.text,
      let edit = try? context.analysis.rename(
        at: context.cursor.blockStart + name.range.start, inFile: context.cursor.file, to: valid,
        asks: false)
    else { return [] }
    return [context.fix("Rename to `\(valid)`", isPreferred: !isStyle) { $0 = edit }]
  }

  /// A name like this that is allowed.
  private static func validName(_ name: String, isMember: Bool) -> String {
    let joined = name.split(separator: "-").enumerated().map { index, part in
      index == 0 ? String(part) : String(part).withUppercaseInitial
    }.joined()
    if joined.first?.isNumber == true { return (isMember ? "n" : "N") + joined }
    return joined == name ? name.withUppercaseInitial + "Model" : joined
  }
}
