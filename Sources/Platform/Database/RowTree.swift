/// Which tables' rows point to which others, as the schema itself says.
///
/// Deleting by it takes a record with everything that belongs to it, tables that are added later too:
/// no list of tables has to be kept. Keys of several columns are passed over.
public struct RowTree: Sendable {
  /// A column of one table that points to a column of another.
  public struct Edge: Sendable, Hashable {
    /// The table whose rows point.
    public let table: String
    /// The column by which they do.
    public let column: String
    /// The table they point to.
    public let parent: String
    /// The column they point to.
    public let key: String
  }

  /// All of them, by the table and the column that points.
  public let edges: [Edge]

  /// Reads them from the catalogue of the database; a few milliseconds.
  public init(_ read: Read) throws {
    let query: SQL = read.engine == .sqlite ? Self.sqlite : Self.postgres
    edges = try read.all(query) { row in
      Edge(
        table: try row.text(), column: try row.text(), parent: try row.text(),
        key: try row.text())
    }
  }

  /// Deletes the rows of a table with these ids, and first every row that points to one of them,
  /// directly or through others.
  ///
  /// - Returns: how many rows went, by table; tables of which none went are left out.
  /// - Throws: what the database throws: a row of the same table that points to one of them is not
  ///   deleted and keeps it.
  @discardableResult
  public func delete(
    from table: String, ids: [Int64], in write: Write
  ) throws -> [String: Int] {
    var counts: [String: Int] = [:]
    guard !ids.isEmpty else { return counts }
    try delete(from: table, where: "id IN (\(list: ids))", path: [], &counts, in: write)
    return counts
  }

  private func delete(
    from table: String, where condition: SQL, path: [String], _ counts: inout [String: Int],
    in write: Write
  ) throws {
    let path = path + [table]
    for edge in edges where edge.parent == table && !path.contains(edge.table) {
      let rows: SQL =
        "\(name(edge.column)) IN (SELECT \(name(edge.key)) FROM \(name(table)) WHERE \(condition))"
      try delete(from: edge.table, where: rows, path: path, &counts, in: write)
    }
    let count = try write.run("DELETE FROM \(name(table)) WHERE \(condition)")
    if count > 0 { counts[table, default: 0] += count }
  }

  /// A name of the catalogue as SQL.
  private func name(_ text: String) -> SQL {
    SQL(trusted: "\"\(text.replacing("\"", with: "\"\""))\"")
  }

  private static let sqlite: SQL = """
    SELECT m.name, MIN(f."from"), MIN(f."table"), MIN(COALESCE(f."to", 'id'))
    FROM sqlite_schema m JOIN pragma_foreign_key_list(m.name) f
    WHERE m.type = 'table' GROUP BY m.name, f.id HAVING COUNT(*) = 1 ORDER BY 1, 2
    """

  private static let postgres: SQL = """
    SELECT CAST(c.relname AS TEXT), CAST(a.attname AS TEXT), CAST(p.relname AS TEXT),
      CAST(k.attname AS TEXT)
    FROM pg_constraint x
    JOIN pg_class c ON c.oid = x.conrelid JOIN pg_class p ON p.oid = x.confrelid
    JOIN pg_attribute a ON a.attrelid = x.conrelid AND a.attnum = x.conkey[1]
    JOIN pg_attribute k ON k.attrelid = x.confrelid AND k.attnum = x.confkey[1]
    WHERE x.contype = 'f' AND cardinality(x.conkey) = 1
      AND c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())
    ORDER BY 1, 2
    """
}
