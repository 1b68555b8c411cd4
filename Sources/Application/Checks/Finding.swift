/// What a check found: that something is fit, or what to do about it.
struct Finding: Equatable {
  /// How serious it is.
  enum Level: String { case good, warning, fault }

  let level: Level
  /// What was looked at, in a few words.
  let subject: String
  /// What was found and what to do, in a sentence or two.
  let words: String

  static func good(_ subject: String, _ words: String) -> Finding {
    Finding(level: .good, subject: subject, words: words)
  }

  static func warning(_ subject: String, _ words: String) -> Finding {
    Finding(level: .warning, subject: subject, words: words)
  }

  static func fault(_ subject: String, _ words: String) -> Finding {
    Finding(level: .fault, subject: subject, words: words)
  }
}
