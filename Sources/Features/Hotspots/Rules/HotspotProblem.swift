internal import Kernel

/// Why there is no map.
enum HotspotProblem: Problem, Equatable {
  case notFound
  case noEvents
  case tooFew(Int)

  var message: String {
    switch self {
    case .notFound: "There is no such page. Go back to Hotspots."
    case .noEvents:
      "There is nothing to map yet: import incidents first (hamlet incidents import)."
    case .tooFew(let count):
      "Only \(count) incidents with a place: a map needs \(HotspotMap.fewest) or more. "
        + "Choose more months or every kind."
    }
  }

  var status: Int { self == .notFound ? 404 : 422 }
}
