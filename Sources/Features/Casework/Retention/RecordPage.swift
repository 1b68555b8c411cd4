internal import Access
internal import Design
internal import Kernel
internal import Markup
internal import Partnership

/// What the page of one record shows.
struct RecordModel {
  let standing: RetentionStanding
  let names: [ID<Account>: String]
  let csrf: String
  let state: FormState
}

/// How one record stands: keep it for a reason until a day, or delete it once it is due.
struct RecordPage: HTML {
  let model: RecordModel

  private var standing: RetentionStanding { model.standing }
  private var record: RetentionRecord { standing.record }

  var body: some HTML {
    PageHead("Keep or delete", kicker: "\(record.kind.title), \(record.reference)") {
      LinkButton("Open it", to: path)
    }
    Facts([
      Fact("How it stands", standing.words),
      Fact("Began", London.day(record.began).words),
      Fact("Time runs from", record.ended.map { London.day($0).words } ?? "It is open"),
      Fact("Kept for", "\(standing.rule.months) months", note: standing.rule.source),
    ])
    if !standing.others.isEmpty {
      Sheet("What keeps it", mark: .warn) {
        ul { for hold in standing.others { li { a(.href(hold.path)) { hold.words } } } }
      }
    }
    if !standing.holds.isEmpty { decided }
    Sheet("Keep it", id: "keep") {
      PostForm(to: path(.keep), csrf: model.csrf) {
        RadioField(
          "ground", legend: "Why?",
          choices: HoldGround.allCases.map { Choice($0.rawValue, $0.title) }, in: model.state)
        TextField("hold-reason", label: "Reason", in: model.state)
        DateField("until", legend: "Keep it until", in: model.state)
        SubmitButton("Keep it", style: .line)
      }
    }
    if standing.isDue { deletion }
  }

  private var decided: some HTML {
    Sheet("Decided", id: "decided") {
      DataTable(
        caption: "Decided", hidesCaption: true,
        columns: [.text("Kept until"), .text("Why"), .text("By")],
        rows: standing.holds.map { hold in
          [
            .text(hold.endedAt == nil ? hold.until.words : "\(hold.until.words), lifted before"),
            .text("\(hold.ground.title): \(hold.reason.reveal(for: "review before deletion"))"),
            .text(hold.account.flatMap { model.names[$0] } ?? "Somebody at the server"),
          ]
        })
      if !standing.holding.isEmpty {
        PostForm(to: path(.release), csrf: model.csrf) {
          SubmitButton("Let its rule hold again", style: .line)
        }
      }
    }
  }

  private var deletion: some HTML {
    Sheet("Delete it", id: "delete", mark: .bad) {
      p { deletionWords }
      PostForm(to: path(.delete), csrf: model.csrf) {
        CheckboxField(
          "looked", label: "I have looked at it, and nothing needs it any more", in: model.state)
        SubmitButton("Delete it", style: .bad)
      }
    }
  }

  private var deletionWords: String {
    let rest = "It cannot be undone; it is in backups until those are replaced."
    return record.kind == .evidence
      ? "The files go for good; that they were there stays in the case. \(rest)"
      : "Everything in it goes, with its files and the letters about it. Its reference, kind and "
        + "days, the rule and your name stay. \(rest)"
  }

  private func path(_ act: RetentionAct) -> String {
    RetentionRoute.act(record.kind, record.reference, act).path
  }

  /// The page of the record itself.
  private var path: String {
    switch record.kind {
    case .file, .evidence: WorkRoute.file(record.reference).path
    case .report, .letter, .survey: ReportsRoute.report(record.reference).path
    case .review: ReportsRoute.review(record.reference).path
    case .request: AccessRoute.show(record.reference).path
    }
  }
}
