internal import Database

/// What the quality of a month is read from: counted once, when its rows are stored.
enum QualitySchema {
  static let migration = Migration(
    feature: "incidents", number: 2,
    text: tables
      + QualityCounting.facts(of: "s.state <> 'loading'").text + ";\n"
      + QualityCounting.districts(of: "s.state <> 'loading'").text + ";")

  private static let tables = """
    CREATE TABLE incident_quality (
      snapshot {i64} NOT NULL PRIMARY KEY REFERENCES incident_snapshot (id),
      identical {i64} NOT NULL, unnamed {i64} NOT NULL
    ) {strict};
    CREATE TABLE incident_district (
      snapshot {i64} NOT NULL REFERENCES incident_snapshot (id), name {text} NOT NULL,
      count {i64} NOT NULL, PRIMARY KEY (snapshot, name)
    ) {strict};

    """
}
