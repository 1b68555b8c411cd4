/// What is done about an application.
enum ReviewAct: String, CaseIterable, Sendable {
  case acknowledge
  case complaint
  case drop
  case decide
  case panel
  case recommend
  case answer
  case outcome
  case appeal
}
