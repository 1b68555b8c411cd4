public import Access
public import Database
public import Kernel

/// A note that one feature writes into a case, which is another feature's.
public struct CaseNote: Sendable {
  /// The case.
  public let reference: Reference
  /// What is written.
  public let words: Sensitive<String>
  /// Who writes it.
  public let actor: Actor
  /// When.
  public let at: Instant

  /// A note.
  public init(
    _ words: Sensitive<String>, into reference: Reference, by actor: Actor, at: Instant
  ) {
    self.reference = reference
    self.words = words
    self.actor = actor
    self.at = at
  }
}

/// How notes come into cases.
///
/// The closure works inside the transaction it is handed. Application wires it.
public struct CaseNotes: Sendable {
  /// Writes a note, which stays with those who lead the case, and records it in the audit trail; false
  /// where there is no open case of that reference that the actor may write into.
  public let add: @Sendable (CaseNote, Services, Write) throws -> Bool

  /// Notes by a closure.
  public init(add: @escaping @Sendable (CaseNote, Services, Write) throws -> Bool) {
    self.add = add
  }

  /// No case at all: for tests of features that write into none.
  public static let none = CaseNotes { _, _, _ in false }
}
