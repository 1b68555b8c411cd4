internal import Kernel
internal import Statistics

/// The counts of one year as they may leave the conference.
///
/// Counts of 1 to 4 are not told, nor is what they could be worked out from: every part, the sums of the
/// parts and the two ways in which cases are parted go through the disclosure pass together. Nought is
/// told as nought. A year is whole, is over, and overlaps no other: so no two files can be taken from each
/// other.
struct PublishedFigures: Sendable {
  struct Line: Sendable, Equatable {
    let figure: String
    let part: String
    let words: String
  }

  static let small = "1 to 4: not shown"
  static let held = "not shown"
  /// How many years that are over can be asked for on the page.
  static let years = 3

  let lines: [Line]

  init(_ figures: ConferenceFigures, _ body: (ConferenceFigures.Body) -> String) {
    var counts = LinkedCounts()
    var places: [(figure: String, part: String, cell: Int)] = []
    func add(_ figure: String, _ parts: [(String, Int)]) -> [Int] {
      parts.map { part, count in
        let cell = counts.add(count)
        places.append((figure, part, cell))
        return cell
      }
    }
    let referred = "cases by who referred"
    let bodies = add(referred, figures.bodies.map { (body($0), $0.cases) })
    let cases = counts.addSum(of: bodies)
    places.append((referred, "all", cases))
    let repeating = "cases by whether they repeat"
    let repeats = add(
      repeating,
      [("repeat", figures.repeats), ("not a repeat", figures.cases - figures.repeats)])
    _ = counts.link(cases, to: repeats)
    places.append((repeating, "all", cases))
    let actions = add(
      "actions", ConferenceAction.State.allCases.map { ($0.title, figures.actions[$0] ?? 0) })
    places.append(("actions", "all", counts.addSum(of: actions)))
    let controlled = Suppression().applied(to: counts)
    // Where a small count could be worked out all the same nothing is told.
    let shown = controlled.revealed.isEmpty ? controlled.shown : counts.values.map { _ in nil }
    lines =
      places.map { figure, part, cell in
        Line(figure: figure, part: part, words: Self.words(shown[cell], of: counts.values[cell]))
      } + [Self.people(figures, isHeld: shown[repeats[0]] == nil)]
  }

  /// Cases less people would be about how many came back: held back where that is.
  private static func people(_ figures: ConferenceFigures, isHeld: Bool) -> Line {
    let isSmall = Suppression().hidden.contains(figures.people)
    return Line(
      figure: "people heard at meetings", part: "all",
      words: words(isHeld || isSmall ? nil : figures.people, of: figures.people))
  }

  private static func words(_ shown: Int?, of count: Int) -> String {
    shown.map { String($0) } ?? (Suppression().hidden.contains(count) ? small : held)
  }

  /// The latest year that is over.
  static func latest(on today: Day) -> FinancialYear { today.month.financialYear.adding(years: -1) }
}
