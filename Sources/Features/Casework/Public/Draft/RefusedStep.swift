internal import Design
internal import HTTP

/// What was posted on a page and refused, kept with the draft until an answer is taken.
///
/// The page is shown by an address of its own, so that going back in the browser sends nothing again.
struct RefusedStep: Codable, Equatable, Sendable {
  /// Characters above which it is not kept: far more than any page takes.
  private static let most = 100_000

  private let step: String
  private let fields: [Pair]
  private let problems: [Pair]

  private struct Pair: Codable, Equatable, Sendable {
    let name: String
    let text: String
  }

  /// `nil` where it is more than any page takes.
  init?(_ step: ReportStep, _ posted: Fields, _ refusal: Refusal) {
    self.step = step.rawValue
    fields = posted.pairs.filter { $0.name != "csrf" }.map { Pair(name: $0.name, text: $0.value) }
    problems = refusal.entries.map { Pair(name: $0.field, text: $0.message) }
    guard fields.reduce(0, { $0 + $1.text.utf8.count }) <= Self.most else { return nil }
  }

  /// The page as it was posted, with what was wrong with it; `nil` for another page.
  func state(of step: ReportStep) -> FormState? {
    guard step.rawValue == self.step else { return nil }
    return FormState(
      values: Fields(fields.map { ($0.name, $0.text) }),
      refusal: Refusal(problems.map { Refusal.Entry(field: $0.name, message: $0.text) }))
  }
}
