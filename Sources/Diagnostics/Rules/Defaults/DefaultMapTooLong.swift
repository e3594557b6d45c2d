import SchemaModel
import SchemaParser

extension Rule {
  /// The name of a default is longer than the database allows.
  ///
  /// The database would cut the name or refuse it, and Prisma would not find it again.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "sqlserver"
  /// }
  ///
  /// model User {
  ///   id   Int    @id
  ///   name String @default("", map: "the_name_of_this_default_is_as_long_as_it_is_since_it_tells_the_whole_story_of_the_field_from_its_first_day_to_the_present_time_and_beyond")
  ///               ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[default-map-too-long]: the name of the default is 138 bytes long, and `sqlserver` allows 128
  /// }
  /// ```
  public static let defaultMapTooLong = Rule(
    id: "default-map-too-long", severity: .error, looksAt: .defaultValue, evidence: .line,
    check: .scalarField { context, field, findings in
      guard let value = field.defaultValue, let map = value.map,
        let limit = context.connector.maximumIdentifierLength, map.value.utf8.count > limit
      else { return }
      findings.report(
        Message(
          """
          the name of the default is \(map.value.utf8.count) bytes long, and \
          \(context.connector.subject) allows \(limit)
          """,
          help: "choose a shorter name for `map`"),
        at: value.range)
    })
}
