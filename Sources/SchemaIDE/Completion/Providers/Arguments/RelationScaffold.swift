import SchemaModel
import SchemaParser

/// Whole relations at once, behind the type of a relation field.
extension CompletionRequest {
  /// `@relation(…)` with all it needs, in place of an attribute.
  func relationScaffoldItems(_ line: FieldLine) -> [CompletionItem] {
    guard !line.has("relation"), let proposal = relationProposal(for: line) else { return [] }
    var item = CompletionItem(
      "@relation(\(proposal.arguments))", .snippet,
      text: CompletionText("@relation(\(proposal.arguments))"), detail: proposal.summary,
      subject: .attribute("@relation"), rank: .first)
    item.filterText = "@relation"
    item.additionalEdits = proposal.edits
    item.needsMore = proposal.needsMore
    return [item]
  }

  /// The type with `@relation(…)` and all it needs, once the whole name of a model is typed.
  func typedRelationItems(_ line: FieldLine) -> [CompletionItem] {
    guard let type = line.typeName, context.word.range.end == context.offset,
      line.typeRange == context.word.range, line.attributes.isEmpty,
      let proposal = relationProposal(for: line)
    else { return [] }
    let written = type + (line.arity == .optional ? "?" : "")
    var item = CompletionItem(
      "\(written) @relation(\(proposal.arguments))", .snippet,
      text: CompletionText("\(written) @relation(\(proposal.arguments))"),
      detail: proposal.summary, subject: .attribute("@relation"), rank: .likely)
    item.filterText = written
    item.additionalEdits = proposal.edits
    item.needsMore = proposal.needsMore
    return [item]
  }

  /// How a line could become a whole relation, nil when it is one or can't be.
  func relationProposal(for line: FieldLine) -> RelationProposal? {
    let field = typed(line)
    guard let model, let id = field.type.modelID, let related = schema.model(id) else {
      return nil
    }
    return RelationProposal(of: field, in: model, to: related, self)
  }
}

extension ArgumentCompletion {
  /// How the field could become a whole relation, nil when it is one or can't be.
  var relationProposal: RelationProposal? {
    place.field.flatMap { request.relationProposal(for: $0) }
  }

  /// `fields` and `references` at once, while neither is there.
  func relationItems() -> [CompletionItem] {
    guard attribute == "@relation", isForwardSide, !isFollowedByColon,
      names(inArgument: "fields") == nil, names(inArgument: "references") == nil,
      let proposal = relationProposal
    else { return [] }
    let arguments = relationName == nil ? proposal.arguments : proposal.fieldArguments
    var item = item(
      arguments, .snippet, detail: proposal.summary, rank: .first)
    item.additionalEdits = relationName == nil ? proposal.edits : proposal.scalarEdits
    item.needsMore = relationName != nil || proposal.needsMore
    return [item]
  }
}
