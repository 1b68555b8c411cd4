internal import Access
internal import Database
internal import Kernel
internal import Partnership

/// Meetings that were held, and the one that is to come.
extension Demonstration {
  mutating func hold(
    _ kind: ConferenceKind, on day: Day, isLast: Bool, in write: Write
  ) throws {
    let cases = try (0..<(kind.key == "marac" ? 4 : 2)).compactMap { place in
      try refer(kind, on: day.adding(days: -9), place: place, in: write)
    }
    let (meetings, agenda) = (MeetingStore(services), AgendaStore(services))
    var at = London.instant(day, minute: 10 * 60)
    let meeting = try call(kind, on: day, in: write)
    for referral in cases {
      try list(referral, on: meeting, in: write)
      try ask(referral, due: day.adding(days: -2), answered: true, kind, in: write)
    }
    try meetings.begin(meeting, at: at, in: write)
    try attend(meeting, kind, at: at, in: write)
    for (place, entry) in try agenda.items(of: meeting.id, write).enumerated() {
      let sketches = CaseSketch.of(kind.key)
      let sketch = sketches[place % sketches.count]
      try agenda.start(entry.item, at: at, in: write)
      at = at.adding(seconds: Double(8 + place * 3) * 60)
      try agenda.keep(
        sketch.discussion, of: entry.item, by: seats.coordinator.id, at: at, in: write)
      try decide(
        sketch, entry.referral, at: meeting, isLast: isLast, isFirst: place == 0, in: write)
    }
    guard let open = try meetings.find(meeting.id, in: kind.key, write) else { return }
    try agenda.close(open, flagMonths: kind.rules.flagMonths, at: at, in: write)
    let showing = Showing(
      services: services, kind: kind, account: seats.coordinator.id, now: at)
    for referral in cases { try showing.close(referral.id, because: .heard, in: write) }
    try meetings.close(open, at: at, in: write)
  }

  /// A meeting to come with cases whose answers are due, one of them late; others wait for a decision.
  mutating func prepare(_ kind: ConferenceKind, in write: Write) throws {
    let today = world.today
    let meeting = try call(kind, on: today.adding(days: 6), in: write)
    for place in 0..<2 {
      guard
        let referral = try refer(
          kind, on: today.adding(days: -3 - place), place: place, in: write)
      else { continue }
      try list(referral, on: meeting, in: write)
      try ask(referral, due: today.adding(days: place * 3 - 1), answered: false, kind, in: write)
    }
    _ = try refer(kind, on: today, place: 0, in: write)
    guard let other = try refer(kind, on: today.adding(days: -12), place: 1, in: write) else {
      return
    }
    try ReferralStore(services).decline(
      other, because: "Made up for the demonstration: one body can act alone, and does.",
      on: today.adding(days: -10), in: write)
  }

  func call(
    _ kind: ConferenceKind, on day: Day, isEmergency: Bool = false, in write: Write
  ) throws -> Meeting {
    let meetings = MeetingStore(services)
    let id = try meetings.add(
      NewMeeting(
        day: day, startMinute: 10 * 60, isEmergency: isEmergency, venue: "Town hall, room 2"),
      of: kind, by: seats.coordinator.id, in: write)
    guard let meeting = try meetings.find(id, in: kind.key, write) else {
      throw DatabaseError.shape("the meeting is not there")
    }
    return meeting
  }

  func list(
    _ referral: Referral, on meeting: Meeting, in write: Write
  ) throws {
    _ = try AgendaStore(services).put(referral, on: meeting, in: write)
    try ReferralStore(services).move(referral, to: .listed, in: write)
  }

  func ask(
    _ referral: Referral, due: Day, answered: Bool, _ kind: ConferenceKind, in write: Write
  ) throws {
    let store = ResearchStore(services)
    let clerk = SampleClerk(
      services: services, now: noon(referral.referredOn), account: seats.coordinator.id)
    let asking = Asking(
      desk: clerk, kind: kind, referral: referral, by: seats.coordinator.organisation)
    for body in [AgencyKind.police, .housing, .health].compactMap(agency)
    where kind.rules.agencies.contains(body.kind) {
      _ = try asking.ask(body, by: due, at: "asked", in: write)
    }
    for (place, research) in try store.all(of: referral.id, write).enumerated()
    where answered || place == 1 {
      var content = ResearchContent()
      content.facts = "Made up: two contacts this year, the last in October."
      content.views = place == 0 ? "Afraid of being moved again." : ""
      content.givenBy = place == 0 ? "" : "The duty desk, by secure email"
      let at = noon(referral.referredOn.adding(days: answered ? 4 : 1))
      let answer = answer(place, referral)
      if answer == .withheld {
        content = ResearchContent()
        content.withheld = "Made up: it would tell who asked for help. We act on it ourselves."
      }
      try store.answer(
        research, answer, answer == .nothing ? ResearchContent() : content,
        by: seats.coordinator.id, at: at, in: write)
    }
  }

  /// The third knows nothing, of every fourth case it keeps to itself what it knows.
  private func answer(_ place: Int, _ referral: Referral) -> Research.Answer {
    if place < 2 { return .known }
    return referral.id.rawValue % 4 == 0 ? .withheld : .nothing
  }

  func attend(
    _ meeting: Meeting, _ kind: ConferenceKind, at now: Instant, in write: Write
  ) throws {
    let store = AttendanceStore(services)
    for person in [seats.coordinator, seats.chair, seats.partner] {
      try store.sign(person.id, of: person.organisation, meeting.id, at: now, in: write)
    }
    if !kind.isApart {
      try store.excuse(
        seats.officer.id, of: seats.officer.organisation, meeting.id, at: now, in: write)
    }
    try store.note(
      "Nurse Sample", of: agency(.health)?.id, as: .present, meeting.id, at: now, in: write)
    if let chair = try store.all(of: meeting.id, write).first(where: {
      $0.account == seats.chair.id
    }) {
      try store.chair(chair.id, meeting.id, in: write)
    }
    try store.note("Student Sample", of: nil, as: .observer, meeting.id, at: now, in: write)
  }

  /// Older actions are done, or could not be; of the last meeting some wait, one by name.
  private func decide(
    _ sketch: CaseSketch, _ referral: Referral, at meeting: Meeting, isLast: Bool, isFirst: Bool,
    in write: Write
  ) throws {
    let store = ActionStore(services)
    let bodies = [AgencyKind.council, .police].compactMap(agency)
    for (place, task) in sketch.tasks.enumerated() {
      let body = bodies[place % bodies.count]
      let isOwned = isLast && isFirst && place == 0 && body.id == seats.officer.organisation
      let id = try store.add(
        NewAction(
          organisation: body.id, owner: isOwned ? seats.officer.id : nil, verb: task.verb,
          task: task.words, due: meeting.day.adding(days: isLast && place == 0 ? 3 : 10)),
        about: referral.id, at: meeting, in: write)
      guard !isLast || place == 1 && isFirst, let action = try store.find(id, write) else {
        continue
      }
      let isPossible = referral.id.rawValue % 5 != 0
      let state: ConferenceAction.State = isLast ? .notDone : isPossible ? .done : .notPossible
      try store.answer(
        action, state, state == .done ? "" : "Made up: the keys were not to be had.",
        by: seats.coordinator.id, at: noon(meeting.day.adding(days: 3)), in: write)
    }
  }
}
