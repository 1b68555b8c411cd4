public import Database
public import Kernel

/// Something that keeps a record from being deleted, whatever its time: an order in force on it.
public struct RecordHold: Hashable, Sendable {
  /// The record it keeps.
  public let reference: Reference
  /// What it is, naming nobody, such as "Order TM-7K42-0931 is in force".
  public let words: String
  /// The page of what it is.
  public let path: String

  /// A hold of a record.
  public init(_ reference: Reference, _ words: String, path: String) {
    self.reference = reference
    self.words = words
    self.path = path
  }

  /// Finds what keeps some records at a moment.
  public typealias Source = @Sendable ([Reference], Instant, Read) throws -> [RecordHold]
}
