/// The places of a run: point, street and LSOA together, each with a number.
///
/// The source snaps every incident to one of some hundred thousand points, so a row needs only the
/// number. What a row says of its place is looked up by a fingerprint of its five fields, and its
/// coordinates are read only when the place is new.
struct PlaceCodes {
  /// A place new to the database.
  struct NewPlace {
    let id: Int64
    let coordinate: Coordinate?
    let street: String
    let lsoa: Int64?
  }

  /// An LSOA new to the database.
  struct NewLSOA {
    let id: Int64
    let code: String
    let name: String
  }

  /// A place's number, and that of its LSOA; nought where it has none.
  typealias Code = (place: Int32, lsoa: Int32)

  private let fingerprint: Fingerprint
  private var known = FingerprintTable()
  private var lsoas = FingerprintTable()
  private var codes: [Code] = []
  /// Places and LSOAs to be written with the next batch.
  private(set) var newPlaces: [NewPlace] = []
  private(set) var newLSOAs: [NewLSOA] = []

  init(fingerprint: Fingerprint) { self.fingerprint = fingerprint }

  /// Takes up an LSOA of the database.
  mutating func load(lsoa id: Int, code: String, name: String) {
    _ = lsoas.insert(key(code, name), UInt32(id))
  }

  /// Takes up a place of the database.
  mutating func load(
    place id: Int, coordinate: Coordinate?, street: String, code: String, name: String, lsoa: Int?
  ) {
    let key = key(coordinate, street, key(code, name))
    if known.insert(key, UInt32(codes.count)) == nil {
      codes.append((Int32(id), Int32(lsoa ?? 0)))
    }
  }

  /// The number of a row's place; reads and checks its fields where it is new.
  @inline(__always)
  mutating func code(_ row: StreetRow, ids: inout NumberBlocks) throws -> Code {
    let key = key(row)
    if let index = known.value(of: key) { return codes[Int(index)] }
    return try add(row, key: key, ids: &ids)
  }

  /// Forgets what has been handed to a batch.
  mutating func clearNew() {
    newPlaces.removeAll(keepingCapacity: true)
    newLSOAs.removeAll(keepingCapacity: true)
  }

  private mutating func add(
    _ row: StreetRow, key rowKey: UInt64, ids: inout NumberBlocks
  ) throws -> Code {
    let coordinate = try Coordinate.read(
      longitude: row[.longitude], latitude: row[.latitude])
    let street = try row.text(.location)
    let lsoaCode = try row.text(.lsoaCode)
    let lsoaName = try row.text(.lsoaName)
    let plain = key(coordinate, street, key(lsoaCode, lsoaName))
    if let index = known.value(of: plain) {
      _ = known.insert(rowKey, index)
      return codes[Int(index)]
    }
    let lsoa = lsoaCode.isEmpty ? nil : try lsoaNumber(lsoaCode, lsoaName, ids: &ids)
    let id = try ids.places.next()
    newPlaces.append(NewPlace(id: id, coordinate: coordinate, street: street, lsoa: lsoa))
    let code: Code = (Int32(id), Int32(lsoa ?? 0))
    _ = known.insert(plain, UInt32(codes.count))
    if plain != rowKey { _ = known.insert(rowKey, UInt32(codes.count)) }
    codes.append(code)
    return code
  }

  private mutating func lsoaNumber(
    _ code: String, _ name: String, ids: inout NumberBlocks
  ) throws -> Int64 {
    let key = key(code, name)
    if let id = lsoas.value(of: key) { return Int64(id) }
    let id = try ids.lsoas.next()
    newLSOAs.append(NewLSOA(id: id, code: code, name: name))
    _ = lsoas.insert(key, UInt32(id))
    return id
  }

  @inline(__always)
  private func key(_ row: StreetRow) -> UInt64 {
    var key = fingerprint(row[.lsoaCode])
    key = fingerprint(row[.lsoaName], salt: key)
    key = fingerprint(row[.location], salt: key)
    key = fingerprint(row[.longitude], salt: key)
    return fingerprint(row[.latitude], salt: key)
  }

  private func key(_ code: String, _ name: String) -> UInt64 {
    hash(name, salt: hash(code, salt: 0))
  }

  private func key(_ coordinate: Coordinate?, _ street: String, _ lsoa: UInt64) -> UInt64 {
    let key = hash(street, salt: lsoa)
    let east = coordinate.map { Coordinate.text($0.longitude) } ?? ""
    let north = coordinate.map { Coordinate.text($0.latitude) } ?? ""
    return hash(north, salt: hash(east, salt: key))
  }

  private func hash(_ text: String, salt: UInt64) -> UInt64 {
    var text = text
    return text.withUTF8 { fingerprint(UnsafeRawBufferPointer($0), salt: salt) }
  }
}
