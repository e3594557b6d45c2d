import Testing
import TestSupport

@Suite(.enabled(if: TestServer.isAvailable, Comment(rawValue: TestServer.reason)))
struct TestServerTests {
  @Test func `each database is empty and its own`() throws {
    let server = try #require(TestServer.shared)
    let (one, other) = (try server.makeDatabase(), try server.makeDatabase())
    try one.run("CREATE TABLE t (a int); INSERT INTO t VALUES (1), (2)")
    #expect(try one.run("SELECT a, a + 1 FROM t") == "1|2\n2|3\n")
    #expect(try one.dump().contains("CREATE TABLE public.t"))
    #expect(try other.run("SELECT count(*) FROM pg_tables WHERE tablename = 't'") == "0\n")
  }

  @Test func `errors are told with their place`() throws {
    let database = try #require(TestServer.shared).makeDatabase()
    #expect {
      try database.run("SELECT 1;\nSELECT x")
    } throws: {
      "\($0)".contains(":2: ERROR:  column \"x\" does not exist")
    }
  }
}
