internal import Access
internal import Kernel
internal import Partnership

/// What those who lead a conference that stands apart decided about a request for one's own data.
struct ApartDecision: Sendable {
  enum Outcome: String, CaseIterable, Sendable {
    case nothing
    case withheld
    case given

    var title: String {
      switch self {
      case .nothing: "We hold nothing about them"
      case .withheld: "Nothing is given"
      case .given: "What is ticked is given"
      }
    }

    var hint: String? {
      switch self {
      case .nothing: nil
      case .withheld: "Whoever answers the request learns neither that there is something nor why."
      case .given: "Whoever answers the request reads it, strikes others out and gives it."
      }
    }
  }

  let outcome: Outcome
  /// Why not all of it is given; `nil` where all of it is, or there is none.
  let exemption: Exemption?
  let decidedAt: Instant
  let decidedBy: ID<Account>?
  let content: Sensitive<Content>

  /// What tells it from another decision about the same request.
  var mark: String { decidedAt.description }

  /// What is sealed: why, and what is given, in the words it was decided about.
  struct Content: Codable, Equatable, Sendable {
    struct Line: Codable, Equatable, Sendable {
      var heading: String
      var words: String
    }

    struct Thing: Codable, Equatable, Sendable {
      /// The number of its record, and the title that has.
      var record: Int64
      var source: String
      var key: String
      var title: String
      /// As `YYYY-MM-DD`; empty where it has none.
      var day: String
      var lines: [Line]
    }

    var reason = ""
    var things: [Thing] = []
  }
}

/// A record of a conference that may be about whoever asks.
struct DisclosedRecord: Sendable {
  /// The number of the record, which tells the side of the case.
  let id: Int64
  let record: PersonalRecord

  /// How a form names one of its things.
  func code(_ thing: PersonalRecord.Thing) -> String { "\(id)/\(thing.key)" }

  func kept(_ thing: PersonalRecord.Thing) -> ApartDecision.Content.Thing {
    ApartDecision.Content.Thing(
      record: id, source: record.title, key: thing.key, title: thing.title,
      day: thing.day?.description ?? "",
      lines: thing.lines.map {
        ApartDecision.Content.Line(
          heading: $0.heading, words: $0.words.reveal(for: "a request for one's own data"))
      })
  }
}

extension ApartDecision.Content {
  /// What is given, record by record.
  var records: [(record: Int64, things: PersonalRecord)] {
    var order: [Int64] = []
    for thing in things where !order.contains(thing.record) { order.append(thing.record) }
    return order.map { id in
      let own = things.filter { $0.record == id }
      return (
        id,
        PersonalRecord(
          title: own[0].source, name: Sensitive(""),
          things: own.map { thing in
            // Somebody else reads it before it is given, and strikes others out.
            PersonalRecord.Thing(
              thing.key, thing.title, day: Day(thing.day),
              lines: thing.lines.map { (heading: $0.heading, words: Sensitive($0.words)) },
              isTheirs: false)
          })
      )
    }
  }
}
