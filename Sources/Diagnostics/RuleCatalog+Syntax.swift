import SchemaParser

extension RuleCatalog {
  /// The rule that puts errors of `kind` into words.
  public static func rule(for kind: SyntaxError.Kind) -> Rule {
    switch kind {
    case .invalidTopLevelLine: .syntaxInvalidToplevelLine
    case .unknownBlock: .syntaxUnknownBlock
    case .typeAlias: .syntaxTypeAlias
    case .invalidMemberLine: .syntaxInvalidMemberLine
    case .invalidEnumLine: .syntaxInvalidEnumLine
    case .invalidConfigLine: .syntaxInvalidConfigLine
    case .missingType: .fieldMissingType
    case .legacyColon: .legacyFieldColon
    case .legacyRequiredType: .legacyRequiredType
    case .legacyListType: .legacyListType
    case .optionalListType: .optionalListType
    case .unknownEscape: .stringUnknownEscape
    case .invalidUnicodeEscape: .stringInvalidUnicodeEscape
    }
  }
}
