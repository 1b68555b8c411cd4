internal import Partnership

/// What of the public's pages is counted, with the most of it in an hour from one address.
extension VisitLimit.Act {
  static let begin = Self("begin", most: 300)
  static let send = Self("send", most: 120)
  static let review = Self("review", most: 30)
  static let prove = Self("prove", most: 20)
  static let code = Self("code", most: 60)
  static let answer = Self("answer", most: 50)
  static let file = Self("file", most: 200)
}
