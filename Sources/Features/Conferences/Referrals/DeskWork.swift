internal import Design
internal import Kernel
internal import Markup

/// What waits for whoever reads the page: answers, actions, late ones first.
struct DeskWork: HTML {
  let model: DeskModel

  var body: some HTML {
    Sheet(
      model.sitting.may(.prepare) ? "What is still to be answered" : "What you are asked",
      mark: isLate ? .bad : .river
    ) {
      DataTable(
        caption: "To be answered", hidesCaption: true,
        columns: [.text("Case"), .text("Organisation"), .text("By"), .text("State")],
        rows: model.toAnswer.map { research, reference in
          [
            .html {
              a(.href(model.reference(reference)), .class("ref nowrap")) { reference.description }
            },
            .text(model.names.body(research.organisation)), .text(research.due.words),
            .html { LateMark(day: research.due, today: model.today) },
          ]
        }, empty: "Everything that was asked is answered.")
    }
    if !model.toDo.isEmpty {
      Sheet("Actions that are not finished") {
        DataTable(
          caption: "Actions", hidesCaption: true,
          columns: [.text("Organisation"), .text("Will"), .text("Due"), .text("State")],
          rows: model.toDo.map { action in
            [
              .text(model.names.body(action.organisation)), .text(action.words),
              .text(action.due.words), .html { LateMark(day: action.due, today: model.today) },
            ]
          })
        p { a(.href(ConferencesRoute.actions.path)) { "Say what came of yours" } }
      }
    }
  }

  private var isLate: Bool { model.toAnswer.contains { $0.research.due < model.today } }
}

/// Whether a day is past.
struct LateMark: HTML {
  let day: Day
  let today: Day

  var body: some HTML {
    if day < today {
      let days = today.number - day.number
      StateMark(.bad, days == 1 ? "1 day over" : "\(days) days over")
    } else if day == today {
      StateMark(.warn, "Today")
    } else {
      StateMark(.none, "To come")
    }
  }
}

/// The meetings of a conference, the latest first.
struct MeetingTable: HTML {
  let kind: ConferenceKind
  let meetings: [Meeting]
  let today: Day

  var body: some HTML {
    Sheet("Meetings") {
      DataTable(
        caption: "Meetings", hidesCaption: true,
        columns: [.text("When"), .text("What"), .text("State")],
        rows: meetings.map { meeting in
          [
            .link(
              meeting.words,
              to: ConferencesRoute.meeting(kind.key, meeting.id.rawValue, item: nil).path),
            .text(meeting.isEmergency ? "Urgent meeting" : "Meeting"),
            .html { MeetingMark(meeting: meeting, today: today) },
          ]
        }, empty: "No meeting was called yet.")
    }
  }
}

struct MeetingMark: HTML {
  let meeting: Meeting
  let today: Day

  var body: some HTML {
    if meeting.closedAt != nil {
      StateMark(.none, "Held")
    } else if meeting.isOn {
      StateMark(.good, "Now")
    } else if meeting.day < today {
      StateMark(.bad, "Not held")
    } else {
      StateMark(.warn, "To come")
    }
  }
}
