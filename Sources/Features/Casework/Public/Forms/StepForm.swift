internal import HTTP

/// The form of one page: reads what was posted, and shows what was answered before.
protocol StepForm {
  /// Reads and checks it.
  init(_ fields: Fields) throws(Refusal)
  /// Puts it among the answers.
  func apply(to answers: inout DraftAnswers)
  /// The fields that show an answer.
  static func fields(of answers: DraftAnswers) -> Fields
}

extension Fields {
  /// The fields of names and values, without the empty ones.
  init(present pairs: [(String, String?)]) {
    self.init(pairs.compactMap { name, value in value.map { (name, $0) } })
  }

  /// The known ones among the boxes ticked under a name.
  func choices<Choice: RawRepresentable<String>>(_ name: String) -> [Choice] {
    all(name).compactMap { Choice(rawValue: $0) }
  }
}
