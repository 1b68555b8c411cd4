internal import Kernel

/// One thing of a case that may go into a bundle.
struct BundlePaper: Sendable {
  /// Which it is, the same each time it is gathered.
  let key: String
  let section: BundleSection
  let source: String
  let title: String
  let day: Day?
  let lines: [AccessItem.Line]
  /// The file it is about, where that can be opened.
  let file: AccessFile?
  /// What the audit trail calls the record of another feature that it is of, such as an order.
  var subject: String?

  /// Its words as one text.
  var text: String { lines.map(\.words).joined(separator: "\n") }
}

/// That a paper goes into a bundle.
struct BundleChoice: Codable, Equatable, Sendable {
  /// Passages to strike, beside the names of those who are not named.
  var passages: [String] = []
  /// The words it was chosen with: others are chosen anew.
  var text = ""
}

/// A paper as it would stand in a bundle.
struct ReviewedPaper: Sendable {
  enum Standing: Equatable, Sendable {
    case left
    case chosen
    /// It was chosen with other words.
    case changed
  }

  let paper: BundlePaper
  let standing: Standing
  let lines: [AccessItem.Line]
  let struck: Int
  let passages: [String]

  init(_ paper: BundlePaper, named: [String], others: [String], _ choice: BundleChoice?) {
    self.paper = paper
    passages = choice?.passages ?? []
    standing = choice.map { $0.text == paper.text ? .chosen : .changed } ?? .left
    let striking = Striking(own: named, others: others, passages: passages)
    var (lines, count): ([AccessItem.Line], Int) = ([], 0)
    for line in paper.lines {
      let struck = striking.strike(line.words)
      count += struck.count
      lines.append(.init(heading: line.heading, words: struck.text))
    }
    (self.lines, struck) = (lines, count)
  }
}

/// Everything of a case, with what of it goes into a bundle.
struct BundleReview: Sendable {
  let papers: [ReviewedPaper]

  var inside: [ReviewedPaper] { papers.filter { $0.standing != .left } }
  /// Records of other features that it shows, as the audit trail calls them.
  var subjects: Set<String> { Set(papers.compactMap(\.paper.subject)) }
  var changed: [ReviewedPaper] { papers.filter { $0.standing == .changed } }
}
