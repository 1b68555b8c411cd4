internal import HTTP

/// Which work is shown; it stands in the address.
struct WorkFilter: Equatable, Sendable {
  var list = WorkList.all
  var whose = Whose.all
  var page = 1

  init() {}

  init(_ query: Fields) {
    list = query["list"].flatMap(WorkList.init(rawValue:)) ?? .all
    whose = query["whose"].flatMap(Whose.init(rawValue:)) ?? .all
    page = min(max(query["page"].flatMap { Int($0) } ?? 1, 1), 10_000)
  }

  /// The filter as the query of an address; what is usual is left out.
  var fields: [(String, String)] {
    var fields: [(String, String)] = []
    if list != .all { fields.append(("list", list.rawValue)) }
    if whose != .all { fields.append(("whose", whose.rawValue)) }
    if page > 1 { fields.append(("page", String(page))) }
    return fields
  }

  /// The same for another list, from its first page.
  func showing(_ list: WorkList) -> WorkFilter {
    var filter = self
    (filter.list, filter.page) = (list, 1)
    return filter
  }

  /// The same for another page.
  func turned(to page: Int) -> WorkFilter {
    var filter = self
    filter.page = page
    return filter
  }
}

/// The lists of work.
enum WorkList: String, CaseIterable, Sendable {
  case all
  case overdue
  case today
  case new
  case later
  case quiet
  case risk
  case paused
  case answers
  case led
  case unread
  case acknowledge
  case begin
  case interview
  case update
  case act
  case nobodys

  /// What should not be: something promised that is over, or work that nobody has.
  static let exceptions: [WorkList] = [
    .unread, .acknowledge, .begin, .interview, .update, .act, .nobodys,
  ]

  /// The others, without the one of all.
  static let lists = allCases.filter { $0 != .all && !exceptions.contains($0) }

  var title: String {
    switch self {
    case .all: "All that is due"
    case .overdue: "Overdue"
    case .today: "Due today"
    case .new: "New reports to decide"
    case .later: "Due later"
    case .quiet: "No action for \(WorkStore.quietDays) days"
    case .risk: "Risk to assess"
    case .paused: "Clocks stopped"
    case .answers: "Answers to read"
    case .led: "Led by others"
    case .unread: "Unallocated for over \(WorkStore.unreadHours) working hours"
    case .acknowledge: "Not acknowledged in time"
    case .begin: "Not begun in time"
    case .interview: "Not interviewed in time"
    case .update: "Not told in time how it stands"
    case .act: "Drug address not acted on in time"
    case .nobodys: "Cases of nobody"
    }
  }
}
