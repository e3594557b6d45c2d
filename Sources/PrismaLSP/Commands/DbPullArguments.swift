/// What `db pull` is told.
struct DbPullArguments: Hashable, Sendable {
  /// `--url`
  var url: String?
  /// `--force`: the models of the schema at hand don't count.
  var isForced = false
  /// `--print`: nothing is written.
  var onlyPrints = false
  /// `--schemas`, nil for those that the datasource lists; never empty.
  var namespaces: [String]?

  /// Takes the value of `--schemas`: names with commas between.
  mutating func setNamespaces(_ text: String) throws(CommandLineArguments.UsageError) {
    let names = text.split(separator: ",").map { name in
      String(name.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }.filter { !$0.isEmpty }
    guard !names.isEmpty else {
      throw CommandLineArguments.UsageError(
        "`--schemas` names no database schema", help: "write `--schemas public,auth`")
    }
    namespaces = names
  }
}
