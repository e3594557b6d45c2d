import SchemaModel
import SchemaParser

extension QuickFix {
  /// Begins a native type with the name of the datasource.
  static let correctNativeTypePrefix = QuickFix(
    "Correct the prefix of a native type", rules: ["native-type-wrong-prefix"]
  ) { context in
    guard let path = context.attribute?.path, let dot = path.text.firstIndex(of: "."),
      let prefix = context.schema.configuration.datasource?.identifier.text
    else { return [] }
    return [
      context.fix("Write `@\(prefix)\(path.text[dot...])`", isPreferred: true) { edit in
        let length = path.text[..<dot].utf8.count
        context.editor.replace(
          TextRange(path.range.start, path.range.start + length), with: prefix, in: &edit)
      }
    ]
  }
}
