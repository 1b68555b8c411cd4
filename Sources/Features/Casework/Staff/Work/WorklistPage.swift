internal import Access
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// What the worklist shows.
struct WorklistModel {
  let filter: WorkFilter
  /// What has no place on the list and where it is found.
  let leftOut: String?
  let items: [WorkItem]
  let marks: [Reference: RepeatMark]
  let hasMore: Bool
  let counts: [WorkList: Int]
  let owners: [ID<Account>: String]
  /// Those who have cases and work on none any more.
  let left: [ID<Account>]
  let risks: [ID<CaseFile>: CaseRisk]
  /// Those with a visiting-risk marker that holds.
  let marked: Set<Reference>
  /// Applications for case reviews with their next step; none for those who may not open them.
  let reviews: ReviewsDue?
  /// What other features have for the visitor to do.
  let alsoDue: [DueWork]
  /// Flagged reports, for those on duty.
  let flagged: [Report]
  let flaggedCount: Int
  let now: Instant
  let mayOpen: Bool
  /// Requests whether somebody is known, for those who decide about them.
  let knownWaiting: Int
}

/// What waits: overdue first, each row with the moment it is due.
struct WorklistPage: HTML {
  let model: WorklistModel

  var body: some HTML {
    PageHead("Work", kicker: London.words(model.now)) {
      LinkButton("Caseload", to: WorkRoute.caseload.path)
      LinkButton("Procedures", to: ProcedureRoute.figure(nil).path)
      if model.knownWaiting > 0 {
        LinkButton("Also known to: \(model.knownWaiting) to decide", to: KnownRoute.start.path)
      }
    }
    FlaggedSheet(reports: model.flagged, count: model.flaggedCount, mayOpen: true)
    WorkTiles(label: "Lists", lists: WorkList.lists, model: model)
    h2 { "Exceptions" }
    WorkTiles(label: "Exceptions", lists: WorkList.exceptions, model: model)
    FilterForm(to: "/work") {
      input(.type(.hidden), .name("list"), .value(model.filter.list.rawValue))
      SelectField(
        "whose", label: "Whose work",
        choices: Whose.allCases.map { Choice($0.rawValue, $0.title) },
        in: FormState(values: .init([("whose", model.filter.whose.rawValue)])))
      SubmitButton("Show", style: .line)
    }
    Sheet(model.filter.list.title, mark: model.filter.list.mark) {
      p(.role("status"), .class("quiet")) {
        model.filter.whose.words
        if model.filter != WorkFilter() {
          " "
          a(.href(WorkRoute.work(WorkFilter()).path)) { "Show all that is due" }
        }
      }
      if let words = model.leftOut { p { words } }
      DataTable(
        caption: "Work", hidesCaption: true,
        columns: [
          .text("Report or case"), .text("Clock"), .text("Risk"), .text("Next step"),
          .text("Whose"),
        ], rows: model.items.map(row), empty: "Nothing is on this list.")
      Turning(page: model.filter.page, hasMore: model.hasMore, path: page)
    }
    AlsoDueSheet(due: model.alsoDue, now: model.now)
    if let reviews = model.reviews, !reviews.lines.isEmpty { ReviewsDueSheet(due: reviews) }
  }

  private func page(_ number: Int) -> String {
    WorkRoute.work(model.filter.turned(to: number)).path
  }

  private func row(_ item: WorkItem) -> DataTable.Row {
    let title = item.isReport ? item.kind.title : item.title
    let path =
      item.isReport
      ? WorkRoute.triage(item.reference).path : WorkRoute.file(item.reference).path
    return [
      .html {
        VisitingRiskTag(model.marked.contains(item.reference))
        span(.class(item.priority == .first ? "pri p1" : "pri")) {
          span(.class("hide")) { "Priority " }
          item.priority.code
        }
        " "
        if model.mayOpen { a(.href(path)) { title } } else { title }
        br()
        span(.class("small quiet regular")) {
          [item.reference.description, item.placeName].compactMap(\.self).joined(separator: ", ")
        }
        if let mark = model.marks[item.reference] {
          " "
          Tag(mark.title)
        }
      },
      .html { ClockCell(item: item, now: model.now) },
      .html {
        WorkRiskCell(risk: item.file.flatMap { model.risks[$0] }, today: London.day(model.now))
      }, .text(step(item)), .text(whose(item)),
    ]
  }

  private func whose(_ item: WorkItem) -> String {
    guard let owner = item.owner else { return item.isReport ? "To decide" : "Nobody" }
    let name = model.owners[owner] ?? "Somebody"
    return model.left.contains(owner) ? "\(name), who works on cases no longer" : name
  }

  private func step(_ item: WorkItem) -> String {
    model.filter.list == .quiet
      ? "Last entry \(London.day(item.touchedAt).words)" : item.step
  }
}

private struct ClockCell: HTML {
  let item: WorkItem
  let now: Instant

  var body: some HTML {
    if let due = item.due {
      StateMark(ClockWords.mark(due, at: now), ClockWords.left(due, at: now))
      br()
      span(.class("small quiet")) { "Due \(London.words(due))" }
    } else {
      StateMark(.none, "Clocks stopped")
    }
  }
}
