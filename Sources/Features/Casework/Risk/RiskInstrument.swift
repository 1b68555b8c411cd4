/// Questions whose answers have points, and what their sum is taken to mean.
struct RiskInstrument: Equatable, Sendable {
  let title: String
  /// Where its questions and bands come from.
  let source: String
  /// Whether lists may show what it found; an instrument of domestic abuse is kept off them.
  let isListed: Bool
  let questions: [Question]
  /// From the lowest.
  let bands: [Band]

  struct Question: Equatable, Sendable {
    let text: String
    var answers: [Answer]

    var most: Int { answers.map(\.points).max() ?? 0 }
  }

  struct Answer: Equatable, Sendable {
    let text: String
    let points: Int
  }

  /// The scores from a number up to the next band.
  struct Band: Equatable, Sendable {
    let level: RiskLevel
    let from: Int
    /// Days after which somebody looks again.
    let days: Int
  }

  /// The highest score there can be.
  var most: Int { questions.reduce(0) { $0 + $1.most } }

  /// The sum of the points; `answers` holds the place of the answer chosen for each question.
  func score(_ answers: [Int]) -> Int {
    zip(questions, answers).reduce(0) { sum, pair in sum + pair.0.answers[pair.1].points }
  }

  /// The band of a score.
  func band(of score: Int) -> Band? { bands.last { $0.from <= score } }

  /// The band of a level; `nil` where the instrument knows no such level.
  func band(of level: RiskLevel) -> Band? { bands.first { $0.level == level } }

  /// The scores of a band in words, such as "16 to 31".
  func range(of band: Band) -> String {
    let next = bands.first { $0.from > band.from }
    let last = next.map { $0.from - 1 } ?? most
    return last == band.from ? "\(last)" : "\(band.from) to \(last)"
  }
}
