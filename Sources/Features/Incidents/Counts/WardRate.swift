internal import Design
internal import Partnership
internal import Statistics

/// What can be said of a count over the people of its ward.
enum WardRate: Equatable, Sendable {
  /// Per 1,000 people, with its 95 % interval after Byar.
  case told(AreaPeople, rate: Double, ConfidenceInterval)
  /// Too few incidents for a rate.
  case few(AreaPeople)
  /// There is no estimate of the ward's people, or one of nobody.
  case noEstimate

  /// Under this many incidents no rate is told.
  static let fewest = 20
  /// People a rate is told for.
  static let per = 1000.0

  init(_ count: Int, over people: AreaPeople?) {
    guard let people, let rate = Rate(count, over: Double(people.people)) else {
      self = .noEstimate
      return
    }
    self =
      count < Self.fewest
      ? .few(people)
      : .told(people, rate: rate.value * Self.per, rate.byar().scaled(by: Self.per))
  }

  /// The people counted over.
  var people: AreaPeople? {
    switch self {
    case .told(let people, _, _), .few(let people): people
    case .noEstimate: nil
    }
  }

  /// Why there is no rate; `nil` where there is one.
  var reason: String? {
    switch self {
    case .told: nil
    case .few: "too few"
    case .noEstimate: "no estimate"
    }
  }
}
