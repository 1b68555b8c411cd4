internal import Access
internal import Kernel

/// How an import is done.
struct ImportOptions: Sendable {
  /// The day on which the source was as the files say.
  var asOf: Day
  /// Who imports; `nil` from the command line.
  var account: ID<Account>?
  /// The job that imports; `nil` from the command line.
  var job: Int64?
}
