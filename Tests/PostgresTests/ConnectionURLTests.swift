import Postgres
import Testing

/// Connection strings are understood as Prisma understands them.
@Suite struct ConnectionURLTests {
  private func parsed(_ text: String) throws -> ConnectionURL { try ConnectionURL(text) }

  @Test func partsAreTakenApart() throws {
    let url = try parsed(
      "postgresql://jane%40doe:s%3Acret@db.example.com:6543/my%20shop?schema=sales&connect_timeout=9"
    )
    #expect(url.user == "jane@doe")
    #expect(url.host == "db.example.com")
    #expect(url.port == 6543)
    #expect(url.database == "my shop")
    #expect(url.schema == "sales")
    #expect(url.connectTimeout == .seconds(9))
    #expect(
      url.target == #"PostgreSQL database "my shop", schema "sales" at "db.example.com:6543""#)
  }

  @Test func defaults() throws {
    let url = try parsed("postgres://")
    #expect(url.host == "localhost")
    #expect(url.port == 5432)
    #expect(url.user == nil)
    #expect(url.database == "postgres")
    #expect(url.schema == "public")
    #expect(url.connectTimeout == .seconds(5))
    #expect(url.queryTimeout == nil)
  }

  @Test func socketsAndAddresses() throws {
    #expect(try parsed("postgresql://u@localhost/a?host=/run/pg").server == "/run/pg/.s.PGSQL.5432")
    #expect(try parsed("postgresql://u@%2Frun%2Fpg:99/a").server == "/run/pg/.s.PGSQL.99")
    #expect(try parsed("postgresql://u@[::1]:99/a").server == "[::1]:99")
    #expect(try parsed("postgresql://u:p@ss@h/a").host == "h")
  }

  @Test func noTimeLimit() throws {
    #expect(try parsed("postgresql://h/a?connect_timeout=0").connectTimeout == nil)
    #expect(try parsed("postgresql://h/a?socket_timeout=3").queryTimeout == .seconds(3))
  }

  @Test func unknownParametersAreNamed() throws {
    let url = try parsed("postgresql://h/a?pgbouncer=true&colour=red&connection_limit=1&x")
    #expect(url.unknownParameters == ["colour", "x"])
  }

  @Test(arguments: [
    "", "shop", "mysql://u:secret-word@h/a", "prisma://accelerate?api_key=secret-word",
    "prisma+postgres://h/?api_key=secret-word", "postgresql://u:secret-word@h:port/a",
    "postgresql://u:secret-word@h:70000/a", "postgresql://u:secret-word%zz@h/a",
    "postgresql://u:secret-word#1@h/a", "postgresql://u:secret-word@[::1/a",
    "postgresql://u:secret-word@h,i/a", "postgresql://u:secret-word@h/a?connect_timeout=soon",
    "postgresql://u:secret-word@h/a?sslidentity=id.p12", "postgresql://u:secret-word@h/a%00",
    "postgresql://u:secret-word@h/a?host=x,y", "postgresql://u:secret-word%FF@h/a",
  ])
  func refusalsHaveNoPassword(text: String) throws {
    let error = try #require(throws: PostgresError.self) { try ConnectionURL(text) }
    #expect(error.code == "P1013")
    #expect(!"\(error) \(error.message) \(error.help ?? "")".contains("secret-word"))
  }

  @Test func passwordsAreNotPrinted() throws {
    let url = try parsed("postgresql://u:secret-word@h/a")
    var dumped = ""
    dump(url, to: &dumped)
    #expect(!"\(url) \(String(reflecting: url)) \(dumped) \(url.target)".contains("secret-word"))
  }
}
