internal import Access
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// The statement, with a way to sign it or to send an apology.
struct SigningSheet: HTML {
  let model: MeetingModel

  var body: some HTML {
    let meeting = model.meeting
    if model.hasSigned {
      p { StateMark(.good, "You signed the statement") }
    } else if meeting.closedAt != nil {
      if !model.seesAll {
        Sheet {
          p { "You did not sign the statement of this meeting, so its record is not open to you." }
        }
      }
    } else {
      Sheet("Statement", mark: .warn) {
        p(.class("prewrap")) { meeting.statement }
        PostForm(to: model.path, csrf: model.csrf) {
          div(.class("row")) {
            if meeting.day <= model.today {
              SubmitButton(
                "I am here, and sign this", name: "act", value: MeetingAct.sign.rawValue)
            } else {
              p { "It can be signed on \(meeting.day.words)." }
            }
            SubmitButton(
              "Send an apology", style: .line, name: "act", value: MeetingAct.excuse.rawValue)
          }
        }
      }
    }
  }
}

/// The agenda, in the order of the kind.
struct AgendaSheet: HTML {
  let model: MeetingModel

  var body: some HTML {
    Sheet("Agenda") {
      for (part, cases) in model.agenda.parts {
        h3 { part.title }
        switch part {
        case .actions:
          p {
            model.meeting.closedAt == nil ? "\(model.unfinished.count) not finished" : "Taken first"
          }
        case .flags:
          p { model.flags.isEmpty ? "None ends" : "\(model.flags.count) to be ended" }
        case .other: p(.class("quiet")) { "At the end" }
        case .children, .adults, .cases:
          if cases.isEmpty { p(.class("quiet")) { model.seesAll ? "None" : "None you may see" } }
          ul(.role("list")) { for entry in cases { AgendaLine(model: model, entry: entry) } }
        }
      }
    }
  }
}

private struct AgendaLine: HTML {
  let model: MeetingModel
  let entry: Agenda.Entry

  var body: some HTML {
    li {
      a(.href(model.path(of: entry.item)), .class("ref")) { entry.referral.reference.description }
      " "
      if entry.item.isNow {
        Tag("Now", .fact)
      } else if let minutes = entry.item.minutes(at: model.now) {
        span(.class("small quiet")) { "\(minutes) minutes" }
      } else {
        span(.class("small quiet")) { "\(model.kind.rules.caseMinutes) minutes planned" }
      }
      if entry.referral.isUrgent { Tag("Urgent", .bad) }
      if entry.referral.repeatOf != nil { Tag("Repeat", .warn) }
    }
  }
}

/// Who is in the room, who sent an apology, who is missing.
struct RoomSheet: HTML {
  let model: MeetingModel

  var body: some HTML {
    Sheet("In the room") {
      Pairs(members + guests)
      if model.mayMinute {
        chairing
        noting
      }
    }
  }

  private var members: [(name: String, value: String)] {
    model.members.map { member in
      let found = model.attendance.first { $0.account == member.account }
      let part = found.map { attendance in
        if attendance.isChair { return "Chairs, signed" }
        return attendance.signedAt == nil ? attendance.part.title : "Here, signed"
      }
      return (
        "\(model.names.person(member.account)), \(model.names.body(member.organisation))",
        part ?? (model.meeting.begunAt == nil ? "Not known yet" : "Missing")
      )
    }
  }

  private var guests: [(name: String, value: String)] {
    model.attendance.filter { attendance in
      !model.members.contains { $0.account == attendance.account }
    }.map { attendance in
      let part = attendance.isChair ? "Chairs" : attendance.part.title
      return (name(attendance), attendance.isOnPaper ? "\(part), signed on paper" : part)
    }
  }

  private func name(_ attendance: Attendance) -> String {
    let name = attendance.content.reveal(for: "page of a meeting").name
    let body = attendance.organisation.map { model.names.body($0) }
    let who = name.isEmpty ? model.names.person(attendance.account) : name
    return [who, body].compactMap(\.self).joined(separator: ", ")
  }

  /// Those who may chair; who has the chair's seat is offered first.
  @HTMLBuilder private var chairing: some HTML {
    if !model.mayChair.isEmpty {
      let seat = model.members.first { $0.seat == .chair }?.account
      let usual =
        model.mayChair.first(where: \.isChair)
        ?? model.mayChair.first { $0.account != nil && $0.account == seat }
      PostForm(to: model.path, csrf: model.csrf) {
        SelectField(
          "chair", label: "Who chairs",
          choices: model.mayChair.map { Choice($0.id.description, name($0)) }, empty: "Choose",
          in: model.act == .chair
            ? model.state
            : FormState(values: Fields([("chair", usual?.id.description ?? "")])))
        SubmitButton(
          "Write down who chairs", style: .line, name: "act", value: MeetingAct.chair.rawValue)
      }
    }
  }

  private var noting: some HTML {
    let state = model.state(of: .note)
    return Disclosure("Write somebody down", isOpen: model.act == .note) {
      PostForm(to: model.path, csrf: model.csrf) {
        TextField("guest", label: "Name", in: state, autocomplete: "off")
        SelectField(
          "guest-body", label: "Organisation",
          choices: model.bodies.map { Choice($0.id.description, $0.name) }, empty: "None of them",
          in: state)
        RadioField(
          "part", legend: "As",
          choices: [
            Choice("present", "Here, signed on paper"),
            Choice("observer", "Observer, signed on paper"), Choice("apology", "Apology"),
          ], in: state)
        SubmitButton("Write down", style: .line, name: "act", value: MeetingAct.note.rawValue)
      }
    }
  }
}
