import LanguageServerProtocol
import Testing

@Suite struct DocumentURITests {
  @Test(arguments: [
    ("file:///a/%28app%29/b.prisma", "file:///a/(app)/b.prisma"),
    ("file:///a/%40scope/%5Bid%5D", "file:///a/@scope/[id]"),
    ("file:///a/%c3%bc", "file:///a/%C3%BC"),
    ("file:///a/ü", "file:///a/%C3%BC"),
    ("file:///C%3A/a", "file:///c:/a"),
    ("FILE:///a", "file:///a"),
    ("file:/a", "file:///a"),
    ("file://localhost/a", "file:///a"),
    ("untitled:Untitled%2D1", "untitled:Untitled-1"),
  ])
  func `spellings of one address are equal`(_ left: String, _ right: String) {
    #expect(DocumentURI(left) == DocumentURI(right))
    #expect(Set([DocumentURI(left), DocumentURI(right)]).count == 1)
    #expect(DocumentURI(left).string == left)
  }

  @Test(arguments: [
    ("file:///a/b", "file:///a/B"), ("file:///a", "untitled:///a"),
    ("file:///a%2", "file:///a%25"), ("file://host/a", "file:///a"),
  ])
  func `other addresses are not`(_ left: String, _ right: String) {
    #expect(DocumentURI(left) != DocumentURI(right))
  }

  @Test(arguments: [
    ("file:///a/b%20c%23.prisma", "/a/b c#.prisma"), ("file:///D:/x", "d:/x"),
    ("file:///a%", "/a%"), ("file:///", "/"),
  ])
  func `a file has a path`(_ uri: String, _ path: String) {
    #expect(DocumentURI(uri).path == path)
  }

  @Test(arguments: ["untitled:a", "file://host/a", "", "file", "git:/a?b", "%", "file:"])
  func `others have none`(_ uri: String) {
    #expect(DocumentURI(uri).path == nil)
  }

  @Test(arguments: ["/a/(app)/@s/[id] ü'+&=!,.prisma", "/", "c:/x y"])
  func `a path comes back`(_ path: String) {
    let uri = DocumentURI(path: path)
    #expect(uri.path == path)
    #expect(uri.string.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
  }
}
