import Migration
import SchemaModel
import SchemaParser

/// A column or table that gets a new name in the schema, and would be dropped and made anew.
package struct RenameProposal: Hashable, Sendable {
  /// The title of the action that keeps what there is: by `@map`, so that nothing changes in the database.
  package let title: String
  /// The rename as `migrate diff --rename` takes it: `User.name=surname`, `User=Person`.
  package let argument: String
  /// The field or model with the new name.
  package let place: FileRange
  /// The declaration that it is or belongs to.
  let declaration: BlockID
  /// The column that the field shall keep, nil when it is the table.
  let column: String?
  /// The name in the database before.
  let old: String
}

extension MigrationPreview {
  /// What may have been meant as renames, with the places in the schema of the new names.
  package func renameProposals(in analysis: Analysis) -> [RenameProposal] {
    let renames = plan.probableRenames
    if renames.isEmpty { return [] }
    let subjects = renames.map { rename in
      StepSubject(
        kind: .table, object: rename.table ?? rename.new,
        columns: rename.table == nil ? [] : [rename.new.name])
    }
    let places = MigrationPlaces(
      analysis, namespace: plan.next.defaultNamespace, subjects: subjects)
    return zip(renames, subjects).compactMap { rename, subject in
      guard let declaration = places.declaration(of: subject),
        let place = places.places(of: subject).first
      else { return nil }
      let attribute = rename.table == nil ? "@@map" : "@map"
      let table = rename.table.map { $0.name + "." } ?? ""
      return RenameProposal(
        title:
          "Keep `\(table)\(rename.old)` in the database: add `\(attribute)(\"\(rename.old)\")`",
        argument: "\(table)\(rename.old)=\(rename.new.name)", place: place,
        declaration: declaration, column: rename.table == nil ? nil : rename.new.name,
        old: rename.old)
    }
  }
}

extension Analysis {
  /// The change that keeps a column or table by mapping the new name to the old one.
  package func edit(for proposal: RenameProposal) -> SchemaEdit {
    var edit = SchemaEdit()
    guard let model = schema.model(proposal.declaration), let editor = editor(of: model.id) else {
      return edit
    }
    let name = QuickFix.quoted(proposal.old)
    guard let column = proposal.column else {
      guard model.map == nil else { return edit }
      editor.addBlockAttribute("@@map(\(name))", in: &edit)
      return edit
    }
    guard
      let field = model.fields.first(where: { !$0.isRelation && $0.databaseName == column }),
      field.map == nil, let syntax = fieldSyntax(field, in: editor.block)
    else { return edit }
    editor.addAttribute("@map(\(name))", to: syntax.syntax, in: &edit)
    return edit
  }
}
