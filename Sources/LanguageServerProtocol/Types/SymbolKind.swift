/// What a symbol is, as far as schemas have it.
public enum SymbolKind: Int, Codable, Sendable {
  case `class` = 5
  case property = 7
  case field = 8
  case `enum` = 10
  case interface = 11
  case function = 12
  case enumMember = 22
  case `struct` = 23
}
