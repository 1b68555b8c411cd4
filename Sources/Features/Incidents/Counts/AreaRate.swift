internal import Partnership
internal import Statistics

/// What a rate is over.
enum RateBasis: String, CaseIterable, Sendable {
  case people, households

  /// The head of its column.
  var title: String {
    switch self {
    case .people: "People"
    case .households: "Households"
    }
  }

  /// How many there are by an estimate; `nil` where it does not say.
  func number(of estimate: AreaPeople) -> Int? {
    switch self {
    case .people: estimate.people
    case .households: estimate.households
    }
  }
}

/// What can be said of a count over the people or households of its area.
enum AreaRate: Equatable, Sendable {
  /// Per 1,000, with its 95 % interval after Byar.
  case told(over: Int, year: Int, rate: Double, ConfidenceInterval)
  /// Too few incidents for a rate.
  case few(over: Int, year: Int)
  /// There is no estimate for the area, or one of nobody.
  case noEstimate

  /// Under this many incidents no rate is told.
  static let fewest = 20
  /// People or households a rate is told for.
  static let per = 1000.0

  init(_ count: Int, over estimate: AreaPeople?, _ basis: RateBasis = .people) {
    guard let estimate, let number = basis.number(of: estimate),
      let rate = Rate(count, over: Double(number))
    else {
      self = .noEstimate
      return
    }
    self =
      count < Self.fewest
      ? .few(over: number, year: estimate.year)
      : .told(
        over: number, year: estimate.year, rate: rate.value * Self.per,
        rate.byar().scaled(by: Self.per))
  }

  /// What is counted over, with the year of the estimate.
  var base: (number: Int, year: Int)? {
    switch self {
    case .told(let over, let year, _, _), .few(let over, let year): (over, year)
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
