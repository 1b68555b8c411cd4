internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// One case: how it stands, what is to be done, what happened, who is in it, who has looked.
struct CasePage: HTML {
  let model: CaseModel

  private var file: CaseFile { model.file }

  var body: some HTML {
    Handling(note: "That you opened this case is recorded with your name.")
    MarkerNotices(model: model.markers)
    CaseDutyNotices(flagged: model.reports.filter(\.isFlagged), notices: model.notices)
    SayingNotice(messages: model.toSay)
    PageHead(file.title, kicker: "\(file.reference), opened \(London.day(file.openedAt).words)") {
      CaseForm(model, model.isWatched ? .unwatch : .watch) {
        SubmitButton(model.isWatched ? "Watch no longer" : "Watch this case", style: .line)
      }
    }
    TakerNotice(model: model)
    if let carried = model.carried {
      p(.class("quiet")) {
        "Brought along from \(carried.system), where it was \(carried.written), on "
        "\(London.day(carried.carriedAt).words). Clocks that had no day there run from then."
      }
    }
    Facts(
      [
        Fact(
          "State", file.standing, note: file.lead.map { "Led by \(model.agency($0))" } ?? whose),
        Fact(
          "Next", nextWords,
          note: file.due.map { "\(ClockWords.left($0, at: model.now)): by \(London.words($0))" }),
        Fact("Begun", note: "\(file.priority.code): by \(London.words(file.startDue))") { begun },
      ] + CasePromises(model: model).facts + [
        CaseRiskFact(model: model.risk).fact,
        Fact("Where", file.placeName ?? "In words only"),
      ])
    for person in model.people where !person.content.reveal(for: "safe contact").safety.isEmpty {
      let content = person.content.reveal(for: "safe contact")
      Notice(.warn) {
        p {
          strong { "Before you contact \(content.name): " }
          content.safety
        }
      }
    }
    for details in model.told { SafetyNotice(details: details) }
    if let refused = model.refused, refused.state.refusal?.message(for: "state") != nil {
      TypedWords(refused.state.values)
    }
    LeadNotice(model: model)
    AnswersNotice(model: model)
    nav(.class("jump"), .aria("label", "On this page")) {
      a(.href("#actions")) { "Actions" }
      a(.href("#diary")) { "Diary" }
      a(.href("#story")) { "Story" }
      if let first = model.related.first { a(.href("#related")) { first.group } }
      for group in CaseGroup.allCases { a(.href("#\(group.first)")) { group.title } }
    }
    CaseActionsSheet(model: model)
    CaseDiarySheet(model: model)
    CaseStorySheet(model: model)
    RelatedSheet(related: model.related)
    for group in CaseGroup.allCases { CaseGroupPart(group: group, model: model) }
  }

  private var whose: String {
    guard let owner = model.owner else { return "Nobody’s yet" }
    return model.cover.map { "\(owner), covered by \($0) today" } ?? owner
  }

  private var nextWords: String {
    switch file.state {
    case .open: model.clocks.next.step.title
    case .paused: "Clocks stopped"
    case .closed: "Nothing"
    }
  }

  private var begun: StateMark {
    CasePromises.mark(
      file.startedAt, model.clocks.isInTime(at: file.pausedAt ?? model.now))
  }
}
