internal import Partnership

/// A start for a mapping: what files of a usual kind look like.
///
/// It is data: nothing else knows of it, and what is saved is a mapping like any other.
struct MappingTemplate: Sendable {
  /// Its key in the address.
  let key: String
  /// What kind of file it is for.
  let title: String
  let mapping: Mapping

  private init(_ key: String, _ title: String, _ change: (inout Mapping) -> Void) {
    var mapping = Mapping()
    change(&mapping)
    self.key = key
    self.title = title
    self.mapping = mapping
  }

  static let all = [
    cad, council, environment, fire, stopAndSearch, streets, wards, boroughs, minutes, empty,
  ]

  private static let cad = MappingTemplate("cad", "Police CAD extract") {
    $0.columns.reference = "Incident number"
    $0.columns.category = ["Closing category"]
    $0.columns.from = ["Date", "Time"]
    $0.columns.x = "Easting"
    $0.columns.y = "Northing"
    $0.columns.location = "Street"
    $0.columns.outcome = "Result"
    $0.dates = "dd/MM/yyyy[ HH:mm][:ss]"
    $0.system = britishGrid
  }

  private static let council = MappingTemplate("council", "Council: anti-social behaviour") {
    $0.columns.reference = "Reference"
    $0.columns.category = ["Type"]
    $0.columns.from = ["From"]
    $0.columns.to = ["To"]
    $0.columns.x = "Easting"
    $0.columns.y = "Northing"
    $0.columns.location = "Street"
    $0.columns.outcome = "Status"
    $0.dates = "dd/MM/yyyy[ HH:mm]"
    $0.system = britishGrid
  }

  private static let environment = MappingTemplate(
    "environment", "Council: street scene and environment"
  ) {
    $0.time = .day
    $0.columns.reference = "Reference"
    $0.columns.category = ["Service", "Issue"]
    $0.columns.from = ["Reported"]
    $0.columns.x = "Easting"
    $0.columns.y = "Northing"
    $0.columns.location = "Street"
    $0.columns.outcome = "Status"
    $0.dates = "dd/MM/yyyy[ HH:mm][:ss]"
    $0.system = britishGrid
  }

  private static let fire = MappingTemplate("fire", "Fire service incidents") {
    $0.place = .snapped
    $0.columns.reference = "IncidentNumber"
    $0.columns.category = ["IncidentGroup"]
    $0.columns.from = ["DateOfCall", "TimeOfCall"]
    $0.columns.x = "Easting_rounded"
    $0.columns.y = "Northing_rounded"
    $0.columns.area = "IncGeo_WardCode"
    $0.columns.outcome = "StopCodeDescription"
    $0.dates = "dd MMM yyyy[ HH:mm][:ss]"
    $0.system = britishGrid
  }

  private static let stopAndSearch = MappingTemplate(
    "stop-and-search", "Stop and search (data.police.uk)"
  ) {
    $0.place = .snapped
    $0.columns.category = ["Object of search"]
    $0.columns.from = ["Date"]
    $0.columns.x = "Longitude"
    $0.columns.y = "Latitude"
    $0.columns.outcome = "Outcome"
    $0.dates = "yyyy-MM-ddTHH:mm:ssZ"
    $0.zone = .utc
    $0.system = "EPSG:4326"
    $0.otherwise = "Object not stated"
  }

  private static let streets = MappingTemplate("streets", "Months and points, parted by tabs") {
    $0.separator = .tab
    $0.place = .snapped
    $0.time = .month
    $0.columns.from = ["month"]
    $0.columns.x = "longitude"
    $0.columns.y = "latitude"
    $0.columns.area = "lsoa_code"
    $0.columns.location = "location"
    $0.dates = "yyyy-MM[-dd]"
    $0.system = "EPSG:4326"
    $0.otherwise = "Anti-social behaviour"
  }

  private static let wards = MappingTemplate("mps-wards", "Metropolitan Police: wards by month") {
    $0.force = RecordingBreak.metropolitan
    $0.rows = .months
    $0.place = .area
    $0.time = .month
    $0.columns.category = ["MajorText", "MinorText"]
    $0.columns.area = "WardCode"
    $0.dates = "yyyyMM"
  }

  private static let boroughs = MappingTemplate(
    "mps-boroughs", "Metropolitan Police: boroughs by month"
  ) {
    $0.force = RecordingBreak.metropolitan
    $0.rows = .months
    $0.place = .area
    $0.time = .month
    $0.columns.category = ["MajorText", "MinorText"]
    $0.columns.area = "BoroughName"
    $0.dates = "yyyyMM"
  }

  private static let minutes = MappingTemplate(
    "elsewhere", "A city elsewhere: minutes and points"
  ) {
    $0.columns.category = ["loc_cat"]
    $0.columns.from = ["date"]
    $0.columns.x = "longitude"
    $0.columns.y = "latitude"
    $0.columns.area = "district"
    $0.dates = "yyyy-MM-dd HH:mm"
    $0.system = "EPSG:4326"
    $0.plane = "EPSG:26971"
    $0.otherwise = "Not stated"
  }

  private static let empty = MappingTemplate("none", "None of these") { _ in }

  private static let britishGrid = Mapping.britishGrid
}
