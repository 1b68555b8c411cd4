internal import Access
internal import Commands
internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// Calls and holds meetings of a conference, as their pages do.
extension ConferencesCommands {
  static let call = Command<Services>(
    ["conferences", "call"], summary: "call a meeting of a conference",
    details:
      "FILE says held-day, held-month, held-year, starts, venue and urgent. Prints its number.",
    arguments: [conference, file]
  ) { invocation, services in
    let path = invocation.value("FILE")
    let id = try services.database.write { write in
      let kind = try open(invocation, write)
      let fields = try TypedFields(path, services, write).fields
      return try FieldsFile.taken(from: path) {
        try Calling(desk: Operator(services), kind: kind).keep(fields, in: write)
      }
    }
    invocation.output.line(id.description)
  }

  static let meeting = Command<Services>(
    ["conferences", "meeting"], summary: "show the agenda and the actions of a meeting",
    details: "Nobody is named: nobody has signed in.", arguments: [conference, number]
  ) { invocation, services in
    let model = try services.database.read { try shown(invocation, services, nil, $0) }
    for entry in model.agenda.cases {
      let item = entry.item
      let state = item.isNow ? "now" : item.startedAt == nil ? "to come" : "heard"
      invocation.output.line(
        "case  \(entry.referral.reference)  \(item.part.rawValue)  \(state)")
    }
    for action in model.unfinished + model.decided {
      invocation.output.line(
        "action \(action.id)  \(model.names.body(action.organisation))  due \(action.due)  "
          + action.state.title)
    }
    for attendance in model.attendance {
      invocation.output.line(
        "attendance \(attendance.id)  \(attendance.part.rawValue)"
          + (attendance.isChair ? "  chair" : ""))
    }
  }

  static let hold = Command<Services>(
    ["conferences", "hold"], summary: "hold a meeting: attendance, minutes, actions",
    details: """
      begin and close need no FILE. note: guest, guest-body, part (present, observer, apology). chair: \
      chair (the number of an attendance, as the meeting shows it). start, \
      stop, discuss, decide: case (its reference); discuss also discussion; decide also body, verb, \
      task, due-day, due-month, due-year and owner (an account's number). outcome: action, state (done, \
      not-done, not-possible) and outcome. other: other. Nobody can sign for somebody else here.
      """,
    arguments: [
      conference, number,
      .value("ACT", "what is done", oneOf: acts.map(\.rawValue)),
      .optional("FILE", "the fields as JSON; - for standard input"),
    ]
  ) { invocation, services in
    let path = invocation.option("FILE")
    let said = try services.database.write { write in
      var fields = try TypedFields(path, services, write)
      let model = try shown(invocation, services, fields["case"], write)
      guard let act = acts.first(where: { $0.rawValue == invocation.value("ACT") }) else {
        throw ConferencesProblem.notFound
      }
      fields.fill("version", version(act, model, fields))
      if let action = fields["action"] { fields.fill("outcome-\(action)", fields["outcome"]) }
      let keeping = MeetingActs(desk: Operator(services), model: model, form: fields.fields)
      do {
        return try FieldsFile.taken(from: path ?? "the command") {
          try keeping.keep(act, in: write).said
        }
      } catch is MinuteConflict { throw ConferencesProblem.changedMeanwhile }
    }
    invocation.output.line("\(said).")
  }

  private static let acts: [MeetingAct] = [
    .begin, .close, .note, .chair, .start, .stop, .discuss, .decide, .outcome, .other,
  ]
  static let number = Argument.value("MEETING", "its number, as meetings lists it")

  /// A meeting as its coordinator sees it, with the case of a reference open.
  private static func shown(
    _ invocation: Invocation, _ services: Services, _ reference: String?, _ read: Read
  ) throws -> MeetingModel {
    let (kind, clerk) = (try open(invocation, read), Operator(services))
    guard let id = ID<Meeting>(invocation.value("MEETING")),
      let meeting = try clerk.meetings.find(id, in: kind.key, read)
    else { throw ConferencesProblem.noSuchMeeting(invocation.value("MEETING")) }
    let items = try clerk.agenda.items(of: id, read)
    let item = items.first { $0.referral.reference.description == reference }
    if let reference, item == nil { throw ConferencesProblem.noSuchCase(reference) }
    return try MeetingReader(desk: clerk).model(
      clerk.sitting(kind), meeting, item: item?.item.id.rawValue, read)
  }

  /// The version a page would send.
  private static func version(
    _ act: MeetingAct, _ model: MeetingModel, _ fields: TypedFields
  ) -> String? {
    let version =
      switch act {
      case .close, .other: model.meeting.version
      case .discuss: model.present?.item.version
      case .outcome: model.unfinished.first { $0.id.description == fields["action"] }?.version
      case .begin, .sign, .excuse, .note, .chair, .start, .stop, .decide: nil as Int?
      }
    return version.map { String($0) }
  }
}
