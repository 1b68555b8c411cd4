import Database

extension DatabaseError {
  /// What an SQLSTATE means; only messages that cannot quote a value are kept.
  init(state: String, message: String, isAlive: Bool) {
    switch (state, state.prefix(2)) {
    case ("23505", _): self = .unique
    case ("23503", _), ("23001", _): self = .reference
    case (_, "23"), (_, "22"), ("42804", _): self = .constraint
    case ("53100", _): self = .full
    case ("40001", _), ("40P01", _), ("55P03", _), ("57014", _): self = .busy
    case (_, "08"), ("57P01", _), ("57P02", _), ("57P03", _):
      self = .unreachable("the connection to PostgreSQL was lost")
    case _ where !isAlive: self = .unreachable("the connection to PostgreSQL was lost")
    case (_, "42"), (_, "0A"), (_, "25"), (_, "53"), (_, "54"), (_, "26"):
      self = .failed(code: state, message: message)
    default: self = .failed(code: state, message: "PostgreSQL refused the statement")
    }
  }
}
