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

  init?(_ method: Method, _ path: [String], _ query: Fields) {
    guard path.first == "hotspots" else { return nil }
    let parts = Array(path.dropFirst())
    let filter = HotspotFilter(query)
    switch (parts.first, parts.count) {
    case (nil, _): self = .map(filter)
    case ("map.geojson", 1): self = .geoJSON(filter)
    case ("wards", 1): self = .wards(filter)
    case ("harm", 1): self = .harm
    case ("runs", 1):
      self = .runs(page: min(max(query["page"].flatMap { Int($0) } ?? 1, 1), 10_000))
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
    case .runs(let page):
      Path("hotspots", "runs").with(page > 1 ? [("page", String(page))] : []).text
    case .run(let id): Path("hotspots", "runs", id.description).text
    case .runGeoJSON(let id): Path("hotspots", "runs", id.description, "map.geojson").text
    case .job(let id): Path("hotspots", "jobs", id.description).text
    case .wards(let filter): Path("hotspots", "wards").with(filter.fields).text
    case .harm: Path("hotspots", "harm").text
    }
  }
}
