/// An error that says, in words for people, what happened and what to do.
///
/// Only errors of this kind are shown as they are; any other becomes "Something went wrong".
/// A message never holds personal data or a bound value.
public protocol Problem: Error, Sendable {
  /// What happened and what to do, in one or two plain sentences.
  var message: String { get }
  /// The HTTP status under which a page shows it, 400 to 599.
  var status: Int { get }
}
