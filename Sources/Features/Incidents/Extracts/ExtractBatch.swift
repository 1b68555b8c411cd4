/// Events on their way to the database, with the words they need.
struct ExtractBatch: Sendable {
  /// How many events are written in one transaction: few enough that other writers do not wait long.
  static let size = 4_096

  var events: [(id: Int64, event: CodedEvent)] = []
  var words: [ExtractWords.New] = []

  var isEmpty: Bool { events.isEmpty && words.isEmpty }
}
