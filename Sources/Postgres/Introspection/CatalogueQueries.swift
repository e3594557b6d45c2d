/// What PostgreSQL's catalogue is asked, all in one message.
///
/// It is asked directly, not by `information_schema`, which hides what the role may not use and takes a
/// hundred times as long.
///
/// Source: https://www.postgresql.org/docs/current/catalogs.html
enum CatalogueQuery: Int, CaseIterable {
  case fingerprint, namespaces, relations, columns, indexes, operatorClasses, constraints, enums
  case comments, triggers, policies, extensions

  /// The statements, in the order of the cases.
  ///
  /// - Parameter namespaces: the database schemas that are read.
  static func statements(_ namespaces: [String]) -> [String] {
    let list = namespaces.map { SQLText.literal($0) }.joined(separator: ",")
    return allCases.map { $0.text.replacing("NAMESPACES", with: list) }
  }

  /// The statement, with `NAMESPACES` for the list of database schemas.
  private var text: String {
    switch self {
    case .fingerprint: Self.fingerprintText
    case .namespaces:
      """
      SELECT nspname, pg_catalog.version() FROM pg_catalog.pg_namespace
      WHERE nspname IN (NAMESPACES) ORDER BY nspname
      """
    case .relations:
      """
      SELECT c.oid, n.nspname, c.relname, c.relkind, c.relrowsecurity,
        EXISTS (SELECT 1 FROM pg_catalog.pg_inherits i JOIN pg_catalog.pg_class k ON k.oid = i.inhrelid
          WHERE i.inhparent = c.oid AND NOT k.relispartition),
        CASE WHEN c.relkind IN ('v', 'm') THEN pg_catalog.pg_get_viewdef(c.oid) END
      FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname IN (NAMESPACES) AND c.relkind IN ('r', 'p', 'v', 'm') AND NOT c.relispartition
      ORDER BY n.nspname, c.relname
      """
    case .columns:
      // A domain counts as the type that it is made of, as in `information_schema`.
      """
      SELECT a.attrelid, a.attnum, a.attname, coalesce(e.typname, b.typname, t.typname),
        coalesce(e.typtype, b.typtype, t.typtype), n.nspname, e.oid IS NOT NULL,
        CASE WHEN b.oid IS NULL THEN a.atttypmod ELSE t.typtypmod END,
        pg_catalog.format_type(a.atttypid, a.atttypmod), a.attnotnull OR t.typtype = 'd' AND t.typnotnull,
        a.attidentity <> '', a.attgenerated <> '', pg_catalog.pg_get_expr(d.adbin, d.adrelid)
      FROM pg_catalog.pg_attribute a
        JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
        JOIN pg_catalog.pg_namespace s ON s.oid = c.relnamespace
        JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
        LEFT JOIN pg_catalog.pg_type b ON t.typtype = 'd' AND b.oid = t.typbasetype
        LEFT JOIN pg_catalog.pg_type e ON e.oid = coalesce(b.typelem, t.typelem)
          AND coalesce(b.typlen, t.typlen) = -1 AND e.oid <> 0
        JOIN pg_catalog.pg_namespace n ON n.oid = coalesce(e.typnamespace, b.typnamespace, t.typnamespace)
        LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
      WHERE s.nspname IN (NAMESPACES) AND c.relkind IN ('r', 'p', 'v', 'm') AND NOT c.relispartition
        AND a.attnum > 0 AND NOT a.attisdropped
      ORDER BY a.attrelid, a.attnum
      """
    case .indexes:
      """
      SELECT i.indrelid, x.relname, i.indisunique, i.indisprimary, m.amname, i.indkey, i.indclass,
        i.indoption, pg_catalog.pg_get_expr(i.indpred, i.indrelid),
        CASE WHEN i.indexprs IS NOT NULL THEN pg_catalog.pg_get_indexdef(i.indexrelid) END
      FROM pg_catalog.pg_index i
        JOIN pg_catalog.pg_class c ON c.oid = i.indrelid
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid
        JOIN pg_catalog.pg_am m ON m.oid = x.relam
      WHERE n.nspname IN (NAMESPACES) AND c.relkind IN ('r', 'p') AND NOT c.relispartition
        AND NOT i.indisexclusion
      ORDER BY x.relname
      """
    case .operatorClasses: "SELECT oid, opcname, opcdefault FROM pg_catalog.pg_opclass"
    case .constraints:
      """
      SELECT k.conrelid, k.conname, k.contype, k.conkey, r.relname, s.nspname, k.confrelid, k.confkey,
        k.confdeltype, k.confupdtype, k.condeferrable,
        CASE WHEN k.contype IN ('c', 'x') THEN pg_catalog.pg_get_constraintdef(k.oid) END
      FROM pg_catalog.pg_constraint k
        JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        LEFT JOIN pg_catalog.pg_class r ON r.oid = k.confrelid
        LEFT JOIN pg_catalog.pg_namespace s ON s.oid = r.relnamespace
      WHERE n.nspname IN (NAMESPACES) AND k.contype IN ('c', 'f', 'p', 'u', 'x') AND k.conparentid = 0
        AND NOT c.relispartition
      ORDER BY k.conname
      """
    case .enums:
      """
      SELECT n.nspname, t.typname, e.enumlabel,
        CASE WHEN e.enumsortorder = min(e.enumsortorder) OVER (PARTITION BY t.oid)
          THEN pg_catalog.obj_description(t.oid, 'pg_type') END
      FROM pg_catalog.pg_type t
        JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
        JOIN pg_catalog.pg_enum e ON e.enumtypid = t.oid
      WHERE n.nspname IN (NAMESPACES)
      ORDER BY n.nspname, t.typname, e.enumsortorder
      """
    case .comments:
      """
      SELECT d.objoid, d.objsubid, d.description
      FROM pg_catalog.pg_description d
        JOIN pg_catalog.pg_class c ON c.oid = d.objoid
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname IN (NAMESPACES) AND d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass
        AND c.relkind IN ('r', 'p', 'v', 'm')
      """
    case .triggers:
      """
      SELECT t.tgrelid, t.tgname, pg_catalog.pg_get_triggerdef(t.oid)
      FROM pg_catalog.pg_trigger t
        JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname IN (NAMESPACES) AND NOT t.tgisinternal ORDER BY t.tgname
      """
    case .policies:
      """
      SELECT p.polrelid, p.polname, CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT'
        WHEN 'w' THEN 'UPDATE' WHEN 'd' THEN 'DELETE' ELSE 'ALL' END
      FROM pg_catalog.pg_policy p
        JOIN pg_catalog.pg_class c ON c.oid = p.polrelid
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname IN (NAMESPACES) ORDER BY p.polname
      """
    case .extensions:
      """
      SELECT e.extname, n.nspname, e.extversion, e.extrelocatable
      FROM pg_catalog.pg_extension e JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace
      ORDER BY e.extname
      """
    }
  }

  /// The state of the catalogue in one row: the numbers of rows, and the sums of the transactions that
  /// wrote them. Whatever is made, changed or dropped changes one of them; what is measured by ANALYZE
  /// and VACUUM does not. In front stand the database and since when its server runs: a server that is
  /// made anew counts its transactions from the start again.
  static let fingerprintText =
    "SELECT (SELECT oid || ':' || extract(epoch FROM pg_catalog.pg_postmaster_start_time()) "
    + "FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database()) || ' ' || "
    + [
      "pg_class WHERE oid >= 16384 AND relkind <> 't'", "pg_attribute WHERE attrelid >= 16384",
      "pg_attrdef", "pg_index WHERE indexrelid >= 16384", "pg_constraint WHERE oid >= 16384",
      "pg_type WHERE oid >= 16384", "pg_enum", "pg_trigger", "pg_policy", "pg_inherits",
      "pg_extension", "pg_namespace WHERE oid >= 16384", "pg_description WHERE objoid >= 16384",
      "pg_rewrite WHERE oid >= 16384",
    ].map {
      "(SELECT count(*) || ':' || coalesce(sum(xmin::text::bigint), 0) FROM pg_catalog.\($0))"
    }.joined(separator: " || ' ' || ")
}
