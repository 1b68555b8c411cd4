internal import Access
internal import Database
internal import Kernel

/// Under which law somebody asks for what is kept about them.
enum AccessRegime: String, CaseIterable, Codable, Sendable, Bindable {
  case general
  case enforcement

  var title: String {
    switch self {
    case .general: "UK GDPR, Article 15"
    case .enforcement: "Data Protection Act 2018, section 45: kept to enforce the law"
    }
  }
}

/// Somebody's request for what is kept about them.
struct AccessRequest: Sendable {
  let id: ID<AccessRequest>
  let version: Int
  let reference: Reference
  let regime: AccessRegime
  let receivedOn: Day
  /// The day they had shown who they are; `nil` where they have not yet.
  let provedOn: Day?
  let isExtended: Bool
  let dueOn: Day
  let releasedAt: Instant?
  let content: Sensitive<Content>

  /// What is sealed.
  struct Content: Codable, Equatable, Sendable {
    var name = ""
    var otherNames = ""
    /// The date of birth, such as `1980-03-12`; empty where it is not known.
    var born = ""
    /// Who asked: they, or somebody for them with what authority.
    var asker = ""
    /// How they showed who they are.
    var proof = ""
    /// What they asked for, in their words.
    var wish = ""
    /// Why the time was made longer, as they were told.
    var extensionReason = ""
  }

  var subject: String { "access/\(reference)" }
  var isOpen: Bool { releasedAt == nil }
}

/// When a request must be answered.
///
/// One month from the day it came, or from the day they showed who they are where they were asked to
/// (UK GDPR Article 12A; Data Protection Act 2018, section 54): to the corresponding day of the next month, the
/// last of a month that has none, and from a day nobody works on to the next working day, as the
/// Information Commissioner counts. Two months more where it is complex, under the UK GDPR alone.
enum AccessClock {
  static func due(received: Day, proved: Day?, isExtended: Bool, in time: WorkingTime) -> Day {
    let start = max(received, proved ?? received)
    let month = Month(index: start.month.index + (isExtended ? 3 : 1))
    let (first, last) = (month.firstDay.civil, month.lastDay)
    var due = Day(year: first.year, month: first.month, day: start.civil.day) ?? last
    while !time.isWorkingDay(due) { due = due.adding(days: 1) }
    return due
  }
}
