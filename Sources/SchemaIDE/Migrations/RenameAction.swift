import Migration
import SchemaModel
import SchemaParser

/// A column or table that gets a new name in the schema, and would be dropped and made anew.
public struct RenameProposal: Hashable, Sendable {
  /// The title of the action that keeps what there is: by `@map`, so that nothing changes in the database.
  public let title: String
  /// The title of the action that gives it the new name in the database too.
  public let renamingTitle: String
  /// The renames that the user wants with this one, as `migrate diff --rename` takes them:
  /// `User.name=surname`, `User=Person`; nil where names can't be written so.
  public let arguments: [String]?
  /// The field or model with the new name.
  public let place: FileRange
  /// The declaration that it is or belongs to.
  let declaration: BlockID
  /// The column that the field shall keep, nil when it is the table.
  let column: String?
  /// The name in the database before.
  let old: String
}

/// A column or table that gets its new name in the database because the user wants it.
public struct ConfirmedRename: Hashable, Sendable {
  /// The title of the action that takes it back.
  public let title: String
  /// The renames that are left then, as ``RenameProposal/arguments``.
  public let arguments: [String]
  /// The field or model with the new name.
  public let place: FileRange
}

extension MigrationPreview {
  /// What may have been meant as renames, with the places in the schema of the new names.
  public func renameProposals(in analysis: Analysis) -> [RenameProposal] {
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
        renamingTitle:
          "Rename `\(table)\(rename.old)` to `\(rename.new.name)` in the database, instead of drop and add",
        arguments: argument(of: rename).map { confirmedArguments + [$0] }, place: place,
        declaration: declaration, column: rename.table == nil ? nil : rename.new.name,
        old: rename.old)
    }
  }

  /// The renames that the user wants and that the migration makes.
  public func confirmedRenames(in analysis: Analysis) -> [ConfirmedRename] {
    statements.compactMap { entry in
      guard plan.steps.indices.contains(entry.statement.step),
        case .rename(let rename) = plan.steps[entry.statement.step],
        let argument = rename.argument(defaultNamespace: plan.next.defaultNamespace),
        let place = entry.places.first
      else { return nil }
      let old = rename.column.map { "\(rename.table.name).\($0)" } ?? rename.table.name
      return ConfirmedRename(
        title: "Drop `\(old)` and add `\(rename.newName)` after all, instead of the rename",
        arguments: confirmedArguments.filter { $0 != argument }, place: place)
    }
  }

  private var confirmedArguments: [String] {
    plan.renames.compactMap { $0.argument(defaultNamespace: plan.next.defaultNamespace) }
  }

  /// A rename by the names before.
  private func argument(of rename: ProbableRename) -> String? {
    let namespace = plan.next.defaultNamespace
    guard let table = rename.table else {
      return SQLRename(table: rename.new.with(name: rename.old), to: rename.new.name)
        .argument(defaultNamespace: namespace)
    }
    let before = plan.renames.first { $0.column == nil && $0.newTable == table }?.table ?? table
    return SQLRename(table: before, column: rename.old, to: rename.new.name)
      .argument(defaultNamespace: namespace)
  }
}

extension Analysis {
  /// The change that keeps a column or table by mapping the new name to the old one.
  public func edit(for proposal: RenameProposal) -> SchemaEdit {
    var edit = SchemaEdit()
    guard let model = schema.model(proposal.declaration), let editor = editor(of: model.id) else {
      return edit
    }
    let name = StringLiteral.quoted(proposal.old)
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
