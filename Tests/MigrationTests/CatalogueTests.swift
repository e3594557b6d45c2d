import Testing

@testable import Migration

/// Reading types and defaults as PostgreSQL's catalogue has them.
@Suite struct CatalogueTests {
  @Test(arguments: [
    ("int4", -1, "Integer"), ("bool", -1, "Boolean"), ("varchar", 24, "VarChar(20)"),
    ("varchar", -1, "VarChar"), ("bpchar", 5, "Char(1)"), ("numeric", 4_259_874, "Decimal(65,30)"),
    ("numeric", -1, "Decimal"), ("numeric", 657_410, "Decimal(10,-2)"), ("bit", 3, "Bit(3)"),
    ("timestamp", 3, "Timestamp(3)"), ("timestamptz", -1, "Timestamptz(6)"),
    ("timetz", 0, "Timetz(0)"), ("date", -1, "Date"), ("citext", -1, "Citext"),
  ])
  func readsTypes(name: String, modifier: Int, type: String) {
    let read = SQLType(catalogueName: name, modifier: modifier, isArray: false, text: "")
    #expect(read.native?.description == type)
  }

  @Test func readsOtherTypes() {
    #expect(
      SQLType(catalogueName: "vector", modifier: 3, isArray: false, text: "vector(3)")
        == .unsupported("vector(3)"))
    #expect(
      SQLType(catalogueName: "circle", modifier: -1, isArray: true, text: "circle")
        == .unsupported("_circle"))
    #expect(
      SQLType(catalogueName: "timestamp", modifier: -1, isArray: true, text: "").native?.description
        == "Timestamp")
  }

  static let uuid = "'00000000-0000-0000-0000-000000000000'::uuid"

  @Test(arguments: [
    ("Integer", "0", SQLDefault.value(.integer("0"))),
    ("Integer", "'-5'::integer", .value(.integer("-5"))),
    ("Integer", "(1 + 1)", .dbGenerated("(1 + 1)")),
    ("Integer", "nextval('\"T_a_seq\"'::regclass)", .sequence("T_a_seq")),
    ("Integer", "nextval('auth.\"T_a_seq\"'::regclass)", .sequence("T_a_seq")),
    ("Integer", "nextval('auth.t_a_seq'::regclass)", .sequence("t_a_seq")),
    ("BigInt", "nextval(('\"T_a_seq\"'::text)::regclass)", .sequence("T_a_seq")),
    ("BigInt", "'9007199254740993'::bigint", .value(.bigInteger("9007199254740993"))),
    ("Decimal", "'-68.0'::numeric", .value(.decimal("-68.0"))),
    ("Decimal", "(0)::numeric", .value(.decimal("0"))),
    ("DoublePrecision", "3.20", .value(.decimal("3.20"))),
    ("Boolean", "true", .value(.boolean(true))),
    ("Boolean", "(1 = 1)", .dbGenerated("(1 = 1)")),
    ("Text", "'it''s'::text", .value(.string("it's"))),
    ("Text", "'a\\b'::text", .value(.string("a\\b"))),
    ("Text", "E'a\\\\b'::text", .value(.string("a\\b"))),
    ("VarChar", "'a'::character varying", .value(.string("a"))),
    ("Bit", "'1'::\"bit\"", .value(.string("1"))),
    ("Text", "('a'::text || 'b'::text)", .dbGenerated("('a'::text || 'b'::text)")),
    ("Text", "'a'::text || 'b'::text", .dbGenerated("'a'::text || 'b'::text")),
    ("Text", "CURRENT_USER", .dbGenerated("CURRENT_USER")),
    ("Text", "now()", .dbGenerated("now()")),
    ("Uuid", uuid, .dbGenerated(uuid)),
    ("JsonB", "'{\"a\": 1}'::jsonb", .value(.json("{\"a\": 1}"))),
    ("ByteA", "'\\x6869'::bytea", .value(.bytes([0x68, 0x69]))),
    ("ByteA", "'\\x6'::bytea", .dbGenerated("'\\x6'::bytea")),
    ("Timestamp", "now()", .now), ("Timestamp", "CURRENT_TIMESTAMP", .now),
    ("Timestamp", "(now())::timestamp without time zone", .now),
    ("Date", "((now())::timestamp(3) without time zone)::date", .now),
    ("Timestamp", "CURRENT_DATE", .dbGenerated("CURRENT_DATE")),
    ("Timestamp", "(now() + '1 day'::interval)", .dbGenerated("(now() + '1 day'::interval)")),
    ("Date", "'2020-01-01'::date", .dbGenerated("'2020-01-01'::date")),
  ])
  func readsDefaults(type: String, text: String, value: SQLDefault) {
    let type = SQLType.native(SQLNativeType(name: type))
    #expect(SQLDefault(catalogueText: text, type: type, isList: false) == value)
  }

  @Test(arguments: [
    ("Text", "ARRAY[]::text[]", []),
    ("Text", "ARRAY['x'::text, 'y'',z'::text]", [SQLValue.string("x"), .string("y',z")]),
    ("VarChar", "ARRAY['x'::character varying(5)]", [.string("x")]),
    ("Text", "'{}'::text[]", []),
    ("Text", "'{a,\"b \\\"c\"}'::text[]", [.string("a"), .string("b \"c")]),
    ("Integer", "ARRAY[1, '-2'::integer]", [.integer("1"), .integer("-2")]),
    ("Integer", "'{1,2}'::integer[]", [.integer("1"), .integer("2")]),
    ("DoublePrecision", "ARRAY[(1.5)::double precision]", [.decimal("1.5")]),
    ("Decimal", "ARRAY[1.5::numeric(65,30)]", [.decimal("1.5")]),
    ("Boolean", "ARRAY[true, false]", [.boolean(true), .boolean(false)]),
    ("JsonB", "ARRAY['{}'::jsonb]", [.json("{}")]),
  ])
  func readsLists(type: String, text: String, values: [SQLValue]) {
    let type = SQLType.native(SQLNativeType(name: type))
    let read = SQLDefault(catalogueText: text, type: type, isList: true)
    #expect(read == .value(.list(values)))
  }

  @Test(arguments: [
    ("SmallInt", "ARRAY[(1)::smallint]"), ("Uuid", "ARRAY[\(uuid)]"),
    ("Text", "ARRAY[upper('x'::text)]"),
    ("Timestamp", "ARRAY['2020-01-01 00:00:00'::timestamp(3) without time zone]"),
    ("Text", "'{{a},{b}}'::text[]"), ("Text", "'{NULL}'::text[]"), ("Text", "f()"),
  ])
  func leavesOtherLists(type: String, text: String) {
    let type = SQLType.native(SQLNativeType(name: type))
    #expect(SQLDefault(catalogueText: text, type: type, isList: true) == .dbGenerated(text))
  }

  @Test(arguments: [
    ("'A'::\"E\"", true), ("'A'::estatus", true), ("'A'::e_", true), ("'A'::auth.role", true),
    ("'A'::\"e_B\"", true), ("'A'::e_b", false), ("('A'::text)::\"E\"", false),
  ])
  func readsLabels(text: String, isLabel: Bool) {
    let type = SQLType.enumeration(QualifiedName(namespace: "public", name: "E"))
    let read = SQLDefault(catalogueText: text, type: type, isList: false)
    #expect(read == (isLabel ? .value(.enumValue("A")) : .dbGenerated(text)))
  }

  @Test func readsNoDefault() {
    let type = SQLType.native(SQLNativeType(name: "VarChar"))
    #expect(SQLDefault(catalogueText: "NULL::character varying", type: type, isList: false) == nil)
  }
}
