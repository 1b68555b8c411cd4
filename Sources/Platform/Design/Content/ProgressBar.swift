public import Markup

/// How far a piece of work is.
public struct ProgressBar: HTML {
  private let done: Int
  private let total: Int?
  private let name: String

  /// Work of which so much is done; `nil` where nobody knows how much there is.
  public init(done: Int, total: Int?, label: String) {
    self.done = done
    self.total = total
    name = label
  }

  /// The bar, with the same in words.
  public var body: some HTML {
    div(.class("progress")) {
      p(.class("row end flush")) {
        strong { name }
        span(.class("num")) { words }
      }
      if let total, total > 0 {
        progress(
          .aria("label", name), .value(String(min(done, total))), .max(String(total))
        ) { words }
      } else {
        progress(.aria("label", name)) { words }
      }
    }
  }

  private var words: String {
    guard let total, total > 0 else { return "\(NumberText.whole(done)) so far" }
    let share = Int((Double(min(done, total)) / Double(total) * 100).rounded(.down))
    return "\(NumberText.whole(done)) of \(NumberText.whole(total)) (\(share)%)"
  }
}
