internal import Access
internal import Database
internal import Kernel
internal import Partnership

/// What goes on today: a case that cannot wait, a link that waits for its answer, a meeting under way.
extension Demonstration {
  /// Somebody referred yesterday who cannot wait, the urgent meeting for them tomorrow, and a desk asked by
  /// a link.
  mutating func hurry(_ kind: ConferenceKind, in write: Write) throws {
    let today = world.today
    guard
      let referral = try refer(
        kind, on: today.adding(days: -1), place: 1, isUrgent: true, in: write)
    else { return }
    let meeting = try call(kind, on: today.adding(days: 1), isEmergency: true, in: write)
    try list(referral, on: meeting, in: write)
    try ask(referral, due: today, answered: false, kind, in: write)
    guard let health = agency(.health),
      let question = try ResearchStore(services).all(of: referral.id, write).first(where: {
        $0.organisation == health.id && $0.answer == nil
      })
    else { return }
    try link(question, of: referral, to: health, kind, in: write)
  }

  /// A link as it stands once it was sent; a demonstration sends no letters.
  private func link(
    _ question: Research, of referral: Referral, to body: Agency, _ kind: ConferenceKind,
    in write: Write
  ) throws {
    let at = noon(world.today.adding(days: -1))
    guard let mailbox = try MailboxStore(services).find(body.id, of: kind.key, write) else {
      return
    }
    let expiry = LinkTerms.expiry(from: at, days: 7)
    let (id, _) = try ResearchLinkStore(services).make(
      question, to: mailbox, until: expiry, by: seats.coordinator.id, at: at, write: write)
    let showing = Showing(
      services: services, kind: kind, account: seats.coordinator.id, now: at)
    let grounds = try showing.grounds(
      of: referral, for: body, [.identity], by: .council, at: "asked", write)
    try showing.record(
      NewConferenceShare(
        referral: referral, research: question.id, link: id, agency: body, fields: [.identity],
        lastDay: London.day(expiry).adding(days: -1), account: seats.coordinator.id), grounds,
      in: write)
  }

  /// A meeting of today that has begun: one case is over, one is open, who chairs is written down.
  mutating func begin(_ kind: ConferenceKind, in write: Write) throws {
    let today = world.today
    let cases = try (0..<3).compactMap { place in
      try refer(kind, on: today.adding(days: -6), place: place, in: write)
    }
    let meeting = try call(kind, on: today, in: write)
    for referral in cases {
      try list(referral, on: meeting, in: write)
      try ask(referral, due: today.adding(days: -1), answered: true, kind, in: write)
    }
    let (now, midnight) = (services.clock.now(), London.instant(today, minute: 0))
    let at = London.day(now) == today ? max(now.adding(seconds: -15 * 60), midnight) : midnight
    try MeetingStore(services).begin(meeting, at: at, in: write)
    try attend(meeting, kind, at: at, in: write)
    let agenda = AgendaStore(services)
    for (place, entry) in try agenda.items(of: meeting.id, write).prefix(2).enumerated() {
      let opened = at.adding(seconds: Double(place) * 540)
      try agenda.start(entry.item, at: opened, in: write)
      let sketches = CaseSketch.of(kind.key)
      try agenda.keep(
        sketches[place % sketches.count].discussion, of: entry.item, by: seats.coordinator.id,
        at: opened, in: write)
    }
  }
}
