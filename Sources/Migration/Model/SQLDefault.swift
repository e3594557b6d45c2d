/// The default of a column.
public enum SQLDefault: Hashable, Sendable {
  case value(SQLValue)
  /// The time of the insertion.
  case now
  /// An expression; nil for one that is not known.
  case dbGenerated(String?)
  /// The next number of a sequence; the name is empty where the database chooses it.
  case sequence(String)
  /// `unique_rowid()` of CockroachDB.
  case uniqueRowID
}

/// A constant.
public indirect enum SQLValue: Hashable, Sendable {
  /// A whole number for a column of type `Int`, in digits.
  case integer(String)
  /// A whole number for a column of type `BigInt`, in digits.
  case bigInteger(String)
  /// A number with a fraction, or one for such a column, in digits.
  case decimal(String)
  case boolean(Bool)
  case string(String)
  /// A label of an enum, by its name in the database.
  case enumValue(String)
  case json(String)
  /// A point in time, as RFC 3339 writes it.
  case dateTime(String)
  case bytes([UInt8])
  case list([SQLValue])

  /// The text of a string or enum label, nil for all others.
  var text: String? {
    switch self {
    case .string(let text), .enumValue(let text): text
    default: nil
    }
  }
}
