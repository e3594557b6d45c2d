import SchemaModel
import SchemaParser
import Testing

@testable import SchemaIDE

struct DocumentLinksTests {
  /// Each link as the text that leads there and what to.
  private func links(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return Analysis.of([text]).documentLinks(ofFile: 0).map { link in
      let shown = String(decoding: bytes[link.range.start..<link.range.end], as: UTF8.self)
      switch link.target {
      case .address(let address):
        #expect(address == shown)
        return address
      case .rule(let id): return "rule \(id)"
      case .output(let path): return "\(shown) -> \(path)"
      }
    }
  }

  @Test func `addresses end before blanks and punctuation`() {
    #expect(
      links(
        """
        // see https://a.b/c?d=1#e, (http://x.y/z_(v)), and <https://q>.
        model A {
          id Int /// https://in.line/…
          /* https://block */
          url String @default("https://not.a/comment")
        }
        // http:// nothing, ftp://x, hhttps://twice
        """) == [
          "https://a.b/c?d=1#e", "http://x.y/z_(v)", "https://q", "https://in.line/…",
          "https://block", "https://twice",
        ])
  }

  @Test func `rules that are silenced lead to their pages`() {
    #expect(
      links("// prisma-lsp-ignore lint-a, lint-b: because lint-c\nmodel A {\n  id Int\n}\n")
        == ["rule lint-a", "rule lint-b"])
    #expect(links("// prisma-lsp-ignore\n// see prisma-lsp-ignore x\n") == [])
  }

  @Test func `what generators write can be opened`() {
    #expect(
      links(
        """
        generator client {
          provider = "prisma-client"
          // https://first
          output   = "../gen\\/x"
          // https://last
        }
        datasource db {
          output = "no"
        }
        generator other {
          output = env("X")
        }
        generator plain {
          output = "gen"
        }
        generator empty {
          output = ""
        }
        """) == ["https://first", "../gen\\/x -> ../gen/x", "https://last", "gen -> gen"])
  }
}
