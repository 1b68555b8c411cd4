/// Who watches an import: a bar on a terminal, a job's progress, a test.
struct ImportObserver {
  /// Told how many bytes are done of how many, and of which file; throws to stop the import.
  var progress: (_ done: Int, _ total: Int, _ file: String) throws -> Void = { _, _, _ in }
  /// Told of each refused row.
  var refused: (RefusedRow) throws -> Void = { _ in }
}
