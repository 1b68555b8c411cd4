internal import Database
internal import Geography
internal import Kernel
internal import Partnership

/// The points the source snaps its incidents to, with the LSOA codes it gives them.
struct SourcePlaces {
  private var ids: [Int] = []
  private var points: [GeoPoint] = []
  /// The number of the LSOA of each place, by the place's id; 0 where it names none.
  private var lsoas: [Int32] = []

  init(_ read: Read) throws {
    try read.each("SELECT id, longitude, latitude, lsoa FROM incident_place") { row in
      let id = try row.int()
      let (longitude, latitude) = (try row.optionalInt(), try row.optionalInt())
      if id >= lsoas.count {
        lsoas.append(contentsOf: repeatElement(0, count: id + 1 - lsoas.count))
      }
      lsoas[id] = Int32(try row.optionalInt() ?? 0)
      guard let longitude, let latitude else { return }
      ids.append(id)
      points.append(
        GeoPoint(latitude: Double(latitude) / 1e6, longitude: Double(longitude) / 1e6))
    }
  }

  /// The places parted as a division parts them.
  ///
  /// - Throws: ``ProjectionProblem`` where degrees cannot be made metres.
  func placed(_ division: Division, _ directory: AreaDirectory, _ read: Read) throws
    -> PlacedPlaces
  {
    switch division.parting {
    case .codes:
      return PlacedPlaces(areas: lsoas.map { $0 > 0 ? $0 : Int32(Division.unlocated) })
    case .areas(let kind, let edition):
      let finder = try directory.finder(kind, edition, read)
      let numbers = finder.numbers(of: try NationalGrid().gridPoints(points))
      var areas = [Int32](repeating: Int32(Division.unlocated), count: lsoas.count)
      for (id, number) in zip(ids, numbers) { areas[id] = number + 1 }
      let known = kind == .lsoa ? try Self.known(Set(finder.areas.map(\.code)), read) : nil
      return PlacedPlaces(areas: areas, lsoas: lsoas, known: known)
    }
  }

  /// The numbers of the source's LSOAs whose code is one of some.
  private static func known(_ codes: Set<String>, _ read: Read) throws -> Set<Int32> {
    var known: Set<Int32> = []
    try read.each("SELECT id, code FROM incident_lsoa") { row in
      let id = Int32(try row.int())
      if codes.contains(try row.text()) { known.insert(id) }
    }
    return known
  }
}

/// Where each of the source's places lies in a division.
struct PlacedPlaces {
  private let areas: [Int32]
  private let fits: [Fit]

  /// Whether the code a place names is one of the division's.
  enum Fit: UInt8 {
    /// It names none, or lies in no area of the division.
    case none
    case fits
    /// It lies in an area and names a code the division does not have.
    case strange
  }

  /// Places by the number of their area; `known` are the numbers of the codes the division has,
  /// `nil` where codes do not matter.
  init(areas: [Int32], lsoas: [Int32] = [], known: Set<Int32>? = nil) {
    self.areas = areas
    fits =
      known.map { known in
        zip(areas, lsoas).map { area, lsoa in
          area <= 0 || lsoa == 0 ? .none : known.contains(lsoa) ? .fits : .strange
        }
      } ?? []
  }

  /// Whether it knows how codes fit.
  var tellsFit: Bool { !fits.isEmpty }

  @inline(__always)
  func area(_ place: Int) -> Int32 {
    areas.indices.contains(place) ? areas[place] : Int32(Division.unlocated)
  }

  @inline(__always)
  func fit(_ place: Int) -> Fit { fits.indices.contains(place) ? fits[place] : .none }
}
