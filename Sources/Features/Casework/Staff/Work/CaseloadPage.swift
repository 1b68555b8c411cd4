internal import Access
internal import Design
internal import Kernel
internal import Markup
internal import Partnership

/// What the page of caseloads shows.
struct CaseloadModel {
  let lines: [CaseloadStore.Line]
  let promises: PromisesOfMonth
  /// How many exceptions of each kind there are now.
  let exceptions: [WorkList: Int]
  /// What of the month did not begin in time.
  let late: [LateStart]
  let mayOpen: Bool
  let workers: [Person]
  /// Referrals of the last twelve months, with the names of their organisations.
  let referrals: [(name: String, counts: ReferralCounts)]
  let mayGive: Bool
  /// Whether open cases of another system may be brought along.
  let mayCarry: Bool
  let mayCover: Bool
  /// Whether what is due to be deleted may be seen, and requests for somebody’s data.
  let mayKeep: Bool
  let mayAnswer: Bool
  let csrf: String
  let state: FormState

  func name(_ owner: ID<Account>?) -> String {
    guard let owner else { return "Nobody" }
    let person = workers.first { $0.id == owner }
    return person?.name.reveal(for: "caseload") ?? "Somebody who has left"
  }
}

/// Who has how much, and handing it over.
struct CaseloadPage: HTML {
  let model: CaseloadModel

  var body: some HTML {
    PageHead("Caseload") {
      if model.mayCarry { LinkButton(CarryPage.title, to: CarryRoute.start.path) }
      if model.mayCover { LinkButton("Cover", to: WorkRoute.cover.path) }
      if model.mayKeep { LinkButton("Retention", to: RetentionRoute.overview.path) }
      if model.mayAnswer {
        LinkButton("Data requests", to: AccessRoute.list(isOpen: true, page: 1).path)
      }
    }
    Sheet {
      DataTable(
        caption: "Open cases by officer", hidesCaption: true,
        columns: [
          .text("Officer"), .number("Open"), .number("Overdue"), .number("Clocks stopped"),
        ],
        rows: model.lines.map { line in
          [
            .text(model.name(line.owner)), .text(NumberText.whole(line.open)),
            .text(NumberText.whole(line.overdue)), .text(NumberText.whole(line.paused)),
          ]
        }, empty: "There are no open cases.")
    }
    ExceptionsSheet(counts: model.exceptions)
    Sheet("Kept in time this month", id: "begun") {
      PromisesTable(promises: model.promises)
      LateStartTable(late: model.late, mayOpen: model.mayOpen)
    }
    Sheet("Referrals of the last twelve months") {
      DataTable(
        caption: "Referrals by organisation", hidesCaption: true,
        columns: [
          .text("Organisation"), .number("Sent"), .number("Accepted"), .number("Declined"),
          .number("Waiting"), .number("Late"),
        ],
        rows: model.referrals.map { line in
          [
            .text(line.name), .text(NumberText.whole(line.counts.sent)),
            .text(NumberText.whole(line.counts.accepted)),
            .text(NumberText.whole(line.counts.declined)),
            .text(NumberText.whole(line.counts.waiting)),
            .text(NumberText.whole(line.counts.late)),
          ]
        }, empty: "There are none.")
    }
    if model.mayGive {
      Sheet("Hand cases over") {
        p { "All open cases of one officer go to another; each case keeps a note of it." }
        PostForm(to: WorkRoute.caseload.path, csrf: model.csrf) {
          SelectField(
            "from", label: "Whose cases",
            choices: model.lines.compactMap { line in
              line.owner.map { Choice($0.description, model.name($0)) }
            }, empty: "Choose an officer", in: model.state)
          SelectField(
            "to", label: "Who takes them",
            choices: model.workers.map {
              Choice($0.id.description, $0.name.reveal(for: "choice of an officer"))
            }, empty: "Choose an officer", in: model.state)
          SubmitButton("Hand them over", style: .line)
        }
      }
    }
  }
}
