internal import Commands
internal import Documents
internal import Geography
internal import Partnership

/// Reads postcodes: Code-Point Open, with its header row or without, and the ONS Postcode Directory,
/// whose columns are found by their names.
struct PostcodeFile: RowFormat {
  private struct Columns {
    var postcode = 0
    var easting = 2
    var northing = 3
    var quality: Int? = 1
    var ward: Int? = 9
    var district: Int? = 8
    var ended: Int?
  }

  private var columns = Columns()

  mutating func begin(_ record: CSVRecord, _ file: String) throws -> Bool {
    // Code-Point Open has ten columns, and its header in another file.
    if record.count == 10, Postcode(record.text(0)) != nil { return false }
    let headings = record.texts.map(Heading.plain)
    let find = { (names: [String]) in Heading.find(names, in: headings) }
    guard let postcode = find(["pcds", "pcd2", "pcd", "postcode", "pc"]) else {
      throw InputRefused.headings(file, "postcodes", record.texts)
    }
    guard let easting = find(["oseast1m", "eastings", "easting", "ea", "x"]),
      let northing = find(["osnrth1m", "northings", "northing", "no", "y"])
    else { throw InputRefused.headings(file, "eastings and northings", record.texts) }
    columns = Columns(
      postcode: postcode, easting: easting, northing: northing,
      quality: find(["osgrdind", "positionalqualityindicator", "pq", "pqi"]),
      ward: find(["osward", "adminwardcode", "wc", "ward"])
        ?? headings.firstIndex { OfficialColumn($0)?.isCode(of: .ward) == true },
      district: find(["oslaua", "admindistrictcode", "dc", "district", "laua"])
        ?? headings.firstIndex { OfficialColumn($0)?.isCode(of: .borough) == true },
      ended: find(["doterm"]))
    return true
  }

  mutating func row(_ record: CSVRecord, _ file: String) throws -> PostcodeRow? {
    guard let postcode = Postcode(record.text(columns.postcode)) else {
      throw InputRefused.row(
        file, record.line, "“\(record.text(columns.postcode).prefix(12))” is not a postcode")
    }
    let point = try GridField.point(record, columns.easting, columns.northing, file)
    guard let point else { return nil }
    return PostcodeRow(
      postcode: postcode, point: point,
      quality: columns.quality.flatMap { Int(record.text($0)) } ?? 0,
      ward: columns.ward.map { String(record.text($0).prefix(AreaCode.longest)) } ?? "",
      district: columns.district.map { String(record.text($0).prefix(AreaCode.longest)) } ?? "",
      ended: columns.ended.flatMap { Self.month(record.text($0)) })
  }

  func check(_ rows: [PostcodeRow], _ file: String) throws {
    try GridField.check(rows.map(\.point), file)
  }

  /// `201904` as `2019-04`; `nil` for a postcode that lives.
  private static func month(_ text: String) -> String? {
    guard text.utf8.count == 6, text.allSatisfy(\.isNumber) else { return nil }
    return "\(text.prefix(4))-\(text.suffix(2))"
  }
}

/// Eastings and northings of a row.
enum GridField {
  /// Throws where most points lie at sea, and would lie on land with their axes exchanged.
  static func check(_ points: [GridPoint], _ file: String) throws {
    guard !points.isEmpty, let finding = Waters.finding(points), finding.isSwapped else { return }
    throw InputRefused.swapped(file, finding.place)
  }

  /// The point; `nil` where both are blank or nought, as files write "not known".
  static func point(
    _ record: CSVRecord, _ easting: Int, _ northing: Int, _ file: String
  ) throws -> GridPoint? {
    let (east, north) = (record.text(easting), record.text(northing))
    if east.isEmpty, north.isEmpty { return nil }
    guard let x = Double(east), let y = Double(north), x.isFinite, y.isFinite else {
      throw InputRefused.row(
        file, record.line, "“\(east.prefix(20))”, “\(north.prefix(20))” are not metres of the grid")
    }
    if x == 0, y == 0 { return nil }
    guard (0...700_000).contains(x), (0...1_300_000).contains(y) else {
      let hint =
        (-9...3).contains(x) && (49...62).contains(y)
        ? "; they look like degrees, and metres are wanted" : ""
      throw InputRefused.row(
        file, record.line, "\(east.prefix(20)), \(north.prefix(20)) lie outside the grid\(hint)")
    }
    return GridPoint(easting: x, northing: y)
  }
}
