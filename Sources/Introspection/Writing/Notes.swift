/// What is written above models, fields and enums that say less than the database does.
///
/// Each is one line of documentation, so that it stays when the schema is pulled again.
enum Notes {
  static let noColumns =
    "/// The table has no columns, or none that you may read: ask for the right to, or give it some."
  static let noModelName =
    "/// Commented out, since its name has no letter to begin with: give it a name by hand."
  static let noFieldName =
    "/// Commented out, since its name has no letter to begin with: give it a name by hand."
  static func noIdentifier(_ keyword: String) -> String {
    "/// Nothing tells the rows of this \(keyword == "view" ? "view" : "table") apart, so the client "
      + "leaves it out: it needs a key without NULL."
  }
  static func reserved(_ name: String) -> String {
    "/// Called so because the client needs the name `\(name)` for itself."
  }
  static let partitioned =
    "/// The table is split into partitions: complete migrations that create it by hand."
  static let inherited =
    "/// Other tables inherit from this one: complete migrations that create it by hand."
  static let checks =
    "/// The table has check constraints: complete migrations that create it by hand."
  static let exclusions =
    "/// The table has exclusion constraints: complete migrations that create it by hand."
  static let rowSecurity =
    "/// The table has row-level security: complete migrations that create it by hand."
  static let deferrable =
    "/// Constraints of the table can be deferred: complete migrations that create it by hand."
  static let nullOrders =
    "/// Indexes of the table have an order of NULL of their own: complete migrations that create it "
    + "by hand."
  static let comments =
    "/// It has comments in the database: complete migrations that create it by hand."
  static let expressionIndexes =
    "/// Indexes of the table are over expressions: complete migrations that create it by hand."
}
