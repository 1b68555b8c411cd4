import HTTP
import Kernel

/// The pages on which a plan is made and changed.
enum PlanRoute: Route {
  /// The form of a new plan.
  case new
  /// A form that changes a plan.
  case form(String, PlanTask)
  /// Everything a plan says of one indicator, with the way to each form.
  case indicator(String, ID<PlanIndicator>)
  /// What was changed, by whom and why.
  case changes(String, page: Int)
  /// The plan as a file that can be read in again.
  case file(String, IndicatorRoute.Format)
  /// Reads a plan in from a file.
  case importing(String)
  /// Puts a priority or an indicator before the one above it.
  case raisePriority(String, ID<Priority>)
  case raiseIndicator(String, ID<PlanIndicator>)
  /// Gives a priority a lead, or takes one from it.
  case lead(String, ID<Priority>)

  init?(_ method: Method, _ path: [String], _ query: Fields) {
    guard path.first == "plans", path.count >= 2 else { return nil }
    if path == ["plans", PlanSlug.reserved] {
      self = .new
      return
    }
    let slug = path[1]
    let rest = Array(path[2...])
    if rest == ["changes"] {
      self = .changes(slug, page: pageNumber(query))
    } else if rest == ["import"] {
      self = .importing(slug)
    } else if rest.count == 1, rest[0].hasPrefix("plan."),
      let format = IndicatorRoute.Format(rawValue: String(rest[0].dropFirst("plan.".count)))
    {
      self = .file(slug, format)
    } else if let task = PlanTask(rest) {
      self = .form(slug, task)
    } else if rest.count >= 2, rest[0] == "priorities", let id = ID<Priority>(rest[1]) {
      switch Array(rest[2...]) {
      case ["up"]: self = .raisePriority(slug, id)
      case ["lead"]: self = .lead(slug, id)
      default: return nil
      }
    } else if rest.count >= 2, rest[0] == "indicators", let id = ID<PlanIndicator>(rest[1]) {
      switch Array(rest[2...]) {
      case []: self = .indicator(slug, id)
      case ["up"]: self = .raiseIndicator(slug, id)
      default: return nil
      }
    } else {
      return nil
    }
  }

  var path: String {
    switch self {
    case .new: Path("plans", PlanSlug.reserved).text
    case .form(let slug, let task): Path(["plans", slug] + task.parts).text
    case .indicator(let slug, let id): Path("plans", slug, "indicators", id.description).text
    case .changes(let slug, let page):
      Path("plans", slug, "changes").with(page == 1 ? [] : [("page", String(page))]).text
    case .file(let slug, let format): Path("plans", slug, "plan.\(format.rawValue)").text
    case .importing(let slug): Path("plans", slug, "import").text
    case .raisePriority(let slug, let id):
      Path("plans", slug, "priorities", id.description, "up").text
    case .raiseIndicator(let slug, let id):
      Path("plans", slug, "indicators", id.description, "up").text
    case .lead(let slug, let id): Path("plans", slug, "priorities", id.description, "lead").text
    }
  }
}

/// What a form changes of a plan.
enum PlanTask: Hashable, Sendable {
  case facts
  case closing
  case newPriority
  case priority(ID<Priority>)
  case newIndicator(ID<Priority>)
  case names(ID<PlanIndicator>)
  case wanted(ID<PlanIndicator>)
  case definition(ID<PlanIndicator>)
  case targets(ID<PlanIndicator>)
  case breaks(ID<PlanIndicator>)
  case alias(ID<PlanIndicator>)

  init?(_ parts: [String]) {
    switch parts {
    case ["edit"]: self = .facts
    case ["closing"]: self = .closing
    case ["priorities", "new"]: self = .newPriority
    default:
      guard parts.count >= 2 else { return nil }
      let rest = Array(parts[2...])
      if parts[0] == "priorities", let id = ID<Priority>(parts[1]) {
        switch rest {
        case []: self = .priority(id)
        case ["indicators"]: self = .newIndicator(id)
        default: return nil
        }
      } else if parts[0] == "indicators", let id = ID<PlanIndicator>(parts[1]), rest.count == 1 {
        self.init(rest[0], of: id)
      } else {
        return nil
      }
    }
  }

  private init?(_ word: String, of id: ID<PlanIndicator>) {
    let tasks: [PlanTask] = [
      .names(id), .wanted(id), .definition(id), .targets(id), .breaks(id), .alias(id),
    ]
    guard let found = tasks.first(where: { $0.parts.last == word }) else { return nil }
    self = found
  }

  var parts: [String] {
    switch self {
    case .facts: ["edit"]
    case .closing: ["closing"]
    case .newPriority: ["priorities", "new"]
    case .priority(let id): ["priorities", id.description]
    case .newIndicator(let id): ["priorities", id.description, "indicators"]
    case .names(let id): ["indicators", id.description, "names"]
    case .wanted(let id): ["indicators", id.description, "wanted"]
    case .definition(let id): ["indicators", id.description, "definition"]
    case .targets(let id): ["indicators", id.description, "targets"]
    case .breaks(let id): ["indicators", id.description, "breaks"]
    case .alias(let id): ["indicators", id.description, "alias"]
    }
  }

  /// The indicator it is about, where it is about one that stands in the plan.
  var member: ID<PlanIndicator>? {
    switch self {
    case .facts, .closing, .newPriority, .priority, .newIndicator: nil
    case .names(let id), .wanted(let id), .definition(let id), .targets(let id), .breaks(let id),
      .alias(let id):
      id
    }
  }
}
