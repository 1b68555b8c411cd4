internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Partnership

/// Made-up agreements, shares, requests and sets of Thornmere, at every stage.
struct Demonstration {
  private let services: Services
  private let agencies: [Agency]
  private let officer: ID<Account>?
  private let today: Day
  private var generator: SeededGenerator

  static func make(_ world: World, _ services: Services) throws {
    try services.database.write { write in
      var demonstration = try Demonstration(world, services, write)
      guard demonstration.agency(.police) != nil, demonstration.agency(.council) != nil else {
        return
      }
      try demonstration.agreements(in: write)
      try demonstration.shares(in: write)
      try demonstration.requests(in: write)
      try demonstration.sets(in: write)
    }
  }

  private init(_ world: World, _ services: Services, _ read: Read) throws {
    self.services = services
    today = world.today
    agencies = try services.people.agencies(read)
    officer = try services.people.people([.officer], read).first?.id
    generator = world.generator(for: "sharing")
  }

  private func agency(_ kind: AgencyKind) -> Agency? { agencies.first { $0.kind == kind } }

  private func noon(_ day: Day) -> Instant { London.instant(day, minute: 12 * 60) }

  private func agreements(in write: Write) throws {
    for sketch in AgreementSketch.all {
      let parties = sketch.parties.compactMap { agency($0)?.id }
      guard parties.count > 1 else { continue }
      let signed = today.adding(days: -sketch.signedBefore)
      let fields: [(String, String)] =
        [("title", sketch.title), ("purposes", sketch.purposes)]
        + parties.map { ("parties", $0.description) }
        + sketch.fields.map { ("fields", $0.rawValue) } + DateInput.fields("signed", signed)
        + DateInput.fields("review", today.adding(days: sketch.reviewIn))
      let form = try AgreementForm(Fields(fields), agencies, today: today)
      let id = try AgreementStore.add(form, by: officer, at: noon(signed), in: write)
      guard let ended = sketch.endedBefore, let found = try AgreementStore.find(id, write) else {
        continue
      }
      try AgreementStore.end(
        found, on: today.adding(days: -ended),
        because: "Made up for the demonstration: a newer agreement takes its place", in: write)
    }
  }

  private mutating func shares(in write: Write) throws {
    let store = ShareStore(services)
    for sketch in ShareSketch.all {
      let day = today.adding(days: -sketch.before)
      let recipient = sketch.recipient.flatMap { kind in
        agency(kind).map { ShareRecipient.organisation($0) }
      }
      guard let recipient = recipient ?? sketch.outside.map({ .outside(Sensitive($0)) }) else {
        continue
      }
      let choices = try GroundStore.choices(on: day, write)
      let terms = sketch.terms(choices, lastDay: day.adding(days: sketch.days))
      guard
        ShareRules(terms, with: recipient, by: .council, choices, today: day).refused.isEmpty
      else { continue }
      let share = try store.add(
        NewShare(about: nil, with: recipient, terms, by: officer, at: noon(day)),
        using: &generator, in: write)
      if let revoked = sketch.revokedBefore, let found = try store.find(share.reference, write) {
        let reason = "Made up for the demonstration: the recipient needs it no longer"
        try store.end(
          found, ShareEnd(noon(today.adding(days: -revoked)), because: Sensitive(reason)), in: write
        )
      }
    }
  }

  private mutating func requests(in write: Write) throws {
    let store = RequestStore(services)
    for sketch in RequestSketch.all {
      guard let asker = agency(sketch.asker) else { continue }
      let day = today.adding(days: -sketch.before)
      let form = try RequestForm(
        Fields(
          [
            ("kind", sketch.kind.rawValue), ("asker", asker.id.description),
            ("wanted", "Made up for the demonstration: \(sketch.wanted)"),
          ] + DateInput.fields("received", day)), agencies, today: today, in: .statutory)
      let reference = try store.add(
        form, by: officer, at: noon(day), using: &generator, in: write)
      guard let after = sketch.answeredAfter, let found = try store.find(reference, write) else {
        continue
      }
      let answer = try AnswerForm(
        Fields([
          ("outcome", sketch.outcome.rawValue),
          ("answer", "Made up for the demonstration: \(sketch.answer)"),
        ]), found, today: day.adding(days: after), named: nil)
      try store.answer(found, answer, in: write)
    }
  }

  /// The sets of three quarters were sent, one of them late and one not at all.
  private func sets(in write: Write) throws {
    let recipients = agencies.filter { $0.kind != .council && $0.kind != .voluntary }.map(\.id)
    let sources = try services.events(write).map(\.key)
    for back in 2...SetHandlers.quarters {
      let quarter = today.month.quarter.adding(quarters: -back)
      for (place, source) in sources.enumerated() where back > 2 || place > 0 {
        let days = back == 3 && place == 0 ? 12 : -9
        let sent = SetStore.Sent(
          quarter: quarter, source: source,
          day: DepersonalisedSet.due(of: quarter).adding(days: days), recipients: recipients)
        try SetStore.send(sent, by: officer, at: noon(sent.day), in: write)
      }
    }
  }
}
