internal import Kernel

/// Why there is no map.
enum HotspotProblem: Problem, Equatable {
  case notFound
  case noRun
  case noEvents
  case tooFew(Int)
  case noIntervention
  case tooMany(Int)
  case tooLarge
  case differs(ID<HotspotRunTag>)
  case otherMethod(ID<HotspotRunTag>, version: Int)

  var message: String {
    switch self {
    case .notFound: "There is no such page. Go back to Hotspots."
    case .noRun: "There is no such map. Go back to the kept maps."
    case .noIntervention: "There is no such intervention. Go back to Interventions."
    case .tooMany(let count):
      "There are \(count) incidents, and the pairs of more than \(EventRepeats.most) take too long. "
        + "Choose fewer months or one kind."
    case .noEvents:
      "There is nothing to map yet: import incidents first (hamlet incidents import)."
    case .tooFew(let count):
      "Only \(count) incidents with a place: a map needs \(HotspotMap.fewest) or more. "
        + "Choose more months or every kind."
    case .tooLarge:
      "So many squares take long to test. Keep the map: it is drawn in the background."
    case .differs(let id):
      "Drawn again, map \(id) is another: its events, land or weights changed since. "
        + "The kept map stands as it was made."
    case .otherMethod(let id, let version):
      "Map \(id) was drawn by version \(version) of the method, and this program draws by "
        + "version \(HotspotParameters.version): they cannot be compared. The kept map stands as it "
        + "was made."
    }
  }

  var status: Int {
    switch self {
    case .notFound, .noRun, .noIntervention: 404
    case .noEvents, .tooFew, .tooMany, .tooLarge, .differs, .otherMethod: 422
    }
  }
}
