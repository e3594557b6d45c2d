import Migration

/// Answers what scripts ask of PostgreSQL's own catalogue: whether there is a constraint, type, column ….
struct CatalogueCondition {
  let catalogue: Catalogue

  /// How deep conditions are followed.
  private static let depthLimit = 50

  /// Whether a condition holds, nil where that can't be told.
  func holds(_ condition: SyntaxNode, depth: Int = 0) -> Bool? {
    guard depth < Self.depthLimit, let node = condition.content else { return nil }
    switch condition.kind {
    case "A_Const": return node["boolval"].map { $0.flag("boolval") }
    case "BoolExpr":
      let parts = node.list("args").map { holds($0, depth: depth + 1) }
      switch node.text("boolop") {
      case "NOT_EXPR": return parts.first.flatMap { $0 }.map { !$0 }
      case "OR_EXPR":
        return parts.contains(true) ? true : parts.contains(nil) ? nil : false
      default: return parts.contains(false) ? false : parts.contains(nil) ? nil : true
      }
    case "SubLink":
      guard node.text("subLinkType") == "EXISTS_SUBLINK",
        let query = node["subselect"]?["SelectStmt"]
      else { return nil }
      return exists(query)
    default: return nil
    }
  }

  private func exists(_ query: SyntaxNode) -> Bool? {
    let names = query.list("fromClause").flatMap(relations)
    guard let rows = rows(of: names) else { return nil }
    guard let condition = query["whereClause"] else { return !rows.isEmpty }
    var isUnknown = false
    for row in rows {
      switch matches(row, condition, depth: 0) {
      case true?: return true
      case nil: isUnknown = true
      case false?: break
      }
    }
    return isUnknown ? nil : false
  }

  /// The names of the tables in a part of `FROM`, those that are joined included.
  private func relations(_ node: SyntaxNode) -> [String] {
    if let range = node["RangeVar"] { return [range.text("relname") ?? ""] }
    guard let join = node["JoinExpr"] else { return [""] }
    return [join["larg"], join["rarg"]].flatMap { side in
      // Joins of joins are rare here, and one level deeper is enough.
      side?["RangeVar"].map { [$0.text("relname") ?? ""] }
        ?? [side?["JoinExpr"]?["larg"], side?["JoinExpr"]?["rarg"]].map {
          $0?["RangeVar"]?.text("relname") ?? ""
        }
    }
  }

  // MARK: Rows

  private typealias Row = [String: String]

  /// The rows of the most detailed of these tables, which have the columns of the others too; nil when one
  /// of them is not known.
  private func rows(of names: [String]) -> [Row]? {
    let known = [
      "pg_enum", "pg_constraint", "table_constraints", "columns", "pg_attribute", "pg_indexes",
      "pg_class", "pg_type", "tables", "pg_tables", "pg_views", "pg_matviews", "pg_extension",
      "schemata", "pg_namespace",
    ]
    guard !names.isEmpty, names.allSatisfy(known.contains),
      let main = known.first(where: names.contains)
    else { return nil }
    switch main {
    case "pg_enum":
      return catalogue.types.values.flatMap { type -> [Row] in
        guard case .enumeration(let labels) = type.kind else { return [] }
        return labels.map {
          ["enumlabel": $0, "typname": type.name.name, "nspname": type.name.namespace]
        }
      }
    case "pg_type":
      return catalogue.types.values.map { type in
        var row = ["typname": type.name.name, "nspname": type.name.namespace, "typtype": "b"]
        if case .enumeration = type.kind { row["typtype"] = "e" }
        return row
      }
    case "pg_constraint", "table_constraints":
      return catalogue.tables.flatMap { number, table in constraints(of: table, number) }
    case "columns", "pg_attribute":
      return catalogue.tables.flatMap { number, table in
        table.columns.map { column in
          row(of: table, number).merging([
            "column_name": column.name, "attname": column.name,
            "is_nullable": column.isRequired ? "NO" : "YES", "attisdropped": "f",
            "data_type": column.type.isArray ? "ARRAY" : catalogue.text(of: column.type),
          ]) { $1 }
        }
      }
    case "pg_indexes":
      return catalogue.tables.flatMap { number, table in
        table.indexes.map { index in
          row(of: table, number).merging(["indexname": index.name]) { $1 }
        }
      }
    case "pg_class": return classes
    case "tables", "pg_tables": return catalogue.tables.map { row(of: $0.value, $0.key) }
    case "pg_views", "pg_matviews":
      return catalogue.views.values.filter { $0.isMaterialized == (main == "pg_matviews") }.map {
        ["viewname": $0.name.name, "matviewname": $0.name.name, "schemaname": $0.name.namespace]
      }
    case "pg_extension": return catalogue.extensions.keys.map { ["extname": $0] }
    default: return catalogue.namespaces.map { ["schema_name": $0, "nspname": $0] }
    }
  }

