internal import Design
internal import HTTP
internal import Kernel
internal import Markup

/// One conference: what waits for whoever reads it, its meetings, its cases without names.
struct DeskPage: HTML {
  let model: DeskModel
  private var kind: ConferenceKind { model.kind }

  var body: some HTML {
    Handling(note: "You sit here as \(model.sitting.seat.rawValue). Every reader is recorded.")
    PageHead(kind.title, lede: kind.rules.purpose) {
      LinkButton("Refer somebody", to: ConferencesRoute.refer(kind.key).path, style: .line)
      if model.sitting.may(.prepare) {
        LinkButton("Call a meeting", to: ConferencesRoute.newMeeting(kind.key).path)
      }
    }
    nav(.aria("label", "This conference")) {
      ul(.class("row"), .role("list")) {
        for link in links { li { a(.href(link.path)) { link.title } } }
      }
    }
    if let found = model.found {
      Sheet("Found by name", mark: .river) {
        CaseTable(
          model: model, cases: found, showsNames: true,
          empty: "No case you may see has that name.")
      }
    }
    DeskWork(model: model)
    MeetingTable(kind: kind, meetings: model.meetings, today: model.today)
    Sheet("Cases", id: "cases") {
      FilterForm(to: ConferencesRoute.desk(kind.key, CaseFilter()).path) {
        SelectField(
          "state", label: "Show",
          choices: Referral.State.allCases.map { Choice($0.rawValue, $0.title) },
          empty: "All, the latest first", in: filterState)
        SubmitButton("Show", style: .line)
      }
      CaseTable(
        model: model, cases: model.cases, empty: "No case you may see is in this list.")
      Turning(page: model.filter.page, hasMore: model.hasMore) { page in
        var filter = model.filter
        filter.page = page
        return ConferencesRoute.desk(kind.key, filter).path
      }
    }
    Sheet("Look a name up") {
      PostForm(to: ConferencesRoute.desk(kind.key, CaseFilter()).path, csrf: model.csrf) {
        TextField(
          "wanted", label: "Name",
          hint: "Every word must be in the case. That you looked is recorded, the name is not",
          in: model.state, autocomplete: "off")
        SubmitButton("Look it up", style: .line)
      }
    }
  }

  private var links: [(title: String, path: String)] {
    var links = [("Who sits here, and by which rules", ConferencesRoute.members(kind.key).path)]
    if kind.rules.flagMonths > 0, model.sitting.may(.prepare) {
      links.append(("Flags", ConferencesRoute.flags(kind.key).path))
    }
    if model.sitting.may(.keep) {
      links.append(("Past their time", ConferencesRoute.keeping(kind.key).path))
    }
    if kind.isApart, model.sitting.may(.disclose) {
      links.append(("Data requests", ConferencesRoute.requests(kind.key).path))
    }
    if model.sitting.may(.count) {
      links.append(("Figures", ConferencesRoute.figures(kind.key, from: nil, to: nil).path))
    }
    if model.sitting.may(.shares) {
      links.append(("Shown to whom", ConferencesRoute.shares(kind.key, page: 1).path))
    }
    if model.sitting.may(.trail) {
      links.append(("Who did what", ConferencesRoute.trail(kind.key, before: nil).path))
    }
    return links
  }

  private var filterState: FormState {
    FormState(values: Fields([("state", model.filter.state?.rawValue ?? "")]))
  }
}

/// Cases in rows; a name is shown only where it was asked for.
struct CaseTable: HTML {
  let model: DeskModel
  let cases: [Referral]
  var showsNames = false
  let empty: String

  var body: some HTML {
    DataTable(
      caption: "Cases", hidesCaption: true,
      columns: [
        .text("Case"), .text(showsNames ? "Name and ground" : "Ground"), .text("Referred"),
        .text("By"), .text("State"),
      ],
      rows: cases.map { referral in
        [
          .html {
            a(.href(model.reference(referral.reference)), .class("ref nowrap")) {
              referral.reference.description
            }
          },
          .html {
            if showsNames {
              strong { referral.content.reveal(for: "look-up by name").name }
              br()
            }
            model.kind.criterion(referral.criterion)?.title ?? referral.criterion
            if referral.repeatOf != nil { Tag("Repeat", .warn) }
            if referral.isUrgent { Tag("Urgent", .bad) }
          },
          .text(referral.referredOn.words), .text(model.names.body(referral.organisation)),
          .html { StateMark(referral.state.mark, referral.state.title) },
        ]
      }, empty: empty)
  }
}

extension Referral.State {
  var mark: MarkState {
    switch self {
    case .referred: .warn
    case .listed: .good
    case .heard, .declined: .none
    }
  }
}
