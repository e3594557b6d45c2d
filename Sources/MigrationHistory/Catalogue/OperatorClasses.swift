import Migration

/// The operator classes that PostgreSQL takes where an index names none, but for B-trees.
///
/// Source: https://www.postgresql.org/docs/15/indexes-opclass.html and the table `pg_opclass`
enum OperatorClasses {
  /// The class for a column, nil where none is known.
  static func usual(of type: ColumnType, _ sqlType: SQLType, method: String) -> String? {
    let name: String
    switch type.base {
    case .system(let system): name = system
    case .made:
      let own = sqlType.native?.name.lowercased() ?? ""
      name = method == "hash" ? sqlType.enumeration == nil ? own : "enum" : ""
    }
    switch method {
    case "hash": return type.isArray ? "array_ops" : "\(operatorName(name))_ops"
    case "gin":
      if type.isArray { return "array_ops" }
      return ["jsonb": "jsonb_ops", "tsvector": "tsvector_ops"][name]
    case "gist":
      if name.hasSuffix("multirange") { return "multirange_ops" }
      if name.hasSuffix("range") { return "range_ops" }
      return [
        "box": "box_ops", "circle": "circle_ops", "point": "point_ops", "polygon": "poly_ops",
        "tsquery": "tsquery_ops", "tsvector": "tsvector_ops",
      ][name]
    case "spgist":
      if name.hasSuffix("range") { return "range_ops" }
      return [
        "text": "text_ops", "varchar": "text_ops", "inet": "inet_ops", "cidr": "inet_ops",
        "point": "quad_point_ops", "box": "box_ops", "polygon": "poly_ops",
      ][name]
    case "brin":
      if name == "inet" { return "inet_inclusion_ops" }
      if name == "box" { return "box_inclusion_ops" }
      if name.hasSuffix("range") { return "range_inclusion_ops" }
      return type.isArray || name.isEmpty
        ? nil : "\(operatorName(name))_minmax_ops"
    default: return nil
    }
  }

  /// The name of a type as operator classes have it.
  private static func operatorName(_ type: String) -> String { type == "varchar" ? "text" : type }
}
