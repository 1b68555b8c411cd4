public import Database
public import Jobs
public import Kernel

/// Handing messages over.
extension Outbox {
  /// Does one job of ``jobName``: tries one message once.
  ///
  /// The message is marked in a transaction of its own before anything is sent. A job that finds
  /// its own mark is one whose process died, or lost its database, in between.
  ///
  /// - Throws: ``Unsettled`` where the carrier has to be asked again; what the database throws. The
  ///   job is then to be run again.
  public func send(_ run: JobRun, _ database: Database, _ clock: Clock) throws {
    guard let id = ID<SentMessage>(run.payload) else { return }
    switch try database.write({ write in try take(id, run, at: clock.now(), in: write) }) {
    case .nothing: return
    case .send(let parcel):
      FaultPoint.reach("messages.marked")
      let delivery = parcel.carrier.deliver(parcel.envelope)
      FaultPoint.reach("messages.handed-over")
      if case .unknown(let reason) = delivery {
        try settle(parcel, recalled(parcel, run, reason), run, clock, database)
      } else {
        try settle(parcel, delivery, run, clock, database)
      }
    case .ask(let parcel):
      let reason = "The program stopped while it was being sent"
      try settle(parcel, recalled(parcel, run, reason), run, clock, database)
    }
  }

  /// Asks the carrier whether it has a message that may have gone.
  private func recalled(
    _ parcel: Parcel, _ run: JobRun, _ reason: String
  ) throws -> Delivery {
    guard let recall = parcel.carrier.recall else { return .unknown(reason) }
    switch recall(parcel.envelope.mark, parcel.envelope.route) {
    case .accepted: return .accepted
    case .unseen: return .delayed(reason)
    case .noAnswer:
      guard run.attempt > Self.mostQuestions else { throw Unsettled(carrier: parcel.carrier.name) }
      return .unknown(reason)
    }
  }

  /// How often a carrier is asked before a person has to decide.
  public static let mostQuestions = 5

  private enum Step {
    case nothing
    case send(Parcel)
    case ask(Parcel)
  }

  private struct Parcel {
    let id: ID<SentMessage>
    let envelope: Envelope
    let carrier: Carrier
    let tries: Int
  }

  /// Marks a message as being sent by this job, if it is to be sent now.
  private func take(
    _ id: ID<SentMessage>, _ run: JobRun, at now: Instant, in write: Write
  ) throws -> Step {
    guard let row = try Waiting.find(id, in: write) else { return .nothing }
    guard let carrier = carrier(of: row.route) else {
      if row.state == .waiting {
        let (state, reason) = openState(of: row.route, allowed: true)
        try rest(id, state, reason, run, at: now, in: write)
      }
      return .nothing
    }
    let tries = row.state == .sending ? row.tries : row.tries + 1
    func parcel() throws -> Parcel {
      let address = try open(row.address, of: id, "address")
      let envelope = Envelope(
        mark: row.mark, route: row.route, address: address, subject: row.subject,
        body: try open(row.body, of: id, "body"), at: now)
      return Parcel(id: id, envelope: envelope, carrier: carrier, tries: tries)
    }
    switch row.state {
    case .sending where row.run == run.id: return .ask(try parcel())
    case .waiting where row.due <= now:
      let due = row.contact.firstMoment(from: now)
      guard due <= now else {
        try write.run("UPDATE message SET due_at = \(due) WHERE id = \(id)")
        try ask(for: id, at: due, in: write)
        return .nothing
      }
      try write.run(
        """
        UPDATE message SET state = 'sending', run = \(run.id), tries = \(tries), reason = '',
          changed_at = \(now)
        WHERE id = \(id)
        """)
      return .send(try parcel())
    default: return .nothing
    }
  }

  private func settle(
    _ parcel: Parcel, _ delivery: Delivery, _ run: JobRun, _ clock: Clock, _ database: Database
  ) throws {
    let now = clock.now()
    try database.write { write in
      switch delivery {
      case .accepted:
        try rest(parcel.id, .sent, "", run, at: now, in: write)
        try forget(parcel.id, in: write)
      case .refused(let reason): try rest(parcel.id, .failed, reason, run, at: now, in: write)
      case .unknown(let reason): try rest(parcel.id, .uncertain, reason, run, at: now, in: write)
      case .delayed(let reason):
        guard let pause = Backoff.seconds(after: parcel.tries) else {
          return try rest(parcel.id, .failed, reason, run, at: now, in: write)
        }
        let due = now.adding(seconds: pause)
        try rest(parcel.id, .waiting, reason, run, at: now, due: due, in: write)
        try ask(for: parcel.id, at: due, in: write)
      }
    }
  }

  /// Writes down where a message rests, and that this job is done.
  private func rest(
    _ id: ID<SentMessage>, _ state: MessageState, _ reason: String, _ run: JobRun,
    at now: Instant, due: Instant? = nil, in write: Write
  ) throws {
    try write.run(
      """
      UPDATE message SET state = \(state.rawValue), reason = \(reason), run = NULL,
        due_at = \(due ?? now), changed_at = \(now)
      WHERE id = \(id) AND (run IS NULL OR run = \(run.id))
      """)
    try run.complete(state.title, in: write)
  }
}

/// A carrier did not say whether it has a message; it is asked again later.
public struct Unsettled: Problem {
  let carrier: String

  /// What happened.
  public var message: String { "\(carrier) did not say whether it has a message." }
  /// 502.
  public var status: Int { 502 }
}

/// A message as the job that hands it over reads it.
private struct Waiting {
  let mark: String
  let route: MessageRoute
  let address: [UInt8]
  let subject: String
  let body: [UInt8]
  let state: MessageState
  let tries: Int
  let run: ID<Job>?
  let due: Instant
  let contact: SafeContact

  static func find(_ id: ID<SentMessage>, in read: Read) throws -> Waiting? {
    try read.first(
      """
      SELECT mark, route, address, subject, body, state, tries, run, due_at, minute_from,
        minute_until
      FROM message WHERE id = \(id)
      """
    ) { row in try Waiting(row: &row) }
  }

  private init(row: inout Row) throws {
    mark = try row.text()
    route = try row.choice()
    address = try row.bytes()
    subject = try row.text()
    body = try row.bytes()
    state = try row.choice()
    tries = try row.int()
    run = try row.optionalID()
    due = try row.parsed()
    let (from, until) = (try row.optionalInt(), try row.optionalInt())
    contact = SafeContact(
      routes: [route], minutes: from.flatMap { from in until.map { from..<$0 } })
  }
}
