import SchemaModel
import SchemaParser

/// What comments say of models and enums.
///
/// A comment above a generator or datasource counts for the model or enum that comes next in the file,
/// unless that has comments of its own: so Prisma has it, and what generators make of documentation
/// depends on it.
struct DeclarationDocumentation {
  private var texts: [BlockID: String] = [:]

  init(of schema: Schema) {
    for file in schema.files {
      var waiting: String?
      for (index, block) in file.tree.blocks.enumerated() {
        guard let node = block.declaration, let id = file.declaration(inBlock: index) else {
          continue
        }
        let hasComments = !block.commentsAbove.isEmpty
        switch block.nodes[node].kind {
        case .datasource, .generator:
          if hasComments { waiting = block.declarationDocumentation }
        default:
          texts[id] = hasComments ? block.declarationDocumentation : waiting
          waiting = nil
        }
      }
    }
  }

  /// What is said of a declaration, nil without a word.
  subscript(id: BlockID) -> String? { texts[id] }
}
