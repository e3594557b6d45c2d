import SchemaModel
import SchemaParser

extension QuickFix {
  /// Writes the name of an extension as Prisma takes it, with its own name as `map`.
  static let mapExtension = QuickFix(
    "Give an extension a name that Prisma takes",
    rules: ["extension-name-contains-dash", "extension-name-starts-with-digit"]
  ) { context in
    let element = context.cursor.nodes.last { $0.kind == .constant || $0.kind == .functionCall }
    guard let element else { return [] }
    let name = element.kind == .constant ? element.text : element.first(.path)?.text ?? ""
    let valid = name.replacing("-", with: "_")
    let plain = valid.first?.isNumber == true ? "ext_" + valid : valid
    guard !name.isEmpty, plain.first?.isLetter == true else { return [] }
    return [
      context.fix("Write `\(plain)(map: \"\(name)\")`", isPreferred: true) { edit in
        context.editor.replace(
          TextRange(element.range.start, element.range.start + name.utf8.count), with: plain,
          in: &edit)
        if let list = element.first(.argumentList),
          let first = ArgumentSyntax.arguments(of: list).first
        {
          context.editor.insert("map: \"\(name)\", ", at: first.range.start, in: &edit)
        } else if element.first(.argumentList) == nil {
          context.editor.insert("(map: \"\(name)\")", at: element.range.end, in: &edit)
        }
      }
    ]
  }
}
