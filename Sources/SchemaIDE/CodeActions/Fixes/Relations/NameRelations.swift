import Diagnostics
import SchemaFormatter
import SchemaModel
import SchemaParser

extension QuickFix {
  /// Gives relations that can't be told apart a name each, on both sides as far as they have one.
  static let nameRelations = QuickFix(
    "Name relations that can't be told apart",
    rules: [
      "relation-ambiguous", "relation-ambiguous-self", "relation-unnamed-self",
      "relation-wrongly-named", "relation-wrongly-named-self",
    ],
    // What a relation lacks shows once it is known which fields belong to it.
    leavesOpen: [
      "relation-missing-opposite-field", "relation-ambiguous", "one-to-many-fields-missing",
      "one-to-many-references-missing",
    ]
  ) { context in
    guard let side = context.relationField else { return [] }
    let model = side.model
    let alike = model.relationFields.compactMap { model.field(at: $0) }.filter {
      $0.type == side.field.type && $0.relation?.name?.value == side.field.relation?.name?.value
    }
    guard alike.count > 1 else { return [] }
    if side.related.id == model.id { return selfRelations(alike, of: model, context) }
    // The fields on the other side, paired by name, else in order.
    var opposites = side.related.relationFields.compactMap { side.related.field(at: $0) }.filter {
      $0.type == .model(model.id)
        && $0.relation?.name?.value == side.field.relation?.name?.value
    }
    var pairs: [(field: Field, opposite: Field?)] = alike.map { ($0, nil) }
    let isModelWord = { (word: Substring) in
      [model.name, side.related.name].contains {
        word.hasPrefix(NameStyle.snake.styled($0).prefix { $0 != "_" })
      }
    }
    // The longest common beginnings first: `reviewed` and `reviewer`, `written` and `writer`.
    let likenesses = alike.indices.flatMap { index in
      opposites.map { opposite in
        (index, opposite, alike[index].likeness(to: opposite, without: isModelWord))
      }
    }.enumerated().filter { $0.element.2 > 0 }
      .sorted { ($1.element.2, $0.offset) < ($0.element.2, $1.offset) }.map(\.element)
    for (index, opposite, _) in likenesses where pairs[index].opposite == nil {
      guard let place = opposites.firstIndex(where: { $0.index == opposite.index }) else {
        continue
      }
      pairs[index].opposite = opposites.remove(at: place)
    }
    for index in pairs.indices where pairs[index].opposite == nil && !opposites.isEmpty {
      pairs[index].opposite = opposites.removeFirst()
    }
    let related = side.related
    let named = pairs
    let rest = opposites
    guard rest.isEmpty else { return [] }
    return [
      context.fix("Name the relations between `\(model.name)` and `\(related.name)`") { edit in
        for (field, opposite) in named {
          let name = model.name + field.name.withUppercaseInitial
          context.analysis.setRelationName(name, of: field, in: model, &edit)
          if let opposite {
            context.analysis.setRelationName(name, of: opposite, in: related, &edit)
          } else if let editor = context.analysis.editor(of: related.id) {
            // Without it the relation would be one-sided.
            let text = related.freeName(
              from: model.name.camelCased.pluralized + "By" + field.name.withUppercaseInitial)
            editor.addMember("\(text) \(model.name)[] @relation(\"\(name)\")", in: &edit)
          }
        }
      }
    ]
  }

  /// Of two fields one is the opposite of the other; more are paired by nobody.
  private static func selfRelations(
    _ fields: [Field], of model: Model, _ context: QuickFixContext
  ) -> [CodeAction] {
    let forward = fields.filter { $0.relation?.fields != nil || $0.arity != .list }
    let back = fields.filter { $0.arity == .list && $0.relation?.fields == nil }
    guard let first = forward.first else { return [] }
    guard forward.count == 1, back.count == 1 else {
      return [
        context.fix("Name the relations of `\(model.name)` to itself") { edit in
          for field in fields where !back.contains(where: { $0.index == field.index }) {
            let name = model.name + field.name.withUppercaseInitial
            context.analysis.setRelationName(name, of: field, in: model, &edit)
            let opposite = model.freeName(
              from: model.name.camelCased.pluralized + "By" + field.name.withUppercaseInitial)
            context.analysis.editor(of: model.id)?.addMember(
              "\(opposite) \(model.name)[] @relation(\"\(name)\")", in: &edit)
          }
          if forward.isEmpty == false, let list = back.first {
            context.analysis.editor(of: model.id)?.removeLine(of: list.range, in: &edit)
          }
        }
      ]
    }
    let name = model.name + first.name.withUppercaseInitial
    return [
      context.fix("Name both sides of the relation `\(name)`", isPreferred: true) { edit in
        for field in fields { context.analysis.setRelationName(name, of: field, in: model, &edit) }
      }
    ]
  }
}

extension Field {
  /// How long the longest beginning is that a word of the name has in common with one of another name's;
  /// 0 when it is too short to tell anything.
  fileprivate func likeness(to other: Field, without isCommon: (Substring) -> Bool) -> Int {
    func words(_ field: Field) -> [Substring] {
      NameStyle.snake.styled(field.name).split(separator: "_").filter { !isCommon($0) }
    }
    let others = words(other)
    var best = 0
    for word in words(self) {
      for other in others {
        let length = zip(word.utf8, other.utf8).prefix { $0 == $1 }.count
        if length > 2, length * 2 >= min(word.utf8.count, other.utf8.count) {
          best = max(best, length)
        }
      }
    }
    return best
  }
}
