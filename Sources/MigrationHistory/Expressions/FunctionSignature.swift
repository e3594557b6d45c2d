/// What is known of the functions that defaults and conditions are made of: the types of their arguments,
/// as far as a constant takes its type from there, and the type of what they give.
struct FunctionSignature {
  private let arguments: [String]
  let result: String?

  /// The type of an argument, nil where it is not known; the last one stands for all behind it.
  func argument(_ index: Int) -> String? {
    guard let last = arguments.last else { return nil }
    return index < arguments.count ? arguments[index] : last
  }

  static func of(_ name: String) -> FunctionSignature? { all[name] }

  private static let all: [String: FunctionSignature] = {
    var table: [String: FunctionSignature] = [:]
    for line in list.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      guard words.count >= 2 else { continue }
      let arguments = Array(words.dropFirst(2))
      table[words[0]] = FunctionSignature(
        arguments: arguments, result: words[1] == "-" ? nil : words[1])
    }
    return table
  }()

  /// Name, result (`-` where it depends on the arguments), arguments.
  private static let list = """
    now timestamptz
    transaction_timestamp timestamptz
    statement_timestamp timestamptz
    clock_timestamp timestamptz
    timeofday text
    timezone - text timestamptz
    date_trunc timestamptz text timestamptz
    date_part float8 text timestamptz
    to_timestamp timestamptz float8
    to_char text timestamptz text
    age interval timestamptz
    make_interval interval int4
    random float8
    gen_random_uuid uuid
    gen_random_bytes bytea int4
    uuid_generate_v1 uuid
    uuid_generate_v4 uuid
    nextval int8 regclass
    currval int8 regclass
    lastval int8
    md5 text text
    lower text text
    upper text text
    initcap text text
    btrim text text
    ltrim text text
    rtrim text text
    length int4 text
    char_length int4 text
    left text text int4
    right text text int4
    lpad text text int4 text
    rpad text text int4 text
    substr text text int4
    substring text text int4
    replace text text
    translate text text
    split_part text text text int4
    concat text text
    concat_ws text text
    format text text
    encode text bytea text
    decode bytea text
    digest bytea text
    sha256 bytea bytea
    to_tsvector tsvector regconfig text
    current_setting text text bool
    current_database name
    current_schema name
    version text
    txid_current int8
    floor float8 float8
    ceil float8 float8
    trunc float8 float8
    round numeric numeric int4
    array_length int4 - int4
    json_build_object json
    jsonb_build_object jsonb
    json_build_array json
    jsonb_build_array jsonb
    to_json json
    to_jsonb jsonb
    jsonb_typeof text jsonb
    inet_client_addr inet
    pg_backend_pid int4
    """
}
