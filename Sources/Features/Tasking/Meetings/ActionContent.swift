internal import Access
internal import Kernel

/// What an action says at one time: each change of it keeps one of these.
struct ActionContent: Codable, Equatable, Sendable {
  /// The problem; it names nobody.
  var problem: String
  /// What is to be done.
  var task: String
  /// The place's key, such as `ward:E05T00001`, and its name at the time.
  var placeKey: String
  var placeName: String
  var stage: SARAStage
  /// The organisation that owns it, and its name at the time.
  var organisation: Int64
  var organisationName: String
  /// The account of the person who does it, where one was named.
  var person: Int64?
  var due: String
  var review: String
  var state: ActionState
  /// Why it was not done or is not possible, or what came of it; may be empty.
  var reason: String

  var owner: ID<Organisation> { ID(organisation) }
  var personID: ID<Account>? { person.map { ID($0) } }
  var dueDay: Day { Day(due) ?? Day(number: 0) }
  var reviewDay: Day { Day(review) ?? Day(number: 0) }

  /// Whether it should have been done before a day.
  func isLate(on today: Day) -> Bool { state == .toDo && dueDay < today }

  /// What differs from another content, in words: the name, that content's, this one's.
  ///
  /// `name` tells people by their account.
  func differences(
    from other: ActionContent, name: (ID<Account>) -> String
  ) -> [(title: String, before: String, after: String)] {
    func person(_ content: ActionContent) -> String {
      content.personID.map(name) ?? "Nobody named"
    }
    let all: [(String, String, String)] = [
      ("Problem", other.problem, problem), ("What is to be done", other.task, task),
      ("Place", other.placeName, placeName), ("Stage", other.stage.title, stage.title),
      ("Organisation", other.organisationName, organisationName),
      ("Person", person(other), person(self)), ("Due", other.dueDay.words, dueDay.words),
      ("Review", other.reviewDay.words, reviewDay.words),
      ("State", other.state.title, state.title), ("What came of it", other.reason, reason),
    ]
    return all.filter { $0.1 != $0.2 }.map { (title: $0.0, before: $0.1, after: $0.2) }
  }
}
