internal import Kernel

/// An item with what was decided about it.
struct ReviewedItem: Sendable {
  enum Outcome: Equatable, Sendable {
    case open
    case given
    case left(LeavingReason)
  }

  let item: AccessItem
  let outcome: Outcome
  /// Its lines as they would be given, others struck out.
  let lines: [AccessItem.Line]
  /// How many passages are struck by rule, and by somebody's choice beside.
  let struckByRule: Int
  let struckByChoice: Int
  let passages: [String]
  /// The file that goes along: their own unless somebody decided otherwise, another's once somebody has.
  let file: AccessFile?

  /// An item reviewed: `own` has names and contacts of the person who asks; a decision holds only for
  /// the words it was made about.
  init(_ item: AccessItem, own: [String], _ decision: AccessDecision?) {
    let content = decision?.content.reveal(for: "reviewing a request for one's own data")
    let isCurrent = content?.text == item.text
    let passages = isCurrent ? content?.passages ?? [] : []
    let rule = Striking(own: own, others: item.others)
    let whole = Striking(own: own, others: item.others, passages: passages)
    var (lines, byRule, all): ([AccessItem.Line], Int, Int) = ([], 0, 0)
    for line in item.lines {
      byRule += rule.strike(line.words).count
      let struck = whole.strike(line.words)
      all += struck.count
      lines.append(.init(heading: line.heading, words: struck.text))
    }
    let outcome = Self.outcome(item.standing, isCurrent ? decision : nil)
    let goesAlong = isCurrent ? content?.withFile ?? false : item.file?.isOwn ?? false
    file = outcome == .given && goesAlong ? item.file : nil
    self.outcome = outcome
    self.item = item
    self.lines = lines
    self.passages = passages
    (struckByRule, struckByChoice) = (byRule, max(0, all - byRule))
  }

  private static func outcome(
    _ standing: AccessItem.Standing, _ decision: AccessDecision?
  ) -> Outcome {
    switch (decision, standing) {
    case (let decision?, _): decision.isGiven ? .given : .left(decision.reason ?? .other)
    case (nil, .given): .given
    case (nil, .open): .open
    case (nil, .left): .left(.otherPerson)
    }
  }
}

/// What came of asking those who keep records apart.
enum ApartState: Equatable, Sendable {
  case due
  /// Nothing is held, or nothing of it is given: which, nobody here is told.
  case nothing
  case given(Int)
}

/// Everything gathered for a request, reviewed.
struct AccessReview: Sendable {
  let items: [ReviewedItem]
  let apart: ApartState

  init(
    _ items: [AccessItem], _ request: AccessRequest, _ decisions: [String: AccessDecision],
    apart: ApartState = .nothing, known: [String] = []
  ) {
    self.apart = apart
    let content = request.content.reveal(for: "what stays of one's own data")
    let own = [content.name, content.otherNames] + known
    self.items = items.map { ReviewedItem($0, own: own, decisions[$0.key]) }
  }

  var open: [ReviewedItem] { items.filter { $0.outcome == .open } }
}
