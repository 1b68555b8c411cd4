internal import HTTP
internal import Kernel

/// The pages of meetings, actions and packs.
enum TaskingRoute: Route {
  /// Every meeting; a POST plans one.
  case meetings(page: Int)
  /// The meeting of a week.
  case meeting(Week)
  /// A further action of a meeting.
  case newAction(Week)
  /// Tests what is fresh, so that the pack has it; POST only.
  case prepare(Week)
  /// Closes the meeting and keeps its pack; POST only.
  case close(Week)
  /// The pack to be read.
  case pack(Week)
  /// The pack as PDF, with the name of who printed it; POST only.
  case pdf(Week)
  /// Actions in a state.
  case actions(ActionState, page: Int)
  /// One action; a POST changes it.
  case action(ID<TaskedAction>)

  init?(_ method: Method, _ path: [String], _ query: Fields) {
    guard path.first == "tasking" else { return nil }
    switch path.count {
    case 1: self = .meetings(page: pageNumber(query))
    case 2 where path[1] == "actions":
      let state = query["state"].flatMap { ActionState(rawValue: $0) }
      self = .actions(state ?? .toDo, page: pageNumber(query))
    case 2:
      guard let week = Week(path[1]) else { return nil }
      self = .meeting(week)
    case 3 where path[1] == "actions":
      guard let id = ID<TaskedAction>(path[2]) else { return nil }
      self = .action(id)
    case 3:
      guard let week = Week(path[1]) else { return nil }
      switch path[2] {
      case "actions": self = .newAction(week)
      case "pack": self = .pack(week)
      case "prepare" where method == .post: self = .prepare(week)
      case "close" where method == .post: self = .close(week)
      case "pack.pdf" where method == .post: self = .pdf(week)
      default: return nil
      }
    default: return nil
    }
  }

  var path: String {
    switch self {
    case .meetings(let page): Path("tasking").with(page == 1 ? [] : [("page", String(page))]).text
    case .meeting(let week): Path("tasking", week.description).text
    case .newAction(let week): Path("tasking", week.description, "actions").text
    case .prepare(let week): Path("tasking", week.description, "prepare").text
    case .close(let week): Path("tasking", week.description, "close").text
    case .pack(let week): Path("tasking", week.description, "pack").text
    case .pdf(let week): Path("tasking", week.description, "pack.pdf").text
    case .actions(let state, let page):
      Path("tasking", "actions").with(
        [("state", state.rawValue)] + (page == 1 ? [] : [("page", String(page))])
      ).text
    case .action(let id): Path("tasking", "actions", id.description).text
    }
  }

  /// Whether a request by POST has this page.
  var takesForms: Bool {
    switch self {
    case .meetings, .newAction, .prepare, .close, .pdf, .action: true
    case .meeting, .pack, .actions: false
    }
  }
}
