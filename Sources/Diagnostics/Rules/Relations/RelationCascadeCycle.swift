import SchemaModel
import SchemaParser

extension Rule {
  /// The actions of a relation come back to its own model over other relations.
  ///
  /// SQL Server refuses such foreign keys; with `relationMode = "prisma"` the client would go around
  /// without an end. `NoAction` on both actions of one of the relations breaks the cycle.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "sqlserver"
  /// }
  ///
  /// model User {
  ///   id        Int    @id
  ///   favourite Post?  @relation("favourite", fields: [postId], references: [id])
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[relation-cascade-cycle]: relation `favourite` is part of a cycle that would carry changes back to `User`
  ///   postId    Int?
  ///   posts     Post[] @relation("author")
  /// }
  ///
  /// model Post {
  ///   id       Int    @id
  ///   author   User   @relation("author", fields: [authorId], references: [id])
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[relation-cascade-cycle]: relation `author` is part of a cycle that would carry changes back to `Post`
  ///   authorId Int
  ///   fans     User[] @relation("favourite")
  /// }
  /// ```
  public static let relationCascadeCycle = Rule(
    id: "relation-cascade-cycle", severity: .error,
    check: .schema { context, findings in
      CascadeCycles.check(.cycle, context, &findings)
    })
}
