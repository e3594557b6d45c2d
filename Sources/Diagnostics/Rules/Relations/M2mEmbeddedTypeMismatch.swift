import SchemaModel
import SchemaParser

extension Rule {
  /// The list of ids of a many-to-many relation on MongoDB doesn't fit the id of the other model.
  ///
  /// The field in `fields` must be a list, with the type and the native type of the id.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "mongodb"
  /// }
  ///
  /// model Post {
  ///   id     String   @id @default(auto()) @map("_id") @db.ObjectId
  ///   tagIds String[] @db.ObjectId
  ///   tags   Tag[]    @relation(fields: [tagIds], references: [id])
  /// }
  ///
  /// model Tag {
  ///   id      String @id @default(auto()) @map("_id") @db.ObjectId
  ///   postIds String @db.ObjectId
  ///   posts   Post[] @relation(fields: [postIds], references: [id])
  ///                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[m2m-embedded-type-mismatch]: `postIds` must be a list of the type of `Post.id`
  /// }
  /// ```
  public static let m2mEmbeddedTypeMismatch = Rule(
    id: "m2m-embedded-type-mismatch", severity: .error,
    check: .relation { context, findings in
      context.forEachEmbeddedSide { side in
        guard let attribute = side.field.relation,
          let index = attribute.fields?.fields.first, let own = side.model.field(at: index),
          let reference = attribute.references?.fields.first,
          let other = side.relatedModel.field(reference.name)
        else { return }
        let isSame =
          own.type == other.type && own.nativeType?.name == other.nativeType?.name
          && (!own.type.isUnsupported || own.typeName == other.typeName)
        guard own.arity != .list || other.arity == .list || !isSame else { return }
        let type = other.type.isUnsupported ? "Unsupported(\"\(other.typeName)\")" : other.typeName
        let native = other.nativeType.map { " @\($0.prefix).\($0.name)" } ?? ""
        findings.report(
          Message(
            "`\(own.name)` must be a list of the type of `\(side.relatedModel.name).\(other.name)`",
            note: other.arity == .list
              ? "`\(side.relatedModel.name).\(other.name)` is a list itself"
              : "it holds the ids of `\(side.relatedModel.name)`",
            help: other.arity == .list ? nil : "write `\(own.name) \(type)[]\(native)`"),
          at: side.place(of: .attribute),
          related: [
            RelatedPlace(.field(side.model.id, index), "the list"),
            RelatedPlace(.field(side.relatedModel.id, other.index), "the field referred to"),
          ])
      }
    })
}