  private func row(of table: CatalogueTable, _ number: Int) -> Row {
    let (schema, name) = (table.name.namespace, table.name.name)
    return [
      "table_schema": schema, "schemaname": schema, "nspname": schema, "table_name": name,
      "tablename": name, "relname": name, "table_type": "BASE TABLE", "conrelid": "#\(number)",
      "attrelid": "#\(number)", "constraint_schema": schema,
    ]
  }

  private func constraints(of table: CatalogueTable, _ number: Int) -> [Row] {
    var named = table.foreignKeys.map { ($0.name, "f", "FOREIGN KEY") }
    named += table.checks.map { ($0.name, "c", "CHECK") }
    for index in table.indexes {
      switch index.constraint {
      case .none: break
      case .primaryKey: named.append((index.name, "p", "PRIMARY KEY"))
      case .unique: named.append((index.name, "u", "UNIQUE"))
      case .exclusion: named.append((index.name, "x", "EXCLUDE"))
      }
    }
    return named.map { name, letter, kind in
      row(of: table, number).merging([
        "conname": name, "constraint_name": name, "contype": letter, "constraint_type": kind,
      ]) { $1 }
    }
  }

  private var classes: [Row] {
    catalogue.relations.map { name, relation in
      let kind: String
      switch relation {
      case .table: kind = "r"
      case .index: kind = "i"
      case .sequence: kind = "S"
      case .view: kind = catalogue.views[name]?.isMaterialized == true ? "m" : "v"
      }
      return ["relname": name.name, "nspname": name.namespace, "relkind": kind]
    }
  }

  // MARK: Comparing

  private func matches(_ row: Row, _ condition: SyntaxNode, depth: Int) -> Bool? {
    guard depth < Self.depthLimit, let node = condition.content else { return nil }
    if condition.kind == "BoolExpr" {
      let parts = node.list("args").map { matches(row, $0, depth: depth + 1) }
      switch node.text("boolop") {
      case "NOT_EXPR": return parts.first.flatMap { $0 }.map { !$0 }
      case "OR_EXPR": return parts.contains(true) ? true : parts.contains(nil) ? nil : false
      default: return parts.contains(false) ? false : parts.contains(nil) ? nil : true
      }
    }
    guard condition.kind == "A_Expr", let left = node["lexpr"].flatMap({ value($0, row) }) else {
      // Tables of one condition are joined as one expects: rows have the columns of all of them.
      return isJoin(condition) ? true : nil
    }
    switch (node.text("kind"), node.names("name").last) {
    case ("AEXPR_OP", "="): return node["rexpr"].flatMap { value($0, row) }.map { $0 == left }
    case ("AEXPR_OP", "<>"): return node["rexpr"].flatMap { value($0, row) }.map { $0 != left }
    case ("AEXPR_IN", "="):
      let items = node["rexpr"]?["List"]?.list("items") ?? []
      let values = items.compactMap { value($0, row) }
      return values.count == items.count ? values.contains(left) : nil
    default: return nil
    }
  }

  /// `t.typnamespace = n.oid` and the like: a comparison of numbers that are not followed.
  private func isJoin(_ condition: SyntaxNode) -> Bool {
    guard let node = condition["A_Expr"], node.names("name").last == "=" else { return false }
    let keys: Set<String> = [
      "oid", "typnamespace", "relnamespace", "connamespace", "enumtypid", "conrelid", "attrelid",
    ]
    return [node["lexpr"], node["rexpr"]].allSatisfy { side in
      side?["ColumnRef"]?.names("fields").last.map(keys.contains) ?? false
    }
  }

  /// The value of a column or constant, nil for anything else.
  private func value(_ node: SyntaxNode, _ row: Row) -> String? {
    if let column = node["ColumnRef"] { return column.names("fields").last.flatMap { row[$0] } }
    if let constant = node["A_Const"] {
      if let text = constant["sval"] { return text.text("sval") ?? "" }
      return constant["boolval"].map { $0.flag("boolval") ? "t" : "f" }
    }
    if let call = node["FuncCall"], call.names("funcname").last == "current_schema" {
      return catalogue.searchPath.first
    }
    guard let cast = node["TypeCast"], let argument = cast["arg"] else { return nil }
    guard cast["typeName"]?.names("names").last == "regclass",
      let text = argument["A_Const"]?["sval"]?.text("sval")
    else { return value(argument, row) }
    let parts = text.split(separator: ".").map { part in
      part.hasPrefix("\"") ? String(part.dropFirst().dropLast()) : part.lowercased()
    }
    let name = Catalogue.WrittenName(
      namespace: parts.dropLast().last, name: parts.last ?? "")
    if case .table(let number)? = catalogue.relation(name)?.relation { return "#\(number)" }
    return nil
  }
}
