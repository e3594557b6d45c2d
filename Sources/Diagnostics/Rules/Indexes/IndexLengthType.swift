import SchemaModel
import SchemaParser

extension Rule {
  /// A `length` stands on a field of the wrong type.
  ///
  /// MySQL can index the beginning of texts and of bytes, and of nothing else.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "mysql"
  /// }
  ///
  /// model User {
  ///   id  Int @id
  ///   age Int
  ///
  ///   @@index([age(length: 2)])
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~ error[index-length-type]: field `age` has the type `Int`, which takes no `length`
  /// }
  /// ```
  public static let indexLengthType = Rule(
    id: "index-length-type", severity: .error,
    check: .model { context, findings in
      guard context.connector.supportsIndexLength, !context.model.isView else { return }
      let model = context.model
      func check(_ entries: [IndexField], of range: TextRange) {
        for entry in entries where entry.length != nil {
          guard let field = model.field(of: entry, in: context.schema), !field.type.isUnsupported,
            field.type.scalar != .string, field.type.scalar != .bytes
          else { continue }
          findings.report(
            Message(
              "field `\(field.name)` has the type `\(field.typeDescription)`, which takes no `length`",
              note: "only the beginnings of `String` and `Bytes` can be indexed",
              help: "remove `length`"),
            at: range,
            related: [RelatedPlace(.fieldName(model.id, entry.field), "the field is here")])
        }
      }
      if let key = model.primaryKey { check(key.fields, of: key.range) }
      for index in model.indexes { check(index.fields, of: index.range) }
    })
}
