internal import Database
internal import Jobs
internal import Kernel

/// Reads imports for the pages: the list, one of them, the months they hold.
enum RunStore {
  /// Rows of a list shown on one page.
  static let onPage = 25

  private static let columns: SQL = """
    id, source, started_at, as_of, state, message, account, files, rows_read, stored, already_known, \
    repeated, disagreements, unlocated, refused, ignored, replaced
    """

  static func count(_ read: Read) throws -> Int {
    try read.count("SELECT COUNT(*) FROM incident_run")
  }

  /// A page of imports, newest first.
  static func page(_ page: Int, _ read: Read) throws -> [ImportRecord] {
    try read.all(
      """
      SELECT \(columns) FROM incident_run ORDER BY id DESC \
      LIMIT \(onPage) OFFSET \((page - 1) * onPage)
      """
    ) { row in try ImportRecord(row: &row) }
  }

  /// The latest imports of a source.
  static func latest(of source: String, _ read: Read) throws -> [ImportRecord] {
    try read.all(
      """
      SELECT \(columns) FROM incident_run WHERE source = \(source) ORDER BY id DESC LIMIT 10
      """
    ) { row in try ImportRecord(row: &row) }
  }

  static func find(_ id: ID<ImportRunTag>, _ read: Read) throws -> ImportRecord? {
    try read.first("SELECT \(columns) FROM incident_run WHERE id = \(id)") { row in
      try ImportRecord(row: &row)
    }
  }

  /// The newest import of a job: one that was taken up again has several.
  static func run(ofJob job: ID<Job>, _ read: Read) throws -> ID<ImportRunTag>? {
    try read.first("SELECT id FROM incident_run WHERE job = \(job) ORDER BY id DESC LIMIT 1") {
      row in try row.id()
    }
  }

  /// The files of an import that were not read; the first hundred.
  static func ignored(_ run: ID<ImportRunTag>, _ read: Read) throws -> [String] {
    try read.all(
      """
      SELECT name FROM incident_file WHERE run = \(run) AND state = 'ignored' \
      ORDER BY id LIMIT 100
      """
    ) { row in try row.text() }
  }

  /// How many months there are, of all imports or of one.
  static func monthCount(of run: ID<ImportRunTag>? = nil, _ read: Read) throws -> Int {
    try read.count("SELECT COUNT(*) FROM incident_snapshot s WHERE \(shown(run))")
  }

  /// A page of months, latest first.
  static func months(
    of run: ID<ImportRunTag>? = nil, page: Int, _ read: Read
  ) throws -> [SnapshotRecord] {
    try read.all(
      """
      SELECT s.month, f.name, s.state, i.name, r.as_of, s.stored, s.repeated, s.unlocated, s.run \
      FROM incident_snapshot s JOIN incident_force f ON f.id = s.force \
        JOIN incident_file i ON i.id = s.file JOIN incident_run r ON r.id = s.run \
      WHERE \(shown(run)) ORDER BY s.month DESC, s.id DESC \
      LIMIT \(onPage) OFFSET \((page - 1) * onPage)
      """
    ) { row in try SnapshotRecord(row: &row) }
  }

  private static func shown(_ run: ID<ImportRunTag>?) -> SQL {
    guard let run else { return "s.state <> 'loading'" }
    return "s.state <> 'loading' AND s.run = \(run)"
  }
}
