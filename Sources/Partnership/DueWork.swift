public import Access
public import Database
public import Kernel

/// Something a feature has for somebody to do, for the list of their day's work, which is another
/// feature's.
///
/// Application hands the sources of all features to whoever shows such a list.
public struct DueWork: Sendable {
  /// What is to be done, naming nobody it is about.
  public let words: Sensitive<String>
  /// Who asks for it, such as "Community MARAC"; where that may not be known, a word that says less.
  public let from: String
  /// The day it is due.
  public let due: Day
  /// The moment of that day, where it is due by a clock of working hours; `nil` at its end.
  public let moment: Instant?
  /// The page on which its owner says what came of it.
  public let path: String
  /// What the audit trail notes of whoever is shown it; subjects may stand apart.
  public let reading: Reading

  /// An action of the audit trail and its subject.
  public struct Reading: Hashable, Sendable {
    /// The action, such as `conferences.actions-read`.
    public let action: String
    /// What was read.
    public let subject: String

    /// A reading.
    public init(_ action: String, _ subject: String) {
      (self.action, self.subject) = (action, subject)
    }
  }

  /// Something to be done.
  public init(
    _ words: Sensitive<String>, from: String, due: Day, path: String, reading: Reading
  ) {
    (self.words, self.from, self.due, self.moment) = (words, from, due, nil)
    (self.path, self.reading) = (path, reading)
  }

  /// Something to be done by a moment, such as the end of some working hours.
  public init(
    _ words: Sensitive<String>, from: String, by moment: Instant, path: String, reading: Reading
  ) {
    (self.words, self.from, self.due, self.moment) = (words, from, London.day(moment), moment)
    (self.path, self.reading) = (path, reading)
  }

  /// Whether it is late at a moment.
  public func isLate(at now: Instant) -> Bool {
    moment.map { $0 <= now } ?? (due < London.day(now))
  }

  /// Finds what somebody is to do and what their organisation is, the longest due first, at most a few
  /// hundred; read by indexes.
  public typealias Source = @Sendable (Actor, Services, Read) throws -> [DueWork]
}

extension StaffVisit {
  /// What every feature has for whoever visits to do, the longest due first; that it was shown is on
  /// record before the answer is sent.
  public func dueWork(_ read: Read) throws -> [DueWork] {
    let found = try services.dueWork(actor, services, read)
    for reading in Set(found.map(\.reading)) { shows(reading.action, reading.subject) }
    return found.enumerated().sorted { ($0.1.due, $0.0) < ($1.1.due, $1.0) }.map(\.1)
  }
}
