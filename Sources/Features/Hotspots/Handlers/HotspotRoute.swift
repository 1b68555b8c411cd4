internal import HTTP
internal import Jobs
internal import Kernel

/// The pages of hotspots.
enum HotspotRoute: Route {
  case map(HotspotFilter)
  case geoJSON(HotspotFilter)
  case runs(page: Int)
  case run(ID<HotspotRunTag>)
  case runGeoJSON(ID<HotspotRunTag>)
  case job(ID<Job>)
  case wards(HotspotFilter)
  case harm
  case hours(HotspotFilter)
  case nearRepeats(HotspotFilter)
  case names
  /// A version of a named hotspot, by its year and code.
  case named(Int, String, HotspotFilter)
  case interventions(page: Int)
  case newIntervention
  case intervention(ID<InterventionTag>)

  init?(_ method: Method, _ path: [String], _ query: Fields) {
    guard path.first == "hotspots" else { return nil }
    let parts = Array(path.dropFirst())
    let filter = HotspotFilter(query)
    let page = min(max(query["page"].flatMap { Int($0) } ?? 1, 1), 10_000)
    switch (parts.first, parts.count) {
    case (nil, _): self = .map(filter)
    case ("map.geojson", 1): self = .geoJSON(filter)
    case ("wards", 1): self = .wards(filter)
    case ("harm", 1): self = .harm
    case ("hours", 1): self = .hours(filter)
    case ("near-repeats", 1): self = .nearRepeats(filter)
    case ("named", 1): self = .names
    case ("named", 3):
      guard let edition = Int(parts[1]) else { return nil }
      self = .named(edition, parts[2], filter)
    case ("interventions", 1): self = .interventions(page: page)
    case ("interventions", 2):
      if parts[1] == "new" {
        self = .newIntervention
      } else if let id = ID<InterventionTag>(parts[1]) {
        self = .intervention(id)
      } else {
        return nil
      }
    case ("runs", 1): self = .runs(page: page)
    case ("runs", 2...3):
      guard let id = ID<HotspotRunTag>(parts[1]) else { return nil }
      if parts.count == 2 {
        self = .run(id)
      } else if parts[2] == "map.geojson" {
        self = .runGeoJSON(id)
      } else {
        return nil
      }
    case ("jobs", 2):
      guard let id = ID<Job>(parts[1]) else { return nil }
      self = .job(id)
    default: return nil
    }
  }

  var path: String {
    switch self {
    case .map(let filter): Path("hotspots").with(filter.fields).text
    case .geoJSON(let filter): Path("hotspots", "map.geojson").with(filter.fields).text
    case .runs(let page): Self.list("runs", page)
    case .run(let id): Path("hotspots", "runs", id.description).text
    case .runGeoJSON(let id): Path("hotspots", "runs", id.description, "map.geojson").text
    case .job(let id): Path("hotspots", "jobs", id.description).text
    case .wards(let filter): Path("hotspots", "wards").with(filter.fields).text
    case .harm: Path("hotspots", "harm").text
    case .hours(let filter): Path("hotspots", "hours").with(filter.fields).text
    case .nearRepeats(let filter): Path("hotspots", "near-repeats").with(filter.fields).text
    case .names: Path("hotspots", "named").text
    case .named(let edition, let code, let filter):
      Path("hotspots", "named", String(edition), code).with(filter.fields).text
    case .interventions(let page): Self.list("interventions", page)
    case .newIntervention: Path("hotspots", "interventions", "new").text
    case .intervention(let id): Path("hotspots", "interventions", id.description).text
    }
  }

  private static func list(_ name: String, _ page: Int) -> String {
    Path("hotspots", name).with(page > 1 ? [("page", String(page))] : []).text
  }
}
