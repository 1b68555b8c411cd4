internal import Access
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// The case that is open: its clock, what was found, what is said, who does what.
struct PresentCase: HTML {
  let model: MeetingModel
  let entry: Agenda.Entry
  private var item: AgendaItem { entry.item }
  private var referral: Referral { entry.referral }

  var body: some HTML {
    let content = referral.content.reveal(for: "page of a meeting")
    Sheet(item.isNow ? "Now: case \(place)" : "Case \(place)", id: "present", mark: .thread) {
      clock
      Facts([
        Fact(
          model.kind.subjectTitle, content.name,
          note: childrenWords),
        Fact(
          "Why here", model.kind.criterion(referral.criterion)?.title ?? referral.criterion,
          note: referral.assessment.words),
        Fact("Before", referral.repeatOf == nil ? "Not a repeat" : "Repeat"),
        Fact("Ground in law", referral.grounds.basis.title, note: referral.grounds.basis.section),
      ])
      p {
        a(.href(ConferencesRoute.referral(model.kind.key, referral.reference, for: nil).path)) {
          "The whole referral"
        }
      }
      h3 { "What each organisation found" }
      found
      h3(.class("mt5")) { "What was said" }
      discussion
      h3(.class("mt5")) { "Actions for this case" }
      actions
      if model.mayMinute { DecideForm(model: model) }
    }
  }

  private var childrenWords: String? {
    switch referral.children {
    case 0: nil
    case 1: "1 child in the home"
    default: "\(referral.children) children in the home"
    }
  }

  private var place: String {
    let cases = model.agenda.cases
    let number = (cases.firstIndex { $0.item.id == item.id } ?? 0) + 1
    return "\(number) of \(cases.count), \(referral.reference)"
  }

  @HTMLBuilder private var clock: some HTML {
    if let minutes = item.minutes(at: model.now), let started = item.startedAt {
      p {
        StateMark(
          minutes > model.kind.rules.caseMinutes ? .warn : .good,
          "\(minutes) of \(model.kind.rules.caseMinutes) minutes")
        span(.class("small quiet")) {
          " Begun \(London.timeWords(started)). The page shows \(London.timeWords(model.now))."
        }
      }
    }
    if model.mayMinute {
      PostForm(to: model.path, csrf: model.csrf) {
        input(.type(.hidden), .name("item"), .value(item.id.description))
        if item.isNow {
          SubmitButton("End this case", style: .line, name: "act", value: MeetingAct.stop.rawValue)
        } else {
          SubmitButton(
            item.startedAt == nil ? "Open this case" : "Come back to this case", style: .line,
            name: "act", value: MeetingAct.start.rawValue)
        }
      }
    }
  }

  private var found: DataTable {
    DataTable(
      caption: "What each organisation found", hidesCaption: true,
      columns: [.text("Organisation"), .text("Answer"), .text("Facts and views")],
      rows: model.research.map { research in
        let content = research.content.reveal(for: "page of a meeting")
        return [
          .text(model.names.body(research.organisation)),
          .html {
            if let answer = research.answer {
              StateMark(answer == .withheld ? .warn : .good, answer.title)
            } else {
              StateMark(.bad, "No answer")
            }
          },
          .html {
            for (title, words) in [
              ("Facts", content.facts), ("Views", content.views),
              ("Why it is not shared", content.withheld),
            ] where !words.isEmpty {
              p(.class("prewrap")) {
                strong { "\(title): " }
                words
              }
            }
          },
        ]
      }, empty: "Nobody was asked.")
  }

  @HTMLBuilder private var discussion: some HTML {
    let words = item.content.reveal(for: "page of a meeting").discussion
    if model.mayMinute {
      PostForm(to: model.path, csrf: model.csrf) {
        input(.type(.hidden), .name("item"), .value(item.id.description))
        input(.type(.hidden), .name("version"), .value(String(item.version)))
        TextArea(
          "discussion", label: "Risks, what was weighed, what the person wants",
          in: model.act == .discuss
            ? model.state : FormState(values: Fields([("discussion", words)])))
        SubmitButton("Save", style: .line, name: "act", value: MeetingAct.discuss.rawValue)
        if let changed = item.changedAt {
          p(.class("small quiet")) {
            "Saved \(London.words(changed)) by \(model.names.person(item.changedBy))."
          }
        }
      }
    } else {
      p(.class("prewrap")) { words.isEmpty ? "Nothing was written down." : words }
    }
  }

  private var actions: DataTable {
    DataTable(
      caption: "Actions for this case", hidesCaption: true,
      columns: [.text("Organisation"), .text("Will"), .text("Due"), .text("State")],
      rows: model.decided.filter { $0.referral == referral.id }.map { action in
        [
          .text(model.names.body(action.organisation)), .text(action.words),
          .text(action.due.words), .html { ActionMark(action: action, today: model.today) },
        ]
      }, empty: "None yet.")
  }
}

/// Decides an action: organisation, verb, what, by when.
private struct DecideForm: HTML {
  let model: MeetingModel

  var body: some HTML {
    let state = model.state(of: .decide)
    PostForm(to: model.path, csrf: model.csrf) {
      input(.type(.hidden), .name("item"), .value(model.present?.item.id.description ?? ""))
      SelectField(
        "body", label: "Organisation",
        choices: model.bodies.map { Choice($0.id.description, $0.name) }, empty: "Choose", in: state
      )
      SelectField(
        "verb", label: "Will",
        choices: ConferenceAction.Verb.allCases.map { Choice($0.rawValue, $0.title) },
        empty: "Choose", in: state)
      TextField(
        "task", label: "What",
        hint: "Whoever does it reads this, and not whom it is about: write no name", in: state)
      DateField("due", legend: "Due", in: state)
      SelectField(
        "owner", label: "Who does it there, if you know",
        choices: model.people.map { person in
          let name = person.name.reveal(for: "who does an action")
          return Choice(
            person.id.description, "\(name), \(model.names.body(person.organisation))")
        }, empty: "Nobody by name", in: state)
      SubmitButton("Add the action", style: .line, name: "act", value: MeetingAct.decide.rawValue)
    }
  }
}
