internal import Geography
internal import Kernel
internal import Partnership

/// What a best fit goes by.
enum LookupBasis: String, CaseIterable, Sendable {
  /// Square metres in common.
  case area
  /// People, as the postcodes of each small area hold them.
  case people
}

/// How the areas of one edition fit into those of another.
struct Lookup: Sendable {
  /// One area and the areas it lies in.
  struct Fit: Sendable {
    let area: Area
    /// The areas of the other edition with the share of this one that lies in each, most first.
    let parts: [Part]
    /// What the shares are of: square metres, or people; 0 where there is nothing to share.
    let whole: Double

    /// The area it fits best; `nil` where it lies in none.
    var best: Part? { parts.first }
    /// The share that goes elsewhere when the whole area is given to its best fit.
    var lost: Double { whole > 0 ? 1 - (best?.share ?? 0) : 0 }
    /// The share that lies in no area of the other edition.
    var outside: Double {
      whole > 0 ? max(0, 1 - parts.reduce(0) { $0 + $1.share }) : 0
    }
  }

  /// A part of an area that lies in one of the other edition.
  struct Part: Sendable {
    let area: Area
    /// 0 to 1.
    let share: Double
  }

  /// The areas looked from, by code.
  let fits: [Fit]
  /// Areas of the other edition that are the best fit of none.
  let unfitted: [Area]

  /// The share of everything that does not carry over when each area goes to its best fit.
  var lost: Double {
    let whole = fits.reduce(0) { $0 + $1.whole }
    return whole > 0 ? fits.reduce(0) { $0 + $1.lost * $1.whole } / whole : 0
  }

  /// By the land two editions have in common; shares under one in ten thousand are edges drawn
  /// twice, and left out.
  init(byArea from: [ShapedArea], to: [ShapedArea]) {
    let overlaps = Overlap.between(from.map(\.shape), to.map(\.shape))
    self.init(
      from.map { ($0.area, $0.shape.area) }, to.map(\.area),
      overlaps.map { ($0.first, $0.second, $0.area) })
  }

  /// By points that stand for so many people each.
  init(byPeople points: [(point: GridPoint, people: Double)], from: [ShapedArea], to: [ShapedArea])
  {
    let (first, second) = (AreaFinder(from), AreaFinder(to))
    let places = points.map(\.point)
    let (own, other) = (first.numbers(of: places), second.numbers(of: places))
    var wholes = [Double](repeating: 0, count: from.count)
    var common: [Pair: Double] = [:]
    for (index, place) in points.enumerated() where own[index] >= 0 {
      wholes[Int(own[index])] += place.people
      guard other[index] >= 0 else { continue }
      common[Pair(first: Int(own[index]), second: Int(other[index])), default: 0] += place.people
    }
    self.init(
      zip(from, wholes).map { ($0.area, $1) }, to.map(\.area),
      common.map { ($0.key.first, $0.key.second, $0.value) })
  }

  private struct Pair: Hashable {
    let first: Int
    let second: Int
  }

  private init(
    _ from: [(area: Area, whole: Double)], _ to: [Area],
    _ common: [(first: Int, second: Int, amount: Double)]
  ) {
    let byFirst = Dictionary(grouping: common, by: \.first)
    fits = from.enumerated().map { index, one in
      let parts = (byFirst[index] ?? []).filter { $0.amount > one.whole * 0.0001 }
        .map { Part(area: to[$0.second], share: min(1, $0.amount / one.whole)) }
        .sorted { ($1.share, $0.area.code) < ($0.share, $1.area.code) }
      return Fit(area: one.area, parts: parts, whole: one.whole)
    }
    let fitted = Set(fits.compactMap { $0.best?.area.code })
    unfitted = to.filter { !fitted.contains($0.code) }
  }
}
