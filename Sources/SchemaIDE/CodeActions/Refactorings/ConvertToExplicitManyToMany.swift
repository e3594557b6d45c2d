import Diagnostics
import SchemaModel
import SchemaParser

extension Refactoring {
  /// Writes the join table of an implicit many-to-many relation as a model, which is called, keyed and
  /// indexed so that the table with its rows stays as it is.
  static let convertToExplicitManyToMany = Refactoring(
    "Convert to an explicit many-to-many relation", kind: .rewrite
  ) { context in
    guard context.isSound, let model = context.model, let field = context.field,
      let join = ExplicitJoin(of: field, in: model, context.analysis)
    else { return [] }
    return [
      context.action(
        "Convert to an explicit relation by a model `\(join.model)`, which keeps the table `\(join.table.name)`",
        kind: .rewrite
      ) { join.write(to: context.analysis, in: &$0) }
    ]
  }
}

/// The model that takes the place of an implicit many-to-many relation's table.
private struct ExplicitJoin: Sendable {
  /// One side of the relation.
  private struct Side: Sendable {
    /// Its model with its list field.
    let model: Model
    let list: Field
    /// What the list refers to.
    let id: Field
    /// The column that refers to the model: `A` or `B`.
    let column: String
    /// The names of the new model's fields.
    let relation: String
    let key: String
  }

  /// The name of the model.
  let model: String
  /// The table that stays.
  let table: JoinTable
  private let sides: [Side]
  private let usesPrimaryKey: Bool

  /// Nil when the field is no side of such a relation.
  init?(of field: Field, in owner: Model, _ analysis: Analysis) {
    let tables = analysis.schema.joinTables(of: owner.id)
    let found = tables.first { table in
      [table.sideA, table.sideB].contains {
        $0.model.id == owner.id && $0.field.index == field.index
      }
    }
    // Longer names of constraints are cut, and not all in the same way.
    guard let found, found.relationName.utf8.count <= 48,
      let idA = found.sideA.model.onlyID, let idB = found.sideB.model.onlyID
    else { return nil }
    let (sideA, sideB) = (found.sideA, found.sideB)
    let style = analysis.conventions.fieldNames == .snake ? NameStyle.snake : .camel
    // Of a model's relation to itself each column is called after the field that looks from it.
    let isSelf = sideA.model.id == sideB.model.id
    let names =
      isSelf
      ? [style.styled("\(sideA.field.name)_of"), style.styled("\(sideB.field.name)_of")]
      : [style.styled(sideA.model.name), style.styled(sideB.model.name)]
    guard names[0] != names[1] else { return nil }
    sides = [(sideA, idA, "A", names[0]), (sideB, idB, "B", names[1])].map {
      side, id, column, name in
      Side(
        model: side.model, list: side.field, id: id, column: column, relation: name,
        key: style.styled("\(name)_\(id.name)"))
    }
    table = found
    let prevailing = analysis.conventions.modelNames ?? .pascal
    let isName = found.relationName.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
        || $0 == UInt8(ascii: "_")
    }
    let proposal = isName ? found.relationName : "\(sideA.model.name)To\(sideB.model.name)"
    model = analysis.freeTypeName(prevailing.styled(proposal))
    let configuration = analysis.schema.configuration
    usesPrimaryKey = configuration.connector == .postgresql && configuration.version != .five
  }

  func write(to analysis: Analysis, in edit: inout SchemaEdit) {
    for side in sides {
      guard let editor = analysis.editor(of: side.model.id) else { return }
      let syntax = analysis.fieldSyntax(side.list, in: editor.block)
      if let type = syntax?.type?.name { editor.replace(type.range, with: model, in: &edit) }
      let attribute = syntax?.attributes.first { $0.path?.text == "relation" }
      if isSelf {
        let text = "@relation(\"\(name(of: side))\")"
        if let attribute {
          editor.replace(editor.textRange(of: attribute), with: text, in: &edit)
        } else if let syntax {
          editor.addAttribute(text, to: syntax.syntax, in: &edit)
        }
      } else if let attribute {
        editor.remove(attribute, in: &edit)
      }
    }
    sides.first.flatMap { analysis.editor(of: $0.model.id) }?.addDeclaration(lines, in: &edit)
  }

  private var isSelf: Bool { sides.first?.model.id == sides.last?.model.id }

  private func name(of side: Side) -> String { "\(table.relationName)_\(side.column)" }

  /// The text of the model.
  private var lines: [String] {
    let keys = sides.map(\.key).joined(separator: ", ")
    var lines = ["model \(model) {"]
    for side in sides {
      var line = "  \(side.key) \(side.id.typeName) @map(\"\(side.column)\")"
      if let native = side.id.nativeType {
        let text = side.model.block.text(native.range)
        line += " " + String(text.prefix { $0 != "\r" && $0 != "\n" }).trimmingBlanks
      }
      lines.append(line)
    }
    for side in sides {
      let relation = isSelf ? "\"\(name(of: side))\", " : ""
      lines.append(
        "  \(side.relation) \(side.model.name) @relation(\(relation)fields: [\(side.key)], "
          + "references: [\(side.id.name)], onDelete: Cascade)")
    }
    lines.append("")
    lines.append(
      usesPrimaryKey
        ? "  @@id([\(keys)], map: \"\(table.name)_AB_pkey\")"
        : "  @@unique([\(keys)], map: \"\(table.name)_AB_unique\")")
    lines.append("  @@index([\(sides.last?.key ?? "")], map: \"\(table.name)_B_index\")")
    lines.append("  @@map(\"\(table.name)\")")
    if let schema = sides.first?.model.schema { lines.append("  @@schema(\"\(schema.value)\")") }
    lines.append("}")
    return lines
  }
}

extension Model {
  /// The field that is the id alone, nil when several are or none.
  fileprivate var onlyID: Field? {
    guard let key = primaryKey, key.fields.count == 1 else { return nil }
    return field(at: key.fields[0].field)
  }
}
