import Diagnostics
import SchemaFormatter
import SchemaModel
import SchemaParser

extension Refactoring {
  /// Brings attributes into the order of the canonical layout, for those who keep another by default.
  static let sortAttributes = Refactoring("Sort attributes", kind: .rewrite) { context in
    guard context.isSound, let declaration = context.editor.declaration else { return [] }
    if context.isOnHeader {
      guard context.editor.sortsAttributes(of: declaration) else { return [] }
      return [
        context.action("Sort the attributes, as `prisma format` does", kind: .rewrite) {
          context.editor.sortAttributes(of: declaration, in: &$0)
        }
      ]
    }
    guard let field = context.fieldSyntax,
      context.editor.hasUnsorted(field.attributes)
    else { return [] }
    return [
      context.action(
        "Sort the attributes of `\(field.name?.text ?? "")`, as `prisma format` does",
        kind: .rewrite
      ) { context.editor.sort(field.attributes, in: &$0) }
    ]
  }
}

extension BlockEditor {
  /// Whether there is something to sort in a declaration.
  fileprivate func sortsAttributes(of declaration: Syntax) -> Bool {
    hasUnsorted(blockAttributes(of: declaration))
      || declaration.children.contains { member in
        hasUnsorted(member.children.compactMap { AttributeSyntax($0) })
      }
  }

  /// Sorts the attributes of each member, and those of the block.
  fileprivate func sortAttributes(of declaration: Syntax, in edit: inout SchemaEdit) {
    for member in declaration.children where member.kind == .field || member.kind == .enumValue {
      sort(member.children.compactMap { AttributeSyntax($0) }, in: &edit)
    }
    sort(blockAttributes(of: declaration), in: &edit)
  }

  /// The block attributes; none when one has a comment, which would stay behind.
  private func blockAttributes(of declaration: Syntax) -> [AttributeSyntax] {
    let attributes = declaration.children.filter { $0.kind == .blockAttribute }
    if attributes.contains(where: { $0.children.contains { $0.kind.isComment } }) { return [] }
    return attributes.compactMap { AttributeSyntax($0) }
  }

  /// Whether attributes are in another order than that of the canonical layout.
  fileprivate func hasUnsorted(_ attributes: [AttributeSyntax]) -> Bool {
    let ranks = attributes.map(\.layoutRank)
    return zip(ranks, ranks.dropFirst()).contains { $0 > $1 }
  }

  /// Puts into the place of each attribute the one that belongs there.
  fileprivate func sort(_ attributes: [AttributeSyntax], in edit: inout SchemaEdit) {
    let ranks = attributes.map(\.layoutRank)
    let order = attributes.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
    for (place, source) in zip(attributes.indices, order) where place != source {
      replace(
        textRange(of: attributes[place]), with: block.text(textRange(of: attributes[source])),
        in: &edit)
    }
  }
}
