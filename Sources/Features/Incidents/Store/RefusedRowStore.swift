import Database
import Kernel
import Secrets

/// The rows that imports refused, in the database; what stood in them is sealed.
struct RefusedRowStore: Sendable {
  private static let table: StaticString = "incident_refused_row"

  let keyring: Keyring

  func insert(_ refused: [RefusedRow], run: Int64, in write: Write) throws {
    for row in refused {
      let id: ID<RefusedRow>? = try write.first(
        """
        INSERT INTO incident_refused_row (run, file, line, reason) \
        VALUES (\(run), \(row.file), \(row.line), \(row.reason)) RETURNING id
        """
      ) { row in try row.id() }
      guard let id else { throw DatabaseError.shape("the refused row was given no id") }
      try keep(Sensitive(row.content), of: id, in: write)
    }
  }

  /// The refused rows of an import, from the first; what stood in those kept before it was sealed is gone.
  func rows(of run: ID<ImportRunTag>, limit: Int, _ read: Read) throws -> [RefusedRow] {
    try read.all(
      """
      SELECT id, file, line, reason, content FROM incident_refused_row WHERE run = \(run) \
      ORDER BY id LIMIT \(limit)
      """
    ) { row in
      let id: ID<RefusedRow> = try row.id()
      let (file, line, reason) = (try row.text(), try row.int(), try row.text())
      let content = try row.optionalBytes().map { sealed in
        try open(sealed, id).reveal(for: "a row that an import refused")
      }
      return RefusedRow(file: file, line: line, reason: reason, content: content ?? "")
    }
  }

  /// Seals the next rows after an id anew; their ids.
  func sealAnew(after last: Int64, in write: Write) throws -> [Int64] {
    let rows = try write.all(
      """
      SELECT id, content FROM incident_refused_row WHERE id > \(last) AND content IS NOT NULL \
      ORDER BY id LIMIT 500
      """
    ) { row -> (id: ID<RefusedRow>, content: [UInt8]) in (try row.id(), try row.bytes()) }
    for row in rows { try keep(try open(row.content, row.id), of: row.id, in: write) }
    return rows.map(\.id.rawValue)
  }

  private func keep(
    _ content: Sensitive<String>, of id: ID<RefusedRow>, in write: Write
  ) throws {
    let sealed = keyring.seal(content, table: Self.table, row: id, column: "content")
    try write.run("UPDATE incident_refused_row SET content = \(sealed) WHERE id = \(id)")
  }

  private func open(_ sealed: [UInt8], _ id: ID<RefusedRow>) throws -> Sensitive<String> {
    try keyring.open(sealed, table: Self.table, row: id, column: "content")
  }
}
