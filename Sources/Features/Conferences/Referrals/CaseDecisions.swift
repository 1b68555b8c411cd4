internal import Design
internal import HTTP
internal import Kernel
internal import Markup

/// The forms of those who prepare the conference: put it on an agenda, or do not take it.
struct CaseDecisions: HTML {
  let model: CaseModel

  var body: some HTML {
    let isOn = model.history.contains { $0.meeting.closedAt == nil }
    if model.referral.state != .declined, !isOn {
      Sheet("Put it on an agenda") {
        if model.meetings.isEmpty {
          p {
            "No meeting is to come. "
            a(.href(ConferencesRoute.newMeeting(model.kind.key).path)) { "Call one" }
            "."
          }
        } else {
          form(.list) {
            SelectField(
              "meeting", label: "Meeting",
              choices: model.meetings.map {
                Choice(
                  $0.id.description, $0.isEmergency ? "\($0.words), urgent" : $0.words)
              }, empty: "Choose", in: model.state(of: .list))
            SubmitButton("Put it on the agenda", style: .line)
          }
        }
      }
    }
    if model.referral.state == .referred {
      Sheet {
        Disclosure("Do not take it", isOpen: model.act == .decline) {
          form(.decline) {
            TextArea(
              "reason", label: "Why, and what is done instead", in: model.state(of: .decline),
              rows: 3)
            SubmitButton("Do not take it", style: .line)
          }
        }
      }
    }
  }

  private func form(
    _ act: CaseAct, @HTMLBuilder content: () -> some HTML
  ) -> some HTML {
    PostForm(to: model.path, csrf: model.csrf) {
      input(.type(.hidden), .name("act"), .value(act.rawValue))
      input(.type(.hidden), .name("version"), .value(String(model.referral.version)))
      content()
    }
  }
}
