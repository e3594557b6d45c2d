/// What ``Position/character`` counts.
public enum PositionEncodingKind: String, Codable, Sendable, CaseIterable {
  /// Bytes.
  case utf8 = "utf-8"
  /// UTF-16 code units, the default of the protocol.
  case utf16 = "utf-16"
  /// Unicode scalars.
  case utf32 = "utf-32"
}
