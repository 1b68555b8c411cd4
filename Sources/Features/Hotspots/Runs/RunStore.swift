internal import Access
internal import Database
internal import Jobs
internal import Kernel
internal import Secrets

/// Keeps maps and reads them.
enum RunStore {
  /// Runs of a list shown on one page.
  static let onPage = 25

  /// Keeps a map.
  static func add(
    _ map: HotspotMap, sourceTitle: String, by account: ID<Account>?, job: ID<Job>?,
    at now: Instant, in write: Write
  ) throws -> ID<HotspotRunTag> {
    let (parameters, bytes) = (map.parameters, try map.bytes())
    let (source, category) = (parameters.source, parameters.category ?? "")
    let id: ID<HotspotRunTag>? = try write.first(
      """
      INSERT INTO hotspot_run (source, source_title, category, method, first_month, last_month, \
        cell, reach, permutations, seed, false_discoveries, harm, version, input, headline, \
        spots, events, account, made_at, job, sha256, map) \
      VALUES (\(source), \(sourceTitle), \(category), \(parameters.method.rawValue), \
        \(parameters.months.lowerBound), \(parameters.months.upperBound), \(parameters.cell), \
        \(parameters.reach), \(parameters.permutations), \(Int(HotspotParameters.seed)), \
        \(HotspotParameters.falseDiscoveries), \(parameters.harm), \(HotspotParameters.version), \
        \(map.hash), \(map.headline), \(map.hotspots.count), \(map.events), \(account), \(now), \
        \(job), \(SHA256.hash(bytes)), \(bytes)) RETURNING id
      """
    ) { row in try row.id() }
    guard let id else { throw DatabaseError.shape("the map was given no id") }
    try lead(id, source, category, parameters.months.upperBound, in: write)
    return id
  }

  /// Makes a map the latest of its source and kind, unless one of later months is there.
  private static func lead(
    _ id: ID<HotspotRunTag>, _ source: String, _ category: String, _ last: Month, in write: Write
  ) throws {
    let later = try write.count(
      """
      SELECT COUNT(*) FROM hotspot_latest l JOIN hotspot_run r ON r.id = l.run \
      WHERE l.source = \(source) AND l.category = \(category) AND r.last_month > \(last)
      """)
    guard later == 0 else { return }
    try write.run(
      "DELETE FROM hotspot_latest WHERE source = \(source) AND category = \(category)")
    try write.run(
      """
      INSERT INTO hotspot_latest (source, category, run) VALUES (\(source), \(category), \(id))
      """)
  }

  static func count(_ read: Read) throws -> Int {
    try read.count("SELECT COUNT(*) FROM hotspot_run")
  }

  /// A page of runs, the newest first.
  static func page(_ page: Int, _ read: Read) throws -> [HotspotRun] {
    try read.all(pageQuery(page)) { row in try HotspotRun(row: &row) }
  }

  static func pageQuery(_ page: Int) -> SQL {
    """
    SELECT \(HotspotRun.columns) FROM hotspot_run ORDER BY id DESC \
    LIMIT \(onPage) OFFSET \((page - 1) * onPage)
    """
  }

  static func find(_ id: ID<HotspotRunTag>, _ read: Read) throws -> KeptMap? {
    try kept("WHERE id = \(id)", read).first
  }

  /// The run a job made; `nil` until it has.
  static func run(ofJob job: ID<Job>, _ read: Read) throws -> ID<HotspotRunTag>? {
    try read.first("SELECT id FROM hotspot_run WHERE job = \(job) LIMIT 1") { row in try row.id() }
  }

  /// The map of the months before, by the same source, kind and method.
  static func before(_ run: HotspotRun, _ read: Read) throws -> KeptMap? {
    try kept(beforeCondition(run), read).first
  }

  static func beforeCondition(_ run: HotspotRun) -> SQL {
    """
    WHERE source = \(run.source) AND category = \(run.category ?? "") \
      AND method = \(run.method.rawValue) AND last_month < \(run.months.upperBound) \
    ORDER BY last_month DESC, id DESC LIMIT 1
    """
  }

  /// A run of the same parameters from the same events, where one was kept.
  static func same(_ map: HotspotMap, _ read: Read) throws -> ID<HotspotRunTag>? {
    let parameters = map.parameters
    return try read.first(
      """
      SELECT id FROM hotspot_run WHERE source = \(parameters.source) \
        AND category = \(parameters.category ?? "") AND method = \(parameters.method.rawValue) \
        AND last_month = \(parameters.months.upperBound) AND sha256 = \(SHA256.hash(map.bytes())) \
      ORDER BY id LIMIT 1
      """
    ) { row in try row.id() }
  }

  /// The latest map of each source and kind, the newest first.
  static func latest(_ limit: Int, _ read: Read) throws -> [KeptMap] {
    try kept(latestCondition(limit), read)
  }

  static func latestCondition(_ limit: Int) -> SQL {
    """
    WHERE id IN (SELECT run FROM hotspot_latest ORDER BY run DESC LIMIT \(limit)) \
    ORDER BY id DESC LIMIT \(limit)
    """
  }

  static func keptQuery(_ condition: SQL) -> SQL {
    "SELECT \(HotspotRun.columns), map FROM hotspot_run \(condition)"
  }

  private static func kept(_ condition: SQL, _ read: Read) throws -> [KeptMap] {
    try read.all(keptQuery(condition)) { row in
      KeptMap(run: try HotspotRun(row: &row), map: try HotspotMap(bytes: try row.bytes()))
    }
  }
}
