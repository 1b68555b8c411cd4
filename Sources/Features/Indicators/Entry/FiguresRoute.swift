import HTTP
import Kernel

/// The pages on which a quarter's figures are gathered, signed off and published.
enum FiguresRoute: Route {
  /// What is due for the latest quarter of the current plan.
  case start
  case due(FiguresPlace)
  case entry(FiguresPlace, ID<Priority>)
  case signOff(FiguresPlace, ID<Priority>)
  case returnsStart
  case returns(FiguresPlace)
  case agency(FiguresPlace, String)
  case form(FiguresPlace, String)
  case confirm(FiguresPlace, String)
  case chase(FiguresPlace, String)
  case publication(FiguresPlace)

  init?(_ method: Method, _ path: [String], _ query: Fields) {
    guard path.count >= 2, path[0] == "indicators" else { return nil }
    switch (path[1], path.count) {
    case ("figures", 2): self = .start
    case ("returns", 2): self = .returnsStart
    default:
      guard path.count >= 4, let place = FiguresPlace(path[2], path[3]) else { return nil }
      self.init(path[1], place, Array(path[4...]))
    }
  }

  private init?(_ part: String, _ place: FiguresPlace, _ rest: [String]) {
    switch (part, rest.count) {
    case ("figures", 0): self = .due(place)
    case ("figures", 1):
      guard let priority = ID<Priority>(rest[0]) else { return nil }
      self = .entry(place, priority)
    case ("figures", 2):
      guard let priority = ID<Priority>(rest[0]), rest[1] == "sign-off" else { return nil }
      self = .signOff(place, priority)
    case ("returns", 0): self = .returns(place)
    case ("returns", 1): self = .agency(place, rest[0])
    case ("returns", 2):
      switch rest[1] {
      case "form.xlsx": self = .form(place, rest[0])
      case "confirm": self = .confirm(place, rest[0])
      case "chase": self = .chase(place, rest[0])
      default: return nil
      }
    case ("publications", 0): self = .publication(place)
    default: return nil
    }
  }

  var path: String {
    switch self {
    case .start: Path("indicators", "figures").text
    case .returnsStart: Path("indicators", "returns").text
    case .due(let place): place.path("figures")
    case .entry(let place, let priority): place.path("figures", priority.description)
    case .signOff(let place, let priority):
      place.path("figures", priority.description, "sign-off")
    case .returns(let place): place.path("returns")
    case .agency(let place, let key): place.path("returns", key)
    case .form(let place, let key): place.path("returns", key, "form.xlsx")
    case .confirm(let place, let key): place.path("returns", key, "confirm")
    case .chase(let place, let key): place.path("returns", key, "chase")
    case .publication(let place): place.path("publications")
    }
  }
}

/// A plan and a period, as they stand in a path.
struct FiguresPlace: Hashable, Sendable {
  let plan: String
  let period: Period

  init(plan: String, period: Period) {
    self.plan = plan
    self.period = period
  }

  init?(_ plan: String, _ slug: String) {
    guard let period = Period(slug: slug) else { return nil }
    self.init(plan: plan, period: period)
  }

  func path(_ part: String, _ rest: String...) -> String {
    Path(["indicators", part, plan, period.slug] + rest).text
  }

  /// The same plan, the period before.
  var previous: FiguresPlace { FiguresPlace(plan: plan, period: period.previous) }
}
