public import Database
public import Kernel

/// A request for one's own data, as those who keep records apart are told of it.
public struct ApartRequest: Sendable {
  /// Its reference.
  public let reference: Reference
  /// Whether it is asked under Part 3 of the Data Protection Act 2018, and not the UK GDPR.
  public let isLawEnforcement: Bool
  /// Whom it is about.
  public let name: Sensitive<String>
  /// Other names of theirs; empty where none is known.
  public let otherNames: Sensitive<String>
  /// Their day of birth.
  public let born: Sensitive<Day?>
  /// The day by which it is answered.
  public let due: Day

  /// A request.
  public init(
    reference: Reference, isLawEnforcement: Bool, name: Sensitive<String>,
    otherNames: Sensitive<String>, born: Sensitive<Day?>, due: Day
  ) {
    self.reference = reference
    self.isLawEnforcement = isLawEnforcement
    self.name = name
    self.otherNames = otherNames
    self.born = born
    self.due = due
  }
}

/// What those who keep records apart decided about a request so far: no reason, and not whether they
/// hold anything.
public struct ApartAnswer: Sendable {
  /// Whether one of them has not decided yet.
  public let isDue: Bool
  /// What is given, by the number of the record; empty also where something is held and withheld.
  public let given: [(record: Int64, things: PersonalRecord)]

  /// What was decided.
  public init(isDue: Bool, given: [(record: Int64, things: PersonalRecord)]) {
    self.isDue = isDue
    self.given = given
  }
}

/// How requests for one's own data reach records that are kept apart, and what comes back.
///
/// Whoever answers a request is told of no record that stands apart, not even that there is one. So every
/// request is decided about by those who lead what stands apart, whether or not they find anything, and
/// the answer is the same for nothing held and for all of it withheld. Application wires it.
public struct ApartDirectory: Sendable {
  /// The requests that are open, the first due first.
  public let requests: @Sendable (Services, Read) throws -> [ApartRequest]
  /// What was decided about one.
  public let answer: @Sendable (Reference, Services, Read) throws -> ApartAnswer
  /// Deletes what was decided about requests that are deleted.
  public let forget: @Sendable ([Reference], Write) throws -> Void

  /// A directory of its closures.
  public init(
    requests: @escaping @Sendable (Services, Read) throws -> [ApartRequest],
    answer: @escaping @Sendable (Reference, Services, Read) throws -> ApartAnswer,
    forget: @escaping @Sendable ([Reference], Write) throws -> Void
  ) {
    self.requests = requests
    self.answer = answer
    self.forget = forget
  }

  /// None: where nothing is kept apart.
  public static let none = ApartDirectory(
    requests: { _, _ in [] }, answer: { _, _, _ in ApartAnswer(isDue: false, given: []) },
    forget: { _, _ in })
}
