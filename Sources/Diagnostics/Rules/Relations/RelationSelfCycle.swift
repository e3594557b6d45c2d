import SchemaModel
import SchemaParser

extension Rule {
  /// The actions of a relation run into a self-relation that would carry them around in its model.
  ///
  /// SQL Server refuses such foreign keys; with `relationMode = "prisma"` the client would go around
  /// without an end. `NoAction` on both actions of the self-relation stops that.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "sqlserver"
  /// }
  ///
  /// model Employee {
  ///   id        Int        @id
  ///   manager   Employee?  @relation("reports", fields: [managerId], references: [id])
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[relation-self-cycle]: self-relation `manager` would carry changes around in `Employee`
  ///   managerId Int?
  ///   reports   Employee[] @relation("reports")
  /// }
  /// ```
  public static let relationSelfCycle = Rule(
    id: "relation-self-cycle", severity: .error,
    check: .schema { context, findings in
      CascadeCycles.check(.selfRelation, context, &findings)
    })
}
