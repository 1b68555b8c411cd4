internal import Database
internal import Geography
internal import Partnership

/// An area as forms and commands name it: `ward/2022/E05000573`, or a circle
/// `easting,northing,radius` in metres.
enum AreaName: Equatable, Sendable {
  case known(AreaKey)
  case circle(GridPoint, radius: Double)

  /// Reads a name, whose kind may be left out where one is given; `nil` for anything else.
  init?(_ text: String, _ kind: AreaKind? = nil) {
    if let key = AreaKey(text) ?? kind.flatMap({ AreaKey("\($0.rawValue)/\(text)") }) {
      self = .known(key)
    } else {
      let numbers = text.split(separator: ",").map { Double($0.filter { $0 != " " }) }
      guard numbers.count == 3, let east = numbers[0], let north = numbers[1],
        let radius = numbers[2], (0...700_000).contains(east), (0...1_300_000).contains(north),
        (50...5_000).contains(radius)
      else { return nil }
      self = .circle(GridPoint(easting: east, northing: north), radius: radius)
    }
  }

  /// How it is written.
  var text: String {
    switch self {
    case .known(let key): key.text
    case .circle(let centre, let radius):
      "\(Int(centre.easting)),\(Int(centre.northing)),\(Int(radius))"
    }
  }

  /// The area with its name in words; `nil` where there is none.
  func find(_ areas: AreaDirectory, _ read: Read) throws -> StatedArea? {
    switch self {
    case .known(let key):
      return try key.find(areas, read)
    case .circle(let centre, let radius):
      return StatedArea(
        name: "Circle of \(Int(radius)) m round \(Int(centre.easting)), \(Int(centre.northing))",
        shape: MultiPolygon(around: centre, radius: radius))
    }
  }
}
