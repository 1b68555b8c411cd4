internal import HTTP
internal import Kernel

/// The pages of conferences; no name ever stands in an address.
enum ConferencesRoute: Route {
  /// The conferences one sits in.
  case index
  /// What one is to do oneself; a POST says what came of it.
  case actions
  /// One conference; a POST looks a name up.
  case desk(String, CaseFilter)
  case refer(String)
  /// One case; a POST decides, asks or answers.
  case referral(String, Reference, for: Int64?)
  case newMeeting(String)
  /// One meeting, with one case of its agenda open; a POST minutes it.
  case meeting(String, Int64, item: Int64?)
  case minutes(String, Int64)
  case print(String, Int64)
  case members(String)
  case rules(String)
  case flags(String)
  /// Cases past their time; a POST deletes or keeps one.
  case keeping(String)
  /// The requests for one's own data, in a conference that stands apart.
  case requests(String)
  /// One of them; a POST decides about it.
  case request(String, Reference)
  case figures(String, from: Day?, to: Day?)
  /// The file for publication of a year; the latest that is over where none is asked for.
  case figuresFile(String, FinancialYear?)
  case trail(String, before: Int?)
  /// What it showed to whom.
  case shares(String, page: Int)
  /// The record of one of those, and the same on paper.
  case share(String, Int64)
  case shareFile(String, Int64)

  init?(_ method: Method, _ path: [String], _ query: Fields) {
    guard path.first == "conferences" else { return nil }
    if path.count == 1 {
      self = .index
    } else if path == ["conferences", "actions"] {
      self = .actions
    } else if path.count == 2 {
      self = .desk(path[1], CaseFilter(query))
    } else if let route = Self.part(path[1], Array(path[2...]), query) {
      self = route
    } else {
      return nil
    }
  }

  private static func part(_ kind: String, _ rest: [String], _ query: Fields) -> Self? {
    let (from, to) = (query["from"].flatMap { Day($0) }, query["to"].flatMap { Day($0) })
    switch rest {
    case ["refer"]: return .refer(kind)
    case ["members"]: return .members(kind)
    case ["rules"]: return .rules(kind)
    case ["flags"]: return .flags(kind)
    case ["keeping"]: return .keeping(kind)
    case ["data-requests"]: return .requests(kind)
    case ["figures"]: return .figures(kind, from: from, to: to)
    case ["figures", "file"]:
      return .figuresFile(kind, query["year"].flatMap { FinancialYear($0) })
    case ["trail"]: return .trail(kind, before: query["before"].flatMap { Int($0) })
    case ["meetings", "new"]: return .newMeeting(kind)
    case ["shares"]: return .shares(kind, page: CaseFilter(query).page)
    default: return record(kind, rest, query)
    }
  }

  private static func record(_ kind: String, _ rest: [String], _ query: Fields) -> Self? {
    if rest.count == 2, rest[0] == "cases", let reference = Reference(rest[1]) {
      return .referral(kind, reference, for: query["for"].flatMap { number($0) })
    }
    if rest.count == 2, rest[0] == "data-requests", let reference = Reference(rest[1]) {
      return .request(kind, reference)
    }
    if rest.count > 1, rest[0] == "shares", let share = number(rest[1]) {
      return rest.count == 2
        ? .share(kind, share) : rest[2...] == ["record.pdf"] ? .shareFile(kind, share) : nil
    }
    guard rest.count > 1, rest[0] == "meetings", let meeting = number(rest[1]) else { return nil }
    switch Array(rest[2...]) {
    case []: return .meeting(kind, meeting, item: query["item"].flatMap { number($0) })
    case ["minutes"]: return .minutes(kind, meeting)
    case ["minutes", "print"]: return .print(kind, meeting)
    default: return nil
    }
  }

  private static func number(_ text: String) -> Int64? { ID<Meeting>(text)?.rawValue }

  /// Whether a form may be sent to it.
  var takesForms: Bool {
    switch self {
    case .index, .minutes, .print, .figuresFile, .trail, .requests, .shares, .share, .shareFile:
      false
    case .actions, .desk, .refer, .referral, .newMeeting, .meeting, .members, .rules, .flags,
      .figures, .keeping, .request:
      true
    }
  }

  var path: String {
    switch self {
    case .index: Path("conferences").text
    case .actions: Path("conferences", "actions").text
    case .desk(let kind, let filter): Path("conferences", kind).with(filter.query).text
    case .refer(let kind): Path("conferences", kind, "refer").text
    case .referral(let kind, let reference, let body):
      Path("conferences", kind, "cases", reference.description).with(Self.query("for", body)).text
    case .newMeeting(let kind): Path("conferences", kind, "meetings", "new").text
    case .meeting(let kind, let id, let item):
      Path("conferences", kind, "meetings", String(id)).with(Self.query("item", item)).text
    case .minutes(let kind, let id):
      Path("conferences", kind, "meetings", String(id), "minutes").text
    case .print(let kind, let id):
      Path("conferences", kind, "meetings", String(id), "minutes", "print").text
    case .members(let kind): Path("conferences", kind, "members").text
    case .rules(let kind): Path("conferences", kind, "rules").text
    case .flags(let kind): Path("conferences", kind, "flags").text
    case .keeping(let kind): Path("conferences", kind, "keeping").text
    case .requests(let kind): Path("conferences", kind, "data-requests").text
    case .request(let kind, let reference):
      Path("conferences", kind, "data-requests", reference.description).text
    case .figures(let kind, let from, let to):
      Path("conferences", kind, "figures").with(Self.days(from, to)).text
    case .figuresFile(let kind, let year):
      Path("conferences", kind, "figures", "file").with(
        year.map { [("year", $0.description)] } ?? []
      ).text
    case .shares(let kind, let page):
      Path("conferences", kind, "shares").with(page > 1 ? [("page", String(page))] : []).text
    case .share(let kind, let id): Path("conferences", kind, "shares", String(id)).text
    case .shareFile(let kind, let id):
      Path("conferences", kind, "shares", String(id), "record.pdf").text
    case .trail(let kind, let before):
      Path("conferences", kind, "trail").with(Self.query("before", before.map { Int64($0) })).text
    }
  }

  private static func query(_ name: String, _ value: Int64?) -> [(String, String)] {
    value.map { [(name, String($0))] } ?? []
  }

  private static func days(_ from: Day?, _ to: Day?) -> [(String, String)] {
    [("from", from), ("to", to)].compactMap { name, day in day.map { (name, $0.description) } }
  }
}

extension CaseFilter {
  init(_ query: Fields) {
    state = query["state"].flatMap { Referral.State(rawValue: $0) }
    page = query["page"].flatMap { Int($0) }.flatMap { (1...10_000).contains($0) ? $0 : nil } ?? 1
  }

  var query: [(String, String)] {
    var query: [(String, String)] = []
    if let state { query.append(("state", state.rawValue)) }
    if page > 1 { query.append(("page", String(page))) }
    return query
  }
}
