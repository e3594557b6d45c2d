import Diagnostics
import SchemaFormatter
import SchemaModel
import SchemaParser

/// The scalar fields by which one model refers to another, as far as they exist already, and those that
/// have to be written.
struct ForeignKey: Sendable {
  /// One field of it.
  private struct Part {
    let name: String
    let target: Field
    /// The field of that name and type.
    let existing: Field?
  }

  private let parts: [Part]
  private let from: Model
  private let to: Model
  /// Whether a row can do without the related row.
  let isOptional: Bool

  /// The key of a relation field called `name`; nil when nothing identifies a row of `to`.
  ///
  /// - Parameter references: what it refers to; the first unique criterion when nil.
  init?(from: Model, named name: String, to: Model, isRequired: Bool, references: [Field]? = nil) {
    let targets =
      references ?? to.strictUniqueCriterion?.compactMap { to.field(at: $0) } ?? []
    guard !targets.isEmpty, targets.allSatisfy(\.isScalar) else { return nil }
    let naming = FieldNaming(fieldsOf: from, to)
    var taken: Set<String> = []
    parts = targets.map { target in
      let base = naming.joined(name, target.name)
      let existing = [base, name + target.name.withUppercaseInitial, name + "_" + target.name].lazy
        .compactMap { from.field(Name($0)) }
        .first { $0.type == target.type && $0.arity != .list }
      var free = existing?.name ?? from.freeName(from: base)
      while !taken.insert(free).inserted { free += "2" }
      return Part(name: free, target: target, existing: existing)
    }
    self.from = from
    self.to = to
    let hasOptional = parts.contains { $0.existing?.arity == .optional }
    let hasNew = parts.contains { $0.existing == nil }
    isOptional = hasOptional || (hasNew && !isRequired)
  }

  /// The names of the fields.
  var names: [String] { parts.map(\.name) }

  /// `fields: […], references: […]`
  var arguments: String {
    "fields: [\(names.joined(separator: ", "))], "
      + "references: [\(parts.map(\.target.name).joined(separator: ", "))]"
  }

  /// The lines of the fields that don't exist.
  var newLines: [String] { newLines(isUnique: false) }

  /// The lines of the fields that don't exist, those of a one-to-one relation.
  ///
  /// - Parameter column: the column of a field of this name, nil when it is called like the field.
  func newLines(
    isUnique: Bool, column: (_ field: String) -> String? = { _ in nil }
  ) -> [String] {
    parts.filter { $0.existing == nil }.map { part in
      var line = "\(part.name) \(part.target.typeText)\(isOptional ? "?" : "")"
      if isUnique && parts.count == 1 { line += " @unique" }
      if let column = column(part.name) { line += " @map(\(StringLiteral.quoted(column)))" }
      if let native = part.target.nativeType {
        line += " " + to.block.text(native.range).trimmingBlanks
      }
      return line
    }
  }

  /// Whether the fields have to be made unique: `@unique` if they are one that exists, else `@@unique`.
  func needsUnique() -> Bool {
    let indexes = parts.compactMap(\.existing?.index)
    return indexes.count != parts.count || !from.isUnique(indexes)
  }

  /// The fields that exist already.
  var existing: [Field] { parts.compactMap(\.existing) }
}

extension Field {
  /// The type without `?` and `[]`, as it is written.
  var typeText: String { type.isUnsupported ? "Unsupported(\"\(typeName)\")" : typeName }
}

extension String {
  /// Without the blanks at its end.
  var trimmingBlanks: String {
    String(reversed().drop { $0 == " " || $0 == "\t" }.reversed())
  }
}
