internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// One case: whom it is about, why it is here, what was found, what is to be done.
struct CasePage: HTML {
  let model: CaseModel
  private var referral: Referral { model.referral }
  private var content: ReferralContent { referral.content.reveal(for: "page of a case") }

  var body: some HTML {
    Handling(note: "\(model.kind.title). Every reader is recorded.")
    PageHead("Case \(referral.reference.description)", kicker: model.kind.title)
    Facts([
      Fact("State") { StateMark(referral.state.mark, referral.state.title) },
      Fact("Ground", ground, note: referral.assessment.words),
      Fact("Before", before.words, note: before.note),
      Fact("Children in the home", String(referral.children)),
    ])
    Sheet("The referral", mark: .river) { SummaryList(rows) }
    if model.leads { CaseDecisions(model: model) }
    ResearchSheet(model: model)
    if !model.actions.isEmpty {
      Sheet("Actions") {
        DataTable(
          caption: "Actions", hidesCaption: true,
          columns: [.text("Organisation"), .text("Will"), .text("Due"), .text("State")],
          rows: model.actions.map { action in
            [
              .text(model.names.body(action.organisation)), .text(action.words),
              .text(action.due.words),
              .html { ActionMark(action: action, today: model.today) },
            ]
          })
      }
    }
    if model.seesAll { CopySheet(model: model) }
    if model.sitting.may(.shares) {
      Sheet("What was shown to whom") {
        ShareRows(
          kind: model.kind, shares: model.shares.map { ($0, model.referral.reference) },
          names: model.names, now: model.now, empty: "Nobody was asked yet.")
      }
    }
    Sheet("Meetings") {
      DataTable(
        caption: "Meetings", hidesCaption: true, columns: [.text("When"), .text("Minutes")],
        rows: model.history.map { item, meeting in
          [
            .link(
              meeting.words,
              to: ConferencesRoute.meeting(
                model.kind.key, meeting.id.rawValue, item: item.id.rawValue
              ).path),
            item.minutes(at: item.endedAt ?? meeting.closedAt ?? item.startedAt ?? referral.madeAt)
              .map { .text(String($0)) } ?? .missing("Not heard yet"),
          ]
        }, empty: "It is on no agenda yet.")
    }
  }

  private var ground: String {
    model.kind.criterion(referral.criterion)?.title ?? referral.criterion
  }

  private var before: (words: String, note: String?) {
    let months = model.kind.rules.repeatMonths
    if let earlier = model.earlier {
      return ("Repeat", "Last referred \(earlier.referredOn.words), inside \(months) months")
    }
    return (
      "Not a repeat",
      months == 0 ? nil : "No referral of the same people in \(months) months before"
    )
  }

  private var rows: [(key: String, value: String, change: String?)] {
    let born = Day(content.born)
    let all: [(String, String?)] = [
      (model.kind.subjectTitle, content.name),
      ("Date of birth", born.map { "\($0.words), \($0.years(to: model.today)) now" }),
      (model.kind.otherTitle, content.other), ("What happened, and what is feared", content.why),
      ("What the person wants", content.wishes), ("How they can be reached", content.contact),
      ("Whether they know", content.told),
    ]
    let rest: [(String, String?)] = [
      ("Why it cannot be done with less", content.necessity),
      ("Referred by", model.names.body(referral.organisation)),
      (
        "Written down by",
        "\(model.names.person(referral.madeBy)), \(London.words(referral.madeAt))"
      ),
      ("Flagged until", referral.flagEndedOn == nil ? referral.flagUntil?.words : nil),
      ("Why it was not taken", content.declined),
    ]
    return (all + referral.grounds.rows.map { ($0, $1) } + rest).compactMap { key, value in
      value.flatMap { $0.isEmpty ? nil : (key: key, value: $0, change: nil) }
    }
  }
}

/// Whether an action is done, late or to come.
struct ActionMark: HTML {
  let action: ConferenceAction
  let today: Day

  var body: some HTML {
    switch action.state {
    case .open: LateMark(day: action.due, today: today)
    case .done: StateMark(.good, "Done")
    case .notDone: StateMark(.bad, "Not done")
    case .notPossible: StateMark(.none, "Not possible")
    }
  }
}
