import SchemaModel
import SchemaParser

extension Rule {
  /// An argument of a native type is too small or too large.
  ///
  /// The database has limits for lengths, precisions and scales.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "postgresql"
  /// }
  ///
  /// model User {
  ///   id       Int      @id
  ///   joinedAt DateTime @db.Timestamp(9)
  ///                     ~~~~~~~~~~~~~~~~ error[native-type-argument-out-of-range]: the argument of `Timestamp` must be from 0 to 6
  /// }
  /// ```
  public static let nativeTypeArgumentOutOfRange = Rule(
    id: "native-type-argument-out-of-range", severity: .error, looksAt: .nativeType,
    evidence: .line,
    check: .valueField { context, field, findings in
      guard let use = field.nativeType, !use.arguments.isEmpty, let scalar = field.type.scalar,
        case .limit(let type, let limit, _) = context.connector.verdict(on: use, scalar: scalar)
      else { return }
      let what: String
      let range: ClosedRange<UInt32>
      switch limit {
      case .scaleWithinPrecision: return
      case .length(let allowed): (what, range) = ("the argument of `\(type.name)`", allowed)
      case .lengthOn(let scalar, let allowed):
        (what, range) = ("the argument of `\(type.name)` on `\(scalar.name)`", allowed)
      case .precision(let allowed): (what, range) = ("the precision of `\(type.name)`", allowed)
      case .scale(let allowed): (what, range) = ("the scale of `\(type.name)`", allowed)
      }
      findings.report(
        Message(
          range.upperBound == .max
            ? "\(what) must be at least \(range.lowerBound)"
            : "\(what) must be from \(range.lowerBound) to \(range.upperBound)",
          help: "write another number"),
        at: use.range)
    })
}
