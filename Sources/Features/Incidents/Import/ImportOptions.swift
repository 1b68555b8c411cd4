internal import Access
internal import Kernel

/// How an import is done.
struct ImportOptions: Sendable {
  /// How the files are written; `police-uk` is the one known.
  var source = "police-uk"
  /// The day on which the source was as the files say.
  var asOf: Day
  /// Who imports; `nil` from the command line.
  var account: ID<Account>?
  /// The job that imports; `nil` from the command line.
  var job: Int64?
}
