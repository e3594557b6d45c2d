import SchemaModel
import SchemaParser

/// What most of a schema does, for the rules that tell of exceptions.
public struct Conventions: Equatable, Sendable {
  /// The style of the names of models, nil when none prevails.
  public let modelNames: NameStyle?
  /// The style of the names of enums, nil when none prevails.
  public let enumNames: NameStyle?
  /// The style of the names of scalar fields, nil when none prevails.
  public let fieldNames: NameStyle?
  /// Whether at least half of the points in time have a time zone.
  public let hasTimeZones: Bool

  init(_ census: Census) {
    modelNames = census.modelNames.prevailingTypeStyle
    enumNames = census.enumNames.prevailingTypeStyle
    fieldNames = census.fieldNames.prevailingFieldStyle
    hasTimeZones = census.zonedTimes > 0 && census.zonedTimes >= census.unzonedTimes
  }
}

/// What is counted of a declaration, or of all.
struct Census: Equatable, Sendable {
  /// How many names there are of each style, in the order of ``NameStyle``.
  struct Styles: Equatable, Sendable {
    fileprivate var counts = SIMD4<Int32>()

    fileprivate mutating func count(_ style: NameStyle?) {
      if let style { counts[style.rawValue] += 1 }
    }

    /// How many names are unlike the prevailing style, and how many are like it; single words in lower case
    /// do not count.
    func exceptions(to prevailing: NameStyle) -> (unlike: Int, like: Int) {
      let all = self[.camel] + self[.snake] + self[.pascal]
      return (all - self[prevailing], self[prevailing])
    }

    private subscript(style: NameStyle) -> Int { Int(counts[style.rawValue]) }

    /// The style of four of five names of types, if there are five: a single word in lower case is no
    /// `PascalCase`.
    fileprivate var prevailingTypeStyle: NameStyle? {
      let all = self[.lower] + self[.camel] + self[.snake] + self[.pascal]
      guard all >= 5 else { return nil }
      if self[.pascal] * 5 >= all * 4 { return .pascal }
      if self[.snake] > 0, (self[.snake] + self[.lower]) * 5 >= all * 4 { return .snake }
      if self[.camel] > 0, (self[.camel] + self[.lower]) * 5 >= all * 4 { return .camel }
      return nil
    }

    /// The style of nine of ten names of fields, if there are ten; single words in lower case do not
    /// count, since they go with nearly any.
    fileprivate var prevailingFieldStyle: NameStyle? {
      let all = self[.camel] + self[.snake] + self[.pascal]
      guard all >= 10 else { return nil }
      return [.camel, .snake, .pascal].first { self[$0] * 10 >= all * 9 }
    }

    fileprivate static func += (left: inout Styles, right: Styles) {
      left.counts &+= right.counts  // Counts of things in memory fit.
    }
    fileprivate static func -= (left: inout Styles, right: Styles) {
      left.counts &-= right.counts  // What is taken away was added before.
    }
  }

  private(set) var modelNames = Styles()
  private(set) var enumNames = Styles()
  private(set) var fieldNames = Styles()
  private(set) var zonedTimes = 0
  private(set) var unzonedTimes = 0

  init() {}

  /// Counts one declaration. What the client leaves out does not count.
  init(of declaration: Declaration?) {
    switch declaration {
    case .model(let model)?:
      if model.isIgnored { return }
      if !model.isView { modelNames.count(NameStyle(of: model.identifier, in: model.block)) }
      model.block.bytes.withUnsafeBufferPointer { bytes in
        for field in model.fields where field.isScalar && !field.isIgnored {
          fieldNames.count(NameStyle(of: bytes, at: field.identifier.range))
          guard field.type == .scalar(.dateTime) else { continue }
          if field.isWithoutTimeZone {
            unzonedTimes += 1
          } else if field.nativeType?.name == "Timestamptz" {
            zonedTimes += 1
          }
        }
      }
    case .enumeration(let type)?: enumNames.count(NameStyle(of: type.identifier, in: type.block))
    case .compositeType?, nil: break
    }
  }

  static func += (left: inout Census, right: Census) {
    left.modelNames += right.modelNames
    left.enumNames += right.enumNames
    left.fieldNames += right.fieldNames
    left.zonedTimes += right.zonedTimes
    left.unzonedTimes += right.unzonedTimes
  }

  static func -= (left: inout Census, right: Census) {
    left.modelNames -= right.modelNames
    left.enumNames -= right.enumNames
    left.fieldNames -= right.fieldNames
    left.zonedTimes -= right.zonedTimes
    left.unzonedTimes -= right.unzonedTimes
  }
}

extension NameStyle {
  /// Whether a name of this style is unlike those of the prevailing style.
  ///
  /// - Parameter ofType: whether a word in lower case is unlike `PascalCase`.
  func isUnlike(_ prevailing: NameStyle, ofType: Bool) -> Bool {
    switch self {
    case .lower: ofType && prevailing == .pascal
    case .camel, .snake, .pascal: self != prevailing
    }
  }
}

extension Field {
  /// Whether it is a point in time that PostgreSQL keeps without time zone.
  var isWithoutTimeZone: Bool {
    type.scalar == .dateTime && (nativeType == nil || nativeType?.name == "Timestamp")
  }
}
