/// What a ``CompletionItem`` is, for its symbol. Those of LSP that schemas have.
public enum CompletionItemKind: Int, Sendable {
  case text = 1
  case function = 3
  case field = 5
  case variable = 6
  case `class` = 7
  case interface = 8
  case property = 10
  case value = 12
  case `enum` = 13
  case keyword = 14
  case snippet = 15
  case enumMember = 20
  case constant = 21
  case `struct` = 22
  case typeParameter = 25
}
