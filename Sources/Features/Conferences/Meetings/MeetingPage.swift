internal import Design
internal import HTTP
internal import Kernel
internal import Markup

/// One meeting: unfinished actions first, the present case, agenda and attendance beside.
struct MeetingPage: HTML {
  let model: MeetingModel
  private var meeting: Meeting { model.meeting }

  var body: some HTML {
    Handling(note: "Read \(London.words(model.now)). Every reader is recorded.")
    PageHead(
      "\(model.kind.title): \(cases)", kicker: meeting.words,
      lede: meeting.content.reveal(for: "page of a meeting").venue
    ) {
      if model.seesAll {
        LinkButton(
          "Minutes", to: ConferencesRoute.minutes(model.kind.key, meeting.id.rawValue).path)
      }
    }
    if let theirs = model.theirs { Conflict(theirs: theirs) }
    SigningSheet(model: model)
    div(.class("aside")) {
      div {
        if model.seesAll, model.meeting.closedAt == nil { UnfinishedSheet(model: model) }
        if model.seesAll, let present = model.present {
          PresentCase(model: model, entry: present)
        }
        if model.seesAll, model.present == nil, meeting.closedAt != nil {
          Sheet { p { "The meeting is closed. Choose a case of the agenda, or read the minutes." } }
        }
        if model.seesAll { OtherBusiness(model: model) }
        MeetingStages(model: model)
      }
      aside(.aria("label", "Agenda and attendance")) {
        AgendaSheet(model: model)
        RoomSheet(model: model)
      }
    }
  }

  private var cases: String {
    let count = model.agenda.cases.count
    return count == 1 ? "1 case" : "\(count) cases"
  }
}

/// Somebody else wrote while this was typed: both texts stand, and nothing is lost.
private struct Conflict: HTML {
  let theirs: MeetingModel.Theirs

  var body: some HTML {
    Notice(.bad) {
      p {
        strong { "Not saved: \(theirs.by) wrote here while you did." }
        " Theirs is below, yours is still in the form. Put both together and save again."
      }
      p { strong { "Theirs" } }
      p(.class("prewrap")) { theirs.words }
    }
  }
}

/// Begins and closes the meeting.
private struct MeetingStages: HTML {
  let model: MeetingModel

  var body: some HTML {
    if model.sitting.may(.minute), model.meeting.closedAt == nil {
      Sheet {
        PostForm(to: model.path, csrf: model.csrf) {
          input(.type(.hidden), .name("version"), .value(String(model.meeting.version)))
          if model.meeting.begunAt == nil {
            p { "Answers of every organisation open to those who signed once it has begun." }
            SubmitButton("Begin the meeting", name: "act", value: MeetingAct.begin.rawValue)
          } else {
            p {
              "Once it is closed nothing more is written. Cases that were opened are heard; "
              "the others go back to be put on another agenda."
            }
            SubmitButton(
              "Close the meeting", style: .line, name: "act", value: MeetingAct.close.rawValue)
          }
        }
      }
    }
  }
}

/// What is not finished of earlier meetings, with a way to say what came of it.
private struct UnfinishedSheet: HTML {
  let model: MeetingModel

  var body: some HTML {
    Sheet(
      "1. Unfinished actions from before", mark: model.unfinished.isEmpty ? .none : .bad
    ) {
      if model.unfinished.isEmpty { p { "Everything from before is finished." } }
      for action in model.unfinished {
        h3(.class("mt4")) { "\(model.names.body(action.organisation)): \(action.words)" }
        p {
          ActionMark(action: action, today: model.today)
          " Due \(action.due.words)"
          if let reference = action.referral.flatMap({ model.cases[$0] }) {
            ", case "
            a(.href(ConferencesRoute.referral(model.kind.key, reference, for: nil).path)) {
              reference.description
            }
          }
          "."
        }
        if model.mayMinute {
          Disclosure("Say what came of “\(action.words)”", isOpen: model.answered == action.id) {
            OutcomeFields(
              action: action, name: action.id.description, path: model.path, csrf: model.csrf,
              state: model.answered == action.id ? model.state : FormState())
          }
        }
      }
    }
  }
}

/// Any other business.
private struct OtherBusiness: HTML {
  let model: MeetingModel

  var body: some HTML {
    let words = model.meeting.content.reveal(for: "page of a meeting").other
    if model.mayMinute {
      Sheet("Any other business") {
        PostForm(to: model.path, csrf: model.csrf) {
          input(.type(.hidden), .name("version"), .value(String(model.meeting.version)))
          TextArea(
            "other", label: "What was said",
            in: model.act == .other ? model.state : FormState(values: Fields([("other", words)])),
            rows: 4)
          SubmitButton("Save", style: .line, name: "act", value: MeetingAct.other.rawValue)
          if let saved = model.meeting.otherAt {
            p(.class("small quiet")) {
              "Saved \(London.words(saved)) by \(model.names.person(model.meeting.otherBy))."
            }
          }
        }
      }
    } else if !words.isEmpty {
      Sheet("Any other business") { p(.class("prewrap")) { words } }
    }
  }
}
