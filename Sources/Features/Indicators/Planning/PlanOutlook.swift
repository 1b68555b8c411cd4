import Database
import Kernel
import Partnership

/// What a plan's dashboards show: the state of each indicator by quarter, and each target worked
/// out; taken before and after a change, it tells what the change does.
struct PlanOutlook: Sendable {
  /// What is shown, in order.
  private(set) var lines: [Line] = []

  /// One thing a dashboard shows.
  struct Line: Hashable, Sendable {
    let place: Place
    let title: String
    let indicator: ID<Indicator>
    let text: String
  }

  /// Which state or target.
  enum Place: Hashable, Sendable {
    case state(ID<PlanIndicator>, Period)
    case target(ID<PlanIndicator>, FinancialYear)

    var words: String {
      switch self {
      case .state(_, let period): "State, \(period.words)"
      case .target(_, let year): "Target, \(year)"
      }
    }

    var member: ID<PlanIndicator> {
      switch self {
      case .state(let member, _), .target(let member, _): member
      }
    }
  }

  /// How many quarters are looked at: the last one that is over and as many of the year before.
  static let quarters = 5

  /// Works the dashboards of a plan out as it stands in the transaction.
  init(_ slug: String, measures: [Measure], today: Day, in read: Read) throws {
    guard let plan = try PlanStore.find(slug, in: read) else { return }
    let loader = DashboardLoader(measures: measures, today: today)
    var period = try loader.defaultPeriod(of: plan, in: read)
    for _ in 0..<PlanOutlook.quarters where plan.years.contains(period.financialYear) {
      for row in try loader.dashboard(plan, period, in: read).rows {
        let state = row.now.direction.shortReason ?? row.computed.words
        add(.state(row.member.id, period), row.member, state)
      }
      period = period.previous
    }
    for row in try PlanModel(plan, in: read).groups.flatMap(\.rows) {
      for fact in row.targets {
        guard case .year(let year) = fact.target.period else { continue }
        add(.target(row.member.id, year), row.member, fact.words(row.kind))
      }
    }
  }

  private mutating func add(_ place: Place, _ member: PlanIndicator, _ text: String) {
    lines.append(
      Line(place: place, title: member.title, indicator: member.indicator, text: text))
  }
}

/// What a change does to what is shown.
struct PlanEffect: Sendable {
  /// What is shown another way, in order.
  let changed: [Difference]
  /// How many states and targets stay as they are.
  let same: Int
  /// States of the indicator in question that stay, the earliest quarter last.
  let staying: [Difference]

  /// One state or target, before and after.
  struct Difference: Hashable, Sendable {
    let line: PlanOutlook.Line
    /// What is shown now; `nil` where there is nothing yet.
    let before: String?
    let after: String
  }

  /// Compares two outlooks; states of `member` that stay are listed too.
  init(from before: PlanOutlook, to after: PlanOutlook, of member: ID<PlanIndicator>? = nil) {
    let earlier = Dictionary(before.lines.map { ($0.place, $0.text) }) { first, _ in first }
    let all = after.lines.map {
      Difference(line: $0, before: earlier[$0.place], after: $0.text)
    }
    changed = all.filter { $0.before != $0.after }
    same = all.count - changed.count
    staying = all.filter {
      guard case .state(member, _) = $0.line.place else { return false }
      return $0.before == $0.after
    }
  }

  /// The indicators and quarters whose state is another than what may have been signed off.
  var movedStates: [(indicator: ID<Indicator>, period: Period)] {
    changed.compactMap { one in
      guard case .state(_, let period) = one.line.place, one.before != nil else { return nil }
      return (one.line.indicator, period)
    }
  }
}

extension TargetFact {
  /// What a target comes to, with what a person should look at.
  func words(_ kind: FigureKind) -> String {
    let stated = target.statement.words
    let level: String
    switch resolution {
    case .level(let found):
      let worked = FigureText.level(found, kind)
      level = target.statement.level == nil ? "\(worked) (\(stated))" : worked
    case .unresolved(let chained, let fixed):
      level =
        "\(stated), basis not stated: \(FigureText.level(chained, kind)) on the year before, or "
        + "\(FigureText.level(fixed, kind)) on the baseline"
    case .needsBaseline: level = "\(stated) of a baseline not yet known"
    case .state(let state): level = state.words
    case .unknown: level = "\(stated) (not understood; it is kept as it stands)"
    }
    return ([level] + warnings.map(\.words)).joined(separator: ". ")
  }
}
