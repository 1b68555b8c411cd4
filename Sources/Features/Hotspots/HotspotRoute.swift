internal import HTTP
internal import Kernel

/// The pages of hotspots.
enum HotspotRoute: Route {
  case map(HotspotFilter)
  case geoJSON(HotspotFilter)

  init?(_ method: Method, _ path: [String], _ query: Fields) {
    switch path {
    case ["hotspots"]: self = .map(HotspotFilter(query))
    case ["hotspots", "map.geojson"]: self = .geoJSON(HotspotFilter(query))
    default: return nil
    }
  }

  var path: String {
    switch self {
    case .map(let filter): Path("hotspots").with(filter.fields).text
    case .geoJSON(let filter): Path("hotspots", "map.geojson").with(filter.fields).text
    }
  }
}
