import SchemaModel
import SchemaParser

extension Rule {
  /// `@default` makes ids that the native type does not take.
  ///
  /// Prisma does not compare the two: the database refuses the value when the first row is created.
  /// A `Uuid` takes what `uuid()` makes and nothing else, an `ObjectId` what `auto()` makes; and a length
  /// must suffice for the ids.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "postgresql"
  /// }
  ///
  /// model User {
  ///   id    String @id @default(cuid()) @db.Uuid
  ///                    ~~~~~~~~~~~~~~~~ warning[lint-default-unfit-for-native-type]: `cuid()` makes no values of `Uuid`
  ///   token String @default(uuid()) @db.VarChar(32)
  ///                ~~~~~~~~~~~~~~~~ warning[lint-default-unfit-for-native-type]: `uuid()` makes 36 characters, and `VarChar(32)` takes 32
  /// }
  /// ```
  public static let lintDefaultUnfitForNativeType = Rule(
    id: "lint-default-unfit-for-native-type", severity: .warning, looksAt: .defaultValue,
    evidence: .line,
    check: .valueField { context, field, findings in
      guard let native = field.nativeType, let value = field.defaultValue,
        field.type.scalar == .string, let type = context.connector.nativeType(of: native),
        let id = field.generatedID
      else { return }
      let note = "the database refuses each row that is created with the default"
      switch type.name {
      case "Uuid", "UniqueIdentifier":
        if id.function == "uuid" { return }
        findings.report(
          Message(
            "`\(id.function)()` makes no values of `\(type.name)`", note: note,
            help: "write `@default(uuid())`, or another native type"),
          at: value.range)
      case "ObjectId":
        findings.report(
          Message(
            "`\(id.function)()` makes no values of `ObjectId`", note: note,
            help: "write `@default(auto())`, or remove the native type"),
          at: value.range)
      default:
        guard case .length(let length)? = type.arguments(of: native), Int(length) < id.length else {
          return
        }
        findings.report(
          Message(
            "`\(id.function)()` makes \(id.length) characters, and `\(type.name)(\(length))` takes "
              + "\(length)",
            note: note, help: "write `\(type.name)(\(id.length))`"),
          at: value.range)
      }
    })
}
