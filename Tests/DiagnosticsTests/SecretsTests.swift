import Testing

@testable import Diagnostics

/// What is shown of URLs.
@Suite struct SecretsTests {
  @Test(arguments: [
    ("url = \"postgresql://u:hunter2@h:5432/db\"", "url = \"postgresql://u:*******@h:5432/db\""),
    ("mysql://u:a@b:c/d@h/db", "mysql://u:*******@h/db"),
    ("mysql://u:hunter2", "mysql://u:*******"),
    ("http://localhost:3000/x", "http://localhost:3000/x"),
    ("postgresql://u@h/db", "postgresql://u@h/db"),
    (
      "sqlserver://h:1433;user=u;Password=hunter2;x=y",
      "sqlserver://h:1433;user=u;Password=*******;x=y"
    ),
    ("sqlserver://h;password={a;b};x=y", "sqlserver://h;password=****};x=y"),
    ("prisma://h/?api_key=hunter2\" x", "prisma://h/?api_key=*******\" x"),
    ("a: b", "a: b"), ("://", "://"), ("", ""),
  ])
  func hidesSecrets(_ text: String, _ shown: String) {
    #expect(Secrets.masked(text) == shown)
    #expect(Message(text, note: text, help: text).help == shown)
  }
}
