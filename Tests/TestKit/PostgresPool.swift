import Database
import Glibc
import Kernel

/// Schemas of PostgreSQL that were made once and go from one test case to the next, with the rows their
/// steps wrote and no others: to make a large one takes as long as most tests together.
enum PostgresPool {
  /// A schema, and what its tables were when they were made.
  private struct Kept {
    let name: String
    let mark: String
  }

  private static let idle = Guarded<[[Migration]: [Kept]]>([:])
  private static let lent = Guarded<[String: [Migration]]>([:])
  private static let unwritten = Guarded<[[Migration]: Kept]>([:])
  private static let isSwept = Guarded(false)
  private static let prefix = "test_kept_"

  /// The address of a schema that holds some steps and is nobody else's until the test case ends.
  static func address(_ migrations: [Migration], in scope: TestScope) throws -> String {
    let kept = try idle.withLock { $0[migrations]?.popLast() } ?? make(migrations)
    lent.withLock { $0[kept.name] = migrations }
    scope.atEnd { giveBack(kept, migrations) }
    return try PostgresSchema.address(of: kept.name)
  }

  /// The schema with the steps of a lent one that no test writes to, for asking how a query would run:
  /// the planner goes by a table's pages, and rows that went leave theirs behind.
  static func unwritten(like name: String) throws -> String? {
    guard let migrations = lent.withLock({ $0[name] }) else { return nil }
    return try unwritten.withLock { unwritten in
      if let kept = unwritten[migrations] { return kept.name }
      let kept = try make(migrations)
      unwritten[migrations] = kept
      return kept.name
    }
  }

  private static func make(_ migrations: [Migration]) throws -> Kept {
    let number = String(UInt64.random(in: .min ... .max), radix: 36)
    let name = "\(prefix)\(getpid())_\(number)"
    return try PostgresSchema.keeping { keeper in
      try sweep(keeper)
      try keeper.write { try $0.script("CREATE SCHEMA \(name)") }
      let database = try TestDatabase.open(PostgresSchema.address(of: name))
      defer { database.close() }
      try Migrator(migrations).migrate(database)
      try keeper.write { try $0.script(seeding(name)) }
      return Kept(name: name, mark: try keeper.read { try mark(name, $0) })
    }
  }

  /// Takes a schema back; one whose tables a test changed goes.
  private static func giveBack(_ kept: Kept, _ migrations: [Migration]) {
    lent.withLock { $0[kept.name] = nil }
    try? PostgresSchema.keeping { keeper in
      let isWhole = try keeper.read { try mark(kept.name, $0) } == kept.mark
      guard isWhole, (try? keeper.write { try $0.script(clearing(kept.name)) }) != nil else {
        return try keeper.write { write in
          try write.script(
            "DROP SCHEMA \(kept.name) CASCADE; DROP SCHEMA \(kept.name)_seed CASCADE")
        }
      }
      idle.withLock { $0[migrations, default: []].append(kept) }
    }
  }

  /// Drops what runs left that are over.
  private static func sweep(_ keeper: Database) throws {
    guard
      isSwept.withLock({ isSwept in
        defer { isSwept = true }; return !isSwept
      })
    else { return }
    let names = try keeper.read { read in
      try read.all(
        "SELECT CAST(nspname AS TEXT) FROM pg_namespace WHERE nspname LIKE 'test_kept_%'"
      ) {
        row in try row.text()
      }
    }
    for name in names {
      let number = name.dropFirst(prefix.count).prefix { $0 != "_" }
      guard let process = Int32(number), kill(process, 0) != 0 else { continue }
      try keeper.write { try $0.script("DROP SCHEMA \(name) CASCADE") }
    }
  }

  /// What changes where a table, a column or an index is added or taken away, or where a table was
  /// measured for the planner.
  private static func mark(_ name: String, _ read: Read) throws -> String {
    let mark = try read.first(
      """
      SELECT count(*) || ' ' || max(CAST(CAST(xmin AS TEXT) AS BIGINT)) || ' '
        || count(*) FILTER (WHERE relkind = 'r' AND reltuples >= 0)
      FROM pg_class WHERE relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = \(name))
      """
    ) { row in try row.text() }
    return mark ?? ""
  }

  /// Remembers the rows and the numbers the steps wrote, and lets the server measure no table.
  private static func seeding(_ name: String) -> String {
    """
    CREATE SCHEMA \(name)_seed;
    DO $$
    DECLARE one record; is_used boolean;
    BEGIN
      FOR one IN SELECT tablename FROM pg_tables WHERE schemaname = '\(name)' LOOP
        EXECUTE format('ALTER TABLE \(name).%I SET (autovacuum_enabled = false)', one.tablename);
        EXECUTE format('SELECT EXISTS (SELECT 1 FROM \(name).%I)', one.tablename) INTO is_used;
        IF is_used THEN
          EXECUTE format('CREATE TABLE \(name)_seed.%I AS TABLE \(name).%I', one.tablename,
            one.tablename);
        END IF;
      END LOOP;
      CREATE TABLE \(name)_seed.test_numbers AS
        SELECT sequencename::text, last_value FROM pg_sequences WHERE schemaname = '\(name)';
    END $$;
    """
  }

  /// Leaves the rows the steps wrote and begins to count where they left off.
  private static func clearing(_ name: String) -> String {
    """
    SET LOCAL lock_timeout = '5s';
    SET LOCAL session_replication_role = replica;
    DO $$
    DECLARE one record;
    BEGIN
      FOR one IN SELECT tablename FROM pg_tables WHERE schemaname = '\(name)' LOOP
        EXECUTE format('DELETE FROM \(name).%I', one.tablename);
      END LOOP;
      FOR one IN SELECT tablename FROM pg_tables
        WHERE schemaname = '\(name)_seed' AND tablename <> 'test_numbers' LOOP
        EXECUTE format('INSERT INTO \(name).%I SELECT * FROM \(name)_seed.%I', one.tablename,
          one.tablename);
      END LOOP;
      FOR one IN SELECT s.sequencename, n.last_value
        FROM pg_sequences s JOIN \(name)_seed.test_numbers n USING (sequencename)
        WHERE s.schemaname = '\(name)' AND s.last_value IS DISTINCT FROM n.last_value LOOP
        PERFORM setval(format('\(name).%I', one.sequencename), coalesce(one.last_value, 1),
          one.last_value IS NOT NULL);
      END LOOP;
    END $$;
    """
  }
}
