internal import Access
internal import Database
internal import Design
internal import Kernel
internal import Partnership

/// Some weeks of made-up meetings: actions in every state, kept packs, a meeting being prepared, and
/// a restricted list of vehicles that cannot exist.
struct Demonstration {
  let world: World
  let services: Services

  private static let weeks = 4

  static func make(_ world: World, _ services: Services) throws {
    let demonstration = Demonstration(world: world, services: services)
    let last = Week(world.today).adding(weeks: 1).firstDay.adding(days: 1)
    let meetings = try (0...weeks).reversed().map { back in
      try demonstration.meeting(last.adding(days: -7 * back), weeksBefore: back)
    }
    try demonstration.vehicles()
    try demonstration.test(meetings)
    for meeting in meetings.dropLast() { try demonstration.close(meeting) }
  }

  private func meeting(_ day: Day, weeksBefore: Int) throws -> Meeting {
    let at = morning(day)
    return try services.database.write { write in
      guard let id = try MeetingStore.plan(day, at: at, in: write),
        let meeting = try MeetingStore.find(id, write)
      else { throw DatabaseError.shape("the demonstration's meeting was not kept") }
      try record(
        "meeting-planned", "tasking-meeting/\(id)",
        ["week": meeting.week.description, "day": day.description], at: at, in: write)
      for action in DemonstrationAction.all where action.weeksBefore == weeksBefore {
        try add(action, to: meeting, in: write)
      }
      return meeting
    }
  }

  private func add(
    _ action: DemonstrationAction, to meeting: Meeting, in write: Write
  ) throws {
    let places = try ActionPlaces(services, write).choices
    let agencies = try services.people.agencies(write)
    guard let place = places.first(where: { $0.label == action.ward }) ?? places.first,
      let agency = agencies.first(where: { $0.key == action.agency }) ?? agencies.first
    else { return }
    let doer = try services.people.people(ActionOptions.doers, write)
      .first { $0.organisation == agency.id }
    let due = meeting.day.adding(days: action.days)
    var content = ActionContent(
      problem: action.problem, task: action.task, placeKey: place.value, placeName: place.label,
      stage: action.stage, organisation: agency.id.rawValue, organisationName: agency.name,
      person: doer?.id.rawValue, due: due.description, review: due.adding(days: 14).description,
      state: .toDo, reason: "")
    let id = try ActionStore.add(
      content, to: meeting.id, by: author(write), at: morning(meeting.day), in: write)
    try record(
      "action-added", "tasking-action/\(id)",
      ["week": meeting.week.description, "organisation": content.organisationName],
      at: morning(meeting.day), in: write)
    guard action.state != .toDo, let found = try ActionStore.find(id, write) else { return }
    content.state = action.state
    content.reason = action.reason
    let (reporter, at) = (try doer?.id ?? author(write), morning(min(due, world.today)))
    try ActionStore.change(found, to: content, by: reporter, at: at, in: write)
    try record(
      "action-reported", "tasking-action/\(id)",
      ["state": content.state.rawValue, "version": "2"], by: reporter, at: at, in: write)
  }

  /// Tests what the last two meetings look at; older ones were tested in their time.
  private func test(_ meetings: [Meeting]) throws {
    let reader = PackReader(services: services)
    for meeting in meetings.suffix(2) {
      let isPrepared = try services.database.read { read in
        try reader.isPrepared(meeting, read)
      }
      guard !isPrepared else { continue }
      let reports = try reader.reports(for: meeting)
      try services.database.write { write in
        let at = morning(min(meeting.day, world.today))
        for report in reports {
          let kept = try ReportStore.keep(report, by: author(write), at: at, in: write)
          guard kept.isNew else { continue }
          try record(
            "exceptions-tested", "exception-report/\(kept.id)",
            [
              "source": report.source, "period": report.period,
              "lines": String(report.lines.count),
            ], at: at, in: write)
        }
      }
    }
  }

  private func close(_ meeting: Meeting) throws {
    try services.database.write { write in
      let at = morning(meeting.day).adding(seconds: 2 * 3600)
      let pack = try PackReader(services: services).pack(meeting, on: meeting.day, write)
      try MeetingStore.close(meeting, by: author(write), at: at, in: write)
      let sha256 = try PackStore.keep(pack, of: meeting.id, by: author(write), at: at, in: write)
      try record(
        "meeting-closed", "tasking-meeting/\(meeting.id)",
        ["week": meeting.week.description, "sha256": sha256], at: at, in: write)
    }
  }

  private func vehicles() throws {
    let store = VehicleStore(keyring: services.keyring)
    try services.database.write { write in
      let manager = try account(.manager, write)
      for vehicle in DemonstrationVehicle.all {
        guard let plate = NumberPlate(vehicle.plate) else { continue }
        let at = morning(world.today.adding(days: -30))
        let id = try store.add(
          NewVehicle(
            plate: plate, purpose: Sensitive(vehicle.purpose), grading: vehicle.grading,
            conditions: Sensitive(vehicle.conditions),
            expires: world.today.adding(days: vehicle.days)),
          by: account(.analyst, write), at: at, in: write)
        try record(
          "vehicle-proposed", VehicleHandlers.subject,
          [
            "entry": id.description,
            "until": world.today.adding(days: vehicle.days).description,
          ], by: account(.analyst, write), at: at, in: write)
        guard vehicle.isAuthorised, let manager,
          let entry = try store.find(id, on: world.today.adding(days: -30), write)
        else { continue }
        try store.authorise(entry, by: manager, at: at, in: write)
        try record(
          "vehicle-authorised", VehicleHandlers.subject, ["entry": id.description], by: manager,
          at: at, in: write)
      }
    }
  }

  /// Records what a person did, as the page would have; the coordinator where nobody is named.
  private func record(
    _ action: String, _ subject: String, _ detail: [String: String], by actor: ID<Account>? = nil,
    at: Instant, in write: Write
  ) throws {
    try services.audit.record(
      AuditEvent(
        actor: actor ?? author(write), action: "tasking.\(action)", subject: subject,
        detail: detail, at: at), in: write)
  }

  private func morning(_ day: Day) -> Instant {
    London.start(of: day).adding(seconds: 10 * 3600)
  }

  private func author(_ read: Read) throws -> ID<Account>? { try account(.coordinator, read) }

  private func account(_ role: Role, _ read: Read) throws -> ID<Account>? {
    try services.people.people([role], read).first?.id
  }
}
